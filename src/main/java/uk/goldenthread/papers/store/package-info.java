/// The SQL of papers, and what they read of other modules through published views.
@NullMarked
package uk.goldenthread.papers.store;

import org.jspecify.annotations.NullMarked;

/// SQL of the overview: its own table, and the other modules' published views.
@NullMarked
package uk.goldenthread.overview.store;

import org.jspecify.annotations.NullMarked;

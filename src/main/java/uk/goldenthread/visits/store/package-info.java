/// The SQL of visits and audits.
@NullMarked
package uk.goldenthread.visits.store;

import org.jspecify.annotations.NullMarked;

/// The rules of visits and audits as plain values: states, clocks, the plan of a year.
@NullMarked
package uk.goldenthread.visits.model;

import org.jspecify.annotations.NullMarked;

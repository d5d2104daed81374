/// The rules of visits and audits as plain values: states, clocks, the plan of a year.
@NamedInterface("model")
@NullMarked
package uk.goldenthread.visits.model;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

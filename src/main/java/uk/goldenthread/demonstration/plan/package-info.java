/// What the demonstration shows, worked out from a seed and a day: invented organisations, people and two years of
/// figures with stories in them. Pure: nothing is read or written.
@NullMarked
package uk.goldenthread.demonstration.plan;

import org.jspecify.annotations.NullMarked;

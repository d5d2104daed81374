/// Dates as the NHS counts them: working days, London time, pauses, and reporting months, quarters and years.
@NullMarked
package uk.goldenthread.kernel.calendar;

import org.jspecify.annotations.NullMarked;

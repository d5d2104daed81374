/// The pure core: calendars, clocks, process control, suppression, identifiers and outcomes. Only `java.*` and
/// JSpecify;
/// no clock is read, no file opened. The command line and every module's model stand on it.
@NullMarked
package uk.goldenthread.kernel;

import org.jspecify.annotations.NullMarked;

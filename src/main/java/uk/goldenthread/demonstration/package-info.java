/// Fills an empty system, and only where GOLDENTHREAD_DEMO is true, with an invented ICB whose two years of returns
/// tell
/// stories. Real organisations never carry invented figures.
@ApplicationModule
@NullMarked
package uk.goldenthread.demonstration;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

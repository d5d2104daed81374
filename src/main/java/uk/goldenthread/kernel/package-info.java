/// The pure core: working days, clocks, statistical process control, suppression, identifiers, outcomes. Plain Java
/// over
/// immutable values; depends on nothing, and everything may depend on it.
@ApplicationModule(
        type = ApplicationModule.Type.OPEN,
        allowedDependencies = {})
@NullMarked
package uk.goldenthread.kernel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/// The benchmark behind `bin/bench`: drives the running system over HTTP as its users do, and
/// beside it in the same run
/// the one best SQL statement for the same work. Nothing of the system uses it.
@ApplicationModule(allowedDependencies = {"kernel", "catalogue"})
@NullMarked
package uk.goldenthread.bench;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/// The rules people work under, to read: measures, warning rules and settings with their numbers, sources and how sure
/// each is. (The catalogue itself stands below access and has no pages.)
@ApplicationModule(allowedDependencies = {"kernel", "access", "catalogue", "shell", "shell :: *"})
@NullMarked
package uk.goldenthread.rulebook;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

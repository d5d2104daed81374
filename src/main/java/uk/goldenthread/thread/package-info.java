/// The thread: from any matter up to the duty that asks for it and down to the action, the decision and the paper that
/// tell of it. Modules say what they know of a thing and what it hangs on; this one joins and shows it.
@ApplicationModule(allowedDependencies = {"kernel", "database", "ledger", "access", "catalogue", "shell", "shell :: *"})
@NullMarked
package uk.goldenthread.thread;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/// What people are asked to do and told: the three lists of Home, stored notifications, digests, and the one door to
/// mail.
@ApplicationModule(allowedDependencies = {"kernel", "database", "ledger", "access", "catalogue", "shell", "shell :: *"})
@NullMarked
package uk.goldenthread.notify;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/// The ledger: every change, every view of a restricted record, every export, sign-in and refusal, appended in the same
/// transaction and sealed into a hash chain.
@ApplicationModule(allowedDependencies = {"kernel", "database"})
@NullMarked
package uk.goldenthread.ledger;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

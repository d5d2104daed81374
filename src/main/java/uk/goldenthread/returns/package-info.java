/// Providers' returns: opened for each period, entered, submitted, approved by the provider's executive,
/// accepted or
/// queried by the ICB, restated with a reason, and never changed without a trace.
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "database",
            "ledger",
            "access",
            "catalogue",
            "shell",
            "shell :: *",
            "imports",
            "imports :: *",
            "organisations",
            "notify",
            "rulebook",
            "thread",
            "figures"
        })
@NullMarked
package uk.goldenthread.returns;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

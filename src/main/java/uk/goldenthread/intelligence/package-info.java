/// Soft intelligence and what the regulator published: what is heard of a provider that is no figure, no finding and no
/// case, and the Care Quality Commission's ratings and warning notices.
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "database",
            "ledger",
            "access",
            "catalogue",
            "shell",
            "shell :: *",
            "organisations",
            "rulebook",
            "thread"
        })
@NullMarked
package uk.goldenthread.intelligence;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

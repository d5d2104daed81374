/// The directory: ICBs, providers, practices and partners as they were and are, who belongs to which ICB, people and
/// the
/// posts they hold, and the register imports that keep it true.
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
            "notify"
        })
@NullMarked
package uk.goldenthread.organisations;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

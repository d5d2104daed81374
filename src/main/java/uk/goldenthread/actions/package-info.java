/// The one register of actions, whatever asked for them: who owes what by when, what shows that it
/// is done, who verified it, and whether it holds.
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
            "evidence"
        })
@NullMarked
package uk.goldenthread.actions;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

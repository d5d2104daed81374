/// Contracts with providers: the register, the life cycle with its safeguarding gateway, what each
/// contract asks to be
/// reported, requests for evidence and their clocks.
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
            "evidence",
            "actions"
        })
@NullMarked
package uk.goldenthread.contracts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

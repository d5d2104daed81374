/// Visits and audits: the programme by risk, what was seen, findings with their grade, the
/// factual-accuracy step, and what followed.
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
            "notify",
            "rulebook",
            "thread",
            "evidence",
            "actions"
        })
@NullMarked
package uk.goldenthread.visits;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

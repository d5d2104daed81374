/// Early warning and the intervention ladder: signals that rules and charts raise, what people do about
/// them, the
/// composite
/// score that proposes, and the level of oversight that only a person moves.
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
            "figures",
            "returns",
            "thread",
            "actions",
            "assessments",
            "assessments :: model",
            "intelligence",
            "visits"
        })
@NullMarked
package uk.goldenthread.concerns;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/// Self-assessment against a framework: editions of questions, ratings, scores, and answers that serve several
/// frameworks at once.
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
package uk.goldenthread.assessments;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

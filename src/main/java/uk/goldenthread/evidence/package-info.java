/// Evidence: files that are given once and carry many claims. Intake by content, versions, the time they
/// cover and are
/// good for, a restricted store for what names people, and what each item supports.
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
            "thread"
        })
@NullMarked
package uk.goldenthread.evidence;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

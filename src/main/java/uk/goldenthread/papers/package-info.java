/// Committee and Board papers: drafted from live data, edited with every edit kept, signed, frozen as at
/// an instant and re-run as at it. Others are read through published views alone.
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
            "figures"
        })
@NullMarked
package uk.goldenthread.papers;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

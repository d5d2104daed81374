/// Figures are objects: measure series of every provider, what statistical process control says of them, baselines, and
/// named figures that explain themselves down to the rows behind them.
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
package uk.goldenthread.figures;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

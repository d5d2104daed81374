package uk.goldenthread.bench;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// How much to do: the sizes of the design, or a hundredth of them to see that everything still runs.
///
/// @param only the works to do, as `W1`; empty for all
/// @param rows how many returns the ICB has
/// @param organisations how many providers it has
/// @param quarters how many quarters of figures each has
/// @param importRows how many rows the uploaded file has
/// @param icbs how many other ICBs share the database, with a tenth of the rows each
/// @param connections how many connections ask at once
/// @param warmSeconds how long each work runs before it is timed
/// @param seconds how long each work is timed
record Plan(
        boolean quick,
        Set<String> only,
        int rows,
        int organisations,
        int quarters,
        int importRows,
        int icbs,
        int connections,
        double warmSeconds,
        double seconds) {

    /// Where the results go, below the project's folder.
    static final Path RESULTS = Path.of("target", "bench");

    static Plan of(String[] arguments) {
        var quick = false;
        Set<String> only = Set.of();
        for (var i = 0; i < arguments.length; i++) {
            switch (arguments[i]) {
                case "--quick" -> quick = true;
                case "--only" -> {
                    i++;
                    if (i == arguments.length) {
                        throw new IllegalArgumentException("--only needs works, as W1,W3");
                    }
                    only = Arrays.stream(arguments[i].toUpperCase(Locale.ROOT).split(",", -1))
                            .collect(Collectors.toUnmodifiableSet());
                }
                default ->
                    throw new IllegalArgumentException(
                            "bin/bench does not know %s. It takes --quick and --only W1,W3.".formatted(arguments[i]));
            }
        }
        return quick
                ? new Plan(true, only, 1_000, 20, 12, 100, 2, 2, 0.3, 0.7)
                : new Plan(false, only, 100_000, 300, 12, 10_000, 4, 8, 8, 10);
    }

    boolean wants(String work) {
        return only.isEmpty() || only.contains(work);
    }
}

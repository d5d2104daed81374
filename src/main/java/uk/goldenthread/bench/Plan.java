package uk.goldenthread.bench;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// How much to do: the sizes of the design, or a hundredth of them to see that everything still runs.
///
/// @param kept a folder whose rows stay for the next run, made when it is not there; null for rows of this run alone
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
        @Nullable Path kept,
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
        Path kept = null;
        Set<String> only = Set.of();
        for (var i = 0; i < arguments.length; i++) {
            switch (arguments[i]) {
                case "--quick" -> quick = true;
                case "--data" -> kept = Path.of(value(arguments, ++i)).toAbsolutePath();
                case "--only" ->
                    only = Arrays.stream(value(arguments, ++i)
                                    .toUpperCase(Locale.ROOT)
                                    .split(",", -1))
                            .collect(Collectors.toUnmodifiableSet());
                default ->
                    throw new IllegalArgumentException(
                            "bin/bench does not know %s. It takes --quick, --only W1,W3 and --data FOLDER."
                                    .formatted(arguments[i]));
            }
        }
        return quick
                ? new Plan(true, kept, only, 1_000, 20, 12, 100, 2, 2, 0.1, 0.3)
                : new Plan(false, kept, only, 100_000, 300, 12, 10_000, 4, 8, 20, 15);
    }

    private static String value(String[] arguments, int at) {
        if (at == arguments.length) {
            throw new IllegalArgumentException("%s needs a value".formatted(arguments[at - 1]));
        }
        return arguments[at];
    }

    boolean wants(String work) {
        return only.isEmpty() || only.contains(work);
    }
}

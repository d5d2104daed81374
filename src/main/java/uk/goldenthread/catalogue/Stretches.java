package uk.goldenthread.catalogue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Cuts time into stretches, in each of which one version of a measure holds.
final class Stretches {
    private Stretches() {}

    /// @param days on which the version may change
    /// @param on the version that holds from such a day; null for none
    static List<KpiDefinition> of(SortedSet<LocalDate> days, Function<LocalDate, @Nullable KpiDefinition> on) {
        var found = new ArrayList<KpiDefinition>();
        @Nullable KpiDefinition holding = null;
        @Nullable LocalDate since = null;
        for (var day : days) {
            var now = on.apply(day);
            if (holding != null && since != null && (now == null || now.version() != holding.version())) {
                found.add(holding.during(new InForce(since, day)));
                since = null;
            }
            if (now != null && since == null) {
                since = day;
            }
            holding = now;
        }
        if (holding != null && since != null) {
            found.add(holding.during(new InForce(since, holding.inForce().to())));
        }
        return found;
    }
}

package uk.goldenthread.concerns.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.goldenthread.kernel.calendar.Period;

/// What must change so that the signals that hold are those that were found: worked out from both
/// alone, so that doing it
/// twice changes nothing (BR-SPC-18).
///
/// @param raised found, and not among those that hold
/// @param kept holds and was found again, with the finding as it is now
/// @param ended held, and was not found
public record Reconciliation(List<Raised> raised, List<Kept> kept, List<Ended> ended) {

    /// A signal that holds.
    public record Held(long id, int organisation, String rule, String series, Period first, Period last) {}

    /// A finding about a provider.
    public record Found(int organisation, Finding finding) {}

    /// A signal to be raised.
    public record Raised(int organisation, Finding finding) {}

    /// A signal to be brought up to date.
    public record Kept(Held held, Finding finding) {}

    /// A signal whose condition has ended.
    ///
    /// @param restated the period it rested on was changed; otherwise a later period no longer shows it
    public record Ended(Held held, boolean restated) {}

    /// @param latest the latest period of each series, by organisation and series; absent when the
    /// series is empty
    public static Reconciliation of(List<Held> held, List<Found> found, Map<Place, Period> latest) {
        var open = new HashMap<Key, Held>();
        held.forEach(each -> open.put(new Key(each.organisation(), each.series(), each.rule()), each));
        var raised = new ArrayList<Raised>();
        var kept = new ArrayList<Kept>();
        for (var each : found) {
            var finding = each.finding();
            var before = open.get(new Key(each.organisation(), finding.series(), finding.rule()));
            if (before != null && isSame(before, finding)) {
                open.remove(new Key(each.organisation(), finding.series(), finding.rule()));
                kept.add(new Kept(before, finding));
            } else {
                raised.add(new Raised(each.organisation(), finding));
            }
        }
        var ended = held.stream()
                .filter(open::containsValue)
                .map(each ->
                        new Ended(each, isRestated(each, latest.get(new Place(each.organisation(), each.series())))))
                .toList();
        return new Reconciliation(List.copyOf(raised), List.copyOf(kept), ended);
    }

    /// The providers that anything changes for.
    public Set<Integer> organisations() {
        var organisations = new HashSet<Integer>();
        raised.forEach(each -> organisations.add(each.organisation()));
        kept.forEach(each -> organisations.add(each.held().organisation()));
        ended.forEach(each -> organisations.add(each.held().organisation()));
        return organisations;
    }

    /// One provider's series.
    public record Place(int organisation, String series) {}

    private record Key(int organisation, String series, String rule) {}

    /// One unbroken condition: the finding begins no later than the period after the one in which the
    /// signal was last seen.
    private static boolean isSame(Held held, Finding finding) {
        var joins = !finding.first().start().isAfter(held.last().next().start());
        return joins && !finding.last().start().isBefore(held.first().start());
    }

    private static boolean isRestated(Held held, @Nullable Period latest) {
        if (Matter.of(held.series()).isPresent()) {
            return false; // what came at last restates nothing
        }
        return latest == null || !latest.start().isAfter(held.last().start());
    }
}

package uk.goldenthread.overview.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import uk.goldenthread.kernel.calendar.Period;
import uk.goldenthread.overview.service.ProviderRecord;
import uk.goldenthread.overview.store.ProviderStore;
import uk.goldenthread.shell.view.Dates;

/// What the provider page says in sentences.
final class ProviderWords {
    private ProviderWords() {}

    /// How the provider stands, in one sentence.
    static String state(ProviderRecord known, boolean withLevel) {
        var provider = known.provider();
        var level = !withLevel
                ? ""
                : "%s oversight%s; "
                        .formatted(
                                Levels.words(provider.standing()),
                                provider.since() == null ? "" : " since " + Dates.day(provider.since()));
        var worsening = known.worsening();
        var measures = "%s of %d measures %s getting worse"
                .formatted(worsening == 0 ? "none" : worsening, known.measures().size(), worsening == 1 ? "is" : "are");
        var late = provider.late() == 0
                ? "no return is late"
                : "%d %s late, the oldest by %d days"
                        .formatted(
                                provider.late(),
                                provider.late() == 1 ? "return is" : "returns are",
                                provider.daysLate());
        var sentence = "%s%s; %s.".formatted(level, measures, late);
        return sentence.substring(0, 1).toUpperCase(Locale.UK) + sentence.substring(1);
    }

    /// What is folded away of a theme, so that nobody opens it in vain or misses what is in it.
    static String folded(String theme, List<ProviderPage.Tile> tiles) {
        var parts = new ArrayList<String>();
        parts.add(tiles.size() == 1 ? "1 measure" : tiles.size() + " measures");
        count(parts, tiles, tile -> tile.style().equals("improvement"), "getting better");
        count(parts, tiles, tile -> tile.fresh().startsWith("Out of date"), "out of date");
        count(parts, tiles, tile -> !tile.opens(), "with nothing given");
        return theme + ": " + String.join(", ", parts);
    }

    private static void count(
            List<String> parts,
            List<ProviderPage.Tile> tiles,
            java.util.function.Predicate<ProviderPage.Tile> which,
            String words) {
        var count = tiles.stream().filter(which).count();
        if (count > 0) {
            parts.add(count + " " + words);
        }
    }

    static String timeliness(List<ProviderStore.Return> returns) {
        if (returns.isEmpty()) {
            return "No return has been asked for yet. Returns appear here when their period ends.";
        }
        var late = returns.stream().filter(r -> r.daysLate() > 0).count();
        return "In the last two years %s of %d %s late."
                .formatted(
                        late == 0 ? "none" : late, returns.size(), returns.size() == 1 ? "return was" : "returns were");
    }

    static ProviderPage.Return line(ProviderStore.Return one, boolean opens, String suffix) {
        var came = one.submitted() == null ? "Not here" : "Came " + Dates.day(one.submitted());
        var late = one.daysLate() > 0;
        return new ProviderPage.Return(
                Period.find(one.period()).map(Period::label).orElse(one.period()),
                Dates.day(one.due()),
                one.state().substring(0, 1)
                        + one.state().substring(1).toLowerCase(Locale.UK).replace('_', ' '),
                late ? "%s, %d %s late".formatted(came, one.daysLate(), one.daysLate() == 1 ? "day" : "days") : came,
                late,
                opens ? "/returns/" + one.id() + suffix : null);
    }

    static String signal(ProviderStore.Signal signal) {
        var state =
                switch (signal.state()) {
                    case "RAISED" -> "Not yet acknowledged";
                    case "ACKNOWLEDGED" -> "Acknowledged";
                    case "TRIAGED" -> "Being followed up";
                    default -> "Closed";
                };
        return signal.provisional() ? state + ", on provisional figures" : state;
    }
}

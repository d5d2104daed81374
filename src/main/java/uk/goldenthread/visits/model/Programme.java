package uk.goldenthread.visits.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/// Which providers a year's plan visits: those whose cadence asks for it, soonest first, and a part
/// drawn at random, so that nobody can know that they will not be visited. The same seed draws the
/// same plan.
public final class Programme {
    private static final int MONTHS = 12;

    /// A provider that may be visited.
    ///
    /// @param main whether it is a main provider
    /// @param level its level of oversight; null when none is known
    /// @param lastVisit the day it was last visited; null when it never was
    public record Candidate(
            int organisation,
            String name,
            boolean main,
            @Nullable String level,
            @Nullable LocalDate lastVisit) {
        boolean enhanced() {
            return "ENHANCED".equals(level) || "INTENSIVE".equals(level);
        }
    }

    /// A visit of the plan.
    ///
    /// @param chosen `CADENCE` or `RANDOM`
    /// @param why in words, for whoever asks why them
    public record Line(int organisation, String name, LocalDate on, String chosen, String why) {}

    private Programme() {}

    /// The plan of the year that begins on `start`, soonest first. Besides what the cadence asks
    /// for, at least one visit in each `100 / randomPercent` of the whole is drawn at random among
    /// providers that the year would leave out, as long as there are any.
    public static List<Line> of(List<Candidate> candidates, LocalDate start, long seed, Limits.Cadence cadence) {
        var end = start.plusMonths(MONTHS).minusDays(1);
        var lines = new ArrayList<Line>();
        var left = new ArrayList<Candidate>();
        for (var candidate : candidates) {
            var due = visits(candidate, start, end, cadence);
            lines.addAll(due);
            if (due.isEmpty()) {
                left.add(candidate);
            }
        }
        left.sort(Comparator.comparingInt(Candidate::organisation));
        var random = new Random(seed);
        while (!left.isEmpty() && drawn(lines) * 100 < (long) cadence.randomPercent() * Math.max(1, lines.size())) {
            var candidate = left.remove(random.nextInt(left.size()));
            var on = start.plusDays(random.nextInt((int) (end.toEpochDay() - start.toEpochDay()) + 1));
            lines.add(new Line(
                    candidate.organisation(),
                    candidate.name(),
                    on,
                    "RANDOM",
                    "Drawn at random among %d providers that the cadence leaves out this year (seed %d)."
                            .formatted(left.size() + 1, seed)));
        }
        lines.sort(Comparator.comparing(Line::on).thenComparingInt(Line::organisation));
        return lines;
    }

    private static long drawn(List<Line> lines) {
        return lines.stream().filter(line -> line.chosen().equals("RANDOM")).count();
    }

    private static List<Line> visits(Candidate candidate, LocalDate start, LocalDate end, Limits.Cadence cadence) {
        if (!candidate.main() && !candidate.enhanced()) {
            return List.of();
        }
        var months = candidate.enhanced() ? cadence.enhancedMonths() : cadence.months();
        var lines = new ArrayList<Line>();
        var last = candidate.lastVisit();
        var due = last == null ? start : last.plusMonths(months);
        for (due = due.isBefore(start) ? start : due; !due.isAfter(end); due = due.plusMonths(months)) {
            lines.add(new Line(
                    candidate.organisation(),
                    candidate.name(),
                    due,
                    "CADENCE",
                    why(candidate, months, lines.isEmpty())));
        }
        return lines;
    }

    private static String why(Candidate candidate, int months, boolean first) {
        var rule = candidate.enhanced()
                ? "At %s, so visited at least every %d months".formatted(candidate.level(), months)
                : "A main provider, visited at least every %d months".formatted(months);
        if (!first) {
            return rule + ".";
        }
        var last = candidate.lastVisit();
        return rule + (last == null ? "; no visit is on record." : "; last visited on %s.".formatted(Words.day(last)));
    }
}

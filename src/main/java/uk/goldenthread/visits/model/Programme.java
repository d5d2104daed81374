package uk.goldenthread.visits.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import uk.goldenthread.kernel.calendar.WorkingDays;

/// Which providers a year's plan visits: those whose cadence asks for it, soonest first, and a part drawn
/// at random, so that nobody can know that they will not be visited. The same seed draws the same plan.
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

    /// The plan of the year that begins on `start`, soonest first. What the cadence asked for before the
    /// notice that a visit needs is spread over the year, the longest unvisited first; a provider that is
    /// watched closely does not wait. Besides, at least one visit in each `100 / randomPercent` of the
    /// whole is drawn at random among providers that the year would leave out, as long as there are any.
    /// Every visit is on a working day.
    public static List<Line> of(
            List<Candidate> candidates, LocalDate start, long seed, Limits limits, WorkingDays calendar) {
        var year = new Year(
                start,
                start.plusDays(limits.notice().announcedDays()),
                start.plusMonths(MONTHS).minusDays(1),
                calendar);
        var lines = new ArrayList<Line>();
        var overdue = new ArrayList<Candidate>();
        var left = new ArrayList<Candidate>();
        for (var candidate : candidates) {
            var days = days(candidate, year, limits.cadence());
            days.forEach(day ->
                    lines.add(line(candidate, year.working(day), limits.cadence(), day.equals(days.getFirst()))));
            if (days.isEmpty()) {
                (isOverdue(candidate, year, limits.cadence()) ? overdue : left).add(candidate);
            }
        }
        lines.addAll(spread(overdue, year, limits.cadence()));
        draw(left, year, new Draw(seed, limits.cadence().randomPercent()), lines);
        lines.sort(Comparator.comparing(Line::on).thenComparingInt(Line::organisation));
        return lines;
    }

    /// The year of a plan.
    ///
    /// @param first the first day of which a provider can be given notice
    private record Year(LocalDate start, LocalDate first, LocalDate end, WorkingDays calendar) {
        LocalDate working(LocalDate day) {
            var before = calendar.onOrBefore(day);
            return before.isBefore(start) ? calendar.onOrAfter(start) : before;
        }

        long days() {
            return end.toEpochDay() - first.toEpochDay();
        }
    }

    private static boolean isOverdue(Candidate candidate, Year year, Limits.Cadence cadence) {
        var last = candidate.lastVisit();
        return candidate.main()
                && (last == null || last.plusMonths(cadence.months()).isBefore(year.first()));
    }

    /// The days that the cadence asks for; none where it asked for one before, which is spread.
    private static List<LocalDate> days(Candidate candidate, Year year, Limits.Cadence cadence) {
        if (!candidate.enhanced() && (!candidate.main() || isOverdue(candidate, year, cadence))) {
            return List.of();
        }
        var months = candidate.enhanced() ? cadence.enhancedMonths() : cadence.months();
        var last = candidate.lastVisit();
        var due =
                last == null || last.plusMonths(months).isBefore(year.first()) ? year.first() : last.plusMonths(months);
        var days = new ArrayList<LocalDate>();
        for (; !due.isAfter(year.end()); due = due.plusMonths(months)) {
            days.add(due);
        }
        return days;
    }

    private static List<Line> spread(List<Candidate> overdue, Year year, Limits.Cadence cadence) {
        overdue.sort(Comparator.comparing(Candidate::lastVisit, Comparator.nullsFirst(Comparator.naturalOrder()))
                .thenComparingInt(Candidate::organisation));
        var lines = new ArrayList<Line>();
        for (int number = 0; number < overdue.size(); number++) {
            var day = year.first().plusDays(year.days() * number / overdue.size());
            lines.add(line(overdue.get(number), year.working(day), cadence, true));
        }
        return lines;
    }

    private record Draw(long seed, int percent) {}

    private static void draw(List<Candidate> left, Year year, Draw draw, List<Line> lines) {
        left.sort(Comparator.comparingInt(Candidate::organisation));
        var random = new Random(draw.seed());
        while (!left.isEmpty() && drawn(lines) * 100 < (long) draw.percent() * Math.max(1, lines.size())) {
            var candidate = left.remove(random.nextInt(left.size()));
            var on = year.start()
                    .plusDays(random.nextInt(
                            (int) (year.end().toEpochDay() - year.start().toEpochDay()) + 1));
            lines.add(new Line(
                    candidate.organisation(),
                    candidate.name(),
                    year.working(on),
                    "RANDOM",
                    "Drawn at random among %d providers that the cadence leaves out this year (seed %d)."
                            .formatted(left.size() + 1, draw.seed())));
        }
    }

    private static long drawn(List<Line> lines) {
        return lines.stream().filter(line -> line.chosen().equals("RANDOM")).count();
    }

    private static Line line(Candidate candidate, LocalDate on, Limits.Cadence cadence, boolean first) {
        var rule = candidate.enhanced()
                ? "At %s oversight, so visited at least every %d months"
                        .formatted(
                                "INTENSIVE".equals(candidate.level()) ? "Intensive" : "Enhanced",
                                cadence.enhancedMonths())
                : "A main provider, visited at least every %d months".formatted(cadence.months());
        var last = candidate.lastVisit();
        var why = !first
                ? rule + "."
                : rule
                        + (last == null
                                ? "; no visit is on record."
                                : "; last visited on %s.".formatted(Words.day(last)));
        return new Line(candidate.organisation(), candidate.name(), on, "CADENCE", why);
    }
}

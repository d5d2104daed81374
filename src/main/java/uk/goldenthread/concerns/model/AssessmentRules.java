package uk.goldenthread.concerns.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// What is found in a whole self-assessment that an organisation has handed in: scored too high (W06), its evidence out
/// of date (W07), a critical requirement not met (section 7.5).
public record AssessmentRules(OverRated overRated, Expired expired, boolean critical) {
    /// Over-rated at moderation.
    public static final String OVER_RATED = "W06";
    /// Evidence out of date.
    public static final String EXPIRED = "W07";
    /// A critical requirement is not met.
    public static final String CRITICAL = "CRITICAL";

    private static final int NAMED = 6;

    /// W06: so many criteria that moderation put so many points of 100 lower.
    public record OverRated(boolean active, int points, int criteria) {}

    /// W07: so many critical criteria whose evidence is all out of date.
    ///
    /// @param unmarked whether, in an edition that marks no criterion as critical, every one claimed in full counts
    public record Expired(boolean active, int criteria, boolean unmarked) {}

    /// One criterion of a self-assessment.
    ///
    /// @param variance moderated less claimed, in points of 100; 0 where it was not moderated
    /// @param full whether it is claimed in full
    /// @param unmet whether it stands at the lowest point: as moderated, else as claimed
    /// @param expired whether there is evidence and all of it is out of date
    public record Line(
            String code, String text, boolean critical, int variance, boolean full, boolean unmet, boolean expired) {}

    /// A self-assessment.
    ///
    /// @param series its framework's code: the next round's takes its place
    /// @param name such as `Section 11 self-assessment 2023`
    /// @param handedIn the day on which it was handed in
    public record Assessment(String series, String name, LocalDate handedIn, List<Line> lines) {
        /// Copies the lines in.
        public Assessment {
            lines = List.copyOf(lines);
        }
    }

    /// What the rules find, W06 first.
    public List<Finding> findings(Assessment assessment) {
        var found = new ArrayList<Finding>();
        var high = assessment.lines().stream()
                .filter(line -> -line.variance() >= overRated.points())
                .toList();
        if (overRated.active() && high.size() >= overRated.criteria()) {
            found.add(finding(
                    OVER_RATED,
                    assessment,
                    "Moderation of %s put %d lines at least %d points lower than claimed: %s."
                            .formatted(assessment.name(), high.size(), overRated.points(), codes(high))));
        }
        var old = assessment.lines().stream()
                .filter(line -> line.expired() && counts(line, assessment))
                .toList();
        if (expired.active() && old.size() >= expired.criteria()) {
            found.add(finding(
                    EXPIRED,
                    assessment,
                    "All the evidence is out of date for %d lines of %s: %s."
                            .formatted(old.size(), assessment.name(), codes(old))));
        }
        if (critical) {
            assessment.lines().stream()
                    .filter(line -> line.critical() && line.unmet())
                    .forEach(line -> found.add(Findings.on(
                            CRITICAL,
                            Matter.ASSESSMENT.series(assessment.series() + "/" + line.code()),
                            assessment.handedIn(),
                            "A critical requirement of %s is not met: %s %s."
                                    .formatted(assessment.name(), line.code(), line.text()))));
        }
        return found;
    }

    private boolean counts(Line line, Assessment assessment) {
        var marked = assessment.lines().stream().anyMatch(Line::critical);
        return marked ? line.critical() : expired.unmarked() && line.full();
    }

    private static Finding finding(String rule, Assessment assessment, String words) {
        return Findings.on(rule, Matter.ASSESSMENT.series(assessment.series()), assessment.handedIn(), words);
    }

    private static String codes(List<Line> lines) {
        var named = lines.stream().limit(NAMED).map(Line::code).collect(Collectors.joining(", "));
        return lines.size() > NAMED ? "%s and %d more".formatted(named, lines.size() - NAMED) : named;
    }
}

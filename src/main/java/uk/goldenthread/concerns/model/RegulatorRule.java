package uk.goldenthread.concerns.model;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import uk.goldenthread.kernel.regulator.Grade;

/// W10: the Care Quality Commission lowered a rating, rated safety inadequate, or served a warning notice.
///
/// @param active whether the rule is used
public record RegulatorRule(boolean active) {
    /// The rule's code.
    public static final String CODE = "W10";

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

    /// What was published of a provider.
    ///
    /// @param overall null where it was not rated
    /// @param safe the rating of the question whether it is safe; null where it was not rated
    public record Rating(
            LocalDate published,
            @Nullable Grade overall,
            @Nullable Grade safe) {}

    /// A warning notice.
    ///
    /// @param id its number here
    public record Notice(long id, LocalDate published) {}

    /// What the rule finds.
    ///
    /// @param ratings in the order of their days
    /// @param notices those still in force
    public List<Finding> findings(List<Rating> ratings, List<Notice> notices) {
        var found = new ArrayList<Finding>();
        if (!active) {
            return found;
        }
        if (!ratings.isEmpty()) {
            inRatings(ratings, found);
        }
        notices.forEach(notice -> found.add(Findings.on(
                CODE,
                Matter.REGULATOR.series("NOTICE-" + notice.id()),
                notice.published(),
                "The Care Quality Commission served a warning notice on %s, which is still in force."
                        .formatted(DAY.format(notice.published())))));
        return found;
    }

    private static void inRatings(List<Rating> ratings, List<Finding> found) {
        var latest = ratings.getLast();
        var overall =
                ratings.stream().filter(rating -> rating.overall() != null).toList();
        if (overall.size() > 1) {
            var now = grade(overall.getLast());
            var before = grade(overall.get(overall.size() - 2));
            if (now.compareTo(before) < 0) {
                var on = overall.getLast().published();
                found.add(Findings.on(
                        CODE,
                        Matter.REGULATOR.series("RATING"),
                        on,
                        "The rating published on %s is %s; it was %s before."
                                .formatted(DAY.format(on), words(now), words(before))));
            }
        }
        if (latest.safe() == Grade.INADEQUATE) {
            found.add(Findings.on(
                    CODE,
                    Matter.REGULATOR.series("SAFE"),
                    latest.published(),
                    "Safety was rated inadequate in what was published on %s."
                            .formatted(DAY.format(latest.published()))));
        }
    }

    private static String words(Grade grade) {
        return grade.words().toLowerCase(Locale.UK);
    }

    private static Grade grade(Rating rating) {
        return java.util.Objects.requireNonNull(rating.overall());
    }
}

package uk.goldenthread.concerns.model;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.goldenthread.kernel.calendar.Period;

/// W08: something that a provider owes, of high priority, is long overdue (BR-ACT-4). It looks at matters owed
/// whatever they are: the questions put to a provider, and its actions.
///
/// @param active whether the rule is used
/// @param days calendar days after the due day that are still let pass
public record OwedRule(boolean active, int days) {
    /// The rule's code.
    public static final String CODE = "W08";

    /// How the series of matters owed are named, before the kind and number of the matter: one series each, so that
    /// each matter is raised once.
    public static final String SERIES = "OWED-";

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

    /// Something a provider owes.
    ///
    /// @param matter its kind and number, such as `QUESTION-12`
    /// @param kpi the figure it is about; null when it is about none
    /// @param what what is owed, as the subject of a sentence: `The answer to "Why?"`
    /// @param due the last day on which it is in time
    /// @param highPriority whether missing it breaks a statute, statutory guidance or the contract
    /// @param done when it was done; null while it is owed
    public record Owed(
            String matter,
            @Nullable String kpi,
            String what,
            LocalDate due,
            boolean highPriority,
            @Nullable LocalDate done) {
        /// What its signal is found in.
        public String series() {
            return SERIES + matter;
        }
    }

    /// What the rule finds on a day. The words give the due day and no count, so that they stay true on the days after.
    public Optional<Finding> finding(Owed owed, LocalDate today) {
        var isOwed = owed.done() == null && owed.highPriority();
        if (!active || !isOwed || ChronoUnit.DAYS.between(owed.due(), today) <= days) {
            return Optional.empty();
        }
        var month = Period.parse(YearMonth.from(owed.due()).toString());
        var words = "%s was due on %s and has not come, more than %d days later."
                .formatted(owed.what(), DAY.format(owed.due()), days);
        return Optional.of(new Finding(CODE, owed.series(), owed.kpi(), month, month, words, true, false));
    }
}

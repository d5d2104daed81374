package uk.goldenthread.concerns.model;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/// W05: a post that statute or guidance demands is vacant for long, or nobody covers it (BR-ROLE-1, BR-ROLE-2).
///
/// @param active whether the rule is used
/// @param tell days after which a vacancy is told
/// @param escalate days after which it is escalated
/// @param noCover days without cover after which it is critical
public record PostRule(boolean active, int tell, int escalate, int noCover) {
    /// The rule's code.
    public static final String CODE = "W05";

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

    /// A post that nobody holds.
    ///
    /// @param role its code
    /// @param name as a reader knows it: `Named nurse for safeguarding children`
    /// @param since the first day without a holder
    /// @param days how many days it has been vacant
    /// @param uncovered whether there has been no cover for longer than allowed
    public record Vacancy(String role, String name, LocalDate since, long days, boolean uncovered) {}

    /// What the rule finds. The words change only when a limit is passed, so that they stay true on the days between.
    public Optional<Finding> finding(Vacancy vacancy) {
        if (!active || (vacancy.days() < tell && !vacancy.uncovered())) {
            return Optional.empty();
        }
        var words = "%s: vacant since %s%s.".formatted(vacancy.name(), DAY.format(vacancy.since()), urgency(vacancy));
        return Optional.of(Findings.on(CODE, Matter.POST.series(vacancy.role()), vacancy.since(), words));
    }

    private String urgency(Vacancy vacancy) {
        var cover = vacancy.uncovered() ? ", and nobody has covered it for more than %d days".formatted(noCover) : "";
        return vacancy.days() >= escalate ? ", %d days or more%s".formatted(escalate, cover) : cover;
    }
}

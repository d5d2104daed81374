package uk.goldenthread.actions.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import uk.goldenthread.kernel.outcome.Clause;
import uk.goldenthread.kernel.outcome.Reason;

/// What an action must say before it is proposed: what will be different, how that is known, by
/// when.
public final class Proposal {
    private static final int LONGEST_TITLE = 200;
    private static final int SHORTEST = 10;

    private Proposal() {}

    /// Every reason why a plan cannot be proposed today.
    public static List<Reason> problems(Action.Plan plan, LocalDate due, LocalDate today, Limits limits) {
        var reasons = new ArrayList<Reason>();
        var title = plan.title().strip().length();
        if (title < 5 || title > LONGEST_TITLE) {
            reasons.add(Reason.house("title", "Give the action a title of 5 to 200 characters."));
        }
        if (plan.outcome().strip().length() < SHORTEST) {
            reasons.add(Reason.house("outcome", "Say what will be different, in at least 10 characters."));
        }
        if (plan.measure().strip().length() < SHORTEST) {
            reasons.add(Reason.house("measure", "Say how it will be known, in at least 10 characters."));
        }
        if (plan.expects().isEmpty()) {
            reasons.add(new Reason(
                    "expects", "Choose at least one kind of evidence that can show it.", ActionClauses.VERIFIED));
        }
        reasons.addAll(dueProblems("due", plan.critical(), due, today, limits));
        return reasons;
    }

    /// Why a date cannot be an action's.
    static List<Reason> dueProblems(String field, boolean critical, LocalDate due, LocalDate today, Limits limits) {
        if (!due.isAfter(today)) {
            return List.of(new Reason(field, "The date must be after today.", Clause.HOUSE));
        }
        var latest = today.plusDays(critical ? limits.dueDaysCritical() : limits.dueDays());
        if (!due.isAfter(latest)) {
            return List.of();
        }
        var message = critical
                ? "A critical criterion that is not met is put right by %s at the latest (%d days)."
                        .formatted(Words.day(latest), limits.dueDaysCritical())
                : "The date can be %s at the latest (%d days).".formatted(Words.day(latest), limits.dueDays());
        return List.of(new Reason(field, message, ActionClauses.DUE));
    }
}

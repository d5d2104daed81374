package uk.goldenthread.actions.web;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import uk.goldenthread.actions.ActionReading.Whole;
import uk.goldenthread.actions.ActionRules;
import uk.goldenthread.actions.model.Action;
import uk.goldenthread.actions.model.ActionState;
import uk.goldenthread.shell.view.Dates;

/// How an action stands, in a sentence.
final class Sentences {
    private Sentences() {}

    static String state(Whole whole) {
        var action = whole.action();
        var who = action.organisationName();
        return switch (action.state()) {
            case ActionState.Proposed _ ->
                "Proposed on %s. %s accepts or declines it; it is %s.".formatted(day(action), who, due(whole));
            case ActionState.Rejected _ -> "%s declined it. The ICB asks again or lets it lapse.".formatted(who);
            case ActionState.Open _ -> "%s accepted it; it is %s.".formatted(who, due(whole));
            case ActionState.InProgress _ -> "%s works on it; it is %s.".formatted(who, due(whole));
            case ActionState.Returned _ -> "Sent back to %s; it is %s.".formatted(who, due(whole));
            case ActionState.EvidenceSubmitted _ -> "%s says that it is done. The ICB verifies it.".formatted(who);
            case ActionState.Assured _ ->
                "Verified on %s. On %s the ICB looks again whether it holds."
                        .formatted(
                                Dates.day(
                                        Objects.requireNonNull(action.progress().assuredAt())),
                                Dates.day(
                                        Objects.requireNonNull(action.progress().embedCheckOn())));
            case ActionState.Embedded _ -> "It holds in practice. The committee judges what it did for people.";
            case ActionState.Evaluated _ ->
                "The committee judged its effect: %s. It can be closed."
                        .formatted(Objects.requireNonNull(action.progress().effect())
                                .words()
                                .toLowerCase(java.util.Locale.ROOT));
            case ActionState.Closed _ ->
                "Closed on %s, minute %s."
                        .formatted(closed(action), action.progress().minute());
            case ActionState.Lapsed _ -> "Lapsed on %s.".formatted(closed(action));
        };
    }

    /// Who may take the next step.
    static String waits(Whole whole) {
        var who = whole.action().organisationName();
        return switch (whole.action().state()) {
            case ActionState.Proposed _ ->
                "The next step is %s's: somebody who carries actions out there accepts or declines it.".formatted(who);
            case ActionState.Rejected _ -> "The next step is the ICB's, by whoever may propose actions.";
            case ActionState.AtWork _ ->
                "The next step is %s's: it gives evidence and says that it is done.".formatted(who);
            case ActionState.EvidenceSubmitted _ ->
                "The next step is a designated professional's who does not work for %s.".formatted(who);
            case ActionState.Assured _ ->
                "From %s on, a designated professional who does not work for %s says whether it holds."
                        .formatted(
                                Dates.day(Objects.requireNonNull(
                                        whole.action().progress().embedCheckOn())),
                                who);
            case ActionState.Embedded _, ActionState.Evaluated _ -> "The next step is the committee's.";
            case ActionState.Closed _, ActionState.Lapsed _ -> "";
        };
    }

    /// How often it comes again.
    static String every(int months) {
        return switch (months) {
            case 1 -> "Every month";
            case 12 -> "Every year";
            default -> "Every %d months".formatted(months);
        };
    }

    private static String due(Whole whole) {
        var due = whole.action().timing().due();
        var days = ChronoUnit.DAYS.between(whole.day(), due);
        if (days < 0) {
            return "%s overdue: it was due on %s".formatted(days(-days), Dates.day(due));
        }
        return days == 0 ? "due today" : "due on %s, in %s".formatted(Dates.day(due), days(days));
    }

    private static String days(long days) {
        return days == 1 ? "1 day" : days + " days";
    }

    private static String day(Action action) {
        return Dates.day(action.progress().proposedAt());
    }

    private static String closed(Action action) {
        LocalDate day = ActionRules.day(Objects.requireNonNull(action.progress().closedAt()));
        return Dates.day(day);
    }
}

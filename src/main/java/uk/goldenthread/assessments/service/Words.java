package uk.goldenthread.assessments.service;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import uk.goldenthread.assessments.model.Answer;
import uk.goldenthread.assessments.model.AnswerKind;
import uk.goldenthread.assessments.model.Progress;
import uk.goldenthread.assessments.model.Question;
import uk.goldenthread.assessments.model.RatingScale;
import uk.goldenthread.shell.view.Dates;

/// States, judgements and scores in words.
public final class Words {
    private Words() {}

    /// A state's stored name in words, as who looks at it sees it.
    public static String state(String name) {
        return switch (name) {
            case "ISSUED" -> "Not started";
            case "IN_PROGRESS" -> "In progress";
            case "WITH_APPROVER" -> "Waits for sign-off";
            case "SUBMITTED" -> "Handed in";
            case "UNDER_REVIEW" -> "With the ICB";
            case "RETURNED" -> "Given back";
            case "MODERATED" -> "Moderated";
            case "IN_CHALLENGE" -> "At the challenge event";
            case "AGREED" -> "Agreed";
            case "ACTION_PLAN_OPEN" -> "Agreed, actions open";
            case "CLOSED" -> "Closed";
            case "EXEMPT" -> "Left out";
            case "NON_RETURN" -> "Never handed in";
            default -> throw new IllegalArgumentException("no state " + name);
        };
    }

    /// Whether it is with the provider, so that it can be late.
    public static boolean isWithProvider(String state) {
        return switch (state) {
            case "ISSUED", "IN_PROGRESS", "WITH_APPROVER" -> true;
            default -> false;
        };
    }

    /// How late it is in words; null when it is not.
    ///
    /// @param handedIn when it first came in; null while it has not
    public static @Nullable String late(String state, LocalDate dueOn, @Nullable LocalDate handedIn, LocalDate today) {
        if (state.equals("EXEMPT") || (handedIn == null && !isWithProvider(state))) {
            return null;
        }
        var day = handedIn == null ? today : handedIn;
        if (!day.isAfter(dueOn)) {
            return null;
        }
        var days = dueOn.until(day, java.time.temporal.ChronoUnit.DAYS);
        return (handedIn == null ? "" : "handed in ") + (days == 1 ? "1 day late" : days + " days late");
    }

    /// How far it has come; what was brought forward is told apart and never counted as done.
    public static String progress(Progress progress) {
        var words = new StringBuilder("%d of %d answered".formatted(progress.answered(), progress.asked()));
        var percent = progress.percentConfirmed();
        if (percent != null) {
            words.append("; %d%% of %d brought forward re-confirmed".formatted(percent, progress.carried()));
        }
        if (progress.filled() > 0) {
            words.append("; %d filled from another framework".formatted(progress.filled()));
        }
        return words.toString();
    }

    /// A value in words; empty for none.
    public static String value(Question question, String value) {
        if (value.isEmpty()) {
            return "";
        }
        if (value.equals(AnswerKind.NA) && question.kind() instanceof AnswerKind.Rated) {
            return "Does not apply";
        }
        return switch (question.kind()) {
            case AnswerKind.Rated(var scale) ->
                scale.point(value).map(RatingScale.Point::label).orElse(value);
            case AnswerKind.YesNo _ -> value.equals("YES") ? "Yes" : "No";
            case AnswerKind.Day _ -> Dates.day(LocalDate.parse(value));
            case AnswerKind.Words _, AnswerKind.Decimal _, AnswerKind.Choice _ -> value;
        };
    }

    /// How an answer stands.
    public static String standing(Question question, Answer answer, boolean missing) {
        if (answer.isToConfirm()) {
            return "To confirm";
        }
        if (answer.value().isEmpty()) {
            return question.required() ? "To answer" : "Not answered";
        }
        return missing ? "Needs something" : "Answered";
    }

    /// What a point of a scale means; null where its label says it.
    public static @Nullable String meaning(RatingScale scale, RatingScale.Point point) {
        if (scale != RatingScale.RAG3) {
            return null;
        }
        return switch (point.code()) {
            case "R" -> "Urgent or remedial action is needed";
            case "A" -> "Working towards it";
            default -> "Achieving it or better";
        };
    }

    /// A score with its colour: "73.6, amber"; empty when there is none.
    public static String score(@Nullable BigDecimal score, @Nullable String rag) {
        if (score == null || rag == null) {
            return "";
        }
        return score.setScale(1, RoundingMode.HALF_UP).stripTrailingZeros().toPlainString() + ", " + colour(rag);
    }

    private static String colour(String rag) {
        return switch (rag) {
            case "GREEN" -> "green";
            case "AMBER" -> "amber";
            case "RED" -> "red";
            default -> "not rated";
        };
    }

    /// A step of the story as a sentence after the name of who took it.
    public static String step(String step) {
        return switch (step) {
            case "ISSUED" -> "issued it";
            case "CARRIED_FORWARD" -> "brought last time's answers forward";
            case "FILLED" -> "filled answers from another framework";
            case "HANDED_OVER" -> "handed it over to be signed";
            case "TAKEN_BACK" -> "took it back";
            case "SENT_BACK" -> "sent it back to be put right";
            case "SUBMITTED" -> "signed it for the board and handed it in";
            case "SHARED" -> "agreed to share it with another ICB";
            case "SHARED_IN" -> "shared what it handed in to another ICB";
            case "SHARING_ENDED" -> "ended the sharing with another ICB";
            case "SHARED_UNTIL" -> "ended the sharing of it from another ICB";
            case "TAKEN_UP" -> "took it up";
            case "RETURNED" -> "gave it back to be put right";
            case "MODERATED" -> "finished the judgement";
            case "REPLIED" -> "replied to the judgement";
            case "CHALLENGED" -> "took it to the challenge event";
            case "AGREED" -> "agreed it";
            case "PLAN_OPENED" -> "opened its action plan";
            case "CLOSED" -> "closed it";
            case "EXTENDED" -> "gave a later date";
            case "EXEMPT" -> "left it out of the round";
            case "NON_RETURN" -> "recorded that it never came in";
            default -> step.toLowerCase(java.util.Locale.UK).replace('_', ' ');
        };
    }
}

package uk.goldenthread.returns.model;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.goldenthread.kernel.outcome.Clause;
import uk.goldenthread.kernel.outcome.Reason;

/// What may be said about one line: what cannot be, what is missing before it can be submitted, and what is
/// odd enough
/// to look at. Each rule gives every reason, with the field it is about.
public final class LineRules {
    /// A figure that cannot be is refused.
    public static final Clause FIGURES =
            new Clause("BR-KPI-5", "NHS Standard Contract reporting: figures must be true");

    /// A large change of denominator is confirmed.
    public static final Clause DENOMINATOR =
            new Clause("BR-KPI-3", "A denominator that changes by more than a quarter is confirmed");

    /// A red figure is explained; a repeated one is looked at.
    public static final Clause WORDS =
            new Clause("BR-KPI-1", "Reporting requirements, NHS Standard Contract Schedule 6A");

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private LineRules() {}

    /// Why the figures cannot be: refused as they are typed, before anything is kept.
    public static List<Reason> impossible(Asked asked, Answer answer) {
        var reasons = new ArrayList<Reason>();
        var numerator = answer.numerator();
        var denominator = answer.denominator();
        figure(reasons, "numerator", numerator, asked.fractions());
        figure(reasons, "denominator", denominator, asked.fractions());
        figure(reasons, "value", answer.value(), asked.unit() != Asked.Unit.COUNT);
        if (asked.isRatio() && answer.value() != null) {
            refuse(reasons, "value", "Give the numerator and the denominator; the figure is worked out from them.");
        }
        if (!asked.isRatio() && (numerator != null || denominator != null)) {
            refuse(reasons, "value", "Give one number: this figure has no numerator and denominator.");
        }
        var value = answer.value();
        if (asked.unit() == Asked.Unit.YES_NO
                && value != null
                && value.compareTo(BigDecimal.ZERO) != 0
                && value.compareTo(BigDecimal.ONE) != 0) {
            refuse(reasons, "value", "Answer yes or no.");
        }
        // A rate may exceed its base (BR-KPI-5): events per thousand bed days are not a part of the bed days.
        if (asked.unit() == Asked.Unit.PERCENT
                && numerator != null
                && denominator != null
                && numerator.compareTo(denominator) > 0) {
            refuse(
                    reasons,
                    "numerator",
                    "This cannot be more than the number it is out of (%s).".formatted(denominator.toPlainString()));
        }
        return reasons;
    }

    private static void figure(List<Reason> reasons, String field, @Nullable BigDecimal figure, boolean fractions) {
        if (figure == null) {
            return;
        }
        if (figure.signum() < 0) {
            refuse(reasons, field, "This cannot be less than 0.");
        }
        if (!fractions && figure.stripTrailingZeros().scale() > 0) {
            refuse(reasons, field, "Give a whole number.");
        }
    }

    private static void refuse(List<Reason> reasons, String field, String message) {
        reasons.add(new Reason(field, message, FIGURES));
    }

    /// What is still needed before the line can be submitted.
    ///
    /// @param earlier the answers of the periods before, newest first
    public static List<Reason> unfinished(Asked asked, Answer answer, List<Answer> earlier, Limits limits) {
        var reasons = new ArrayList<Reason>();
        var figureField = asked.isRatio() ? "numerator" : "value";
        if (!answer.hasFigure(asked)) {
            if (asked.isRatio() && (answer.numerator() != null || answer.denominator() != null)) {
                var missing = answer.numerator() == null ? "numerator" : "denominator";
                reasons.add(new Reason(missing, "Give this number too, or clear the other.", WORDS));
            } else if (answer.narrative().isBlank()) {
                reasons.add(new Reason(figureField, "Give the figure, or say in words why there is none.", WORDS));
            }
            return reasons;
        }
        if (limits.redNeedsWords() && isRed(asked, answer) && answer.narrative().isBlank()) {
            reasons.add(new Reason(
                    "narrative", "This is well short of the target. Say why, and what is being done.", WORDS));
        }
        if (denominatorJumps(answer, earlier, limits) && !answer.denominatorConfirmed()) {
            reasons.add(new Reason(
                    "confirmed",
                    "The number it is out of has changed by more than %d%% since last time. Confirm that it is right."
                            .formatted(limits.denominatorChange()),
                    DENOMINATOR));
        }
        return reasons;
    }

    /// What is worth a second look, by the provider before sending and by the ICB before accepting. Never
    /// in the way.
    ///
    /// @param earlier the answers of the periods before, newest first
    public static List<Reason> odd(Asked asked, Answer answer, List<Answer> earlier, Limits limits) {
        var reasons = new ArrayList<Reason>();
        if (!answer.hasFigure(asked)) {
            if (!answer.narrative().isBlank()) {
                reasons.add(new Reason(asked.isRatio() ? "numerator" : "value", "No figure was given.", WORDS));
            }
            return reasons;
        }
        if (isRed(asked, answer)) {
            reasons.add(new Reason("narrative", "Well short of the target.", WORDS));
        }
        if (denominatorJumps(answer, earlier, limits)) {
            reasons.add(new Reason(
                    "denominator",
                    "The number it is out of changed by more than %d%%.".formatted(limits.denominatorChange()),
                    DENOMINATOR));
        }
        if (isRepeated(asked, answer, earlier, limits)) {
            reasons.add(new Reason(
                    asked.isRatio() ? "numerator" : "value",
                    "The same figures for %d periods running.".formatted(limits.repeatedPeriods()),
                    WORDS));
        }
        return reasons;
    }

    /// Whether the figure misses its target by more than the tolerance, in whole numbers:
    /// `100 x numerator < (target - tolerance) x denominator`. Fewer than the minimum denominator are not
    /// judged.
    public static boolean isRed(Asked asked, Answer answer) {
        var target = asked.target();
        if (target == null || asked.better() == Asked.Better.NEITHER || !answer.hasFigure(asked)) {
            return false;
        }
        var higher = asked.better() == Asked.Better.HIGHER;
        var bound = higher ? target.subtract(asked.tolerance()) : target.add(asked.tolerance());
        var numerator = answer.numerator();
        var denominator = answer.denominator();
        var per = asked.per();
        if (per == null || numerator == null || denominator == null) {
            var value = answer.value();
            return value != null && (higher ? value.compareTo(bound) < 0 : value.compareTo(bound) > 0);
        }
        if (denominator.signum() == 0 || denominator.compareTo(BigDecimal.valueOf(asked.minimumDenominator())) < 0) {
            return false;
        }
        var order = numerator.multiply(BigDecimal.valueOf(per)).compareTo(bound.multiply(denominator));
        return higher ? order < 0 : order > 0;
    }

    private static boolean denominatorJumps(Answer answer, List<Answer> earlier, Limits limits) {
        var now = answer.denominator();
        var before = earlier.stream()
                .map(Answer::denominator)
                .filter(d -> d != null)
                .findFirst()
                .orElse(null);
        if (now == null || before == null || before.signum() == 0) {
            return false;
        }
        var change = now.subtract(before).abs().multiply(HUNDRED);
        return change.compareTo(before.multiply(BigDecimal.valueOf(limits.denominatorChange()))) > 0;
    }

    private static boolean isRepeated(Asked asked, Answer answer, List<Answer> earlier, Limits limits) {
        var others = limits.repeatedPeriods() - 1;
        // An answer of yes is meant to stay yes.
        return asked.unit() != Asked.Unit.YES_NO
                && earlier.size() >= others
                && earlier.stream().limit(others).allMatch(answer::sameFigures);
    }
}

package uk.goldenthread.concerns.model;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The composite score of one provider: it proposes a level, a person decides. Every contribution is
/// shown.
///
/// @param score the sum, at most the cap
/// @param sum what the contributions add up to before the cap
/// @param proposed the level the score proposes
/// @param contributions the largest first
public record CompositeScore(int score, int sum, Level proposed, List<Contribution> contributions) {
    /// Weights and bands, from the settings.
    public record Weights(
            int critical,
            int concern,
            int fail,
            int warning,
            int mismatch,
            int cap,
            int watchFrom,
            int enhancedFrom,
            int intensiveFrom) {}

    /// A signal that holds.
    ///
    /// @param priority the figure counts in the score
    /// @param dismissed a person gave a reason why it does not count
    public record Counted(
            long signal,
            String rule,
            @Nullable String kpi,
            String words,
            boolean priority,
            boolean escalates,
            boolean dismissed) {}

    /// What one signal adds.
    ///
    /// @param points nought where it is shown but not counted
    /// @param why why it adds that
    public record Contribution(
            long signal, String rule, @Nullable String kpi, String words, int points, String why) {}

    public static CompositeScore of(List<Counted> signals, Weights weights) {
        var contributions = signals.stream()
                .map(signal -> contribution(signal, weights))
                .sorted(Comparator.comparingInt(Contribution::points)
                        .reversed()
                        .thenComparing(Contribution::rule)
                        .thenComparingLong(Contribution::signal))
                .toList();
        var sum = contributions.stream().mapToInt(Contribution::points).sum();
        var score = Math.min(sum, weights.cap());
        return new CompositeScore(score, sum, band(score, weights), contributions);
    }

    private static Contribution contribution(Counted signal, Weights weights) {
        if (signal.dismissed()) {
            return added(signal, 0, "dismissed with a reason, so not counted");
        }
        if (!signal.escalates()) {
            return added(signal, 0, "trial limits do not escalate, so not counted");
        }
        return switch (signal.rule()) {
            case Finding.SPC_CONCERN ->
                signal.priority()
                        ? added(signal, weights.concern(), "a concern on a priority figure")
                        : added(signal, 0, "not a priority figure, so not counted");
            case Finding.SPC_FAIL -> added(signal, weights.fail(), "a figure that will miss its target");
            case Finding.SILENCE -> added(signal, 0, "counted through rule W04 when the return is very late");
            case AssessmentRules.CRITICAL -> added(signal, weights.critical(), "a critical requirement not met");
            default ->
                Triangulation.isMismatch(signal.rule())
                        ? mismatch(signal, weights)
                        : added(signal, weights.warning(), "an active warning");
        };
    }

    private static Contribution mismatch(Counted signal, Weights weights) {
        return weights.mismatch() == 0
                ? added(signal, 0, "a claim that something contradicts, which the score leaves to people")
                : added(signal, weights.mismatch(), "a claim that something contradicts");
    }

    private static Contribution added(Counted signal, int points, String why) {
        return new Contribution(signal.signal(), signal.rule(), signal.kpi(), signal.words(), points, why);
    }

    private static Level band(int score, Weights weights) {
        if (score >= weights.intensiveFrom()) {
            return Level.INTENSIVE;
        }
        if (score >= weights.enhancedFrom()) {
            return Level.ENHANCED;
        }
        return score >= weights.watchFrom() ? Level.WATCH : Level.ROUTINE;
    }
}

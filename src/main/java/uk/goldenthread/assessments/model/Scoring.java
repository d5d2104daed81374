package uk.goldenthread.assessments.model;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.goldenthread.assessments.model.CutOffs.Rag;
import uk.goldenthread.assessments.model.Judgement.View;

/// Turns judgements into the score of each standard and of the whole, in one view at a time. Criteria that do not apply
/// leave both sides of the mean, so that the others are weighed anew.
public record Scoring(CutOffs cutOffs) {
    /// Scoring with the default cut-offs.
    public static final Scoring DEFAULT = new Scoring(CutOffs.DEFAULT);

    /// A criterion as it takes part in a score.
    ///
    /// @param weight within its standard; nought counts for nothing but may still be critical
    /// @param critical whether the whole cannot be green while it is not met
    public record Item(String criterion, BigDecimal weight, boolean critical, Judgement judgement) {
        /// @throws IllegalArgumentException when the weight is negative
        public Item {
            if (weight.signum() < 0) {
                throw new IllegalArgumentException("weight of %s is %s".formatted(criterion, weight));
            }
        }
    }

    /// A standard and its criteria.
    ///
    /// @param weight among the standards; 1 where all weigh the same
    public record Standard(String code, BigDecimal weight, List<Item> items) {
        /// Copies the items in.
        public Standard {
            items = List.copyOf(items);
        }
    }

    /// A score with what it rests on.
    ///
    /// @param score null when nothing applies or nothing is rated
    /// @param applicable criteria not found to be N/A
    /// @param rated criteria among them that are judged in this view
    /// @param floored whether a red standard or a critical criterion turned green into amber
    public record Result(String code, @Nullable Score score, Rag rag, int applicable, int rated, boolean floored) {}

    /// The scores of one return in one view.
    public record Card(View view, List<Result> standards, Result overall) {
        /// Copies the standards in.
        public Card {
            standards = List.copyOf(standards);
        }
    }

    /// Scores a return: each standard by itself, and all of them together under the floor rule.
    public Card score(List<Standard> standards, View view) {
        var results = new ArrayList<Result>();
        var parts = new ArrayList<Score.Weighted>();
        for (var standard : standards) {
            var result = standard(standard, view);
            results.add(result);
            if (result.score() != null && standard.weight().signum() > 0) {
                parts.add(new Score.Weighted(result.score(), standard.weight()));
            }
        }
        return new Card(view, results, overall(standards, view, results, parts));
    }

    private Result standard(Standard standard, View view) {
        var weighted = BigDecimal.ZERO;
        var weights = BigDecimal.ZERO;
        int applicable = 0;
        int rated = 0;
        for (var item : standard.items()) {
            var rating = item.judgement().in(view);
            if (rating.isEmpty()) {
                applicable++;
            } else if (rating.get() instanceof Rating.Scored scored) {
                applicable++;
                rated++;
                weights = weights.add(item.weight());
                weighted = weighted.add(
                        item.weight().multiply(BigDecimal.valueOf(scored.point().normalised())));
            }
        }
        var score = weights.signum() > 0 ? Score.quotient(weighted, weights) : null;
        return new Result(standard.code(), score, colour(score, applicable), applicable, rated, false);
    }

    private Result overall(List<Standard> standards, View view, List<Result> results, List<Score.Weighted> parts) {
        int applicable = results.stream().mapToInt(Result::applicable).sum();
        int rated = results.stream().mapToInt(Result::rated).sum();
        var score = parts.isEmpty() ? null : Score.mean(parts);
        var rag = colour(score, applicable);
        var floored = rag == Rag.GREEN
                && (results.stream().anyMatch(result -> result.rag() == Rag.RED) || criticalUnmet(standards, view));
        return new Result("*", score, floored ? Rag.AMBER : rag, applicable, rated, floored);
    }

    private Rag colour(@Nullable Score score, int applicable) {
        if (score != null) {
            return cutOffs.colour(score);
        }
        return applicable == 0 ? Rag.NA : Rag.NOT_RATED;
    }

    private static boolean criticalUnmet(List<Standard> standards, View view) {
        return standards.stream()
                .flatMap(standard -> standard.items().stream())
                .filter(Item::critical)
                .map(item -> item.judgement().in(view))
                .anyMatch(rating -> rating.orElse(null) instanceof Rating.Scored scored && scored.isLowest());
    }
}

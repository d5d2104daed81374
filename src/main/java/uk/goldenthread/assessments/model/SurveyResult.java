package uk.goldenthread.assessments.model;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.goldenthread.kernel.outcome.Clause;
import uk.goldenthread.kernel.suppression.Profile;
import uk.goldenthread.kernel.suppression.Table;

/// What practitioners answered to one question, as far as it may be shown (BR-ASM-13). A nought is shown:
/// it points at
/// nobody.
///
/// @param cells the counts of the answers as published, in the order they were given; empty where nothing
///     may be shown
/// @param agree the share that said yes, in whole per cent rounded down; null where it may not be shown
public record SurveyResult(List<String> cells, @Nullable Integer agree) {
    /// Why small numbers are hidden.
    public static final Clause SMALL_NUMBERS =
            new Clause("BR-ASM-13", "A survey is shown only from 10 responses; cells under 5 are suppressed");

    private static final SurveyResult HIDDEN = new SurveyResult(List.of(), null);

    public SurveyResult {
        cells = List.copyOf(cells);
    }

    /// The answers to one question.
    ///
    /// @param counts by answer; the first is the one that agrees
    /// @param replies to the whole survey
    /// @param least the fewest replies of which anything is shown
    /// @param smallest the smallest count that is shown
    public static SurveyResult of(List<Long> counts, int replies, int least, int smallest) {
        var total = counts.stream().mapToLong(Long::longValue).sum();
        if (replies < least || total < least) {
            return HIDDEN;
        }
        var profile = new Profile("SURVEY", smallest, 1, true, false, "<" + smallest, least);
        var shown = new Table(counts, total).publish(profile);
        var first = shown.cells().getFirst();
        var hidden = !first.equals(Long.toString(counts.getFirst()))
                || !profile.percentage(counts.getFirst(), total).endsWith("%");
        return new SurveyResult(
                shown.cells(), hidden ? null : Integer.valueOf((int) (100 * counts.getFirst() / total)));
    }

    /// Whether leaders claim in full what fewer of their people than that share agree with.
    ///
    /// @param claimed points of 100 claimed on the criterion; null where it does not apply
    /// @param enough the share of yes, in per cent, that a full claim needs
    public boolean contradicts(@Nullable Integer claimed, int enough) {
        return claimed != null && claimed == 100 && agree != null && agree < enough;
    }

    /// The counts by question and answer.
    public static long count(Map<String, Map<String, Integer>> counts, String question, String value) {
        return counts.getOrDefault(question, Map.of()).getOrDefault(value, 0);
    }
}

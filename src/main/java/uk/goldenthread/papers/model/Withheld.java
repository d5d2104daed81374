package uk.goldenthread.papers.model;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import uk.goldenthread.kernel.suppression.Profile;

/// What stands in place of a figure that a published paper withholds (BR-KPI-6), and what each sign says.
public final class Withheld {
    /// A share of too few: `n<10`.
    private static final Pattern SHARE_OF_FEW = Pattern.compile("n<(\\d+)");

    /// A count that is hidden: `<5`, `≤7`.
    private static final Pattern SMALL = Pattern.compile("[<≤]\\d+");

    /// How a point proposed before said it: "All providers together: *, target 95%."
    private static final Pattern IN_A_SENTENCE = Pattern.compile("(?<=: )(\\*|n<\\d+|[<≤]\\d+)(?=[,.;])");

    private Withheld() {}

    /// Why a figure is not given, for the middle of a sentence; null when it is given.
    public static @Nullable String why(String text) {
        if (text.equals(Profile.SECONDARY)) {
            return "it could give a small number away";
        }
        var few = SHARE_OF_FEW.matcher(text);
        return few.matches() ? "it is a share of fewer than " + few.group(1) : null;
    }

    /// One sentence for each sign among these figures and sentences; none when nothing is withheld.
    ///
    /// @param texts figures as they are read, or sentences that hold them
    public static List<String> key(List<String> texts) {
        var signs = texts.stream().flatMap(Withheld::signs).distinct().sorted().toList();
        var sentences = new ArrayList<String>();
        for (var sign : signs) {
            var why = why(sign);
            sentences.add(
                    why == null
                            ? "%s stands for a count that is not nought and too small to publish.".formatted(sign)
                            : "%s stands for a figure that is withheld because %s.".formatted(sign, why));
        }
        return sentences;
    }

    private static java.util.stream.Stream<String> signs(String text) {
        if (why(text) != null || SMALL.matcher(text).matches()) {
            return java.util.stream.Stream.of(text);
        }
        return IN_A_SENTENCE.matcher(text).results().map(java.util.regex.MatchResult::group);
    }
}

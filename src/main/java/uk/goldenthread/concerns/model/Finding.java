package uk.goldenthread.concerns.model;

import org.jspecify.annotations.Nullable;
import uk.goldenthread.kernel.calendar.Period;

/// What a rule found in one series of one provider.
///
/// @param rule the rule's code: `W01` to `W04`, `W08`, `W12`, `SPC-CONCERN`, `SPC-FAIL`, `SILENCE`, `IMMEDIATE`
/// @param series what it was found in: a figure's code, `RETURNS-QUARTERLY`, or `OWED-QUESTION-12`
/// @param kpi the figure's code; null when it is not about a figure
/// @param first the period in which the condition began
/// @param last the latest period in which it holds
/// @param words the points and numbers that triggered it, in one sentence
/// @param escalates whether it counts towards the score and must be acknowledged in time
/// @param provisional whether a provisional value is among the points
public record Finding(
        String rule,
        String series,
        @Nullable String kpi,
        Period first,
        Period last,
        String words,
        boolean escalates,
        boolean provisional) {
    /// The rule of a chart whose latest point is a concern.
    public static final String SPC_CONCERN = "SPC-CONCERN";
    /// The rule of a chart that shows the target will be missed.
    public static final String SPC_FAIL = "SPC-FAIL";
    /// The rule of a return that did not come.
    public static final String SILENCE = "SILENCE";
    /// The rule of an immediate risk that a visit found.
    public static final String IMMEDIATE = "IMMEDIATE";

    /// @throws IllegalArgumentException when it would end before it begins
    public Finding {
        if (last.start().isBefore(first.start())) {
            throw new IllegalArgumentException("%s ends in %s before it begins in %s".formatted(rule, last, first));
        }
    }
}

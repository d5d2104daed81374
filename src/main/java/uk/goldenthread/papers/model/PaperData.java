package uk.goldenthread.papers.model;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Everything a paper states as fact, for one period, as the records stood at one instant. A pure value:
/// the same
/// records
/// give the same data, byte for byte.
///
/// @param period its code, and `label` in words
/// @param asOf the London day of the instant it was assembled as at
/// @param measures in catalogue order
/// @param ladder providers above routine oversight, the highest level first
/// @param since what the changes are counted from; null for a committee's first paper
/// @param changes sentences about what changed since then
public record PaperData(
        String committee,
        String period,
        String label,
        LocalDate start,
        LocalDate end,
        LocalDate asOf,
        int providers,
        List<Measure> measures,
        List<LadderLine> ladder,
        Timeliness returns,
        Warnings warnings,
        @Nullable Since since,
        List<String> changes) {

    public PaperData {
        measures = List.copyOf(measures);
        ladder = List.copyOf(ladder);
        changes = List.copyOf(changes);
    }

    /// One measure over all providers.
    ///
    /// @param unit PERCENT, COUNT, RATE, DAYS or YES_NO
    /// @param direction of improvement: `+`, `-` or `0`
    /// @param suppression code of the profile that its public edition uses
    /// @param total over the providers that answered: the latest value of each in the period, a count
    ///     summed over it
    /// @param answered how many providers gave a value in the period
    /// @param chosen whether it is shown with a chart
    /// @param series the same total for each period up to the end of this one
    /// @param states what process control says of each provider's series
    public record Measure(
            String kpi,
            int version,
            String name,
            String unit,
            String direction,
            boolean priority,
            boolean chosen,
            String suppression,
            @Nullable BigDecimal target,
            PaperFigure total,
            int answered,
            List<Point> series,
            List<ProviderState> states) {
        public Measure {
            series = List.copyOf(series);
            states = List.copyOf(states);
        }
    }

    /// A total of one period.
    public record Point(LocalDate start, String label, PaperFigure figure) {}

    /// One provider's series at its latest value.
    ///
    /// @param basis LINE_ONLY, TRIAL or FULL: whether signals may be used
    /// @param variation and `assurance` as the published view codes them
    public record ProviderState(
            String code,
            String name,
            String period,
            PaperFigure figure,
            String basis,
            String variation,
            @Nullable String assurance) {

        public boolean concern() {
            return !basis.equals("LINE_ONLY") && variation.startsWith("CONCERN");
        }

        public boolean improvement() {
            return !basis.equals("LINE_ONLY") && variation.startsWith("IMPROVEMENT");
        }

        public boolean fails() {
            return !basis.equals("LINE_ONLY") && "FAIL".equals(assurance);
        }

        public boolean passes() {
            return !basis.equals("LINE_ONLY") && "PASS".equals(assurance);
        }
    }

    /// A provider above routine oversight.
    ///
    /// @param level a code of LADDER_LEVEL
    public record LadderLine(String code, String name, String level, LocalDate since) {}

    /// How returns of the period came in.
    ///
    /// @param late providers whose return came late or has not come, the latest first
    public record Timeliness(
            PaperFigure expected,
            PaperFigure onTime,
            PaperFigure receivedLate,
            PaperFigure missing,
            PaperFigure changedSinceApproval,
            List<LateReturn> late) {
        public Timeliness {
            late = List.copyOf(late);
        }
    }

    /// A return that came late or has not come.
    ///
    /// @param daysLate working days after it was due, up to when it came or the paper's instant
    public record LateReturn(String code, String name, String period, int daysLate, boolean received) {}

    /// Early-warning signals.
    public record Warnings(PaperFigure raised, PaperFigure open) {}

    /// The paper before.
    public record Since(int paper, String label, LocalDate frozenOn) {}
}

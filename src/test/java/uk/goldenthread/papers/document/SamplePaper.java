package uk.goldenthread.papers.document;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import uk.goldenthread.papers.model.Cover;
import uk.goldenthread.papers.model.Heading;
import uk.goldenthread.papers.model.PaperData;
import uk.goldenthread.papers.model.PaperData.LadderLine;
import uk.goldenthread.papers.model.PaperData.LateReturn;
import uk.goldenthread.papers.model.PaperData.Measure;
import uk.goldenthread.papers.model.PaperData.Point;
import uk.goldenthread.papers.model.PaperData.ProviderState;
import uk.goldenthread.papers.model.PaperData.Timeliness;
import uk.goldenthread.papers.model.PaperData.Warnings;
import uk.goldenthread.papers.model.PaperFigure;
import uk.goldenthread.papers.model.Slot;

/// A paper as a person might have written it, for tests of how it is drawn.
public final class SamplePaper {
    private SamplePaper() {}

    public static PaperFigure percent(String provider, String text, int numerator, int denominator) {
        return new PaperFigure(
                "measure",
                Map.of("kpi", "K03", "provider", provider),
                text,
                new BigDecimal(text.replace("%", "")),
                BigDecimal.valueOf(numerator),
                BigDecimal.valueOf(denominator));
    }

    public static ProviderState state(String code, String name, String variation, String assurance) {
        return new ProviderState(code, name, "June 2025", percent(code, "70%", 70, 100), "FULL", variation, assurance);
    }

    public static Measure training(PaperFigure total, List<ProviderState> states) {
        var series = new ArrayList<Point>();
        for (int month = 0; month < 15; month++) {
            var value = 80 + month % 4 - (month > 12 ? 12 : 0);
            series.add(new Point(
                    LocalDate.of(2024, 4, 1).plusMonths(month),
                    "month " + (month + 1),
                    percent("all", value + "%", value, 100)));
        }
        return new Measure(
                "K03",
                1,
                "Safeguarding children level 3 training",
                "PERCENT",
                "+",
                true,
                true,
                "NONE",
                new BigDecimal("85"),
                total,
                states.size(),
                series,
                states);
    }

    public static PaperData data() {
        return data(List.of(
                state("RTG", "Alder & Co <NHS> Trust", "CONCERN_LOW", "FAIL"),
                state("RFS", "Birch NHS Trust", "IMPROVEMENT_HIGH", "HIT_AND_MISS")));
    }

    public static PaperData data(List<ProviderState> states) {
        return data(percent("all", "71%", 710, 1000), states);
    }

    public static PaperData data(PaperFigure total, List<ProviderState> states) {
        return new PaperData(
                "QUALITY",
                "2025-06",
                "June 2025",
                LocalDate.of(2025, 6, 1),
                LocalDate.of(2025, 6, 30),
                LocalDate.of(2025, 8, 4),
                141,
                List.of(training(total, states)),
                List.of(new LadderLine("RTG", "Alder & Co <NHS> Trust", "ENHANCED", LocalDate.of(2025, 5, 2))),
                new Timeliness(
                        PaperFigure.count("returns", Map.of("state", "expected"), 140),
                        PaperFigure.count("returns", Map.of("state", "on-time"), 138),
                        PaperFigure.count("returns", Map.of("state", "late"), 1),
                        PaperFigure.count("returns", Map.of("state", "missing"), 1),
                        PaperFigure.count("returns", Map.of("state", "changed"), 0),
                        List.of(
                                new LateReturn("C81001", "Elm Surgery", "June 2025", 4, false),
                                new LateReturn("C81002", "Oak Surgery", "June 2025", 2, true))),
                new Warnings(PaperFigure.count("signals", Map.of(), 3), PaperFigure.count("signals", Map.of(), 1)),
                new PaperData.Since(7, "March 2025", LocalDate.of(2025, 5, 12)),
                List.of("Alder & Co <NHS> Trust moved to enhanced from routine oversight, on 2 May 2025."));
    }

    public static Cover cover() {
        return new Cover(
                "Safeguarding assurance, June 2025",
                "7",
                "QPC-25-07",
                "Asha Rowe, Designated nurse",
                "Asha Rowe",
                "Martin Hale, Chief Nurse",
                "ASSURANCE",
                "The committee is asked to note the position.\nIt is asked to support the plan for Alder.",
                "Training fell at one trust.",
                "Children may not be seen by trained staff.",
                "BAF 4",
                "",
                "NONE",
                "",
                "Safeguarding Committee, 10 July 2025",
                true,
                "",
                Map.of("EQUALITY", new Cover.Implication(Cover.Answer.NO, "")));
    }

    public static Content content() {
        return new Content(
                cover(),
                LocalDate.of(2025, 8, 14),
                data(),
                Map.of(Slot.NARRATIVE, "Most providers are steady.\n\nOne trust needs support with training."),
                List.of(
                        new Content.Point(Heading.ALERT, "Alder: level 3 training is of concern.", "/measures/K03"),
                        new Content.Point(Heading.ASSURE, "Birch is improving.", null)),
                "Frozen: the figures are those of 4 August 2025 at 9:05am.",
                "2025-08-04T08:05:00Z",
                true,
                List.of("Signed by a colleague: Priya Shah, Designated doctor, on 1 August 2025"),
                List.of("Every figure was read from the records as they stood at that instant."));
    }
}

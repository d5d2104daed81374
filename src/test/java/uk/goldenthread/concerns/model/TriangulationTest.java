package uk.goldenthread.concerns.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import uk.goldenthread.concerns.model.Triangulation.Claim;
import uk.goldenthread.concerns.model.Triangulation.Fact;
import uk.goldenthread.concerns.model.Triangulation.Row;
import uk.goldenthread.concerns.model.Triangulation.Source;

/// Claims beside what else is known.
@NullMarked
class TriangulationTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final LocalDate HANDED_IN = LocalDate.of(2026, 5, 8);
    private static final Triangulation RULES = new Triangulation(true, 100, 2, 12);
    private static final CrossCheck TRAINING = new CrossCheck(
            "TRAINING",
            "Training meets its targets",
            Map.of("S11_WT", List.of("9.2")),
            Set.of("K03"),
            Set.of("Q5"),
            Set.of("TRAINING"));
    private static final Fact MISSED =
            new Fact(Source.FIGURES, "Level 3 training: 71% in 2026/27 Q2, misses its target.", true, TODAY);

    @Test
    void aClaimInFullWithAFigureThatFailsIsAFindingThatNamesBoth() {
        var row = RULES.row(TRAINING, List.of(claim(100)), List.of(MISSED), TODAY);

        assertThat(RULES.findings(row)).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo("CLAIM-FIGURES");
            assertThat(finding.series()).isEqualTo("CLAIM-TRAINING");
            assertThat(finding.first().code()).isEqualTo("2026-05");
            assertThat(finding.words())
                    .isEqualTo("Claimed in full (Section 11 2023 9.2). Level 3 training: 71% in 2026/27 Q2, misses its"
                            + " target.");
        });
    }

    @Test
    void whatIsClaimedInPartOrNotAtAllIsContradictedByNothing() {
        assertThat(RULES.findings(RULES.row(TRAINING, List.of(claim(67)), List.of(MISSED), TODAY)))
                .isEmpty();
        assertThat(RULES.findings(RULES.row(TRAINING, List.of(), List.of(MISSED), TODAY)))
                .isEmpty();
        var lower = new Triangulation(true, 67, 2, 12);
        assertThat(lower.findings(lower.row(TRAINING, List.of(claim(67)), List.of(MISSED), TODAY)))
                .hasSize(1);
    }

    @Test
    void whatBearsItOutIsShownAndContradictsNothing() {
        var good = new Fact(Source.FIGURES, "Level 3 training: 95% in 2026/27 Q2.", false, TODAY);

        var row = RULES.row(TRAINING, List.of(claim(100)), List.of(good), TODAY);

        assertThat(row.isContradicted()).isFalse();
        assertThat(row.told().get(Source.FIGURES).facts()).containsExactly(good);
        assertThat(RULES.findings(row)).isEmpty();
    }

    @Test
    void oneRemarkIsHearsayAndTwoContradict() {
        assertThat(contradicted(List.of(heard(TODAY.minusDays(3))))).isFalse();
        assertThat(contradicted(List.of(heard(TODAY.minusDays(3)), heard(TODAY.minusDays(90)))))
                .isTrue();
    }

    @Test
    void aVisitOlderThanAYearSaysNothingOfToday() {
        var visit = new Fact(Source.VISITS, "A visit found it wanting.", true, TODAY.minusMonths(12));
        assertThat(contradicted(List.of(visit))).isTrue();
        assertThat(contradicted(List.of(new Fact(
                        Source.VISITS, "Old.", true, TODAY.minusMonths(12).minusDays(1)))))
                .isFalse();
    }

    @Test
    void eachSourceIsAFindingOfItsOwnAndNoneWhileItIsSwitchedOff() {
        var survey = new Fact(Source.SURVEY, "41% of practitioners say: My training is up to date.", true, HANDED_IN);
        var row = RULES.row(TRAINING, List.of(claim(100)), List.of(MISSED, survey), TODAY);

        assertThat(RULES.findings(row)).extracting(Finding::rule).containsExactly("CLAIM-FIGURES", "CLAIM-SURVEY");
        assertThat(new Triangulation(false, 100, 2, 12).findings(row)).isEmpty();
    }

    private static boolean contradicted(List<Fact> facts) {
        Row row = RULES.row(TRAINING, List.of(claim(100)), facts, TODAY);
        return row.isContradicted();
    }

    private static Fact heard(LocalDate on) {
        return new Fact(Source.HEARD, "Complaint.", true, on);
    }

    private static Claim claim(int standing) {
        return new Claim("S11_WT", "Section 11 2023", "9.2", standing, HANDED_IN);
    }
}

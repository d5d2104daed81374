package uk.goldenthread.assessments.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static uk.goldenthread.assessments.model.RatingScale.MPN;
import static uk.goldenthread.assessments.model.RatingScale.PCT_5;
import static uk.goldenthread.assessments.model.RatingScale.RAG3;
import static uk.goldenthread.assessments.model.RatingScale.S4_0_3;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.goldenthread.assessments.model.CutOffs.Rag;
import uk.goldenthread.assessments.model.Judgement.View;
import uk.goldenthread.assessments.model.Scoring.Item;
import uk.goldenthread.assessments.model.Scoring.Standard;

/// Scores worked out by hand from the scoring rules.
class ScoringTest {
    private static final Rating NA = new Rating.NotApplicable("We have no children's services");

    @Test
    void theOthersAreWeighedAnewWhenOneDoesNotApply() {
        // (20x100 + 20x100 + 20x67 + 20x33) / 80 = 6000 / 80 = 75
        var card = effective(standard(
                "S1",
                claim(20, Rating.of(S4_0_3, "3")),
                claim(20, Rating.of(S4_0_3, "3")),
                claim(20, Rating.of(S4_0_3, "2")),
                claim(20, Rating.of(S4_0_3, "1")),
                claim(20, NA)));

        assertThat(card.standards().getFirst().score()).hasToString("75.0000");
        assertThat(card.standards().getFirst().rag()).isEqualTo(Rag.AMBER);
        assertThat(card.standards().getFirst().applicable()).isEqualTo(4);
    }

    @Test
    void standardsWeighTheSameAndOneThatDoesNotApplyIsLeftOut() {
        // S1: (40x100 + 60x50) / 100 = 70; S2: (1x100 + 2x50) / 3 = 66.6667; overall (70 + 200/3) / 2 = 410/6 = 68.3333
        var card = effective(
                standard("S1", claim(40, Rating.of(RAG3, "G")), claim(60, Rating.of(RAG3, "A"))),
                standard("S2", claim(1, Rating.of(MPN, "M")), claim(2, Rating.of(MPN, "P"))),
                standard("S3", claim(50, NA), claim(50, NA)));

        assertThat(card.standards().get(0).score()).hasToString("70.0000");
        assertThat(card.standards().get(1).score()).hasToString("66.6667");
        assertThat(card.standards().get(2).score()).isNull();
        assertThat(card.standards().get(2).rag()).isEqualTo(Rag.NA);
        assertThat(card.overall().score()).hasToString("68.3333");
        assertThat(card.overall().applicable()).isEqualTo(4);
    }

    @Test
    void theColourIsTakenOnTheUnroundedScore() {
        // (99999x85 + 1x80) / 100000 = 84.99995: written 85.0000, and still not green
        var card = effective(standard("S1", claim(99_999, Rating.of(PCT_5, "85")), claim(1, Rating.of(PCT_5, "80"))));

        assertThat(card.overall().score()).hasToString("85.0000");
        assertThat(card.overall().rag()).isEqualTo(Rag.AMBER);
    }

    @Test
    void theCutOffsThemselvesAreGreenAndAmber() {
        // 100, 85 and 70 in equal thirds are exactly 85; a red starts just below 60
        var green = standard(
                "S",
                claim(1, Rating.of(PCT_5, "100")),
                claim(1, Rating.of(PCT_5, "85")),
                claim(1, Rating.of(PCT_5, "70")));

        assertThat(effective(green).overall().rag()).isEqualTo(Rag.GREEN);
        assertThat(effective(standard("S", claim(3, Rating.of(PCT_5, "60"))))
                        .overall()
                        .rag())
                .isEqualTo(Rag.AMBER);
        assertThat(effective(standard("S", claim(3, Rating.of(PCT_5, "55"))))
                        .overall()
                        .rag())
                .isEqualTo(Rag.RED);
    }

    @Test
    void aRedStandardKeepsTheWholeFromGreen() {
        // nine standards of 100 and one of 55: 955 / 10 = 95.5
        var standards = new Standard[10];
        Arrays.setAll(standards, i -> standard("S" + i, claim(1, Rating.of(PCT_5, i == 0 ? "55" : "100"))));

        var overall = effective(standards).overall();

        assertThat(overall.score()).hasToString("95.5000");
        assertThat(overall.rag()).isEqualTo(Rag.AMBER);
        assertThat(overall.floored()).isTrue();
    }

    @Test
    void aCriticalCriterionNotMetKeepsTheWholeFromGreenUntilItIsModeratedUp() {
        // nine of ten met: 90
        var items = new Item[10];
        Arrays.setAll(items, i -> claim(10, Rating.of(MPN, "M")));
        items[9] = new Item("c", BigDecimal.TEN, true, Judgement.claim(Rating.of(MPN, "N")));
        assertThat(effective(standard("S", items)).overall().rag()).isEqualTo(Rag.AMBER);

        items[9] = new Item(
                "c", BigDecimal.TEN, true, Judgement.claim(Rating.of(MPN, "N")).moderated(Rating.of(MPN, "P")));
        // (9x100 + 50) / 10 = 95
        assertThat(effective(standard("S", items)).overall().score()).hasToString("95.0000");
        assertThat(effective(standard("S", items)).overall().rag()).isEqualTo(Rag.GREEN);
    }

    @Test
    void aModeratedNaTakesTheCriterionOut() {
        var out = Judgement.claim(Rating.of(S4_0_3, "0")).moderated(NA);
        var card =
                effective(standard("S", new Item("1.1", BigDecimal.TEN, true, out), claim(10, Rating.of(S4_0_3, "3"))));

        assertThat(card.overall().score()).hasToString("100.0000");
        assertThat(card.overall().rag()).isEqualTo(Rag.GREEN);
        assertThat(card.overall().applicable()).isEqualTo(1);
    }

    @Test
    void theFourViewsOfOneReturnAreNeverMixed() {
        var submitted = LocalDate.of(2026, 5, 29);
        var proven = Judgement.claim(Rating.of(S4_0_3, "3"))
                .evidencedBy(List.of(LocalDate.of(2026, 5, 28), LocalDate.of(2026, 5, 29)), submitted);
        var lapsed = Judgement.claim(Rating.of(S4_0_3, "3"))
                .evidencedBy(List.of(LocalDate.of(2026, 5, 28)), submitted)
                .moderated(Rating.of(S4_0_3, "1"));
        var standard = standard(
                "S", new Item("1", BigDecimal.ONE, false, proven), new Item("2", BigDecimal.ONE, false, lapsed));

        assertThat(proven.isAssertedOnly()).isFalse();
        assertThat(lapsed.isAssertedOnly()).isTrue();
        assertThat(score(View.CLAIMED, standard)).hasToString("100.0000");
        assertThat(score(View.EVIDENCED, standard)).hasToString("83.5000"); // (100 + 67) / 2
        assertThat(score(View.MODERATED, standard)).hasToString("33.0000"); // the one moderated criterion
        assertThat(score(View.EFFECTIVE, standard)).hasToString("66.5000"); // (100 + 33) / 2
        var moderated = Scoring.DEFAULT.score(List.of(standard), View.MODERATED).overall();
        assertThat(moderated.rated()).isEqualTo(1);
        assertThat(moderated.applicable()).isEqualTo(2);
        var accepted = Scoring.DEFAULT.score(List.of(standard), View.ACCEPTED).overall();
        assertThat(accepted.score()).isNull();
        assertThat(accepted.rag()).isEqualTo(Rag.NOT_RATED);
    }

    @Test
    void aVarianceOfOnePointOfFourOrAQuarterOfTheScaleNeedsAComment() {
        assertThat(variance(Rating.of(S4_0_3, "3"), Rating.of(S4_0_3, "2"))).isEqualTo(new Variance(-33, true));
        assertThat(variance(Rating.of(S4_0_3, "2"), Rating.of(S4_0_3, "2"))).isEqualTo(new Variance(0, false));
        assertThat(variance(Rating.of(PCT_5, "50"), Rating.of(PCT_5, "70"))).isEqualTo(new Variance(20, false));
        assertThat(variance(Rating.of(PCT_5, "50"), Rating.of(PCT_5, "75"))).isEqualTo(new Variance(25, true));
        assertThat(variance(NA, Rating.of(PCT_5, "75"))).isEqualTo(new Variance(null, true));
        assertThat(variance(NA, NA)).isEqualTo(new Variance(null, false));
        assertThat(Variance.of(Judgement.claim(NA))).isEmpty();
    }

    @Test
    void leavingOutNeedsAReasonOfTenCharacters() {
        assertThat(new Rating.NotApplicable("no beds").faults()).hasSize(1);
        assertThat(new Rating.NotApplicable("   no beds   ").faults()).hasSize(1);
        assertThat(new Rating.NotApplicable("no bed 24h").faults()).isEmpty();
        assertThat(Rating.of(RAG3, "R").faults()).isEmpty();
    }

    @Test
    void noScaleHasAPointOfAnother() {
        assertThatThrownBy(() -> Rating.of(S4_0_3, "4")).hasMessage("S4_0_3 has no point 4");
        assertThatThrownBy(() -> Rating.of(PCT_5, "37")).hasMessage("PCT_5 has no point 37");
        assertThat(PCT_5.points()).hasSize(21);
        assertThat(S4_0_3.points().stream().map(RatingScale.Point::normalised)).containsExactly(0, 33, 67, 100);
    }

    private static Variance variance(Rating claimed, Rating moderated) {
        return Variance.of(Judgement.claim(claimed).moderated(moderated)).orElseThrow();
    }

    private static Score score(View view, Standard... standards) {
        return Scoring.DEFAULT.score(List.of(standards), view).overall().score();
    }

    private static Scoring.Card effective(Standard... standards) {
        return Scoring.DEFAULT.score(List.of(standards), View.EFFECTIVE);
    }

    private static Standard standard(String code, Item... items) {
        return new Standard(code, BigDecimal.ONE, List.of(items));
    }

    private static Item claim(int weight, Rating rating) {
        return new Item("c", BigDecimal.valueOf(weight), false, Judgement.claim(rating));
    }
}

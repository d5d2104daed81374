package uk.goldenthread.concerns.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import uk.goldenthread.concerns.model.CompositeScore.Counted;
import uk.goldenthread.concerns.model.CompositeScore.Weights;

/// The composite score of section 7.5: 2 a concern on a priority figure, 2 a figure that will miss, 1 a
/// warning, capped at 30.
@NullMarked
class CompositeScoreTest {
    private static final Weights WEIGHTS = new Weights(3, 2, 2, 1, 0, 30, 5, 10, 18);

    @Test
    void aConcernOnAPriorityFigureAFailingFigureAndAWarningMakeFive() {
        var score = CompositeScore.of(
                List.of(
                        signal(1, "SPC-CONCERN", true, true, false),
                        signal(2, "SPC-FAIL", false, true, false),
                        signal(3, "W02", false, true, false)),
                WEIGHTS);

        assertThat(score.score()).isEqualTo(5);
        assertThat(score.proposed()).isEqualTo(Level.WATCH);
        assertThat(score.contributions())
                .extracting(CompositeScore.Contribution::points)
                .containsExactly(2, 2, 1);
    }

    @Test
    void whatDoesNotCountIsShownWithNoughtAndTheReason() {
        var score = CompositeScore.of(
                List.of(
                        signal(1, "SPC-CONCERN", false, true, false),
                        signal(2, "SPC-CONCERN", true, false, false),
                        signal(3, "W02", false, true, true),
                        signal(4, "SILENCE", false, true, false)),
                WEIGHTS);

        assertThat(score.score()).isZero();
        assertThat(score.contributions())
                .extracting(CompositeScore.Contribution::why)
                .containsExactlyInAnyOrder(
                        "not a priority figure, so not counted",
                        "trial limits do not escalate, so not counted",
                        "dismissed with a reason, so not counted",
                        "counted through rule W04 when the return is very late");
    }

    @Test
    void theBandsBeginAtFiveTenAndEighteenAndTheScoreStopsAtThirty() {
        assertThat(warnings(4).proposed()).isEqualTo(Level.ROUTINE);
        assertThat(warnings(5).proposed()).isEqualTo(Level.WATCH);
        assertThat(warnings(9).proposed()).isEqualTo(Level.WATCH);
        assertThat(warnings(10).proposed()).isEqualTo(Level.ENHANCED);
        assertThat(warnings(17).proposed()).isEqualTo(Level.ENHANCED);
        assertThat(warnings(18).proposed()).isEqualTo(Level.INTENSIVE);
        assertThat(warnings(31).score()).isEqualTo(30);
        assertThat(warnings(31).sum()).isEqualTo(31);
    }

    private static CompositeScore warnings(int count) {
        var signals = new ArrayList<Counted>();
        for (int i = 0; i < count; i++) {
            signals.add(signal(i, "W02", false, true, false));
        }
        return CompositeScore.of(signals, WEIGHTS);
    }

    private static Counted signal(long id, String rule, boolean priority, boolean escalates, boolean dismissed) {
        return new Counted(id, rule, "K03", "words", priority, escalates, dismissed);
    }
}

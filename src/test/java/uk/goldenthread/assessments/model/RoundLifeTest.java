package uk.goldenthread.assessments.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import uk.goldenthread.assessments.model.AssessmentState.Agreed;
import uk.goldenthread.assessments.model.AssessmentState.InProgress;
import uk.goldenthread.assessments.model.AssessmentState.Issued;
import uk.goldenthread.assessments.model.AssessmentState.Moderated;
import uk.goldenthread.assessments.model.AssessmentState.NonReturn;
import uk.goldenthread.assessments.model.AssessmentState.Returned;
import uk.goldenthread.assessments.model.AssessmentState.Submitted;
import uk.goldenthread.assessments.model.AssessmentState.UnderReview;
import uk.goldenthread.assessments.model.AssessmentState.WithApprover;
import uk.goldenthread.kernel.outcome.Reason;

class RoundLifeTest {
    private static final LocalDate OPENS = LocalDate.of(2026, 4, 1);

    @Test
    void aRoundOpeningOnTheFirstOfAprilIsDueEightWeeksLaterAndModeratedFourWeeksAfterThat() {
        var dates = new RoundDates.Typical(56, 28).from(OPENS);

        assertThat(dates.due()).isEqualTo(LocalDate.of(2026, 5, 27));
        assertThat(dates.moderated()).isEqualTo(LocalDate.of(2026, 6, 24));
        assertThat(dates.event()).isEqualTo(LocalDate.of(2026, 7, 8));
        assertThat(dates.closes()).isEqualTo(LocalDate.of(2026, 9, 24));
        assertThat(dates.faults()).isEmpty();
    }

    @Test
    void everyDayThatIsOutOfOrderIsNamed() {
        var dates = new RoundDates(OPENS, OPENS, OPENS, OPENS, OPENS);

        assertThat(dates.faults()).extracting(Reason::field).containsExactly("due", "moderated", "event", "closes");
    }

    @Test
    void aRoundWithoutAnEventNeedsNoDayForIt() {
        assertThat(new RoundDates(OPENS, OPENS.plusDays(1), OPENS.plusDays(2), null, OPENS.plusDays(3)).faults())
                .isEmpty();
    }

    @Test
    void whoAnsweredMayNotSignForTheBoard() {
        assertThat(new InProgress().handOver(List.of(), 7, Set.of(7, 8)).reasons())
                .singleElement()
                .satisfies(reason -> {
                    assertThat(reason.field()).isEqualTo("approver");
                    assertThat(reason.clause().code()).isEqualTo("BR-ASM-6");
                });
        assertThat(new InProgress().handOver(List.of(), 9, Set.of(7, 8)).orElseThrow())
                .isEqualTo(new WithApprover(9));
    }

    @Test
    void onlyWhoWasNamedSigns() {
        assertThat(new WithApprover(9).sign(9, Set.of(7)).orElseThrow()).isEqualTo(new Submitted());
        assertThat(new WithApprover(9).sign(10, Set.of(7)).isAccepted()).isFalse();
        assertThat(new WithApprover(9).sign(9, Set.of(7, 9)).isAccepted()).isFalse();
    }

    @Test
    void whatIsMissingIsToldTogetherWithAWrongSigner() {
        var missing = List.of(Reason.house("1.1.value", "Answer this question."));

        assertThat(new Returned().handOver(missing, 7, Set.of(7)).reasons()).hasSize(2);
    }

    @Test
    void theFirstAnswerStartsItAndAReturnedOneStaysReturned() {
        assertThat(new Issued().answered()).isEqualTo(new InProgress());
        assertThat(new Returned().answered()).isEqualTo(new Returned());
    }

    @Test
    void givingBackNeedsAReason() {
        assertThat(new Submitted().giveBack("too short").isAccepted()).isFalse();
        assertThat(new UnderReview()
                        .giveBack("Standard 3 has no evidence at all")
                        .orElseThrow())
                .isEqualTo(new Returned());
    }

    @Test
    void onlyWhatIsLateAndNeverCameInIsANonReturn() {
        assertThat(new InProgress().neverCame(true).orElseThrow()).isEqualTo(new NonReturn());
        assertThat(new InProgress().neverCame(false).isAccepted()).isFalse();
        assertThat(new Submitted().neverCame(true).isAccepted()).isFalse();
        assertThat(new NonReturn().neverCame(true).isAccepted()).isFalse();
        assertThat(new AssessmentState.Exempt().neverCame(true).isAccepted()).isFalse();
        assertThat(new AssessmentState.Exempt().exempt("It closed in May").isAccepted())
                .isFalse();
    }

    @Test
    void aRoundClosesOnlyOverWhatIsModeratedLeftOutOrNeverCame() {
        var round = new Round(
                1,
                1,
                "S11_WT",
                "2023",
                "Section 11 2026",
                Set.of("ACUTE"),
                Set.of(),
                false,
                new RoundDates.Typical(56, 28).from(OPENS),
                CutOffs.DEFAULT,
                Round.Stage.PUBLISHED,
                null,
                1);

        assertThat(round.mayClose(List.of(new Moderated(), new Agreed(), new NonReturn())))
                .isTrue();
        assertThat(round.mayClose(List.of(new Moderated(), new Submitted()))).isFalse();
        assertThat(round.cutOffs().green()).isEqualByComparingTo(new BigDecimal("85"));
    }
}

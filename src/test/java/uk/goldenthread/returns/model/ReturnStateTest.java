package uk.goldenthread.returns.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import uk.goldenthread.kernel.outcome.Reason;

class ReturnStateTest {
    private static final Reason MISSING = Reason.house("K01.numerator", "Give the figure.");

    @Test
    void aCompleteReturnWaitsForTheExecutiveAndAPracticesGoesToTheIcb() {
        var open = new ReturnState.InProgress();

        assertThat(open.submit(List.of(), true).orElseThrow()).isEqualTo(new ReturnState.Submitted());
        assertThat(open.submit(List.of(), false).orElseThrow()).isEqualTo(new ReturnState.Approved());
    }

    @Test
    void anUnfinishedReturnIsRefusedWithEverythingMissing() {
        assertThat(new ReturnState.NotStarted()
                        .submit(List.of(MISSING, MISSING), true)
                        .reasons())
                .hasSize(2);
    }

    @Test
    void whoEnteredItCannotApproveIt() {
        var submitted = new ReturnState.Submitted();

        assertThat(submitted.approve(7, Set.of(5, 7)).isAccepted()).isFalse();
        assertThat(submitted.approve(8, Set.of(5, 7)).orElseThrow()).isEqualTo(new ReturnState.Approved());
    }

    @Test
    void handingBackAndAskingNeedWords() {
        assertThat(new ReturnState.Submitted().giveBack(" ").isAccepted()).isFalse();
        assertThat(new ReturnState.Approved().query("").isAccepted()).isFalse();
        assertThat(new ReturnState.Approved().query("Why half of last month?").orElseThrow())
                .isEqualTo(new ReturnState.Returned());
    }

    @Test
    void itIsAcceptedWithItsLastLine() {
        assertThat(new ReturnState.Approved().accepted(false)).isEqualTo(new ReturnState.Approved());
        assertThat(new ReturnState.Approved().accepted(true)).isEqualTo(new ReturnState.Accepted());
    }

    @Test
    void aRestatementNeedsAReasonOfTenCharactersAndPossibleFigures() {
        var accepted = new ReturnState.Accepted();

        assertThat(accepted.restate("too short", List.of(MISSING)).reasons()).hasSize(2);
        assertThat(accepted.restate("Double counted bank staff", List.of()).isAccepted())
                .isTrue();
    }
}

package uk.goldenthread.kernel.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;

class OutcomeTest {
    private static final Reason LATE = Reason.house("date", "Give a date in the past");
    private static final Reason BLANK = new Reason("rationale", "Give the reasons", new Clause("BR-16", "WT2023"));

    @Test
    void anAcceptedRequestCarriesItsResultThroughEachStep() {
        Outcome<Integer> outcome = Outcome.accepted("four").map(String::length).then(n -> Outcome.accepted(n + 1));

        assertThat(outcome).isEqualTo(new Outcome.Accepted<>(5));
        assertThat(outcome.isAccepted()).isTrue();
        assertThat(outcome.reasons()).isEmpty();
        assertThat(outcome.orElseThrow()).isEqualTo(5);
    }

    @Test
    void aRefusalKeepsEveryReasonAndStopsLaterSteps() {
        Outcome<Integer> outcome = Outcome.<String>refused(List.of(LATE, BLANK))
                .map(String::length)
                .then(_ -> {
                    throw new AssertionError("no step may follow a refusal");
                });

        assertThat(outcome.isAccepted()).isFalse();
        assertThat(outcome.reasons()).containsExactly(LATE, BLANK);
        assertThatThrownBy(outcome::orElseThrow)
                .isInstanceOf(NoSuchElementException.class)
                .hasMessageContaining("Give a date in the past");
    }

    @Test
    void aRuleIsRefusedForAllTheReasonsItCollectedAndAcceptedWhenThereAreNone() {
        assertThat(Outcome.unless(List.of(LATE, BLANK), () -> "made").reasons()).containsExactly(LATE, BLANK);
        assertThat(Outcome.unless(List.of(), () -> "made").orElseThrow()).isEqualTo("made");
    }

    @Test
    void aRefusalWithoutAReasonCannotBeMade() {
        assertThatThrownBy(() -> Outcome.refused(List.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Reason.house("date", " ")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Clause("", "WT2023")).isInstanceOf(IllegalArgumentException.class);
    }
}

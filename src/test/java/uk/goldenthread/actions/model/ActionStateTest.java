package uk.goldenthread.actions.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import uk.goldenthread.actions.Proof;
import uk.goldenthread.kernel.outcome.Outcome;
import uk.goldenthread.kernel.outcome.Reason;

class ActionStateTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final LocalDate NEXT_YEAR = LocalDate.of(2027, 11, 23);
    private static final Set<Proof> PRACTICE = Set.of(Proof.PRACTICE);

    @Test
    void aTextLongerThanAStepHoldsIsRefusedAtItsField() {
        var tooMuch = "x".repeat(4001);
        var working = new ActionState.Proposed().accept();

        assertThat(working.update("x".repeat(4000)).reasons()).isEmpty();
        assertThat(List.of(working.update(tooMuch), working.lapse(tooMuch)))
                .allSatisfy(outcome -> assertThat(outcome.reasons())
                        .extracting(reason -> reason.field() + ": " + reason.message())
                        .containsExactly("words: Use at most 4000 characters."));
    }

    @Test
    void anActionRunsThroughAllItsStates() {
        var open = new ActionState.Proposed().accept();
        var working = open.update("Audit tool written").orElseThrow();
        var given = working.submit("Audit done", proofs(Proof.PRACTICE), PRACTICE, Set.of())
                .orElseThrow();
        var assured = given.assure(
                        List.of(),
                        proofs(Proof.PRACTICE),
                        PRACTICE,
                        LocalDate.of(2027, 5, 23),
                        LocalDate.of(2027, 2, 23))
                .orElseThrow();
        var embedded = assured.embed(
                        List.of(), proofs(Proof.OUTCOME), LocalDate.of(2027, 5, 23), LocalDate.of(2027, 2, 23))
                .orElseThrow();
        var evaluated = embedded.evaluate(Effect.IMPROVED, "Was-not-brought follow-up rose to 96%")
                .orElseThrow();

        assertThat(working).isEqualTo(new ActionState.InProgress());
        assertThat(evaluated.close("SAC 2027-06 item 4").orElseThrow()).isEqualTo(new ActionState.Closed());
    }

    @Test
    void whatIsDeclinedMayBeAskedForAgain() {
        var declined = new ActionState.Proposed()
                .decline("Our other site does this already")
                .orElseThrow();

        assertThat(declined.proposeAgain("The other site does not see children under two")
                        .orElseThrow())
                .isEqualTo(new ActionState.Proposed());
    }

    @Test
    void aRefusalNeedsAReason() {
        assertThat(fields(new ActionState.Proposed().decline("No"))).containsExactly("words");
        assertThat(fields(new ActionState.Rejected().proposeAgain(" "))).containsExactly("words");
        assertThat(fields(new ActionState.Open().lapse(""))).containsExactly("words");
        assertThat(fields(new ActionState.EvidenceSubmitted().sendBack(List.of(), "More")))
                .containsExactly("words");
    }

    @Test
    void evidenceOfAnotherClassDoesNotShowThatItIsDone() {
        var refused = new ActionState.InProgress().submit("Policy is out", proofs(Proof.PROCESS), PRACTICE, Set.of());

        assertThat(messages(refused))
                .singleElement()
                .asString()
                .contains("evidence of practice")
                .contains("The organisation");
        assertThat(refused.reasons().getFirst().clause().code()).isEqualTo("BR-ACT-1");
    }

    @Test
    void evidenceCountsUntilItsLastDay() {
        var lapsing = new Proofs.Item(1, 1, Proof.PRACTICE, TODAY);

        assertThat(new ActionState.InProgress()
                        .submit("Done", new Proofs(List.of(lapsing), TODAY), PRACTICE, Set.of())
                        .isAccepted())
                .isTrue();
        assertThat(new ActionState.InProgress()
                        .submit("Done", new Proofs(List.of(lapsing), TODAY.plusDays(1)), PRACTICE, Set.of())
                        .isAccepted())
                .isFalse();
    }

    @Test
    void whatWasSentBackNeedsNewEvidence() {
        var seen = Set.of("evidence/1/1");
        var newVersion = new Proofs(List.of(new Proofs.Item(1, 2, Proof.PRACTICE, NEXT_YEAR)), TODAY);

        assertThat(messages(new ActionState.Returned().submit("Again", proofs(Proof.PRACTICE), PRACTICE, seen)))
                .singleElement()
                .asString()
                .contains("Give new evidence");
        assertThat(new ActionState.Returned()
                        .submit("Again", newVersion, PRACTICE, seen)
                        .isAccepted())
                .isTrue();
    }

    @Test
    void aPolicyAloneNeverShowsThatAChangeHolds() {
        var refused = new ActionState.Assured().embed(List.of(), proofs(Proof.PROCESS), TODAY, TODAY);

        assertThat(messages(refused)).singleElement().asString().contains("A policy or minutes alone");
    }

    @Test
    void aChangeIsNotSaidToHoldBeforeThreeMonths() {
        var earliest = LocalDate.of(2026, 11, 24);

        assertThat(messages(new ActionState.Assured().embed(List.of(), proofs(Proof.PRACTICE), TODAY, earliest)))
                .singleElement()
                .asString()
                .contains("wait until 24 November 2026");
    }

    @Test
    void theCommitteeClosesWithItsMinuteOnly() {
        assertThat(fields(new ActionState.Evaluated().close(" "))).containsExactly("minute");
        assertThat(fields(new ActionState.InProgress().acceptRisk("Too little", "")))
                .containsExactly("minute");
        assertThat(fields(new ActionState.InProgress().acceptRisk("", ""))).containsExactly("words", "minute");
        assertThat(fields(new ActionState.Embedded().evaluate(null, ""))).containsExactly("words", "effect");
    }

    @Test
    void allReasonsAreGivenAtOnce() {
        var segregation = new Verification(7, 20, false).reasons(20, "Alder Trust", 7);
        var refused = new ActionState.EvidenceSubmitted()
                .assure(segregation, new Proofs(List.of(), TODAY), PRACTICE, TODAY, TODAY.plusMonths(3));

        assertThat(refused.reasons()).hasSize(4);
    }

    @Test
    void nobodyVerifiesTheirOwnOrganisationsAction() {
        assertThat(new Verification(7, 20, false).reasons(20, "Alder Trust", null))
                .singleElement()
                .extracting(Reason::message)
                .asString()
                .contains("A designated professional who does not work for Alder Trust may");
        assertThat(new Verification(7, 1, true).reasons(20, "Alder Trust", null))
                .hasSize(1);
        assertThat(new Verification(7, 1, false).reasons(20, "Alder Trust", 7))
                .singleElement()
                .extracting(Reason::message)
                .asString()
                .contains("Another designated professional may");
        assertThat(new Verification(7, 1, false).reasons(20, "Alder Trust", 8)).isEmpty();
    }

    @Test
    void everyStateHasItsOwnNameAndWords() {
        assertThat(States.ALL).extracting(States::name).doesNotHaveDuplicates().hasSize(11);
        assertThat(States.ALL).extracting(States::words).doesNotHaveDuplicates();
        assertThat(States.ALL)
                .allSatisfy(
                        state -> assertThat(States.named(States.name(state))).isEqualTo(state));
        assertThat(States.ALL.stream().map(Object::getClass))
                .hasSize(leaves(ActionState.class).size());
    }

    private static Set<Class<?>> leaves(Class<?> type) {
        if (!type.isSealed()) {
            return Set.of(type);
        }
        var leaves = new java.util.HashSet<Class<?>>();
        for (var each : type.getPermittedSubclasses()) {
            leaves.addAll(leaves(each));
        }
        return leaves;
    }

    private static Proofs proofs(Proof proof) {
        return new Proofs(List.of(new Proofs.Item(1, 1, proof, NEXT_YEAR)), TODAY);
    }

    private static List<String> fields(Outcome<?> outcome) {
        return outcome.reasons().stream().map(Reason::field).toList();
    }

    private static List<String> messages(Outcome<?> outcome) {
        return outcome.reasons().stream().map(Reason::message).toList();
    }
}

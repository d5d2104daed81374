package uk.goldenthread.actions.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import uk.goldenthread.actions.Priority;
import uk.goldenthread.actions.Proof;
import uk.goldenthread.actions.model.Action.Plan;
import uk.goldenthread.actions.model.Escalation.Rung;
import uk.goldenthread.actions.model.Extensions.Approver;
import uk.goldenthread.kernel.outcome.Reason;

class ActionDatesTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final Escalation.Days LADDER = new Escalation.Days(14, 1, 10, 20);
    private static final Limits LIMITS = new Limits(10, 365, 90, 2, 60, 6, 3, 24, LADDER);
    private static final int TRUST = 20;
    private static final int ICB = 1;

    @Test
    void anActionIsDueWithinAYearAndForACriticalCriterionWithinNinetyDays() {
        assertThat(due(false, LocalDate.of(2027, 11, 23))).isEmpty(); // 365 days: 2027 has no leap day
        assertThat(due(false, LocalDate.of(2027, 11, 24))).hasSize(1);
        assertThat(due(true, LocalDate.of(2027, 2, 21))).isEmpty(); // 7 + 31 + 31 + 21 = 90 days
        assertThat(due(true, LocalDate.of(2027, 2, 22)))
                .singleElement()
                .extracting(Reason::message)
                .asString()
                .contains("21 February 2027");
        assertThat(due(false, TODAY)).hasSize(1);
    }

    @Test
    void anActionSaysWhatWillBeDifferentHowThatIsKnownAndWhatCanShowIt() {
        var empty = new Plan(" ", "short", "", "", Priority.LOW, false, Set.of());

        assertThat(Proposal.problems(empty, TODAY, TODAY, LIMITS))
                .extracting(Reason::field)
                .containsExactly("title", "outcome", "measure", "expects", "due");
    }

    @Test
    void anActionIsOverdueOnTheDayAfterItsDate() {
        assertThat(standing(new ActionState.Open(), TODAY).overdue()).isFalse();
        assertThat(standing(new ActionState.Open(), TODAY.minusDays(1)).daysOverdue())
                .isEqualTo(1);
        assertThat(standing(new ActionState.EvidenceSubmitted(), TODAY.minusDays(9))
                        .overdue())
                .isFalse();
        assertThat(standing(new ActionState.Returned(), TODAY.minusDays(9)).daysOverdue())
                .isEqualTo(9);
        assertThat(standing(new ActionState.Lapsed(), TODAY.minusDays(9)).overdue())
                .isFalse();
    }

    @Test
    void anActionWithoutAWordForSixtyDaysIsStalled() {
        var due = TODAY.plusDays(30);

        assertThat(Standing.of(
                                new ActionState.Open(),
                                new Standing.Dates(due, 0, LocalDate.of(2026, 9, 25), null),
                                TODAY,
                                60)
                        .stalled())
                .isFalse(); // 5 + 31 + 23 = 59 days
        assertThat(Standing.of(
                                new ActionState.Open(),
                                new Standing.Dates(due, 0, LocalDate.of(2026, 9, 24), null),
                                TODAY,
                                60)
                        .stalled())
                .isTrue();
        assertThat(Standing.of(
                                new ActionState.Assured(),
                                new Standing.Dates(due, 0, LocalDate.of(2026, 1, 1), null),
                                TODAY,
                                60)
                        .stalled())
                .isFalse();
    }

    @Test
    void theEmbedCheckIsDueFromItsDay() {
        assertThat(Standing.of(new ActionState.Assured(), new Standing.Dates(TODAY, 0, TODAY, TODAY), TODAY, 60)
                        .checkDue())
                .isTrue();
        assertThat(Standing.of(
                                new ActionState.Assured(),
                                new Standing.Dates(TODAY, 0, TODAY, TODAY.plusDays(1)),
                                TODAY,
                                60)
                        .checkDue())
                .isFalse();
    }

    @Test
    void blueNeedsASecondPersonAndRedIsOverdue() {
        assertThat(standing(new ActionState.EvidenceSubmitted(), TODAY).colour())
                .isEqualTo(Standing.Colour.GREEN);
        assertThat(standing(new ActionState.Assured(), TODAY).colour()).isEqualTo(Standing.Colour.BLUE);
        assertThat(standing(new ActionState.InProgress(), TODAY.minusDays(1)).colour())
                .isEqualTo(Standing.Colour.RED);
        assertThat(Standing.of(new ActionState.InProgress(), new Standing.Dates(TODAY, 1, TODAY, null), TODAY, 60)
                        .colour())
                .isEqualTo(Standing.Colour.AMBER);
        assertThat(standing(new ActionState.Proposed(), TODAY).colour()).isEqualTo(Standing.Colour.GREY);
    }

    @Test
    void theThirdLaterDateIsTheCommittees() {
        var twice = action(2, new ActionState.InProgress());

        assertThat(Extensions.refusals(action(1, twice.state()), new Approver(ICB, false), "", LIMITS))
                .isEmpty();
        assertThat(Extensions.refusals(twice, new Approver(ICB, false), "SAC 7", LIMITS))
                .singleElement()
                .extracting(Reason::message)
                .asString()
                .contains("executive lead may");
        assertThat(Extensions.refusals(twice, new Approver(ICB, true), "", LIMITS))
                .extracting(Reason::field)
                .containsExactly("minute");
        assertThat(Extensions.refusals(twice, new Approver(ICB, true), "SAC 7", LIMITS))
                .isEmpty();
    }

    @Test
    void nobodyApprovesALaterDateForTheirOwnOrganisation() {
        var action = action(0, new ActionState.Open());

        assertThat(Extensions.refusals(action, new Approver(TRUST, true), "", LIMITS))
                .singleElement()
                .extracting(Reason::message)
                .asString()
                .contains("The ICB's designated professional may");
    }

    @Test
    void aLaterDateIsLaterHasAReasonAndIsStillOwed() {
        var action = action(0, new ActionState.Open());

        assertThat(Extensions.problems(action, TODAY.plusDays(10), "No", TODAY, LIMITS))
                .extracting(Reason::field)
                .containsExactly("to", "words");
        assertThat(Extensions.problems(action, TODAY.plusDays(11), "Staff were moved", TODAY, LIMITS))
                .isEmpty();
        assertThat(Extensions.problems(
                        action(0, new ActionState.Assured()), TODAY.plusDays(11), "Staff were moved", TODAY, LIMITS))
                .hasSize(1);
    }

    @Test
    void whoIsToldGoesUpWithTheDays() {
        assertThat(Escalation.reached(TODAY, TODAY.minusDays(15), LADDER)).isEmpty();
        assertThat(Escalation.reached(TODAY, TODAY.minusDays(14), LADDER)).isEqualTo(Optional.of(Rung.REMINDER));
        assertThat(Escalation.reached(TODAY, TODAY, LADDER)).isEqualTo(Optional.of(Rung.REMINDER));
        assertThat(Escalation.reached(TODAY, TODAY.plusDays(1), LADDER)).isEqualTo(Optional.of(Rung.OWNER));
        assertThat(Escalation.reached(TODAY, TODAY.plusDays(10), LADDER)).isEqualTo(Optional.of(Rung.EXECUTIVE));
        assertThat(Escalation.reached(TODAY, TODAY.plusDays(20), LADDER)).isEqualTo(Optional.of(Rung.ICB));
        assertThatIllegalArgumentException().isThrownBy(() -> new Escalation.Days(14, 5, 1, 20));
    }

    @Test
    void aMonthlyActionKeepsToTheEndOfTheMonth() {
        var monthly = new Recurrence(1, LocalDate.of(2027, 1, 31));

        assertThat(monthly.after(LocalDate.of(2027, 1, 31))).isEqualTo("2027-02-28");
        assertThat(monthly.after(LocalDate.of(2027, 2, 28))).isEqualTo("2027-03-31");
        assertThatIllegalArgumentException().isThrownBy(() -> new Recurrence(2, TODAY));
    }

    @Property
    void theLadderNeverGoesDown(@ForAll @IntRange(min = -60, max = 400) int day) {
        var earlier = Escalation.reached(TODAY, TODAY.plusDays(day), LADDER);
        var later = Escalation.reached(TODAY, TODAY.plusDays(day + 1L), LADDER);

        assertThat(later.map(Enum::ordinal).orElse(-1))
                .isGreaterThanOrEqualTo(earlier.map(Enum::ordinal).orElse(-1));
    }

    @Property
    void theNextOccurrenceIsTheFirstAfterTheLast(
            @ForAll @IntRange(min = 0, max = 3) int every, @ForAll @IntRange(min = 0, max = 1500) int days) {
        var months = List.of(1, 3, 6, 12).get(every);
        var recurrence = new Recurrence(months, TODAY);
        var last = TODAY.plusDays(days);
        var next = recurrence.after(last);

        assertThat(next).isAfter(last);
        assertThat(next.minusMonths(months).minusDays(1)).isBeforeOrEqualTo(last);
    }

    @Property
    void onlyWhatIsOwedIsOverdue(
            @ForAll @IntRange(min = 0, max = 10) int state, @ForAll @IntRange(min = -400, max = 400) int days) {
        var each = States.ALL.get(state);
        var standing = standing(each, TODAY.minusDays(days));

        assertThat(standing.overdue()).isEqualTo(each instanceof ActionState.Owed && days > 0);
        assertThat(standing.colour() == Standing.Colour.RED).isEqualTo(standing.overdue());
    }

    private static List<Reason> due(boolean critical, LocalDate due) {
        var plan = new Plan(
                "Audit records",
                "Every record has a plan",
                "Audit of 20",
                "",
                Priority.HIGH,
                critical,
                Set.of(Proof.PRACTICE));
        return Proposal.problems(plan, due, TODAY, LIMITS);
    }

    private static Standing standing(ActionState state, LocalDate due) {
        return Standing.of(state, new Standing.Dates(due, 0, TODAY, null), TODAY, 60);
    }

    private static Action action(int extensions, ActionState state) {
        var due = TODAY.plusDays(10);
        var at = Instant.parse("2026-10-01T09:00:00Z");
        return new Action(
                1,
                ICB,
                TRUST,
                "T20",
                "Alder Trust",
                new Plan(
                        "Audit records",
                        "Every record has a plan",
                        "Audit of 20",
                        "",
                        Priority.HIGH,
                        false,
                        Set.of(Proof.PRACTICE)),
                null,
                state,
                new Action.Timing(due, due, extensions, null, due, null),
                new Action.Progress(at, at, null, null, null, null, null, null, null),
                1);
    }
}

package uk.goldenthread.visits.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import uk.goldenthread.catalogue.BankHolidays;
import uk.goldenthread.kernel.outcome.Outcome;
import uk.goldenthread.kernel.outcome.Reason;
import uk.goldenthread.visits.model.Programme.Candidate;

class VisitRulesTest {
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);
    private static final Limits.Notice NOTICE = new Limits.Notice(28, 5);
    private static final Limits.Sample LEAST = new Limits.Sample(5, 5);
    private static final Limits.Report REPORT = new Limits.Report(10, 10, 30, 1, 5);
    private static final Limits LIMITS = new Limits(REPORT, NOTICE, new Limits.Cadence(24, 6, 10), LEAST);
    private static final Clocks CLOCKS = new Clocks(REPORT, BankHolidays.workingDays());

    @Test
    void anAnnouncedVisitHasFourWeeksNoticeAndAShortNoticeVisitAtMostFiveWorkingDays() {
        assertThat(confirm(VisitKind.ANNOUNCED, LocalDate.of(2026, 12, 20)).isAccepted())
                .isFalse();
        assertThat(confirm(VisitKind.ANNOUNCED, LocalDate.of(2026, 12, 21)).isAccepted())
                .isTrue();
        assertThat(confirm(VisitKind.SHORT_NOTICE, LocalDate.of(2026, 11, 30)).isAccepted())
                .isTrue();
        assertThat(messages(confirm(VisitKind.SHORT_NOTICE, LocalDate.of(2026, 12, 1))))
                .singleElement()
                .asString()
                .contains("by 30 November 2026");
        assertThat(confirm(VisitKind.UNANNOUNCED, MONDAY).isAccepted()).isTrue();
    }

    /// A visit on Monday 7 December 2026: ten working days end on Monday 21 December, thirty on
    /// Thursday 21 January 2027, for 25 and 28 December and 1 January are bank holidays.
    @Test
    void reportsAreDueInWorkingDays() {
        var visit = LocalDate.of(2026, 12, 7);

        assertThat(CLOCKS.draft(visit)).isEqualTo("2026-12-21");
        assertThat(CLOCKS.last(visit)).isEqualTo("2027-01-21");
        assertThat(CLOCKS.accuracy(LocalDate.of(2026, 12, 21))).isEqualTo("2027-01-07");
    }

    @Test
    void anImmediateRiskFoundOnAFridayIsWrittenOnMondayAndPlannedForByTheNextFriday() {
        var told = Instant.parse("2026-11-27T16:30:00Z");

        assertThat(CLOCKS.written(told)).isEqualTo("2026-11-30");
        assertThat(CLOCKS.plan(told)).isEqualTo("2026-12-04");
    }

    @Test
    void aDraftNeedsEveryScoreASampleAndEveryImmediateRiskInWriting() {
        var few = new VisitState.Sampled(4, 5, "");

        assertThat(messages(new VisitState.CarriedOut().draft(new VisitState.Seen(few, 2, true, true), "", LEAST)))
                .hasSize(5)
                .anyMatch(it -> it.contains("2 questions"))
                .anyMatch(it -> it.contains("immediate risk. Add the finding"))
                .anyMatch(it -> it.contains("At least 5 staff"))
                .anyMatch(it -> it.contains("not confirmed in writing"));
        var explained = new VisitState.Sampled(4, 5, "Night shift of four");
        assertThat(new VisitState.CarriedOut()
                        .draft(new VisitState.Seen(explained, 0, false, false), "Staff know whom to call", LEAST)
                        .isAccepted())
                .isTrue();
    }

    @Test
    void aReportIsFinalOnceTheProviderAnsweredOrItsTimeIsOver() {
        var checking = new VisitState.FactualAccuracy();
        var by = LocalDate.of(2027, 1, 7);

        assertThat(checking.finish(false, by, 0, by).isAccepted()).isFalse();
        assertThat(checking.finish(false, by, 0, by.plusDays(1)).isAccepted()).isTrue();
        assertThat(checking.finish(true, by, 0, MONDAY).isAccepted()).isTrue();
        assertThat(checking.finish(true, by, 1, MONDAY).isAccepted()).isFalse();
    }

    @Test
    void aVisitIsClosedOnlyAfterItsActionsAndTheirFollowUp() {
        assertThat(messages(new VisitState.Final().acted(1)))
                .containsExactly("1 finding calls for an action and has none.");
        assertThat(messages(new VisitState.WithActions().followUp(2)))
                .containsExactly("2 actions are not verified yet.");
        assertThat(new VisitState.FollowUp().close("").isAccepted()).isFalse();
        assertThat(new VisitState.FollowUp().close("All wards seen again").isAccepted())
                .isTrue();
    }

    @Test
    void thePlanVisitsWhomTheCadenceAsksForAndOneInTenAtRandom() {
        var candidates = new ArrayList<Candidate>();
        for (var number = 1; number <= 9; number++) {
            candidates.add(new Candidate(number, "Trust " + number, true, null, LocalDate.of(2025, 3, number)));
        }
        candidates.add(new Candidate(10, "Visited lately", true, null, LocalDate.of(2026, 10, 1)));
        candidates.add(new Candidate(11, "Practice", false, null, null));

        var plan = plan(candidates, 7);

        assertThat(plan).hasSize(10);
        assertThat(plan.stream().filter(line -> line.organisation() == 1))
                .extracting(Programme.Line::on)
                .containsExactly(LocalDate.of(2027, 3, 1));
        assertThat(plan.stream().filter(line -> line.chosen().equals("RANDOM")))
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.organisation()).isIn(10, 11);
                    assertThat(line.why()).contains("among 2 providers", "seed 7");
                });
        assertThat(plan(candidates, 7)).isEqualTo(plan);
    }

    @Test
    void aProviderAtEnhancedIsVisitedTwiceAYear() {
        var enhanced = new Candidate(1, "Trust", true, "ENHANCED", LocalDate.of(2026, 8, 1));

        assertThat(plan(List.of(enhanced), 1))
                .extracting(Programme.Line::on)
                .containsExactly(LocalDate.of(2027, 2, 1), LocalDate.of(2027, 7, 30));
    }

    /// Twenty-eight days' notice from Monday 23 November end on Monday 21 December.
    @Test
    void visitsThatWereDueLongAgoAreSpreadOverTheYearTheLongestUnvisitedFirst() {
        var candidates = new ArrayList<Candidate>();
        for (var number = 1; number <= 11; number++) {
            candidates.add(new Candidate(number, "Trust " + number, true, null, null));
        }
        candidates.add(new Candidate(12, "Unvisited for three years", true, null, LocalDate.of(2023, 11, 1)));
        candidates.add(new Candidate(13, "Watched closely", true, "INTENSIVE", LocalDate.of(2026, 1, 5)));

        var plan = plan(candidates, 1);
        var cadence =
                plan.stream().filter(line -> line.chosen().equals("CADENCE")).toList();

        assertThat(cadence.stream().filter(line -> line.organisation() == 13))
                .extracting(Programme.Line::on)
                .containsExactly(LocalDate.of(2026, 12, 21), LocalDate.of(2027, 6, 21));
        assertThat(cadence.stream().filter(line -> line.organisation() != 13))
                .extracting(Programme.Line::organisation)
                .containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12);
        assertThat(cadence.stream()
                        .collect(Collectors.groupingBy(line -> line.on().withDayOfMonth(1))))
                .allSatisfy((month, lines) -> assertThat(lines).hasSizeLessThanOrEqualTo(3));
        assertThat(plan)
                .allSatisfy(line -> assertThat(BankHolidays.workingDays().isWorkingDay(line.on()))
                        .isTrue());
    }

    @Property
    void atLeastOneInTenIsDrawnWheneverThereIsSomebodyToDraw(
            @ForAll @IntRange(min = 0, max = 60) int due,
            @ForAll @IntRange(min = 0, max = 30) int others,
            @ForAll long seed) {
        var candidates = new ArrayList<Candidate>();
        for (var number = 1; number <= due + others; number++) {
            candidates.add(new Candidate(number, "P" + number, number <= due, null, null));
        }

        var plan = plan(candidates, seed);
        var drawn = plan.stream().filter(line -> line.chosen().equals("RANDOM")).count();

        assertThat(drawn == others || drawn * 10 >= plan.size()).isTrue();
        assertThat(plan.stream().filter(line -> line.chosen().equals("CADENCE")))
                .hasSize(due);
        assertThat(plan).allSatisfy(line -> assertThat(line.on()).isBetween(MONDAY, LocalDate.of(2027, 11, 22)));
    }

    @Test
    void anAuditIsRepeatedWithinAYear() {
        assertThat(audit(LocalDate.of(2027, 11, 23))).isEmpty();
        assertThat(audit(LocalDate.of(2027, 11, 24)))
                .singleElement()
                .extracting(Reason::message)
                .asString()
                .contains("by 23 November 2027");
    }

    private static List<Reason> audit(LocalDate again) {
        var said = new AuditRules.Said(
                "Records of supervision",
                "Is supervision recorded each quarter?",
                "It is where the lead asks for it",
                20,
                14,
                MONDAY.minusMonths(3),
                MONDAY,
                again);
        return AuditRules.problems(said, MONDAY, 12);
    }

    private static List<Programme.Line> plan(List<Candidate> candidates, long seed) {
        return Programme.of(candidates, MONDAY, seed, LIMITS, BankHolidays.workingDays());
    }

    private static Outcome<VisitState.Confirmed> confirm(VisitKind kind, LocalDate on) {
        return new VisitState.Planned().confirm(kind, on, MONDAY, NOTICE, BankHolidays.workingDays());
    }

    private static List<String> messages(Outcome<?> outcome) {
        return outcome.reasons().stream().map(Reason::message).toList();
    }
}

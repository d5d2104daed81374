package uk.goldenthread.returns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.goldenthread.access.HiddenException;
import uk.goldenthread.access.RefusedException;
import uk.goldenthread.database.Scope;
import uk.goldenthread.database.UnitOfWork;
import uk.goldenthread.kernel.calendar.Month;
import uk.goldenthread.kernel.calendar.Period;
import uk.goldenthread.kernel.calendar.Quarter;
import uk.goldenthread.kernel.outcome.Outcome;
import uk.goldenthread.kernel.outcome.Reason;
import uk.goldenthread.returns.Returns.Base;
import uk.goldenthread.returns.model.LineState;
import uk.goldenthread.returns.model.ReturnState;
import uk.goldenthread.support.AtOnce;
import uk.goldenthread.support.Given;
import uk.goldenthread.support.GoldenThreadTest;
import uk.goldenthread.support.SettableClock;

@GoldenThreadTest
class ReturnsTest {
    private static final LocalDate OCTOBER = LocalDate.of(2026, 10, 12);

    @Autowired
    Given given;

    @Autowired
    SettableClock clock;

    @Autowired
    Returns returns;

    @Autowired
    ReturnReviews reviews;

    @Autowired
    Restatements restatements;

    @Autowired
    ReturnOpening opening;

    @Autowired
    ReturnsForTests test;

    @Autowired
    UnitOfWork work;

    @Autowired
    JdbcClient jdbc;

    private Given.Organisation icb;
    private Given.Organisation trust;
    private Given.Person nurse;
    private Given.Person named;
    private Given.Person executive;

    @BeforeEach
    void anIcbWithATrust() {
        clock.standAt(OCTOBER);
        icb = given.icb();
        trust = given.provider(icb, "ACUTE");
        nurse = given.person("DESIGNATED_NURSE", icb);
        named = given.person("PROVIDER_NAMED_PROFESSIONAL", icb, trust);
        executive = given.person("PROVIDER_EXECUTIVE_LEAD", icb, trust);
    }

    @AfterEach
    void letGo() {
        clock.letGo();
    }

    @Test
    void eachProviderIsAskedWhatItsKindAnswersAndOpeningTwiceOpensNothing() {
        var practice = given.provider(icb, "GP");
        given.provider(icb, "PHARMACY");

        assertThat(opening.open(nurse.actor(), Quarter.parse("2026-27-Q2")).orElseThrow())
                .isEqualTo(2);
        assertThat(opening.open(nurse.actor(), Quarter.parse("2026-27-Q2")).orElseThrow())
                .isZero();

        var quarter = test.header(nurse, trust, "2026-27-Q2");
        assertThat(quarter.dueOn()).isEqualTo(LocalDate.of(2026, 10, 28));
        assertThat(test.lines(nurse, quarter.id()))
                .extracting(line -> line.kpi())
                .contains("K13", "K46")
                .doesNotContain("K01", "G02", "AE_4H");
        var light = test.header(nurse, practice, "2026-27-Q2");
        assertThat(test.lines(nurse, light.id())).extracting(line -> line.kpi()).containsExactly("G02", "G03", "G04");
    }

    @Test
    void aPracticesYearlyItemsRideInItsReturnForJanuaryToMarch() {
        clock.standAt(LocalDate.of(2026, 4, 9));
        var practice = given.provider(icb, "GP");
        opening.open(nurse.actor(), Quarter.parse("2025-26-Q4"));

        var lines = test.lines(nurse, test.header(nurse, practice, "2025-26-Q4").id());

        assertThat(lines).hasSize(12);
        assertThat(lines.getFirst().kpi()).isEqualTo("G01");
        assertThat(lines.getFirst().period().code()).isEqualTo("2025-26");
        assertThat(lines.get(1).period().code()).isEqualTo("2025-26-Q4");
    }

    @Test
    void theDailyJobOpensTheMonthAndTheQuarterThatEnded() {
        opening.openDueReturns(OCTOBER);
        opening.openDueReturns(OCTOBER);

        assertThat(test.header(nurse, trust, "2026-09").dueOn()).isEqualTo(LocalDate.of(2026, 10, 28));
        assertThat(test.header(nurse, trust, "2026-27-Q2").state()).isEqualTo(new ReturnState.NotStarted());
    }

    @Test
    void aPeriodThatHasNotEndedCannotBeOpened() {
        assertThat(opening.open(nurse.actor(), Month.of(2026, 10)).reasons())
                .extracting(Reason::message)
                .containsExactly("October 2026 has not ended yet.");
        assertThatThrownBy(() -> opening.open(named.actor(), Month.of(2026, 9))).isInstanceOf(RuntimeException.class);
    }

    @Test
    void aReturnGoesFromEntryThroughApprovalToAcceptanceAndItsFiguresBecomeFinal() {
        var id = opened("2026-09");
        fill(id);

        assertThat(returns.submit(named.actor(), id).orElseThrow()).isEqualTo(new ReturnState.Submitted());
        assertThat(status("K03")).isEqualTo("PROVISIONAL");
        assertThat(reviews.acceptAll(nurse.actor(), id).isAccepted()).isFalse();
        assertThat(returns.approve(executive.actor(), id).orElseThrow()).isEqualTo(new ReturnState.Approved());
        assertThat(reviews.acceptAll(nurse.actor(), id).orElseThrow()).isEqualTo(new ReturnState.Accepted());
        assertThat(status("K03")).isEqualTo("FINAL");
    }

    @Test
    void whatCannotBeAFigureIsRefusedAtItsFieldAndChangesNothing() {
        var id = opened("2026-09");

        for (var bad : List.of("1e309", "ten", "-3", "99999999999999999", "3.5", "NaN")) {
            var outcome = returns.save(
                    named.actor(),
                    id,
                    Base.seen(1),
                    List.of(Typed.ratio("K01", bad, "20"), Typed.ratio("K02", "1", "2")));
            assertThat(outcome.reasons()).as(bad).extracting(Reason::field).containsExactly("K01.numerator");
        }
        assertThat(returns.save(named.actor(), id, Base.seen(1), List.of(Typed.ratio("K01", "21", "20")))
                        .reasons())
                .extracting(Reason::message)
                .containsExactly("This cannot be more than the number it is out of (20).");
        assertThat(test.header(nurse, trust, "2026-09").version()).isEqualTo(1);
    }

    @Test
    void twoPeopleOnDifferentLinesBothSaveAndOnTheSameLineTheSecondSeesBoth() {
        var id = opened("2026-09");
        var colleague = given.person("PROVIDER_NAMED_PROFESSIONAL", icb, trust);
        returns.save(named.actor(), id, Base.seen(1), List.of(Typed.ratio("K01", "18", "20")));

        assertThat(returns.save(colleague.actor(), id, Base.seen(1), List.of(Typed.ratio("K02", "1", "2")))
                        .orElseThrow()
                        .version())
                .as("the colleague has not seen the other line, so keeps the version seen")
                .isEqualTo(1);
        assertThatThrownBy(() ->
                        returns.save(colleague.actor(), id, Base.seen(1), List.of(Typed.ratio("K01", "19", "20"))))
                .isInstanceOfSatisfying(ReturnConflict.class, conflict -> {
                    assertThat(conflict.version()).isEqualTo(3);
                    assertThat(conflict.fields())
                            .singleElement()
                            .satisfies(field -> assertThat(field.yours() + " " + field.theirs())
                                    .isEqualTo("19 18"));
                });
        assertThat(returns.save(colleague.actor(), id, Base.seen(3), List.of(Typed.ratio("K01", "19", "20")))
                        .isAccepted())
                .isTrue();
    }

    @Test
    void aProgramsVersionMustBeExact() {
        var id = opened("2026-09");
        returns.save(named.actor(), id, Base.ifMatch(1), List.of(Typed.ratio("K01", "18", "20")));

        assertThatThrownBy(
                        () -> returns.save(named.actor(), id, Base.ifMatch(1), List.of(Typed.ratio("K02", "1", "2"))))
                .isInstanceOf(ReturnConflict.class);
    }

    @Test
    void aQueriedLineGoesBackAloneAndReturnsForApprovalWhenItsFigureChanged() {
        var id = approved("2026-09");
        assertThat(reviews.query(nurse.actor(), id, "K03", 0, "Why half of last month?")
                        .orElseThrow())
                .isEqualTo(new ReturnState.Returned());

        var version = test.header(nurse, trust, "2026-09").version();
        assertThat(returns.saveLine(named.actor(), id, version, Typed.ratio("K04", "1", "20"))
                        .reasons())
                .extracting(Reason::message)
                .containsExactly("The ICB did not ask about this figure, so it cannot change now.");
        assertThat(returns.submit(named.actor(), id).reasons())
                .extracting(Reason::field)
                .containsExactly("K03.answer");
        assertThat(returns.saveLine(named.actor(), id, version, Typed.ratio("K03", "19", "20"))
                        .isAccepted())
                .isTrue();
        assertThat(returns.answer(named.actor(), id, "K03", "Bank staff were left out")
                        .isAccepted())
                .isTrue();

        assertThat(returns.submit(named.actor(), id).orElseThrow()).isEqualTo(new ReturnState.Submitted());
        assertThat(test.header(nurse, trust, "2026-09").changedSinceApproval()).isTrue();
        returns.approve(executive.actor(), id);
        assertThat(reviews.acceptAll(nurse.actor(), id).isAccepted())
                .as("an answered line is decided by itself")
                .isFalse();
        reviews.accept(nurse.actor(), id, "K03", 0);
        assertThat(reviews.acceptAll(nurse.actor(), id).orElseThrow()).isEqualTo(new ReturnState.Accepted());
    }

    @Test
    void ofManyWhoDecideOnAFigureAtOnceTheFirstDecides() {
        var id = approved("2026-09");
        var seen = test.line(nurse, id, "K03").version();

        var answers = AtOnce.each(
                8,
                person -> person % 2 == 0
                        ? reviews.accept(nurse.actor(), id, "K03", seen)
                        : reviews.query(nurse.actor(), id, "K03", seen, "Why half of last month?"));

        assertThat(answers.stream().filter(Outcome::isAccepted)).hasSize(1);
        assertThat(answers.stream().flatMap(answer -> answer.reasons().stream()))
                .extracting(Reason::message)
                .isSubsetOf(
                        "K03 has been accepted already.",
                        "K03 changed while you were looking at it. Look at it again, then decide.");
    }

    @Test
    void anAnswerWithoutAChangedFigureGoesStraightBackToTheIcb() {
        var id = approved("2026-09");
        reviews.query(nurse.actor(), id, "K03", 0, "Is this right?");
        returns.answer(named.actor(), id, "K03", "Yes, checked");

        assertThat(returns.submit(named.actor(), id).orElseThrow()).isEqualTo(new ReturnState.Approved());
    }

    @Test
    void whoEnteredCannotApproveEvenWithBothRoles() {
        var both = given.person("PROVIDER_NAMED_PROFESSIONAL", icb, trust);
        test.alsoGrant(both, "PROVIDER_EXECUTIVE_LEAD", icb, trust);
        var acting = test.refreshed(both, icb, trust);
        var id = opened("2026-09");
        fill(id);
        returns.saveLine(acting, id, 2, Typed.ratio("K01", "19", "20"));
        returns.submit(named.actor(), id);

        assertThat(returns.approve(acting, id).reasons())
                .extracting(Reason::message)
                .containsExactly(
                        "You entered or submitted part of this return, so another executive has to approve it.");
        assertThatThrownBy(() -> returns.approve(named.actor(), id)).isInstanceOf(RefusedException.class);
    }

    @Test
    void theExecutiveHandsAReturnBackWithAReason() {
        var id = opened("2026-09");
        fill(id);
        returns.submit(named.actor(), id);

        assertThat(returns.giveBack(executive.actor(), id, "").isAccepted()).isFalse();
        assertThat(returns.giveBack(executive.actor(), id, "Level 3 looks too low")
                        .orElseThrow())
                .isEqualTo(new ReturnState.Returned());
        var version = test.header(nurse, trust, "2026-09").version();
        assertThat(returns.saveLine(named.actor(), id, version, Typed.ratio("K03", "20", "20"))
                        .isAccepted())
                .isTrue();
        assertThat(returns.submit(named.actor(), id).orElseThrow()).isEqualTo(new ReturnState.Submitted());
    }

    @Test
    void aLockedReturnSaysWhyAndOpensForTheNamedPersonAlone() {
        var id = opened("2026-09");
        var colleague = given.person("PROVIDER_NAMED_PROFESSIONAL", icb, trust);
        clock.standAt(LocalDate.of(2026, 12, 24));

        var refused = returns.saveLine(named.actor(), id, 1, Typed.ratio("K01", "18", "20"));
        assertThat(refused.reasons())
                .extracting(Reason::message)
                .containsExactly(
                        "Locked since 24 December 2026: it was due on 28 October 2026, and 40 working days have"
                                + " passed since. A designated professional of the ICB can unlock it for one named person.");

        var until = LocalDate.of(2026, 12, 31);
        assertThat(reviews.unlock(nurse.actor(), id, executive.actor().account(), until, "Lead was on leave")
                        .reasons())
                .extracting(Reason::field)
                .containsExactly("account");
        assertThat(reviews.unlock(nurse.actor(), id, named.actor().account(), until, "Lead was on leave")
                        .isAccepted())
                .isTrue();
        assertThat(returns.saveLine(named.actor(), id, 1, Typed.ratio("K01", "18", "20"))
                        .isAccepted())
                .isTrue();
        assertThat(returns.saveLine(colleague.actor(), id, 2, Typed.ratio("K02", "18", "20"))
                        .isAccepted())
                .isFalse();
        clock.standAt(LocalDate.of(2027, 1, 1));
        assertThat(returns.saveLine(named.actor(), id, 2, Typed.ratio("K02", "18", "20"))
                        .isAccepted())
                .isFalse();
    }

    @Test
    void aLockIsLiftedOnceForAPersonHoweverManyLiftItAtOnce() {
        var id = opened("2026-09");
        clock.standAt(LocalDate.of(2026, 12, 24));
        var until = LocalDate.of(2026, 12, 31);
        var account = named.actor().account();

        var answers = AtOnce.each(6, _ -> reviews.unlock(nurse.actor(), id, account, until, "Lead was on leave"));

        assertThat(answers.stream().filter(Outcome::isAccepted)).hasSize(1);
        assertThat(answers.stream().flatMap(answer -> answer.reasons().stream()))
                .extracting(Reason::message)
                .containsOnly("The lock is lifted for this person until 31 December 2026 already.");
    }

    @Test
    void anAcceptedFigureIsRestatedAsANewRevisionAndTheOldOneIsStillThereAsAtThen() {
        var id = approved("2026-09");
        reviews.acceptAll(nurse.actor(), id);
        var before = test.instant();

        assertThat(returns.saveLine(named.actor(), id, 9, Typed.ratio("K03", "17", "20"))
                        .isAccepted())
                .isFalse();
        assertThat(restatements
                        .restate(named.actor(), id, Typed.ratio("K03", "17", "20"), "Bank staff double counted")
                        .isAccepted())
                .isTrue();

        var line = test.line(nurse, id, "K03");
        assertThat(line.revision()).isEqualTo(2);
        assertThat(line.state()).isEqualTo(LineState.ACCEPTED);
        assertThat(status("K03")).isEqualTo("RESTATED");
        assertThat(test.header(nurse, trust, "2026-09").changedSinceApproval()).isTrue();
        assertThat(test.numeratorAsAt(nurse, before, id, "K03")).isEqualByComparingTo("18");
        assertThat(test.numeratorAsAt(nurse, null, id, "K03")).isEqualByComparingTo("17");
        returns.approve(executive.actor(), id);
        assertThat(test.header(nurse, trust, "2026-09").changedSinceApproval()).isFalse();
    }

    @Test
    void anotherProvidersReturnIsHidden() {
        var id = opened("2026-09");
        var other = given.provider(icb, "COMMUNITY");
        var stranger = given.person("PROVIDER_NAMED_PROFESSIONAL", icb, other);

        assertThatThrownBy(() -> returns.saveLine(stranger.actor(), id, 1, Typed.ratio("K01", "1", "2")))
                .isInstanceOf(HiddenException.class);
    }

    @Test
    void lateReturnsShowTheirDaysInThePublishedView() {
        var id = opened("2026-09");
        fill(id);
        clock.standAt(LocalDate.of(2026, 11, 2));
        returns.submit(named.actor(), id);

        int late = work.read(
                nurse.actor().scope(),
                () -> jdbc.sql("select days_late from pub_return where id = :id")
                        .param("id", id)
                        .query((row, _) -> row.getInt(1))
                        .single());

        assertThat(late).isEqualTo(5);
    }

    private long opened(String period) {
        opening.open(nurse.actor(), Period.parse(period));
        return test.header(nurse, trust, period).id();
    }

    private long approved(String period) {
        var id = opened(period);
        fill(id);
        returns.submit(named.actor(), id).orElseThrow();
        returns.approve(executive.actor(), id).orElseThrow();
        return id;
    }

    private void fill(long id) {
        var typed = new ArrayList<Typed>();
        for (var line : test.lines(named, id)) {
            typed.add(test.typical(line));
        }
        returns.save(named.actor(), id, Base.seen(1), typed).orElseThrow();
    }

    private String status(String kpi) {
        return work.read(
                Scope.jobFor(icb.id()),
                () -> jdbc.sql(
                                "select status from pub_measure where icb = :icb and organisation = :organisation and kpi = :kpi")
                        .param("icb", icb.id())
                        .param("organisation", trust.id())
                        .param("kpi", kpi)
                        .query((row, _) -> row.getString(1))
                        .single());
    }
}

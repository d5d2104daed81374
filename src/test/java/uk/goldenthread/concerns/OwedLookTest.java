package uk.goldenthread.concerns;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.goldenthread.actions.ActionReviews;
import uk.goldenthread.actions.Actions;
import uk.goldenthread.actions.ActionsForTests;
import uk.goldenthread.database.Scope;
import uk.goldenthread.database.UnitOfWork;
import uk.goldenthread.figures.MeasureValue;
import uk.goldenthread.figures.Measures;
import uk.goldenthread.figures.SeriesKey;
import uk.goldenthread.kernel.calendar.Period;
import uk.goldenthread.support.Given;
import uk.goldenthread.support.GoldenThreadTest;
import uk.goldenthread.support.SettableClock;

/// W08 from the question to its end. Asked on Monday 1 June 2026, an answer is due by Monday 15 June, the tenth working
/// day; the thirtieth day after that is 15 July.
@GoldenThreadTest
class OwedLookTest {
    private static final LocalDate ASKED = LocalDate.of(2026, 6, 1);
    private static final LocalDate LET_PASS = LocalDate.of(2026, 7, 15);
    private static final LocalDate LONG_OVERDUE = LocalDate.of(2026, 7, 16);
    private static final String RAISED = "W08 K03 RAISED null";

    @Autowired
    Given given;

    @Autowired
    Measures measures;

    @Autowired
    Signals signals;

    @Autowired
    OwedLook look;

    @Autowired
    ActionsForTests actions;

    @Autowired
    Actions requests;

    @Autowired
    ActionReviews reviews;

    @Autowired
    UnitOfWork work;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    SettableClock clock;

    private Given.Organisation icb;
    private Given.Organisation trust;
    private Given.Person nurse;
    private Given.Person named;

    @BeforeEach
    void anIcbWithATrust() {
        icb = given.icb();
        trust = given.provider(icb, "ACUTE");
        nurse = given.person("DESIGNATED_NURSE", icb);
        named = given.person("PROVIDER_NAMED_PROFESSIONAL", icb, trust);
        clock.standAt(ASKED);
    }

    @AfterEach
    void letTheClockGo() {
        clock.letGo();
    }

    @Test
    void anAnswerLongOverdueIsRaisedOnceAndEndsWhenTheProviderAnswers() {
        ask("K03", 70);
        look.run(icb.id(), LET_PASS);
        assertThat(owed()).isEmpty();

        look.run(icb.id(), LONG_OVERDUE);
        look.run(icb.id(), LONG_OVERDUE.plusDays(1));
        assertThat(owed()).containsExactly(RAISED);

        clock.standAt(LONG_OVERDUE.plusDays(1));
        signals.answer(named.actor(), question(), "Two courses were cancelled.").orElseThrow();
        assertThat(owed()).containsExactly("W08 K03 CLOSED ENDED");

        look.run(icb.id(), LONG_OVERDUE.plusDays(40));
        assertThat(owed()).containsExactly("W08 K03 CLOSED ENDED");
    }

    @Test
    void aQuestionAboutAMeasureOfLessPriorityRaisesNothing() {
        ask("K01", 40);

        look.run(icb.id(), LONG_OVERDUE.plusDays(100));

        assertThat(owed()).isEmpty();
    }

    @Test
    void whenTheIcbClosesWhatItAskedAboutNobodyWaitsForTheAnswer() {
        var asked = ask("K03", 70);
        look.run(icb.id(), LONG_OVERDUE);
        assertThat(owed()).containsExactly(RAISED);

        signals.close(nurse.actor(), asked, "Answered on the telephone, see the visit", 0)
                .orElseThrow();

        assertThat(owed()).containsExactly("W08 K03 CLOSED ENDED");
    }

    @Test
    void anActionOfHighPriorityIsRaisedAfterThirtyDaysAndEndsWhenItsDateMoves() {
        long id = actions.underWay(nurse, named, trust, "Audit supervision records"); // due on 31 July 2026
        look.run(icb.id(), LocalDate.of(2026, 8, 30));
        assertThat(owed()).isEmpty();

        look.run(icb.id(), LocalDate.of(2026, 8, 31));
        look.run(icb.id(), LocalDate.of(2026, 9, 1));
        assertThat(owed()).containsExactly("W08  RAISED null");

        clock.standAt(LocalDate.of(2026, 9, 1));
        work.write(
                        named.actor().scope(),
                        () -> requests.askLater(named.actor(), id, LocalDate.of(2026, 10, 1), "The auditor was ill"))
                .orElseThrow();
        reviews.decideLater(nurse.actor(), id, true, "", "").orElseThrow();
        assertThat(owed()).containsExactly("W08  CLOSED ENDED");
    }

    private long ask(String kpi, int percent) {
        var value = new MeasureValue(
                new SeriesKey(icb.id(), trust.id(), kpi),
                Period.parse("2026-04"),
                BigDecimal.valueOf(percent * 10L),
                BigDecimal.valueOf(1000),
                (double) percent,
                MeasureValue.Status.FINAL,
                "test",
                1);
        work.write(Scope.jobFor(icb.id()), () -> measures.record(icb.id(), List.of(value)));
        var signal = one("select min(id) from signal where icb = :icb and rule = 'W03'");
        signals.askProvider(nurse.actor(), signal, "What happened to the April courses?")
                .orElseThrow();
        return signal;
    }

    private long question() {
        return one("select id from signal_question where icb = :icb");
    }

    private long one(String sql) {
        return work.read(
                Scope.jobFor(icb.id()),
                () -> jdbc.sql(sql)
                        .param("icb", icb.id())
                        .query((row, _) -> row.getLong(1))
                        .single());
    }

    private List<String> owed() {
        return work.read(
                Scope.jobFor(icb.id()),
                () -> jdbc.sql(
                                "select concat(rule, ' ', kpi, ' ', state, ' ', coalesce(closed_how, 'null')) from signal"
                                        + " where icb = :icb and rule = 'W08' order by id")
                        .param("icb", icb.id())
                        .query((row, _) -> row.getString(1))
                        .list());
    }
}

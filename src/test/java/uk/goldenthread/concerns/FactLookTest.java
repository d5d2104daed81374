package uk.goldenthread.concerns;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.goldenthread.access.AsAt;
import uk.goldenthread.assessments.RoundsForTests;
import uk.goldenthread.concerns.model.Triangulation.Row;
import uk.goldenthread.concerns.model.Triangulation.Source;
import uk.goldenthread.database.Scope;
import uk.goldenthread.database.UnitOfWork;
import uk.goldenthread.figures.MeasureValue;
import uk.goldenthread.figures.Measures;
import uk.goldenthread.figures.SeriesKey;
import uk.goldenthread.intelligence.Intelligence;
import uk.goldenthread.intelligence.Intelligence.Asked;
import uk.goldenthread.intelligence.Regulator;
import uk.goldenthread.kernel.Reference;
import uk.goldenthread.kernel.calendar.Period;
import uk.goldenthread.support.Given;
import uk.goldenthread.support.GoldenThreadTest;
import uk.goldenthread.support.SettableClock;
import uk.goldenthread.thread.ThreadLink;

/// What is known of a trust besides its figures, from the fact to the signal and to its end.
@GoldenThreadTest
class FactLookTest {
    private static final LocalDate APRIL = LocalDate.of(2026, 4, 1);
    private static final LocalDate JUNE = LocalDate.of(2026, 6, 1);

    @Autowired
    Given given;

    @Autowired
    SettableClock clock;

    @Autowired
    RoundsForTests rounds;

    @Autowired
    Intelligence intelligence;

    @Autowired
    Regulator regulator;

    @Autowired
    Measures measures;

    @Autowired
    Contradictions contradictions;

    @Autowired
    FactLook look;

    @Autowired
    ClaimThread thread;

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
    void aTrust() {
        icb = given.icb();
        trust = given.provider(icb, "ACUTE");
        nurse = given.person("DESIGNATED_NURSE", icb);
        named = given.person("PROVIDER_NAMED_PROFESSIONAL", icb, trust);
        executive = given.person("PROVIDER_EXECUTIVE_LEAD", icb, trust);
        clock.standAt(APRIL);
    }

    @AfterEach
    void letGo() {
        clock.letGo();
    }

    @Test
    void aClaimInFullIsContradictedByAFigureThatMissesItsTargetUntilTheFigureIsMet() {
        claimEverything();
        figure("2026-05", 710);

        look.run(icb.id(), JUNE);

        assertThat(signals("CLAIM-FIGURES"))
                .singleElement()
                .asString()
                .contains("CLAIM-TRAINING", "Claimed in full", "71%");
        assertThat(row("TRAINING").told().get(Source.FIGURES).contradicts()).isTrue();

        figure("2026-06", 960);
        look.run(icb.id(), JUNE.plusDays(1));
        assertThat(signals("CLAIM-FIGURES")).isEmpty();
        assertThat(row("TRAINING").told().get(Source.FIGURES).contradicts()).isFalse();
    }

    @Test
    void lookingTwiceRaisesNothingTwice() {
        claimEverything();
        figure("2026-05", 710);

        look.run(icb.id(), JUNE);
        var once = count();
        look.run(icb.id(), JUNE.plusDays(1));

        assertThat(count()).isEqualTo(once).isPositive();
    }

    @Test
    void aPostThatStandsEmptyIsTold() {
        work.write(
                Scope.jobFor(icb.id()),
                () -> jdbc.sql(
                                "insert into post_holder (icb, organisation, role, person, email, telephone, appointment,"
                                        + " valid_from, valid_to) values (:icb, :trust, 'NN-SC', 'Ada Example', '', '',"
                                        + " 'SUBSTANTIVE', date '2024-01-01', date '2026-02-01')")
                        .param("icb", icb.id())
                        .param("trust", trust.id())
                        .update());

        look.run(icb.id(), JUNE);

        assertThat(signals("W05"))
                .singleElement()
                .asString()
                .contains("POST-NN-SC", "vacant since 1 February 2026, 84 days or more");
    }

    @Test
    void whatIsHeardFromTwoSourcesIsASignalAtOnceAndEndsWhenOneCountsNoMore() {
        clock.standAt(JUNE);
        heard("COMPLAINT");
        heard("COMPLAINT");
        assertThat(signals("W13")).isEmpty();

        var third = heard("GENERAL_PRACTICE");
        assertThat(signals("W13")).singleElement().asString().contains("3 things were heard", "2 sources");

        intelligence
                .close(nurse.actor(), third, "Looked into: it was another trust")
                .orElseThrow();
        assertThat(signals("W13")).isEmpty();
        assertThat(intelligence.list(nurse.actor(), AsAt.PRESENT, new Asked("", false)))
                .hasSize(2);
        assertThat(intelligence.list(nurse.actor(), AsAt.PRESENT, new Asked(trust.code(), true)))
                .hasSize(3);
    }

    @Test
    void aRatingThatFallsAndANoticeAreSignalsUntilTheNoticeIsLifted() {
        clock.standAt(JUNE);
        rated(LocalDate.of(2024, 3, 1), "GOOD", "GOOD");
        rated(LocalDate.of(2026, 5, 1), "REQUIRES_IMPROVEMENT", "INADEQUATE");
        regulator
                .add(
                        nurse.actor(),
                        new Regulator.New(trust.code(), true, JUNE.minusDays(9), "", "", "Staffing at night"))
                .orElseThrow();
        assertThat(signals("W10")).hasSize(3);

        var notice = regulator.published(nurse.actor(), AsAt.PRESENT).notices().getFirst();
        regulator.lift(nurse.actor(), notice.id(), JUNE).orElseThrow();
        assertThat(signals("W10")).hasSize(2).noneMatch(signal -> signal.contains("NOTICE"));
    }

    @Test
    void aProviderReadsNothingOfWhatIsHeardOfIt() {
        clock.standAt(JUNE);
        heard("COMPLAINT");

        var refused = given.get(named, "/intelligence");
        assertThat(refused.statusCode()).as(refused.headers().map().toString()).isEqualTo(403);
        assertThat(work.read(
                        named.actor().scope(),
                        () -> jdbc.sql("select count(*) from intelligence")
                                .query(Long.class)
                                .single()))
                .isZero();
        assertThat(given.get(named, "/providers/" + trust.code()).body()).doesNotContain("What it claims, beside");
    }

    @Test
    void theSignalHangsOnTheAnswerThatClaimsItAndTheAnswerLeadsToTheSignal() {
        claimEverything();
        figure("2026-05", 710);
        look.run(icb.id(), JUNE);
        var answer = Reference.of("answer", number("select id from answer where icb = :icb and code = '9.2'"));
        var signal =
                Reference.of("signal", number("select id from signal where icb = :icb and rule = 'CLAIM-FIGURES'"));

        for (var from : List.of(answer, signal)) {
            assertThat(work.read(nurse.actor().scope(), () -> thread.links(nurse.actor(), List.of(from))))
                    .containsExactly(new ThreadLink(answer, signal));
        }
    }

    private long number(String sql) {
        return work.read(
                Scope.jobFor(icb.id()),
                () -> jdbc.sql(sql).param("icb", icb.id()).query(Long.class).single());
    }

    @Test
    void theDesignatedNurseReadsItOnTheProvidersPage() {
        claimEverything();
        figure("2026-05", 710);
        clock.standAt(JUNE);
        look.run(icb.id(), JUNE);

        var page = given.get(nurse, "/providers/" + trust.code()).body();

        assertThat(page)
                .contains("What it claims, beside what else is known")
                .contains("1 of 10 matters claimed in full are contradicted by something else.")
                .contains("Safeguarding children training, level 3: 71% in May 2026, misses its target.");
    }

    private void claimEverything() {
        var round = rounds.published(nurse, "S11_WT", "Section 11 2026", APRIL);
        rounds.handIn(named, executive, rounds.assessment(nurse, round, trust), "3");
    }

    private void figure(String month, int trained) {
        var value = new MeasureValue(
                new SeriesKey(icb.id(), trust.id(), "K03"),
                Period.parse(month),
                BigDecimal.valueOf(trained),
                BigDecimal.valueOf(1000),
                trained / 10.0,
                MeasureValue.Status.FINAL,
                "import/0",
                1);
        work.write(Scope.jobFor(icb.id()), () -> measures.record(icb.id(), List.of(value)));
    }

    private long heard(String source) {
        return intelligence
                .add(
                        nurse.actor(),
                        new Intelligence.New(
                                trust.code(), source, "TRAINING", "Nobody was released for training.", JUNE, false))
                .orElseThrow();
    }

    private void rated(LocalDate on, String overall, String safe) {
        regulator
                .add(nurse.actor(), new Regulator.New(trust.code(), false, on, overall, safe, ""))
                .orElseThrow();
    }

    private Row row(String check) {
        return work.read(Scope.jobFor(icb.id()), () -> contradictions.of(icb.id(), trust.id(), JUNE)).stream()
                .filter(row -> row.check().code().equals(check))
                .findFirst()
                .orElseThrow();
    }

    private long count() {
        return number("select count(*) from signal where icb = :icb");
    }

    private List<String> signals(String rule) {
        return work.read(
                Scope.jobFor(icb.id()),
                () -> jdbc.sql("select series || ' ' || words from signal where icb = :icb and rule = :rule and holds")
                        .params(Map.of("icb", icb.id(), "rule", rule))
                        .query(String.class)
                        .list());
    }
}

package uk.goldenthread.demonstration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.goldenthread.database.Scope;
import uk.goldenthread.database.UnitOfWork;
import uk.goldenthread.demonstration.plan.Stories;
import uk.goldenthread.papers.service.Freezing;
import uk.goldenthread.papers.service.Papers;
import uk.goldenthread.returns.ReturnReading;
import uk.goldenthread.support.GoldenThreadTest;

/// The whole demonstration, made once through the services in the shared application.
@GoldenThreadTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DemonstrationTest {
    @Autowired
    MadeDemonstration demonstration;

    @Autowired
    UnitOfWork work;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Papers papers;

    @Autowired
    Freezing freezing;

    @Autowired
    ReturnReading returns;

    private World world;

    @BeforeAll
    void made() {
        world = demonstration.world();
    }

    @Test
    void theTrustInDeclineIsAConcernAndUnderEnhancedOversight() {
        assertThat(text("select variation from pub_series_state where organisation = :of and kpi = 'K03'", "ZTA"))
                .isEqualTo("CONCERN_LOW");
        assertThat(text("select level from pub_ladder where organisation = :of", "ZTA"))
                .isEqualTo("ENHANCED");
    }

    @Test
    void theRecoveredTrustImprovedAndIsBackToRoutine() {
        assertThat(text("select variation from pub_series_state where organisation = :of and kpi = 'K03'", "ZTC"))
                .isEqualTo("IMPROVEMENT_HIGH");
        assertThat(text("select level from pub_ladder where organisation = :of", "ZTC"))
                .isEqualTo("ROUTINE");
    }

    @Test
    void theNewTrainingSystemsLimitsAreWorkedOutAnew() {
        assertThat(text("select variation from pub_series_state where organisation = :of and kpi = 'K02'", "ZTD"))
                .isEqualTo("COMMON_CAUSE");
    }

    @Test
    void aYearAgoTheRecoveredTrustStoodUnderEnhancedOversightAndTheNewTrustHadNoLongSeries() {
        var yearAgo = Instant.now().minus(365, ChronoUnit.DAYS);

        var level = work.read(
                Scope.jobFor(world.icb()),
                yearAgo,
                () -> one("select level from pub_ladder where icb = :icb and organisation = :of", "ZTC"));
        var points = work.read(
                Scope.jobFor(world.icb()),
                yearAgo,
                () -> one(
                        "select points::text from pub_series_state where icb = :icb and organisation = :of and kpi = 'K08'",
                        "ZTE"));

        assertThat(level).isEqualTo("ENHANCED");
        assertThat(Integer.parseInt(points)).isBetween(0, 3);
    }

    @Test
    void aQuestionARestatementALiftedLockAndAHalfEnteredReturnWaitForSomebody() {
        assertThat(text(
                        "select count(*)::text from pub_return_line where organisation = :of and state = 'QUERIED'",
                        "ZTF"))
                .isEqualTo("1");
        assertThat(text("select count(*)::text from pub_return_line where organisation = :of and revision > 1", "ZTB"))
                .isEqualTo("1");
        assertThat(text("select count(*)::text from lock_exception where organisation = :of", "ZN03"))
                .isEqualTo("1");
    }

    /// What the list is ordered by is what the page of the return itself says.
    @Test
    void returnsThatWaitForTheIcbCountTheFiguresWorthASecondLook() {
        var nurse = world.actor("DESIGNATED_NURSE");
        var waiting = work.read(
                Scope.jobFor(world.icb()),
                () -> jdbc.sql(
                                "select id, odd from data_return where icb = :icb and state in ('SUBMITTED', 'APPROVED')")
                        .param("icb", world.icb())
                        .query((row, _) -> Map.entry(row.getLong("id"), row.getInt("odd")))
                        .list());

        assertThat(waiting).anyMatch(each -> each.getValue() > 0).allSatisfy(each -> {
            var whole = returns.whole(nurse, null, each.getKey());
            var odd = work.read(
                    nurse.scope(),
                    () -> whole.lines().stream()
                            .filter(line -> !returns.odd(whole, line).isEmpty())
                            .count());
            assertThat(odd).isEqualTo((long) each.getValue());
        });
    }

    @Test
    void lastYearsRoundIsClosedAndThisYearsIsOpenToEverybody() {
        var last = "select count(*) from pub_assessment where icb = :icb and framework = 'S11_WT' and round ="
                + " (select id from assessment_round where icb = :icb and state = 'CLOSED')";

        assertThat(number("select count(*) from assessment_round where icb = :icb and state = 'CLOSED'"))
                .isEqualTo(1);
        assertThat(number(last)).isEqualTo(140);
        assertThat(number(last + " and kind = 'TRUST' and state = 'AGREED'")).isEqualTo(6);
        assertThat(number(last + " and state in ('AGREED', 'CLOSED')")).isBetween(125, 136);
        assertThat(number(last + " and state = 'EXEMPT'")).isEqualTo(3);
        assertThat(number(last + " and state = 'NON_RETURN'")).isBetween(1, 12);
        assertThat(number(last + " and days_late > 0 and submitted_at is not null"))
                .isBetween(5, 30);
        assertThat(number("select count(*) from pub_assessment where icb = :icb and framework = 'S11_WT'"
                        + " and state in ('ISSUED', 'IN_PROGRESS', 'SUBMITTED', 'UNDER_REVIEW')"))
                .isGreaterThanOrEqualTo(140);
    }

    @Test
    void kindsOfProviderScoredDifferentlyAndPracticesWereAskedTwelveLines() {
        var mean =
                "select round(avg(s.score))::int from pub_assessment_score s join pub_assessment a on a.id = s.assessment"
                        + " where a.icb = :icb and s.view = 'ACCEPTED' and s.standard = '%s' and a.kind = '%s'";

        assertThat(number(mean.formatted("S8", "GP"))).isGreaterThan(number(mean.formatted("S3", "GP")) + 8);
        assertThat(number("select max(asked) from pub_assessment where icb = :icb and kind = 'GP'"))
                .isEqualTo(12);
        assertThat(number("select count(*) from pub_answer w join pub_assessment a on a.id = w.assessment"
                        + " where a.icb = :icb and a.organisation = (select id from pub_organisation where code = 'ZP014')"
                        + " and a.submitted_at is not null and w.value <> ''"))
                .as("what the practice can bring forward")
                .isEqualTo(12);
    }

    @Test
    void oneTrustHasConfirmedSixtyTwoPercentAndAnsweredForThreeFrameworksAtOnce() {
        assertThat(number("select 100 * confirmed / carried from pub_assessment where icb = :icb and organisation = :of"
                        + " and framework = 'S11_WT' and carried > 0"))
                .isEqualTo(62);
        for (var framework : new String[] {"ADULT_SAAF", "MGP_LAC"}) {
            assertThat(number("select count(*) from pub_answer where icb = :icb and organisation = :of"
                            + " and source = 'MAPPED' and source_words like 'JSAF D%'"
                            + " and framework = '" + framework + "'"))
                    .as(framework)
                    .isPositive();
        }
    }

    @Test
    void actionsStandAtEveryStepAndTheEvidenceThatWasGivenHangsOnThem() {
        assertThat(number("select count(distinct state) from pub_action where icb = :icb"))
                .isGreaterThanOrEqualTo(6);
        assertThat(number("select count(*) from pub_evidence_claim where icb = :icb and subject like 'action/%'"))
                .isGreaterThanOrEqualTo(3);
    }

    @Test
    void contractsAreMadeWatchedGivenNoticeOfAndRenewed() {
        var stage = "select stage from pub_contract where organisation = :of order by id limit 1";

        assertThat(text(stage, "ZV02"))
                .as("waits for a designated professional")
                .isEqualTo("SPECIFICATION");
        assertThat(text(stage, "ZH05")).as("one check failed").isEqualTo("DUE_DILIGENCE");
        assertThat(text(stage, "ZN05")).as("goes on under a waiver").isEqualTo("MOBILISATION");
        assertThat(text(stage, "ZH02")).isEqualTo("PERFORMANCE_NOTICE");
        assertThat(text(stage, "ZTA")).isEqualTo("RAP_BREACHED");
        assertThat(text("select (notice_since < stage_since)::text from pub_contract where organisation = :of", "ZTA"))
                .as("the notice came before the breach")
                .isEqualTo("true");
        assertThat(text("select string_agg(stage, ' ' order by id) from pub_contract where organisation = :of", "ZS03"))
                .isEqualTo("RENEWED PLANNING");
        assertThat(number("select count(*) from pub_contract where icb = :icb and stage in ('LIVE', 'RAP_BREACHED')"
                        + " and not asks_safeguarding and not exempt"))
                .isZero();
    }

    @Test
    void evidenceAskedForIsAcceptedAnsweredAwaitedAndLate() {
        assertThat(number("select count(*) from pub_evidence_request where icb = :icb and accepted_on is not null"))
                .isEqualTo(1);
        assertThat(number("select count(*) from pub_evidence_request where icb = :icb and answered_on is not null"
                        + " and accepted_on is null"))
                .isEqualTo(1);
        assertThat(number("select count(*) from pub_evidence_request where icb = :icb and answered_on is null"
                        + " and due_on < current_date"))
                .isEqualTo(1);
        assertThat(number("select count(*) from pub_evidence_request where icb = :icb and answered_on is null"
                        + " and due_on >= current_date"))
                .isEqualTo(2);
    }

    @Test
    void visitsStandInEveryStateAndOneFoundWhatItsTrustThenClaimedOtherwise() {
        assertThat(number("select count(distinct state) from pub_visit where icb = :icb"))
                .isEqualTo(10);
        assertThat(number("select count(*) from pub_visit_finding where icb = :icb and organisation = :of"
                        + " and grade = 'IMMEDIATE' and written_at::date = told_at::date"))
                .isEqualTo(1);
        assertThat(number("select count(*) from pub_visit_finding f join pub_answer a using (icb, organisation,"
                        + " framework, edition) where f.icb = :icb and f.stands and f.final_on < a.submitted_at::date"
                        + " and f.grade = 'SIGNIFICANT' and a.code = f.requirement and a.value = '3'"))
                .as("a claim of full compliance after a visit that found otherwise")
                .isPositive();
        assertThat(number("select count(*) from pub_audit_result where icb = :icb and organisation = :of and complete"))
                .isEqualTo(1);
    }

    @Test
    void theNeighbourJudgesASharedReturnMoreStrictlyAndNeitherIcbSeesTheOthers() {
        var score = "select round(score)::text from pub_assessment_score s where s.assessment = (select max(id) from"
                + " pub_assessment where organisation = :of and framework = 'S11_WT' and submitted_at is not null)"
                + " and s.standard = '*' and s.view = '%s'";
        var home = world.actor("DESIGNATED_NURSE").scope();
        var nextDoor = world.atNeighbour("DESIGNATED_NURSE").scope();
        var trust = Stories.RECOVERED_TRUST;

        assertThat(seen(nextDoor, score.formatted("CLAIMED"), trust))
                .isEqualTo(seen(home, score.formatted("CLAIMED"), trust));
        assertThat(Integer.parseInt(seen(nextDoor, score.formatted("CLAIMED"), trust)))
                .isGreaterThan(Integer.parseInt(seen(nextDoor, score.formatted("MODERATED"), trust)) + 5);
        for (var table :
                new String[] {"assessment", "answer", "moderation", "assessment_review", "evidence", "action"}) {
            var icbs =
                    "select coalesce(string_agg(distinct icb::text, ' '), '') from %s where :of > 0".formatted(table);
            assertThat(seen(home, icbs, trust)).as(table).isEqualTo(Integer.toString(world.icb()));
            assertThat(seen(nextDoor, icbs, trust)).as(table).isIn("", Integer.toString(world.neighbour()));
        }
        var lent = "select count(*) filter (where %s)::text from evidence_lent where organisation = :of";
        assertThat(seen(nextDoor, lent.formatted("not held"), trust)).isEqualTo("3");
        assertThat(seen(nextDoor, lent.formatted("held and title is null"), trust))
                .isEqualTo("1");
        assertThat(seen(
                        nextDoor,
                        "select count(*)::text from pub_assessment where organisation = :of"
                                + " and state = 'SUBMITTED'",
                        Stories.DECLINING_TRUST))
                .as("waits to be taken up")
                .isEqualTo("1");
    }

    private String seen(Scope scope, String sql, String organisation) {
        return work.read(scope, () -> one(sql, organisation));
    }

    private int number(String sql) {
        return work.read(
                Scope.jobFor(world.icb()),
                () -> jdbc.sql(sql)
                        .param("icb", world.icb())
                        .param("of", world.organisation(Stories.DECLINING_TRUST))
                        .query(Integer.class)
                        .single());
    }

    @Test
    void aFileWaitsWithFiguresToTakeInAndTwoRowsThatCannotBe() {
        assertThat(waitingRows("in ('NEW', 'CHANGED')")).isGreaterThanOrEqualTo(8);
        assertThat(waitingRows("= 'REJECTED'")).isEqualTo(2);
    }

    private int waitingRows(String verdict) {
        return Integer.parseInt(text(
                "select count(*)::text from import_row r join import_batch b on b.id = r.batch where b.icb = :icb"
                        + " and :of > 0 and b.state = 'REVIEW' and r.verdict " + verdict,
                Stories.DECLINING_TRUST));
    }

    @Test
    void theLedgerHasTheTrueTimeAndTheHistoryTheStorys() {
        var oldest = text("select min(recorded_from)::text from measure where organisation = :of", "ZTA");
        var entered = work.read(
                Scope.jobFor(world.icb()),
                () -> jdbc.sql("select min(at) > now() - interval '1 day' from ledger.entry where icb = :icb")
                        .param("icb", world.icb())
                        .query((row, _) -> row.getBoolean(1))
                        .single());

        assertThat(Instant.parse(oldest.replace(' ', 'T').replaceAll("\\+00$", "Z")))
                .isBefore(Instant.now().minus(600, ChronoUnit.DAYS));
        assertThat(entered).isTrue();
    }

    @Test
    void someSignalsWaitAndMostHaveBeenDealtWith() {
        var raised = Integer.parseInt(text(
                "select count(*)::text from pub_signal where icb = :icb and :of > 0"
                        + " and holds and state = 'RAISED'",
                Stories.DECLINING_TRUST));
        var triaged = Integer.parseInt(text(
                "select count(*)::text from pub_signal where icb = :icb and :of > 0"
                        + " and holds and state = 'TRIAGED'",
                Stories.DECLINING_TRUST));

        assertThat(raised).isBetween(1, 40);
        assertThat(triaged).isGreaterThan(10);
    }

    @Test
    void twoPapersWereFrozenInTheirQuartersAndGiveTheSameAgainAndTheNextIsBeingWritten() {
        var nurse = world.actor("DESIGNATED_NURSE");
        var all = papers.list(nurse, "QUALITY", 10, 0).papers();

        assertThat(all).extracting(kept -> kept.paper().state()).containsExactly("DRAFT", "FROZEN", "FROZEN");
        assertThat(all.subList(1, 3)).allSatisfy(kept -> {
            var rerun = freezing.rerun(nurse, kept);
            assertThat(rerun.same()).as("%s", rerun.differences()).isTrue();
            assertThat(rerun.instant()).isBefore(Instant.now().minus(60, ChronoUnit.DAYS));
            assertThat(freezing.data(nurse, kept).returns().onTime().text()).isNotEqualTo("0");
        });
        assertThat(freezing.data(nurse, all.get(1)).changes()).isNotEmpty();
    }

    private String text(String sql, String organisation) {
        return work.read(Scope.jobFor(world.icb()), () -> one(sql, organisation));
    }

    private String one(String sql, String organisation) {
        var statement = jdbc.sql(sql).param("of", world.organisation(organisation));
        return (sql.contains(":icb") ? statement.param("icb", world.icb()) : statement)
                .query((row, _) -> String.valueOf(row.getString(1)))
                .single();
    }
}

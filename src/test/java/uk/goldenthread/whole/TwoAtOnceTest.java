package uk.goldenthread.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.goldenthread.assessments.RoundsForTests;
import uk.goldenthread.contracts.ContractSampler;
import uk.goldenthread.database.Scope;
import uk.goldenthread.database.UnitOfWork;
import uk.goldenthread.kernel.outcome.Outcome;
import uk.goldenthread.papers.PaperFixtures;
import uk.goldenthread.papers.model.Kept;
import uk.goldenthread.papers.model.Slot;
import uk.goldenthread.papers.service.PaperWords;
import uk.goldenthread.papers.service.Papers;
import uk.goldenthread.support.AtOnce;
import uk.goldenthread.support.Given;
import uk.goldenthread.support.GoldenThreadTest;

/// Two people, or one who presses twice, do the same thing at the same instant: it is done once and written down once,
/// and whoever comes second is told in a sentence.
@GoldenThreadTest
class TwoAtOnceTest {
    private static final int MANY = 8;
    private static final String POST =
            "role=MCA-L&person=%s&type=SUBSTANTIVE&from[day]=1&from[month]=4&from[year]=2026".formatted("Ada+Green");

    @Autowired
    Given given;

    @Autowired
    UnitOfWork work;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PaperFixtures paperFixtures;

    @Autowired
    Papers papers;

    @Autowired
    PaperWords words;

    @Autowired
    ContractSampler contracts;

    @Autowired
    RoundsForTests rounds;

    private Given.Organisation icb;
    private Given.Organisation trust;
    private Given.Person nurse;

    @BeforeEach
    void aTrust() {
        icb = given.icb();
        trust = given.provider(icb, "ACUTE");
        nurse = given.person("DESIGNATED_NURSE", icb);
    }

    @Test
    void aPaperIsSignedOnceAtEachStep() {
        var team = paperFixtures.team(given, icb);
        var paper = paperFixtures.draft(team, "QUALITY");
        paperFixtures.fillCover(team, paper);
        papers.submit(team.nurse().actor(), paper).orElseThrow();

        var answers = AtOnce.each(MANY, _ -> given.post(team.doctor(), "/papers/%d/sign".formatted(paper), ""));

        onlyOne(answers, 302, 422);
        assertThat(entries("PAPER_SIGNED")).isEqualTo(1);
        assertThat(papers.find(nurse.actor(), paper).paper().signatures()).hasSize(1);
    }

    @Test
    void noWordsSlipIntoAPaperThatIsBeingHandedOver() {
        var team = paperFixtures.team(given, icb);
        var paper = paperFixtures.draft(team, "QUALITY");
        paperFixtures.fillCover(team, paper);
        var author = team.nurse().actor();

        var late = work.write(author.scope(), () -> {
            papers.submit(author, paper).orElseThrow();
            var saving = CompletableFuture.supplyAsync(() -> save(team, paper));
            untilWaitingOrDone(saving);
            return saving;
        });

        assertThat(late.join().isAccepted())
                .as("the words were saved after all")
                .isFalse();
        assertThat(words.edits(author, paper, Slot.NARRATIVE)).isEmpty();
    }

    private Outcome<Kept> save(PaperFixtures.Team team, int paper) {
        return words.save(
                team.nurse().actor(), paper, new PaperWords.Wording(Slot.NARRATIVE, 0, "One more word.", false));
    }

    /// The save either waits for a lock of the unit of work on this thread, or has gone past it.
    private void untilWaitingOrDone(CompletableFuture<?> saving) {
        while (!saving.isDone() && waitingForALock() == 0) {
            Thread.onSpinWait();
        }
    }

    private long waitingForALock() {
        return jdbc.sql("""
                        select count(*) from pg_locks where not granted and pid <> pg_backend_pid()
                            and pg_backend_pid() = any (pg_blocking_pids(pid))
                        """).query(Long.class).single();
    }

    @Test
    void aRemarkCountsNoMoreOnce() {
        given.post(
                nurse,
                "/intelligence/new",
                "provider=%s&source=COMPLAINT&theme=TRAINING&words=%s&heardOn[day]=1&heardOn[month]=6&heardOn[year]=2026"
                        .formatted(trust.code(), encoded("Wards are short of trained people.")));
        var href = Jsoup.parse(given.get(nurse, "/intelligence").body())
                .select("main a[href~=/intelligence/\\d+]")
                .attr("href");

        var answers =
                AtOnce.each(MANY, _ -> given.post(nurse, href + "/close", "why=" + encoded("Looked into on a visit")));

        onlyOne(answers, 302, 409, 422);
        assertThat(entries("INTELLIGENCE_CLOSED")).isEqualTo(1);
    }

    @Test
    void aPersonIsGivenARoleOnce() {
        var administrator = given.person("SYSTEM_ADMINISTRATOR", icb);
        var form = "signInName=%s%%40test.invalid&name=Ada&role=ANALYST&organisationCode=%s"
                .formatted("twice" + icb.id(), icb.code());
        var before = entries("ROLE_GRANTED");

        var answers = AtOnce.each(MANY, _ -> given.post(administrator, "/accounts", form));

        assertThat(answers).extracting(HttpResponse::statusCode).contains(200).containsAnyOf(409, 422);
        assertThat(answers.stream().filter(answer -> answer.statusCode() == 200))
                .hasSize(1);
        assertThat(entries("ROLE_GRANTED") - before).isEqualTo(1);
        assertThat(given.post(administrator, "/accounts", form).body())
                .contains("This person has that role there already");
    }

    @Test
    void aPersonIsPutInAPostOnce() {
        var address = "/directory/%s/posts/new".formatted(trust.code());

        var answers = AtOnce.each(MANY, _ -> given.post(nurse, address, POST));

        onlyOne(answers, 302, 422);
        assertThat(entries("POST_FILLED")).isEqualTo(1);
        assertThat(given.post(nurse, address, POST).body()).contains("Ada Green holds this post already");
    }

    @Test
    void aContractAsksForAReportAndForEvidenceOnce() {
        var manager = given.person("CONTRACT_MANAGER", icb);
        var contract = "/contracts/" + contracts.live(manager, trust);

        onlyOne(
                AtOnce.each(
                        MANY,
                        _ -> given.post(
                                manager,
                                contract + "/reports",
                                "what=Annual+report&clause=SCHEDULE_6A&frequency=ANNUAL&safeguarding=true")),
                302,
                422);
        onlyOne(
                AtOnce.each(
                        MANY,
                        _ -> given.post(
                                manager, contract + "/requests", "clause=SC32&asked=The+training+record+of+May")),
                302,
                422);

        assertThat(entries("CONTRACT_ASKS_REPORT")).isEqualTo(1);
        assertThat(entries("EVIDENCE_ASKED")).isEqualTo(1);
    }

    @Test
    void aReviewOfALevelIsHeldOnceADay() {
        var ladder = "/providers/%s/ladder".formatted(trust.code());
        var review = "met=no&evidence=%s&nextSteps=%s"
                .formatted(encoded("Nothing has changed since"), encoded("Look again in a month"));

        var answers = AtOnce.each(MANY, _ -> given.post(nurse, ladder + "/review", review));

        onlyOne(answers, 302, 409, 422);
        assertThat(entries("LEVEL_REVIEWED")).isEqualTo(1);
        assertThat(given.post(nurse, ladder + "/review", review).body())
                .contains("A review held today is recorded already. One a day counts.");
    }

    @Test
    void aRoundIsPublishedAndAnOrganisationLeftOutOfItOnce() {
        long round = rounds.published(nurse, "S11_WT", "Section 11 2026", LocalDate.of(2026, 4, 1));
        long assessment = rounds.assessment(nurse, round, trust);

        AtOnce.each(MANY, _ -> given.post(nurse, "/assessments/rounds/%d/publish".formatted(round), ""));
        var answers = AtOnce.each(
                MANY,
                _ -> given.post(
                        nurse,
                        "/assessments/%d/exempt".formatted(assessment),
                        "reason=" + encoded("It closed in May")));

        onlyOne(answers, 302, 422);
        assertThat(entries("ROUND_PUBLISHED")).isEqualTo(1);
        assertThat(entries("ASSESSMENT_EXEMPT")).isEqualTo(1);
    }

    private static String encoded(String words) {
        return URLEncoder.encode(words, StandardCharsets.UTF_8);
    }

    private static void onlyOne(List<HttpResponse<String>> answers, int done, Integer... toOthers) {
        assertThat(answers.stream().filter(answer -> answer.statusCode() == done))
                .hasSize(1);
        assertThat(answers.stream().map(HttpResponse::statusCode).filter(status -> status != done))
                .isSubsetOf(toOthers);
    }

    private long entries(String action) {
        return work.read(
                Scope.system(),
                () -> jdbc.sql("select count(*) from ledger.entry where icb = :icb and action = :action")
                        .param("icb", icb.id())
                        .param("action", action)
                        .query(Long.class)
                        .single());
    }
}

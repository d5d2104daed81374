package uk.goldenthread.assessments.service;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.goldenthread.assessments.RoundsForTests;
import uk.goldenthread.assessments.model.AssessmentState;
import uk.goldenthread.assessments.moderation.Moderating;
import uk.goldenthread.database.Scope;
import uk.goldenthread.database.UnitOfWork;
import uk.goldenthread.evidence.GivenEvidence;
import uk.goldenthread.support.Given;
import uk.goldenthread.support.GoldenThreadTest;
import uk.goldenthread.support.SettableClock;

/// The evidence behind a shared return, as far as the further ICB may look at it, and the end of the sharing.
@GoldenThreadTest
class SharedEvidenceTest {
    private static final LocalDate APRIL = LocalDate.of(2026, 4, 1);
    private static final String WHY = "why=The+contract+with+that+ICB+has+ended";

    @Autowired
    Given given;

    @Autowired
    GivenEvidence evidence;

    @Autowired
    SettableClock clock;

    @Autowired
    RoundsForTests test;

    @Autowired
    Sharing sharing;

    @Autowired
    SharingDaily daily;

    @Autowired
    HandingIn handing;

    @Autowired
    Moderating moderating;

    @Autowired
    UnitOfWork work;

    @Autowired
    JdbcClient jdbc;

    private Given.Organisation lead;
    private Given.Organisation other;
    private Given.Organisation trust;
    private Given.Person leadNurse;
    private Given.Person otherNurse;
    private Given.Person named;
    private Given.Person executive;
    private Given.Person namedAtOther;
    private long first;
    private long second;
    private long audit;
    private long minutes;

    /// A trust of two ICBs has handed in a return with an audit behind 1.1 and minutes that name a child behind 1.2.
    @BeforeEach
    void aReturnWithEvidence() {
        lead = given.icb();
        other = given.icb();
        trust = given.provider(lead, "ACUTE");
        given.assure(other, trust);
        leadNurse = given.person("DESIGNATED_NURSE", lead);
        otherNurse = given.person("DESIGNATED_NURSE", other);
        named = given.person("PROVIDER_NAMED_PROFESSIONAL", lead, trust);
        executive = given.person("PROVIDER_EXECUTIVE_LEAD", lead, trust);
        namedAtOther = given.person("PROVIDER_NAMED_PROFESSIONAL", other, trust);
        clock.standAt(APRIL);
        first = asked(leadNurse);
        second = asked(otherNurse);
        test.answerAll(named, first, "3");
        audit = item("Audit of referrals", "no", "1.1", "Forty of fifty were made in time.");
        minutes = item("Minutes about a child", "yes", "1.2", "A child's name.");
        handing.handOver(named.actor(), first, executive.actor().account()).orElseThrow();
        handing.sign(executive.actor(), first).orElseThrow();
    }

    @AfterEach
    void letGo() {
        clock.letGo();
    }

    private long asked(Given.Person nurse) {
        return test.asked(nurse, trust, RoundsForTests.Asked.SECTION_11, "Section 11", APRIL);
    }

    private long item(String title, String personal, String code, String content) {
        var form = GivenEvidence.form(title);
        form.put("personalData", personal);
        form.put("for", "answer/" + test.answers(named, first).get(code).id());
        return evidence.item(named, form, content);
    }

    private long share() {
        assertThat(sharing.share(executive.actor(), first, other.id()).orElseThrow())
                .isTrue();
        return sharing.standing(executive.actor(), first).shares().getLast().id();
    }

    private String end(long share) {
        return "/assessments/%d/elsewhere/%d/end".formatted(first, share);
    }

    private int status(Given.Person person, String path) {
        return given.get(person, path).statusCode();
    }

    /// Where the nurse of the further ICB opens the audit.
    private String lentAudit() {
        return Jsoup.parse(given.get(otherNurse, "/assessments/%d/moderate/S1".formatted(second))
                        .body())
                .select("[id=1.1] a:contains(Audit of referrals)")
                .attr("href");
    }

    private List<String> chunksSeenBy(Given.Person person) {
        return work.read(
                person.actor().scope(),
                () -> jdbc.sql(
                                "select convert_from(bytes, 'utf8') from evidence_chunk where evidence = :audit order by number")
                        .param("audit", audit)
                        .query((row, _) -> row.getString(1))
                        .list());
    }

    @Test
    void theFurtherIcbOpensWhatStoodBehindTheAnswersAsItStoodAndCannotChangeIt() {
        assertThat(lentAudit()).as("nothing is shared yet").isEmpty();
        share();
        evidence.post(
                named, "/evidence/%d/newer".formatted(audit), Map.of("version", "1"), "may.txt", "May".getBytes(UTF_8));

        var address = lentAudit();
        assertThat(address).matches("/evidence/lent/\\d+");
        assertThat(given.get(otherNurse, address + "/file").body()).isEqualTo("Forty of fifty were made in time.");
        var shown = given.get(otherNurse, address + "/shown");
        assertThat(shown.body()).isEqualTo("Forty of fifty were made in time.");
        assertThat(shown.headers().firstValue("Content-Security-Policy").orElseThrow())
                .startsWith("sandbox; default-src 'none'");
        var page = Jsoup.parse(given.get(otherNurse, address).body());
        assertThat(page.select("main").text())
                .contains(
                        "As it stood on 1 April 2026, when it was shared.",
                        lead.name(),
                        "Line 1.1",
                        "words.txt",
                        "Not scanned");
        assertThat(page.select("main form")).isEmpty();
        assertThat(chunksSeenBy(otherNurse))
                .as("the file that was shared, and not the newer one")
                .containsExactly("Forty of fifty were made in time.");
        assertThat(chunksSeenBy(leadNurse)).hasSize(2);
        assertThat(status(otherNurse, "/evidence/" + audit)).isEqualTo(404);
        assertThat(status(namedAtOther, address)).as("the trust itself, there").isEqualTo(200);
        assertThat(status(leadNurse, address)).as("the ICB that keeps it").isEqualTo(404);
    }

    @Test
    void whatHoldsPersonalDataIsNamedAsHeldAndNothingElseIsToldOfIt() {
        share();

        var page = Jsoup.parse(given.get(otherNurse, "/assessments/%d/moderate/S1".formatted(second))
                .body());
        var line = page.getElementById("1.2");
        assertThat(line.text())
                .contains("Restricted evidence", "Held by " + lead.name() + ", not shared")
                .doesNotContain("Minutes about a child");
        var address = line.select("a:contains(Restricted evidence)").attr("href");
        assertThat(given.get(otherNurse, address).body())
                .contains("It holds personal data, so it stays with " + lead.name())
                .doesNotContain("Minutes", "words.txt");
        for (var file : List.of("/file", "/shown")) {
            assertThat(status(otherNurse, address + file)).isEqualTo(404);
        }
        assertThat(work.read(
                        otherNurse.actor().scope(),
                        () -> jdbc.sql("select count(*) from evidence_chunk where evidence = :id")
                                .param("id", minutes)
                                .query(Integer.class)
                                .single()))
                .isZero();
        assertThat(Jsoup.parse(given.get(executive, "/assessments/%d/elsewhere".formatted(first))
                                .body())
                        .select("main")
                        .text())
                .contains("1 item of evidence with it; 1 with personal data only named.");
    }

    @Test
    void theThreadOfTheFurtherIcbLeadsFromTheAnswerToTheEvidenceAndBack() {
        share();
        var answer = test.answers(otherNurse, second).get("1.1").id();

        var strand =
                Jsoup.parse(given.get(otherNurse, "/thread?of=answer/" + answer).body());
        assertThat(strand.select("main a[href=" + lentAudit() + "]").text())
                .contains("Audit of referrals", "lent by " + lead.name() + " as it stood on 1 April 2026");
        assertThat(strand.select("main").text()).doesNotContain("Restricted evidence");
        assertThat(Jsoup.parse(given.get(otherNurse, lentAudit()).body())
                        .select("a:contains(Follow the golden thread)"))
                .hasSize(1);
        assertThat(Jsoup.parse(given.get(otherNurse, "/thread?at=" + lentAudit())
                                .body())
                        .select("main")
                        .text())
                .contains("Audit of referrals", trust.name() + " answered", "1.1");
        assertThat(status(leadNurse, "/thread?at=" + lentAudit()))
                .as("the ICB that keeps it has the item itself")
                .isEqualTo(404);
        assertThat(given.get(
                                otherNurse,
                                "/thread?of=answer/"
                                        + test.answers(otherNurse, second)
                                                .get("1.2")
                                                .id())
                        .body())
                .contains("Restricted evidence", "which stays with " + lead.name())
                .doesNotContain("Minutes about a child");
    }

    @Test
    void evidenceThatTurnsOutToHoldPersonalDataClosesAtOnce() {
        share();
        var address = lentAudit();
        assertThat(status(otherNurse, address + "/file")).isEqualTo(200);

        assertThat(given.post(named, "/evidence/%d/restrict".formatted(audit), "version=1")
                        .statusCode())
                .isEqualTo(302);

        assertThat(status(otherNurse, address + "/file")).isEqualTo(404);
        assertThat(given.get(otherNurse, address).body())
                .contains("Restricted evidence")
                .doesNotContain("Audit of referrals", "words.txt");
        assertThat(work.read(
                        otherNurse.actor().scope(),
                        () -> jdbc.sql("select count(*) from evidence_chunk")
                                .query(Integer.class)
                                .single()))
                .isZero();
    }

    @Test
    void whatTurnsOutToHoldPersonalDataIsNotReadInThePastEither() {
        share();
        var address = lentAudit();
        var past = "asAt="
                + work.read(
                        Scope.system(),
                        () -> jdbc.sql("select clock_timestamp()")
                                .query((row, _) -> row.getTimestamp(1).toInstant())
                                .single());
        var pages = List.of(
                address + "?" + past,
                "/assessments/%d/moderate/S1?%s".formatted(second, past),
                "/thread?at=%s&%s".formatted(address, past));
        assertThat(pages)
                .allSatisfy(
                        page -> assertThat(given.get(otherNurse, page).body()).contains("Audit of referrals"));

        given.post(named, "/evidence/%d/restrict".formatted(audit), "version=1");

        assertThat(pages)
                .allSatisfy(page -> assertThat(given.get(otherNurse, page).body())
                        .contains("Restricted evidence")
                        .doesNotContain("Audit of referrals", "words.txt"));
    }

    @Test
    void whatItsOwnerWithdrewSaysSoAndOpensStillForWhoJudgedOnIt() {
        share();
        var address = lentAudit();

        given.post(named, "/evidence/%d/withdraw".formatted(audit), "version=1&why=Another+audit+replaces+it");

        assertThat(given.get(otherNurse, address).body()).contains("Its owner withdrew it on 1 April 2026");
        assertThat(status(otherNurse, address + "/file")).isEqualTo(200);
    }

    @Test
    void nobodyElseComesToItAndOnlyTheIcbThatKeepsItLends() {
        share();
        var address = lentAudit();
        clock.letGo();
        var stranger = given.person("DESIGNATED_NURSE", given.icb());
        var neighbour = given.person("PROVIDER_NAMED_PROFESSIONAL", other, given.provider(other, "ACUTE"));
        clock.standAt(APRIL);

        for (var person : List.of(stranger, neighbour)) {
            for (var path : List.of("", "/file", "/shown")) {
                assertThat(status(person, address + path)).as(path).isEqualTo(404);
            }
            assertThat(chunksSeenBy(person)).isEmpty();
        }
        assertThatThrownBy(() -> work.write(
                        otherNurse.actor().scope(),
                        () -> jdbc.sql(
                                        "insert into evidence_lent (icb, organisation, with_icb, under, stood_at, line, evidence,"
                                                + " number, held, title, kind, document, received_on, valid_until, file_name, media_type,"
                                                + " size_bytes, sha256, scan, lent_at) select icb, organisation, with_icb, under, now(), line,"
                                                + " evidence, 2, held, title, kind, document, received_on, valid_until, file_name, media_type,"
                                                + " size_bytes, sha256, scan, lent_at from evidence_lent where not held")
                                .update()))
                .hasRootCauseMessage("ERROR: new row violates row-level security policy for table \"evidence_lent\"");
        assertThat(work.write(
                        otherNurse.actor().scope(),
                        () -> jdbc.sql("update evidence_lent set closed_at = null where with_icb = :icb")
                                .param("icb", other.id())
                                .update()))
                .as("rows that the borrowing ICB can change")
                .isZero();
    }

    @Test
    void whatIsHandedInAnewBringsItsOwnEvidence() {
        share();
        moderating.takeUp(leadNurse.actor(), first).orElseThrow();
        moderating.giveBack(leadNurse.actor(), first, "Look at 1.3 again").orElseThrow();
        item("Plan for 1.3", "no", "1.3", "The plan.");
        clock.standAt(APRIL.plusDays(7));
        handing.handOver(named.actor(), first, executive.actor().account()).orElseThrow();
        assertThat(given.post(executive, "/assessments/%d/sign".formatted(first), "")
                        .statusCode())
                .isEqualTo(302);

        var page = Jsoup.parse(given.get(otherNurse, "/assessments/%d/moderate/S1".formatted(second))
                .body());
        assertThat(page.getElementById("1.3").text()).contains("Plan for 1.3");
        assertThat(page.getElementById("1.1").text()).contains("Audit of referrals");
        daily.run(other.id(), APRIL.plusDays(8));
        assertThat(work.read(
                        otherNurse.actor().scope(),
                        () -> jdbc.sql("select count(*) from evidence_lent")
                                .query(Integer.class)
                                .single()))
                .as("two at first and three anew, however often the job runs")
                .isEqualTo(5);
    }

    @Test
    void whenTheProviderEndsItTheFilesCloseAndWhatWasJudgedStaysMarked() {
        var share = share();
        var address = lentAudit();
        judge(otherNurse, second);
        moderating.finish(otherNurse.actor(), second, false).orElseThrow();
        clock.standAt(APRIL.plusDays(3));

        assertThat(Jsoup.parse(given.get(executive, "/assessments/%d/elsewhere".formatted(first))
                                .body())
                        .select("a:contains(End this sharing)")
                        .attr("href"))
                .isEqualTo(end(share));
        assertThat(given.get(executive, end(share)).body()).contains("a decision on record must stay explicable");
        assertThat(given.post(executive, end(share), WHY).statusCode()).isEqualTo(302);

        for (var path : List.of("/file", "/shown")) {
            assertThat(status(otherNurse, address + path)).isEqualTo(404);
        }
        assertThat(chunksSeenBy(otherNurse)).isEmpty();
        assertThat(given.get(otherNurse, address).body())
                .contains("shared it until 4 April 2026. Its file opens no more.", "Audit of referrals");
        for (var path : List.of("", "/moderate", "/moderate/S1")) {
            assertThat(Jsoup.parse(given.get(otherNurse, "/assessments/" + second + path)
                                    .body())
                            .select("main")
                            .text())
                    .as(path)
                    .contains("Shared until 4 April 2026", "The contract with that ICB has ended");
        }
        assertThat(test.answers(otherNurse, second).get("1.1").value()).isEqualTo("3");
        assertThat(given.get(otherNurse, "/assessments/%d/moderate/S1".formatted(second))
                        .body())
                .contains("Seen there", "Audit of referrals");
        assertThat(steps(leadNurse, first)).last().asString().startsWith("SHARING_ENDED " + other.name());
        assertThat(steps(otherNurse, second)).last().isEqualTo("SHARED_UNTIL The contract with that ICB has ended");
        assertThat(entries(lead, "assessment/" + first)).contains("ASSESSMENT_SHARED", "ASSESSMENT_SHARING_ENDED");
        assertThat(entries(lead, "sharing/" + share)).contains("EVIDENCE_LENT", "EVIDENCE_LENDING_CLOSED");
        assertThat(entries(other, "assessment/" + second)).contains("ASSESSMENT_SHARED_UNTIL");
    }

    @Test
    void afterTheEndNothingNewComesUntilTheProviderAgreesAnew() {
        var share = share();
        given.post(executive, end(share), WHY);
        moderating.takeUp(leadNurse.actor(), first).orElseThrow();
        moderating.giveBack(leadNurse.actor(), first, "Look at 1.3 again").orElseThrow();
        clock.standAt(APRIL.plusDays(7));
        test.handIn(named, executive, first, "1");
        sharing.follow(lead.id(), first);
        daily.run(other.id(), APRIL.plusDays(8));
        assertThat(test.answers(otherNurse, second).get("1.1").value()).isEqualTo("3");
        assertThat(lentAudit()).as("named still").isNotEmpty();

        share();
        assertThat(test.answers(otherNurse, second).get("1.1").value()).isEqualTo("1");
        assertThat(given.get(otherNurse, lentAudit() + "/file").body()).isEqualTo("Forty of fifty were made in time.");
        assertThat(Jsoup.parse(given.get(executive, "/assessments/%d/elsewhere".formatted(first))
                                .body())
                        .select("main")
                        .text())
                .contains("Shared with 1 other ICB.", "Ended by", "The contract with that ICB has ended");
    }

    @Test
    void onlyTheSignatoryEndsItOnceAndWithAReason() {
        var share = share();
        for (var why : List.of("why=", "why=too+short", "why=" + "x".repeat(1001), "why=A+long+enough+reason%00")) {
            var refused = given.post(executive, end(share), why);
            assertThat(refused.statusCode()).as(why).isEqualTo(422);
            assertThat(Jsoup.parse(refused.body())
                            .select(".nhsuk-error-summary a")
                            .attr("href"))
                    .isEqualTo("#why");
        }
        assertThat(given.post(named, end(share), WHY).statusCode()).isEqualTo(403);
        for (var person : List.of(leadNurse, otherNurse)) {
            assertThat(given.post(person, end(share), WHY).statusCode()).isIn(403, 404);
        }
        clock.letGo();
        var stranger = given.person("PROVIDER_EXECUTIVE_LEAD", lead, given.provider(lead, "ACUTE"));
        clock.standAt(APRIL);
        assertThat(given.post(stranger, end(share), WHY).statusCode()).isEqualTo(404);
        assertThat(status(executive, end(share + 1_000_000))).isEqualTo(404);

        assertThat(given.post(executive, end(share), WHY).statusCode()).isEqualTo(302);
        var again = given.post(executive, end(share), WHY);
        assertThat(again.statusCode()).isEqualTo(422);
        assertThat(again.body()).contains("This sharing has ended already.");
        assertThat(work.write(
                        executive.actor().scope(),
                        () -> jdbc.sql("update shared_return set ended_why = 'Something else altogether'")
                                .update()))
                .as("what was ended changes no more")
                .isZero();
    }

    @Test
    void itIsEndedAlsoWhileTheReturnIsBeingPutRight() {
        var share = share();
        moderating.takeUp(leadNurse.actor(), first).orElseThrow();
        moderating.giveBack(leadNurse.actor(), first, "Look at 1.3 again").orElseThrow();
        assertThat(test.header(named, first).state()).isInstanceOf(AssessmentState.Returned.class);

        assertThat(given.get(executive, "/assessments/" + first).body()).contains("/elsewhere");
        assertThat(status(executive, "/assessments/%d/elsewhere".formatted(first)))
                .isEqualTo(200);
        assertThat(given.post(executive, end(share), WHY).statusCode()).isEqualTo(302);
    }

    private void judge(Given.Person nurse, long id) {
        moderating.takeUp(nurse.actor(), id).orElseThrow();
        var judged = new ArrayList<Typed>();
        test.answers(nurse, id)
                .keySet()
                .forEach(code -> judged.add(Typed.value(code, "2").saying("Seen there")));
        moderating.save(nurse.actor(), id, 1, judged, true).orElseThrow();
    }

    private List<String> steps(Given.Person person, long id) {
        return work.read(
                person.actor().scope(),
                () -> jdbc.sql("select step || ' ' || words from assessment_step where assessment = :id order by id")
                        .param("id", id)
                        .query((row, _) -> row.getString(1))
                        .list());
    }

    private List<String> entries(Given.Organisation icb, String subject) {
        return work.read(
                Scope.jobFor(icb.id()),
                () -> jdbc.sql("select action from ledger.entry where subject = :subject and icb = :icb")
                        .param("subject", subject)
                        .param("icb", icb.id())
                        .query((row, _) -> row.getString(1))
                        .list());
    }
}

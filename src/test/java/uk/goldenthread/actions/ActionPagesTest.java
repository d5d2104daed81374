package uk.goldenthread.actions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import uk.goldenthread.evidence.EvidenceClass;
import uk.goldenthread.support.Given;
import uk.goldenthread.support.GoldenThreadTest;
import uk.goldenthread.support.SettableClock;
import uk.goldenthread.support.Statements;

@GoldenThreadTest
class ActionPagesTest {
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);

    @Autowired
    Given given;

    @Autowired
    SettableClock clock;

    @Autowired
    ActionsForTests test;

    @Autowired
    Statements statements;

    @Autowired
    Actions actions;

    Given.Organisation icb;
    Given.Organisation trust;
    Given.Organisation other;
    Given.Person nurse;
    Given.Person named;

    @BeforeEach
    void anIcbAndTwoTrusts() {
        clock.standAt(MONDAY);
        icb = given.icb();
        trust = given.provider(icb, "ACUTE");
        other = given.provider(icb, "ACUTE");
        nurse = given.person("DESIGNATED_NURSE", icb);
        named = given.person("PROVIDER_NAMED_PROFESSIONAL", icb, trust);
    }

    @AfterEach
    void letGo() {
        clock.letGo();
    }

    @Test
    void anActionIsProposedAnsweredAndHandedInOnPages() {
        var proposed = given.post(
                nurse,
                "/actions/new",
                ("organisation=%s&title=Follow+up+missed+visits&outcome=Every+child+is+followed+up"
                                + "&measure=Audit+of+twenty+records&expects=PRACTICE&priority=HIGH&theme=CHILDREN"
                                + "&due%%5Bday%%5D=1&due%%5Bmonth%%5D=3&due%%5Byear%%5D=2027")
                        .formatted(trust.code()));
        assertThat(proposed.statusCode()).isEqualTo(302);
        var address = proposed.headers().firstValue("Location").orElseThrow().replaceAll("^https?://[^/]+", "");

        assertThat(given.get(named, address).body())
                .contains("Follow up missed visits", "accepts or declines it", "in 98 days", "Accept it");
        assertThat(given.get(nurse, address).body())
                .contains("The next step is %s's".formatted(trust.name()))
                .doesNotContain("Accept it");
        assertThat(given.post(
                                named,
                                address + "/work/accept",
                                "owner=" + named.actor().account())
                        .statusCode())
                .isEqualTo(302);
        assertThat(given.get(named, address).body())
                .contains("accepted it; it is due on 1 March 2027", "Give evidence");

        var early = given.post(named, address + "/work/submit", "words=Done");
        assertThat(early.statusCode()).isEqualTo(422);
        assertThat(early.body()).contains("Give evidence of practice that is in date", "Done</textarea>");
    }

    @Test
    void aRefusedProposalKeepsWhatWasTypedAndSaysWhatToMend() {
        var refused = given.post(
                nurse,
                "/actions/new",
                "organisation=%s&title=Ok&outcome=A+lot+will+be+different".formatted(trust.code()));

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains("Enter a date", "A lot will be different</textarea>")
                .contains("href=\"#due\"");
    }

    @Test
    void aProviderCannotHangAnActionOnWhatIsNotTheirs() {
        assertThat(given.get(named, "/actions/new?for=answer/999999").statusCode())
                .isEqualTo(404);
        long theirs = test.propose(nurse, other, "Audit records of the other trust");
        assertThat(given.get(named, "/actions/new?for=action/" + theirs).statusCode())
                .isEqualTo(404);
    }

    @Test
    void whoeverLooksAtTheirOwnOrganisationsActionIsToldWhoMayVerifyIt() {
        long id = test.underWay(nurse, named, trust, "Audit supervision records");
        test.evidence(named, id, EvidenceClass.PRACTICE);
        actions.submit(named.actor(), id, "Done").orElseThrow();

        assertThat(given.get(named, "/actions/" + id).body())
                .contains("a designated professional's who does not work for " + trust.name());
        assertThat(given.get(nurse, "/actions/" + id).body()).contains("Verify that it is done", "Audit of records");
        assertThat(given.get(nurse, "/actions/" + id + "/judge/verify").body())
                .contains("value=\"23\"", "value=\"5\"", "value=\"2027\"");
    }

    @Test
    void theListTakesOneStatementWhateverItsLengthAndFilesEqualIt() {
        for (var number = 1; number <= 3; number++) {
            test.propose(nurse, trust, "Action number " + number);
        }
        test.propose(nurse, other, "=cmd|' /C calc'!A0");

        var seen = statements.during(
                () -> given.get(nurse, "/api/v1/actions?organisation=%s&state=PROPOSED".formatted(trust.code())));
        assertThat(seen.stream().filter(sql -> sql.contains("from action a"))).hasSize(1);

        assertThat(given.get(nurse, "/actions").body()).contains("4 actions in all.", "Action number 3");
        assertThat(given.get(named, "/actions").body())
                .contains("3 actions in all.")
                .doesNotContain("calc");
        assertThat(given.get(nurse, "/actions?state=OPEN").body()).contains("No action matches");
        var csv = given.get(nurse, "/actions.csv?organisation=" + trust.code()).body();
        assertThat(csv.lines()).hasSize(4);
        assertThat(given.get(nurse, "/actions.csv?organisation=" + other.code()).body())
                .contains(",\"'=cmd|");
    }

    @Test
    void anActionIsSeenAsItStood() {
        long id = test.underWay(nurse, named, trust, "Audit supervision records");
        clock.letGo();
        var before = test.instant();
        actions.update(named.actor(), id, "Half of the records are audited").orElseThrow();

        var then = given.get(nurse, "/actions/%d?asAt=%s".formatted(id, before)).body();
        assertThat(then).contains("Audit supervision records").doesNotContain("Half of the records");
        assertThat(given.get(nurse, "/actions/" + id).body()).contains("Half of the records");
    }

    @Test
    void theBoardCountsByAgeAndOpensItsLists() {
        test.propose(nurse, trust, "Due in sixty days");
        clock.standAt(MONDAY.plusDays(91));

        var board = given.get(nurse, "/actions/board").body();
        assertThat(board).contains("1 open or just verified; 1 overdue, of which 1 for more than 30 days.");
        assertThat(board).contains("/actions?organisation=%s&amp;mark=overdue-long".formatted(trust.code()));
        assertThat(given.get(nurse, "/actions?organisation=%s&mark=overdue-long".formatted(trust.code()))
                        .body())
                .contains("31 days overdue");
        assertThat(given.get(nurse, "/actions/board?by=theme").body()).contains("Children and child protection");
        assertThat(given.get(named, "/actions/board").body()).contains("Nobody yet");
    }

    @Test
    void severalChangeAtOnceAndNoneOfThatClosesOne() {
        long one = test.underWay(nurse, named, trust, "First of two actions");
        long two = test.underWay(nurse, named, trust, "Second of two actions");

        var page = given.get(nurse, "/actions/several?action=%d&action=%d".formatted(one, two))
                .body();
        assertThat(page)
                .contains("2 actions are chosen", "judged one at a time")
                .doesNotContain("Close it");
        var refused = given.post(
                nurse,
                "/actions/several",
                "action=%d&action=%d&due%%5Bday%%5D=1&due%%5Bmonth%%5D=3&due%%5Byear%%5D=2027&theme=same"
                        .formatted(one, two));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("Say why it needs longer", "href=\"#reason\"");
        assertThat(given.post(nurse, "/actions/several", "action=%d&action=%d&theme=TRAINING".formatted(one, two))
                        .statusCode())
                .isEqualTo(302);
        assertThat(given.get(nurse, "/actions?theme=TRAINING").body()).contains("2 actions as chosen");
    }

    @Test
    void aProgramReadsTheListAndOneAction() {
        long id = test.propose(nurse, trust, "Follow up missed visits");

        var list = given.get(nurse, "/api/v1/actions?size=1&sort=dueAt,asc").body();
        assertThat(list).contains("\"total\":1", "\"id\":" + id, "\"state\":\"PROPOSED\"", "\"dueOn\":\"2027-01-22\"");
        assertThat(given.get(nurse, "/api/v1/actions/" + id).body()).contains("\"expects\":[\"OUTCOME\",\"PRACTICE\"]");
        var theirs = given.person("PROVIDER_NAMED_PROFESSIONAL", icb, other);
        assertThat(given.get(theirs, "/api/v1/actions/" + id).statusCode()).isEqualTo(404);
    }

    @Test
    void aPageThatGoesOnAfterTheLastNeitherRepeatsNorLeavesOutWhatWasThere() {
        var ids = new ArrayList<Long>();
        for (int each = 0; each < 52; each++) {
            ids.add(test.propose(nurse, trust, "Action number " + each));
        }
        var first = Jsoup.parse(given.get(nurse, "/actions").body());
        var next = first.select("a[rel=next]").attr("href");
        assertThat(next).isEqualTo("/actions?page=2&after=2027-01-22." + ids.get(49));
        assertThat(first.select("main a[href='/actions?page=2']"))
                .as("and by its number")
                .isNotEmpty();

        clock.standAt(MONDAY.minusDays(7));
        test.propose(nurse, trust, "Due a week before them all");
        clock.standAt(MONDAY);

        var second = Jsoup.parse(given.get(nurse, next).body());
        assertThat(second.select("main tbody tr")).hasSize(2);
        assertThat(second.select("main tbody").text()).contains("Action number 50", "Action number 51");
        assertThat(second.text()).contains("53 actions in all.");
        assertThat(Jsoup.parse(given.get(nurse, "/actions?page=2").body()).select("main tbody tr"))
                .as("counted off, the first of them comes again")
                .hasSize(3);
        assertThat(Jsoup.parse(given.get(nurse, "/actions?page=2&after=2027-13-45.7")
                                .body())
                        .select("main tbody tr"))
                .as("what is no day is passed over")
                .hasSize(3);
        assertThat(statements.during(() -> given.get(nurse, next)))
                .hasSameSizeAs(statements.during(() -> given.get(nurse, "/actions?page=2")));
    }

    @Test
    void aProgramGoesOnWithWhatThePageBeforeGaveInEitherOrder() {
        long one = test.propose(nurse, trust, "First of three");
        long two = test.propose(nurse, trust, "Second of three");
        long three = test.propose(nurse, trust, "Third of three");

        for (var order :
                List.of(Map.entry("asc", List.of(one, two, three)), Map.entry("desc", List.of(three, two, one)))) {
            var seen = new ArrayList<Long>();
            var after = "";
            for (int page = 1; page <= 3; page++) {
                var body = given.get(
                                nurse,
                                "/api/v1/actions?size=1&sort=dueAt,%s&page=%d%s".formatted(order.getKey(), page, after))
                        .body();
                assertThat(body).contains("\"total\":3", "\"page\":" + page);
                seen.add(Long.valueOf(body.replaceAll("(?s).*\"items\":\\[\\{\"id\":(\\d+).*", "$1")));
                assertThat(body).contains(page == 3 ? "\"after\":null" : "\"after\":\"2027-01-22." + seen.getLast());
                after = "&after=2027-01-22." + seen.getLast();
            }
            assertThat(seen).isEqualTo(order.getValue());
        }
    }

    @Test
    void whatIsTypedIsShownHarmlessly() {
        long id = test.propose(nurse, trust, "<script>alert(1)</script>");

        assertThat(given.get(nurse, "/actions/" + id).body())
                .contains("&lt;script&gt;alert(1)")
                .doesNotContain("<script>alert(1)");
    }
}

package uk.goldenthread.papers.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.goldenthread.access.Roles;
import uk.goldenthread.database.Scope;
import uk.goldenthread.database.UnitOfWork;
import uk.goldenthread.ledger.Ledger;
import uk.goldenthread.papers.PaperFixtures;
import uk.goldenthread.support.Given;
import uk.goldenthread.support.GoldenThreadTest;

@GoldenThreadTest
class PaperPagesTest {
    @Autowired
    Given given;

    @Autowired
    PaperFixtures fixtures;

    @Autowired
    Roles roles;

    @Autowired
    Ledger ledger;

    @Autowired
    UnitOfWork work;

    @Autowired
    JdbcClient jdbc;

    private Given.Organisation icb;
    private Given.Organisation trust;
    private PaperFixtures.Team team;
    private int paper;

    @BeforeEach
    void aDraft() {
        icb = given.icb();
        trust = given.provider(icb, "ACUTE");
        team = fixtures.team(given, icb);
        fixtures.training(icb, trust, 180, 181, 179, 180, 182, 180, 179, 181, 180, 180, 181, 179, 120);
        paper = fixtures.draft(team, "QUALITY");
    }

    private String at(String rest) {
        return "/papers/" + paper + rest;
    }

    private static String form(String words) {
        return URLEncoder.encode(words, StandardCharsets.UTF_8);
    }

    @Test
    void aPaperIsBegunForACommitteeAPeriodAndAMeeting() {
        var begun = given.post(
                team.nurse(),
                "/papers/new",
                "committee=BOARD&period=2025-06&meeting%5Bday%5D=14&meeting%5Bmonth%5D=8&meeting%5Byear%5D=2025");

        assertThat(begun.statusCode()).isEqualTo(302);
        var page = Jsoup.parse(given.get(
                        team.nurse(),
                        java.net
                                .URI
                                .create(begun.headers().firstValue("Location").orElseThrow())
                                .getPath())
                .body());
        assertThat(page.select("h1").text()).contains("Safeguarding assurance, June 2025");
        assertThat(page.select(".gt-state").first().text())
                .isEqualTo("Being written, for June 2025. Due 7 August 2025, five working days before the meeting.");
        assertThat(page.select("main button, main a.nhsuk-button").eachText())
                .containsExactly("Fill in the cover sheet");
        assertThat(page.select("main").text())
                .contains("The cover sheet has 5 answers missing. Once it is whole you can hand the paper over.");
    }

    /// One trust, never above routine oversight: the numbers of the sentence, and the row each leads to.
    @Test
    void thePapersCountOfProvidersByLevelLeadsToThem() {
        var paragraph = Jsoup.parse(given.get(team.nurse(), at("/read")).body())
                .select("p:contains(under routine oversight)")
                .first();
        assertThat(paragraph.text()).isEqualTo("The ICB assures 1 provider; 1 of them under routine oversight.");
        var links = paragraph.select("a[href^=/figures/paper-providers]").eachAttr("href");
        assertThat(links).hasSize(2);

        for (var link : links) {
            var figure = Jsoup.parse(given.get(team.nurse(), link).body());
            assertThat(figure.select("table tbody tr").eachText())
                    .singleElement()
                    .satisfies(row -> assertThat(row).startsWith(trust.name() + " Routine"));
        }
        var enhanced = given.get(team.nurse(), links.getLast().replace("level=routine", "level=enhanced"));
        assertThat(enhanced.statusCode()).isEqualTo(200);
        assertThat(Jsoup.parse(enhanced.body()).select("table tbody").text())
                .startsWith("Nothing was recorded")
                .doesNotContain(trust.name());
    }

    @Test
    void whatCannotBeADateOrAPeriodIsNamedAtItsFieldAndKept() {
        var refused = given.post(
                team.nurse(),
                "/papers/new",
                "committee=X&period=soon&meeting%5Bday%5D=31&meeting%5Bmonth%5D=2&meeting%5Byear%5D=2025");

        assertThat(refused.statusCode()).isEqualTo(422);
        var page = Jsoup.parse(refused.body());
        assertThat(page.select(".nhsuk-error-summary__list a").eachText())
                .containsExactly(
                        "Choose the committee",
                        "Choose the period the paper reports",
                        "Enter the day of the meeting, like 14 3 2026");
        assertThat(page.select("#meeting-day").attr("value")).isEqualTo("31");
    }

    @Test
    void pointsAreProposedFromTheDataMovedAndTakenOutWithAReason() {
        var points = Jsoup.parse(given.get(team.nurse(), at("/points")).body());
        assertThat(points.select(".gt-points li").first().text())
                .contains("Safeguarding children training, level 3: 1 provider is of concern")
                .contains(trust.name());
        var edit = points.select(".gt-points a:contains(Edit)").first().attr("href");

        var moved = given.post(
                team.nurse(),
                edit,
                "version=1&heading=ADVISE&words=" + form("Watch training.") + "&evidence=%2Fmeasures%2FK03");
        var removed = given.post(
                team.nurse(), edit, "version=2&heading=ADVISE&words=x&evidence=&removed=" + form("Known already"));

        assertThat(moved.statusCode()).isEqualTo(302);
        assertThat(removed.statusCode()).isEqualTo(302);
        assertThat(Jsoup.parse(given.get(team.nurse(), at("/points")).body()).text())
                .contains("Taken out")
                .contains("Known already");
        assertThat(given.post(team.nurse(), edit, "version=3&heading=NO&words=&evidence=http%3A%2F%2Fx")
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void twoPeopleWordingOnePartSeeBothWordingsAndLoseNeither() {
        var first = given.post(team.nurse(), at("/text/narrative"), "revision=0&words=" + form("Steady overall."));
        var second = given.post(team.doctor(), at("/text/narrative"), "revision=0&words=" + form("Worse overall."));

        assertThat(first.statusCode()).isEqualTo(302);
        assertThat(second.statusCode()).isEqualTo(409);
        var page = Jsoup.parse(second.body());
        assertThat(page.select(".gt-quote").text()).isEqualTo("Steady overall.");
        assertThat(page.select("textarea[name=words]").text()).isEqualTo("Worse overall.");
        assertThat(page.select("ins").text()).contains("Worse");

        var revision = page.select("input[name=revision]").attr("value");
        assertThat(given.post(team.doctor(), at("/text/narrative"), "revision=" + revision + "&words=" + form("Both."))
                        .statusCode())
                .isEqualTo(302);
        var history = Jsoup.parse(
                given.get(team.nurse(), at("/text/narrative/history")).body());
        assertThat(history.select("main h2").eachText()).hasSize(2).anyMatch(each -> each.startsWith("Wording 2"));
    }

    @Test
    void aCoverSheetWithGapsStopsTheHandingOver() {
        var refused = given.post(team.nurse(), at("/submit"), "");

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(Jsoup.parse(refused.body())
                        .select(".nhsuk-error-summary__list li")
                        .eachText())
                .contains("Enter the executive sponsor", "Enter what the committee is asked to do");
    }

    @Test
    void aCommitteeMemberSeesAPaperOnlyOnceItIsFrozen() {
        var member = given.person("COMMITTEE_MEMBER", icb);
        assertThat(given.get(member, at("")).statusCode()).isEqualTo(404);
        assertThat(given.get(member, at("/read")).statusCode()).isEqualTo(404);
        assertThat(given.get(member, "/papers").body()).doesNotContain("Safeguarding assurance");

        fixtures.freeze(team, paper);

        assertThat(given.get(member, "/papers").body()).contains("Safeguarding assurance");
        var read = given.get(member, at("/read"));
        assertThat(read.statusCode()).isEqualTo(200);
        assertThat(read.body()).contains("as the committee was shown them").doesNotContain("show=today");
        assertThat(given.get(member, at("/text/narrative/history")).statusCode())
                .isEqualTo(404);
    }

    @Test
    void anAssuranceGivesWayWhenTheFiguresTurn() {
        var improving = new ImprovingPaper();
        assertThat(improving.matters()).containsExactly("/measures/K03");
        improving.latestIs(120);

        assertThat(improving.proposeAgain())
                .isEqualTo(
                        "1 new point was proposed from the data. 1 point was taken out: the same matter now stands under"
                                + " alert or advise.");

        var page = improving.points();
        assertThat(improving.matters()).containsExactly("/measures/K03");
        assertThat(page.select("h2:contains(Alert) + ul li").text()).contains("of concern");
        assertThat(page.select("h2:contains(Taken out) + ul li").text())
                .contains("improving", "The same matter now stands under alert or advise");
    }

    @Test
    void anAssuranceThatGaveWayComesBackOnceTheAlertIsGoneAndTheLedgerKnowsBoth() {
        var improving = new ImprovingPaper();
        improving.latestIs(120);
        improving.proposeAgain();
        improving.latestIs(199);
        assertThat(improving.proposeAgain())
                .as("the alert stands until a person takes it out")
                .isEqualTo("No new points were proposed from the data.");
        var alert = improving
                .points()
                .select("h2:contains(Alert) + ul a:contains(Edit)")
                .attr("href");
        given.post(
                improving.people.nurse(),
                alert,
                "version=1&heading=ALERT&words=x&evidence=&removed=" + form("Put right"));

        assertThat(improving.proposeAgain()).isEqualTo("1 new point was proposed from the data.");

        var page = improving.points();
        assertThat(page.select("h2:contains(Assure) + ul li").text()).contains("improving");
        assertThat(page.select("h2:contains(Taken out) + ul li").eachText())
                .singleElement()
                .satisfies(point -> assertThat(point).contains("Put right"));
        assertThat(improving.proposals())
                .containsExactly(
                        "{\"added\": 1, \"takenOut\": 0}",
                        "{\"added\": 1, \"takenOut\": 1}",
                        "{\"added\": 1, \"takenOut\": 0}");
        improving.latestIs(120);
        assertThat(improving.proposeAgain())
                .as("an alert that a person took out stays out, and the assurance does not stand against the figures")
                .isEqualTo(
                        "No new points were proposed from the data. 1 point was taken out: the same matter now stands"
                                + " under alert or advise.");
    }

    /// A paper about one trust whose training rose above its limits in the latest month.
    private final class ImprovingPaper {
        private final Given.Organisation of = given.icb();
        private final Given.Organisation provider = given.provider(of, "ACUTE");
        private final PaperFixtures.Team people = fixtures.team(given, of);
        private final int id;

        ImprovingPaper() {
            latestIs(199);
            id = fixtures.draft(people, "QUALITY");
        }

        void latestIs(int trained) {
            fixtures.training(of, provider, 180, 181, 179, 180, 182, 180, 179, 181, 180, 180, 181, 179, trained);
        }

        Document points() {
            return Jsoup.parse(
                    given.get(people.nurse(), "/papers/" + id + "/points").body());
        }

        List<String> matters() {
            return points().select(".gt-points a[href=/measures/K03]").eachAttr("href");
        }

        /// What the page says of it.
        String proposeAgain() {
            return java.net.URLDecoder.decode(
                    given
                            .post(people.nurse(), "/papers/" + id + "/propose", "")
                            .headers()
                            .allValues("Set-Cookie")
                            .stream()
                            .filter(cookie -> cookie.startsWith("gt_notice="))
                            .findFirst()
                            .orElseThrow()
                            .split("[=;]")[1],
                    StandardCharsets.UTF_8);
        }

        List<String> proposals() {
            return work.read(
                    Scope.jobFor(of.id()),
                    () -> jdbc.sql("select detail::text from ledger.entry where icb = :icb and subject = :subject"
                                    + " and action = 'PAPER_POINTS_PROPOSED' order by id")
                            .param("icb", of.id())
                            .param("subject", "paper/" + id)
                            .query((row, _) -> row.getString(1))
                            .list());
        }
    }

    @Test
    void whoReadsPapersIsLedToTheNewestFromHomeAndEverybodyIsToldOfIt() {
        var member = given.person("COMMITTEE_MEMBER", icb);
        var region = given.person("REGIONAL_LEAD", icb);
        assertThat(home(member).select(".gt-newest")).isEmpty();

        fixtures.freeze(team, paper);

        assertThat(home(member).select(".gt-newest a").attr("href")).isEqualTo(at("/read"));
        assertThat(home(member).select(".gt-newest").text())
                .matches(
                        "To read Safeguarding assurance, June 2025, the paper for the .+ of 14 August 2025, was frozen on"
                                + " \\d+ \\w+ \\d{4}\\.");
        assertThat(home(region).select(".gt-newest a").attr("href")).isEqualTo(at("/read"));
        assertThat(home(team.nurse()).select(".gt-newest")).isEmpty();
        assertThat(home(team.nurse())
                        .select("section[aria-labelledby=changes] a[href=%s]".formatted(at("/read")))
                        .text())
                .startsWith("Safeguarding assurance, June 2025, the paper for the ")
                .endsWith(" of 14 August 2025, was frozen");
        assertThat(home(given.person("PROVIDER_NAMED_PROFESSIONAL", icb, trust)).text())
                .doesNotContain("Safeguarding assurance, June 2025");
    }

    private org.jsoup.nodes.Document home(Given.Person person) {
        var answer = given.get(person, "/");
        assertThat(answer.statusCode()).isEqualTo(200);
        return Jsoup.parse(answer.body());
    }

    @Test
    void whoeverReadsAFrozenPaperCanFollowEachOfItsLinks() {
        fixtures.freeze(team, paper);
        for (var holder : roles.all()) {
            if (!holder.permissions().contains("PAPER_VIEW")) {
                continue;
            }
            var role = holder.code();
            var reader = given.person(role, icb);
            var links = Jsoup.parse(given.get(reader, at("/read")).body())
                    .select("main a[href^=/]")
                    .eachAttr("href");
            assertThat(links.stream().distinct().filter(href -> !href.contains("/papers/")))
                    .allSatisfy(href -> assertThat(given.get(reader, href).statusCode())
                            .as("%s as %s", href, role)
                            .isLessThan(400));
            if (role.equals("COMMITTEE_MEMBER")) {
                assertThat(links).as("figures of that instant").anyMatch(href -> href.contains("asAt="));
            }
        }
    }

    @Test
    void aProviderGetsNoPaperAndTheRegionOnlyThePublicEdition() {
        given.post(
                team.nurse(), at("/text/narrative"), "revision=0&confidential=true&words=" + form("Kept between us."));
        fixtures.freeze(team, paper);
        var provider = given.person("PROVIDER_NAMED_PROFESSIONAL", icb, trust);
        var region = given.person("REGIONAL_LEAD", icb);

        assertThat(given.get(provider, at("/read")).statusCode()).isEqualTo(403);
        assertThat(given.get(team.nurse(), at("/read")).body()).contains("Kept between us.");
        var edition = given.get(region, at("/read"));
        assertThat(edition.statusCode()).isEqualTo(200);
        assertThat(edition.body()).contains("Public edition").doesNotContain("Kept between us.");
        assertThat(given.get(region, at("/rerun")).statusCode()).isEqualTo(404);
        assertThat(given.get(region, "/api/v1/papers").body()).contains("\"state\":\"FROZEN\"");
    }

    @Test
    void everyDownloadIsInTheLedgerAndItsNameSaysNothingOfAnyone() {
        var pdf = given.get(team.nurse(), at("/paper.pdf"));
        var word = given.get(team.nurse(), at("/paper.docx"));

        assertThat(pdf.body()).startsWith("%PDF-");
        assertThat(word.body()).startsWith("PK");
        assertThat(pdf.headers().firstValue("Content-Disposition"))
                .hasValue("attachment; filename=\"paper-%d.pdf\"".formatted(paper));
        var entries = work.read(team.nurse().actor().scope(), () -> ledger.about("paper/" + paper, 10));
        assertThat(entries)
                .filteredOn(each -> each.action().equals("PAPER_EXPORTED"))
                .hasSize(2);
    }

    @Test
    void everyPartNamedAtTheTopOfThePaperIsInIt() {
        var page = Jsoup.parse(given.get(team.nurse(), at("/read")).body());

        var parts = page.select("nav[aria-label=In this paper] a");

        assertThat(parts.eachText())
                .startsWith("Cover sheet")
                .isEqualTo(page.select(".gt-paper h2").eachText());
        assertThat(parts.eachAttr("href"))
                .allSatisfy(href -> assertThat(page.select(href)).hasSize(1));
    }

    @Test
    void everyFigureOfThePaperOpensWhatExplainsIt() {
        fixtures.dueReturn(icb, trust);
        var page = Jsoup.parse(given.get(team.nurse(), at("/read")).body());
        var addresses = page.select("a[href^=/figures/]").eachAttr("href");

        assertThat(addresses).hasSizeGreaterThan(5);
        assertThat(addresses)
                .allSatisfy(
                        address -> assertThat(given.get(team.nurse(), address).statusCode())
                                .as(address)
                                .isEqualTo(200));
    }

    @Test
    void addressesThatCannotBeAreAnsweredCalmly() {
        assertThat(given.get(team.nurse(), "/papers/999999999").statusCode()).isEqualTo(404);
        assertThat(given.get(team.nurse(), "/papers/99999999999999").statusCode())
                .isEqualTo(400);
        assertThat(given.get(team.nurse(), at("/text/nothing")).statusCode()).isEqualTo(404);
        assertThat(given.get(team.nurse(), "/papers?page=-4&committee=%27").statusCode())
                .isEqualTo(200);
    }
}

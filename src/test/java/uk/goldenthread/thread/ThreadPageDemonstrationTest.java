package uk.goldenthread.thread;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import uk.goldenthread.demonstration.MadeDemonstration;
import uk.goldenthread.support.Given;
import uk.goldenthread.support.GoldenThreadTest;
import uk.goldenthread.support.Statements;

/// The thread through the whole demonstration: from a duty to what the committee was told, and back.
@GoldenThreadTest
class ThreadPageDemonstrationTest {
    private static final String TRAINING = "requirement/NHSE_SAAF:2024:R-27";

    @Autowired
    MadeDemonstration demonstration;

    @Autowired
    Given given;

    @Autowired
    Statements statements;

    private Given.Organisation icb;

    @BeforeEach
    void made() {
        icb = demonstration.icb();
    }

    @Test
    void aDutyLeadsFromTheLawToThePaperForANurseAndACommitteeMember() {
        for (var role : new String[] {"DESIGNATED_NURSE", "COMMITTEE_MEMBER"}) {
            var page = page(given.person(role, icb), "/thread?of=" + TRAINING);

            assertThat(page.select("h2").eachText())
                    .containsSubsequence(
                            "Law and guidance",
                            "What is asked",
                            "What was answered",
                            "What was found",
                            "What the committee was told");
            assertThat(page.select("main figure svg title").text()).contains("The thread through this matter");
            assertThat(page.text()).contains("NHS Standard Contract SC32", "K03", "Harrowmere Hospitals");
        }
    }

    @Test
    void aFrozenPaperLeadsUpToTheLaw() {
        var member = given.person("COMMITTEE_MEMBER", icb);
        var paper = page(member, "/thread?of=" + TRAINING)
                .select("a[href^=/papers/]")
                .first();
        assertThat(paper).isNotNull();

        var read = page(member, paper.attr("href"));
        var thread = page(member, read.select(".gt-threadlink a").attr("href"));

        assertThat(thread.select("h2").eachText()).startsWith("Law and guidance", "What is asked");
        assertThat(thread.select("[aria-current=true].gt-thread__here").text()).contains("You are here");
    }

    @Test
    void aProviderFollowsItsOwnAndNobodyElses() {
        var named = given.person("PROVIDER_NAMED_PROFESSIONAL", icb, demonstration.organisation("ZTA"));

        var own = page(named, "/thread?at=/measures/K03/ZTA");

        assertThat(own.text()).contains("Harrowmere Hospitals").doesNotContain("Vale of Eskmoor");
        assertThat(own.text()).as("papers are the committee's").doesNotContain("No paper has told");
        assertThat(given.get(named, "/thread?at=/measures/K03/ZTB").statusCode())
                .isEqualTo(404);
        assertThat(given.get(named, "/thread?of=measure/K03:ZTB").statusCode()).isEqualTo(404);
        assertThat(page(named, "/thread?of=" + TRAINING).text()).doesNotContain("Vale of Eskmoor");
    }

    @Test
    void oneProvidersFigureLeadsToThePaperThatReportedIt() {
        var page = page(given.person("DESIGNATED_NURSE", icb), "/thread?at=/measures/K03/ZTA");

        assertThat(page.select("h2").eachText()).contains("What the committee was told");
        assertThat(page.text()).contains("Quality and Performance Committee, paper for 2026/27 Q1");
    }

    @Test
    void whatIsNoThingIsNotFound() {
        var nurse = given.person("DESIGNATED_NURSE", icb);

        for (var of : new String[] {"nothing", "signal/999999999", "signal/x'--", "paper/1e9", "requirement/R-27"}) {
            assertThat(given.get(
                                    nurse,
                                    "/thread?of="
                                            + java.net.URLEncoder.encode(of, java.nio.charset.StandardCharsets.UTF_8))
                            .statusCode())
                    .as(of)
                    .isEqualTo(404);
        }
        assertThat(given.get(nurse, "/thread?at=/nowhere").statusCode()).isEqualTo(404);
    }

    @Test
    void aThreadOfManyThingsCostsAFewStatementsAStep() {
        var nurse = given.person("DESIGNATED_NURSE", icb);

        var many = statements.during(() -> given.get(nurse, "/thread?of=" + TRAINING));

        assertThat(many).as("steps, not things, cost statements").hasSizeLessThan(60);
    }

    private Document page(Given.Person person, String address) {
        var answer = given.get(person, address);
        assertThat(answer.statusCode()).as(address).isEqualTo(200);
        return Jsoup.parse(answer.body());
    }
}

package uk.goldenthread.assessments.survey;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.Map;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import uk.goldenthread.assessments.RoundsForTests;
import uk.goldenthread.support.Given;
import uk.goldenthread.support.GoldenThreadTest;
import uk.goldenthread.support.SettableClock;

@GoldenThreadTest
class SurveyTest {
    private static final LocalDate APRIL = LocalDate.of(2026, 4, 1);
    private static final String IN_MAY = "closes[day]=20&closes[month]=5&closes[year]=2026";

    @Autowired
    Given given;

    @Autowired
    SettableClock clock;

    @Autowired
    RoundsForTests test;

    private Given.Organisation trust;
    private Given.Person nurse;
    private Given.Person named;
    private Given.Person executive;
    private long round;
    private long id;

    @BeforeEach
    void aSurveyRunsBesideARound() {
        var icb = given.icb();
        trust = given.provider(icb, "ACUTE");
        nurse = given.person("DESIGNATED_NURSE", icb);
        named = given.person("PROVIDER_NAMED_PROFESSIONAL", icb, trust);
        executive = given.person("PROVIDER_EXECUTIVE_LEAD", icb, trust);
        clock.standAt(APRIL);
        round = test.published(nurse, "S11_WT", "Section 11 2026", APRIL);
        id = test.assessment(nurse, round, trust);
        assertThat(given.post(nurse, "/assessments/rounds/" + round + "/survey", IN_MAY)
                        .statusCode())
                .isEqualTo(302);
    }

    @AfterEach
    void letGo() {
        clock.letGo();
    }

    private String token() {
        return test.figures(
                        nurse,
                        String.class,
                        "select token from survey_link where round = :round",
                        Map.of("round", round))
                .getFirst();
    }

    private HttpResponse<String> reply(String answers) {
        var address = given.address("/survey/" + token());
        var page = given.send(HttpRequest.newBuilder(URI.create(address)).build());
        assertThat(page.statusCode()).isEqualTo(200);
        var csrf = Jsoup.parse(page.body()).select("input[name=_csrf]").attr("value");
        var cookie = page.headers().firstValue("Set-Cookie").orElseThrow().split(";")[0];
        return given.send(HttpRequest.newBuilder(URI.create(address))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Cookie", cookie)
                .POST(HttpRequest.BodyPublishers.ofString("_csrf=" + csrf + "&" + answers))
                .build());
    }

    private void replies(int times, String answers) {
        for (int time = 0; time < times; time++) {
            assertThat(reply(answers).headers().firstValue("Location").orElse("none"))
                    .endsWith("/survey/thanks");
        }
    }

    private org.jsoup.nodes.Document result() {
        return Jsoup.parse(
                given.get(nurse, "/assessments/%d/survey".formatted(id)).body());
    }

    @Test
    void tenRepliesAreShownAndNineAreNot() {
        replies(5, "Q1=YES");
        replies(4, "Q1=NO");
        assertThat(result().text())
                .contains("Fewer than 10 people have replied")
                .doesNotContain("Share of yes");

        replies(1, "Q1=NO");

        assertThat(result().select("tbody tr").first().text()).contains("5 0 5 0 50% 1.1, 6.1");
    }

    @Test
    void leadersWhoClaimMoreThanTheirPeopleSayAreFlaggedBesideTheLine() {
        test.handIn(named, executive, id, "3");
        replies(5, "Q1=YES");
        replies(5, "Q1=NO");

        var page = Jsoup.parse(
                given.get(nurse, "/assessments/%d/moderate/S1".formatted(id)).body());

        assertThat(page.getElementById("1.1").text())
                .contains("50% of practitioners say yes: I know who leads on safeguarding where I work.")
                .contains("Survey says otherwise");
        assertThat(page.getElementById("1.2").text()).doesNotContain("Survey says otherwise");
        assertThat(given.get(named, "/assessments/%d/moderate/S1".formatted(id)).body())
                .doesNotContain("practitioners say");
    }

    @Test
    void nothingIsKeptOfAReplyButCounts() {
        replies(1, "Q1=YES&Q2=NO&Q99=YES&Q3=%3Cscript%3E");

        assertThat(test.figures(
                        nurse,
                        String.class,
                        "select question || ' ' || value || ' ' || replies from survey_count where round = :round order by 1",
                        Map.of("round", round)))
                .containsExactly("* REPLY 1", "Q1 YES 1", "Q2 NO 1");
        assertThat(test.figures(
                        nurse,
                        Long.class,
                        "select count(*) from information_schema.columns where table_schema = 'app'"
                                + " and table_name = 'survey_count' and data_type like 'timestamp%'",
                        Map.of()))
                .containsExactly(0L);
    }

    @Test
    void aFloodAnEmptyFormAndAClosedSurveyAreRefused() {
        assertThat(reply("Q1=").statusCode()).isEqualTo(422);
        replies(30, "Q1=YES");
        assertThat(reply("Q1=YES").statusCode()).isEqualTo(429);
        var address = URI.create(given.address("/survey/" + token()));
        clock.standAt(LocalDate.of(2026, 5, 21));
        assertThat(given.send(HttpRequest.newBuilder(address).build()).statusCode())
                .isEqualTo(404);
        assertThat(given.send(HttpRequest.newBuilder(URI.create(given.address("/survey/" + "0".repeat(32))))
                                .build())
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void theOrganisationSeesItsAddressAndNotTheResult() {
        replies(10, "Q1=NO");

        var own = Jsoup.parse(
                given.get(named, "/assessments/%d/survey".formatted(id)).body());
        assertThat(own.text()).contains("/survey/" + token()).contains("The ICB reads the result");
        assertThat(own.select("table")).isEmpty();
        assertThat(given.get(named, "/assessments/rounds/%d/survey".formatted(round))
                        .statusCode())
                .isEqualTo(404);
    }
}

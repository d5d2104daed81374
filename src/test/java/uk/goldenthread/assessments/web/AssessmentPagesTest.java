package uk.goldenthread.assessments.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import uk.goldenthread.assessments.RoundsForTests;
import uk.goldenthread.support.Given;
import uk.goldenthread.support.GoldenThreadTest;
import uk.goldenthread.support.SettableClock;

@GoldenThreadTest
class AssessmentPagesTest {
    private static final LocalDate APRIL = LocalDate.of(2026, 4, 1);

    @Autowired
    Given given;

    @Autowired
    SettableClock clock;

    @Autowired
    RoundsForTests test;

    private Given.Organisation icb;
    private Given.Organisation trust;
    private Given.Person nurse;
    private Given.Person named;
    private Given.Person executive;

    @BeforeEach
    void people() {
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

    private long issued(String framework, String name, LocalDate opens) {
        return test.assessment(nurse, test.published(nurse, framework, name, opens), trust);
    }

    @Test
    void theIcbPreparesARoundFromTypicalDaysAndIssuesIt() {
        var form = page(given.get(nurse, "/assessments/rounds/new"));
        assertThat(form.select("#due-day").val() + "/"
                        + form.select("#due-month").val())
                .isEqualTo("27/5");
        var refused = given.post(nurse, "/assessments/rounds/new", form(Map.of("name", "Ours", "opens[day]", "31")));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(page(refused).select(".nhsuk-error-summary").text()).contains("Enter a day such as");

        var fields = new java.util.HashMap<String, String>();
        form.select("input[name*='[']").forEach(input -> fields.put(input.attr("name"), input.val()));
        fields.putAll(Map.of("name", "Section 11 2026", "framework", "S11_WT|2023", "kinds", "ACUTE"));
        var prepared = given.post(nurse, "/assessments/rounds/new", form(fields));
        assertThat(prepared.statusCode()).isEqualTo(302);
        var address = location(prepared);
        assertThat(page(given.get(nurse, address)).select(".gt-state").text())
                .isEqualTo("Being prepared. 0 asked, 0 handed in, 0 late.");
        assertThat(page(given.get(named, "/assessments")).select("tbody").text())
                .contains("Your ICB has issued no self-assessment");

        assertThat(given.post(nurse, address + "/publish", "").statusCode()).isEqualTo(302);
        assertThat(page(given.get(nurse, address)).select("tbody tr").text())
                .contains(trust.name(), "Not started", "27 May 2026", "0 of 50 answered");
        assertThat(page(given.get(nurse, "/assessments")).select("tbody tr").text())
                .contains("Section 11 2026", "Open", "27 May 2026");
        assertThat(given.get(nurse, address + "/organisations.csv").body().lines())
                .containsExactly(
                        "\uFEFForganisation_code,organisation,state,due_on,asked,answered,brought_forward,reconfirmed,filled,claimed_score,claimed_colour",
                        trust.code() + "," + trust.name() + ",Not started,2026-05-27,50,0,0,0,0,,");
        assertThat(given.get(named, address).statusCode()).isEqualTo(404);
        assertThat(given.get(named, address + "/organisations.csv").statusCode())
                .isEqualTo(404);
    }

    @Test
    void aProviderAnswersAStandardAndEachFieldIsSavedAsItIsLeft() {
        var id = issued("S11_WT", "Section 11 2026", APRIL);
        var show = page(given.get(named, "/assessments/" + id));
        assertThat(show.select("h1").text()).endsWith("Section 11 2026");
        assertThat(show.select(".nhsuk-task-list__item")).hasSize(10);
        assertThat(show.select(".nhsuk-task-list__item").first().text()).isEqualTo("S1 Leadership Not started");

        var address = "/assessments/" + id + "/standards/S1";
        var form = page(given.get(named, address));
        assertThat(form.select("form[data-autosave]").attr("data-autosave")).isEqualTo("/assessments/" + id + "/field");
        assertThat(form.getElementById("1.1").text()).contains("Named board-level", "Give evidence", "Open an action");
        assertThat(form.select("a[href^=/evidence/new]").first().attr("href"))
                .matches("/evidence/new\\?for=answer%2F\\d+&back=%2Fassessments%2F" + id + "%2Fstandards%2FS1%231.1");

        var saved = given.post(named, "/assessments/" + id + "/field", "field=1.1.value&1.1.value=3&version=1");
        assertThat(saved.statusCode()).isEqualTo(200);
        assertThat(saved.body()).contains("\"version\":2").contains("\"savedAt\":\"12:00\"");
        var wrong = given.post(named, "/assessments/" + id + "/field", "field=1.1.value&1.1.value=9&version=2");
        assertThat(wrong.statusCode()).isEqualTo(422);

        var whole = given.post(
                named,
                address,
                form(Map.of("version", "2", "1.1.value", "3", "1.2.value", "2", "1.2.reason", "From May")));
        assertThat(location(whole)).isEqualTo("/assessments/" + id);
        assertThat(page(given.get(named, "/assessments/" + id))
                        .select(".nhsuk-task-list__item")
                        .first()
                        .text())
                .isEqualTo("S1 Leadership 3 to answer");
        assertThat(page(given.get(nurse, address)).getElementById("1.2").text())
                .contains("Mostly met", "Why: From May");
    }

    @Test
    void hostileWordsAreShownAsWords() {
        var id = issued("S11_WT", "Section 11 2026", APRIL);
        var hostile = "<script>alert(1)</script>\u0000 =cmd|'/c calc'!A0 \u202Egnirts";
        given.post(named, "/assessments/" + id + "/standards/S1", form(Map.of("version", "1", "1.1.words", hostile)));

        var shown = given.get(nurse, "/assessments/" + id + "/standards/S1").body();
        assertThat(shown).doesNotContain("<script>alert").contains("&lt;script&gt;alert(1)&lt;/script&gt;");
    }

    @Test
    void twoPeopleOnOneAnswerChooseBetweenBothVersions() {
        var id = issued("S11_WT", "Section 11 2026", APRIL);
        clock.letGo();
        var second = given.person("PROVIDER_NAMED_PROFESSIONAL", icb, trust);
        clock.standAt(APRIL);
        var address = "/assessments/" + id + "/standards/S1";
        given.post(named, address, form(Map.of("version", "1", "1.1.value", "3")));

        var conflict = given.post(second, address, form(Map.of("version", "1", "1.1.value", "1", "1.2.words", "Kept")));

        assertThat(conflict.statusCode()).isEqualTo(409);
        var page = page(conflict);
        assertThat(page.select(".nhsuk-radios__label").eachText()).containsExactly("Fully met", "Partly met");
        assertThat(page.select("input[name=1.2.words]").val()).isEqualTo("Kept");
        var chosen = given.post(
                second,
                address,
                form(Map.of(
                        "version", page.select("input[name=version]").val(), "1.1.value", "1", "1.2.words", "Kept")));
        assertThat(chosen.statusCode()).isEqualTo(302);
        assertThat(test.answers(named, id).get("1.1").value()).isEqualTo("1");
    }

    @Test
    void theWalkConfirmsOneByOneAndTellsThePercentAsSuch() {
        clock.standAt(APRIL.minusYears(1));
        var last = issued("S11_WT", "Section 11 2025", APRIL.minusYears(1));
        test.handIn(named, executive, last, "2");
        clock.standAt(APRIL);
        var id = issued("S11_WT", "Section 11 2026", APRIL);
        assertThat(page(given.get(named, "/assessments/" + id))
                        .select("form[action$=carry]")
                        .text())
                .contains("Section 11 2025");

        var carried = given.post(named, "/assessments/" + id + "/carry", "");
        assertThat(location(carried)).isEqualTo("/assessments/" + id + "/walk");
        var walk = page(given.get(named, "/assessments/" + id + "/walk"));
        assertThat(walk.select("button[data-key]").eachText()).containsExactly("Still true 1", "Changed 2", "Gone 3");
        assertThat(walk.select("main").text()).contains("Section 11 2025 said:", "Mostly met", "As the policy says");

        decide(id, "1.1", "STILL_TRUE", "");
        var changing = decide(id, "1.2", "CHANGED", "");
        assertThat(location(changing)).isEqualTo("/assessments/" + id + "/walk?changed&at=1.2");
        decide(id, "1.2", "CHANGED", "&1.2.value=3");
        decide(id, "1.3", "GONE", "");

        assertThat(page(given.get(named, "/assessments/" + id + "/walk"))
                        .select(".gt-state")
                        .text())
                .isEqualTo("3 of 50 brought forward looked at again: 6% re-confirmed.");
        assertThat(page(given.get(named, "/assessments/" + id)).select("main").text())
                .contains("2 of 50 answered; 6% of 50 brought forward re-confirmed.", "2 to confirm");
        assertThat(page(given.get(named, "/assessments/" + id + "/standards/S1"))
                        .getElementById("1.1")
                        .text())
                .contains("Brought forward from Section 11 2025, answered 1 April 2025, still true");
    }

    private HttpResponse<String> decide(long id, String code, String decision, String more) {
        var version = test.header(named, id).version();
        return given.post(
                named,
                "/assessments/" + id + "/walk",
                "version=%d&code=%s&decision=%s%s".formatted(version, code, decision, more));
    }

    @Test
    void fillingShowsFirstWhatWouldBeCopiedWhere() {
        var jsaf = issued("JSAF", "JSAF 2026", APRIL);
        var id = issued("S11_WT", "Section 11 2026", APRIL);
        test.answerAll(named, jsaf, "3");

        var link = page(given.get(named, "/assessments/" + id))
                .select("a[href*=fill]")
                .attr("href");
        assertThat(link).isEqualTo("/assessments/" + id + "/fill/" + jsaf);
        var preview = page(given.get(named, link));
        assertThat(preview.select("tbody tr").text())
                .contains(
                        "7.2 All eligible posts",
                        "Fully met, words",
                        "JSAF D4.2, answered 1 April 2026",
                        "It asks the same");
        assertThat(given.post(named, link, "").statusCode()).isEqualTo(302);
        assertThat(page(given.get(nurse, "/assessments/" + id + "/standards/S7"))
                        .getElementById("7.2")
                        .text())
                .contains("Fully met", "From JSAF D4.2, answered 1 April 2026");
    }

    @Test
    void checkingNamesWhatIsMissingAndTheExecutiveSigns() {
        var id = issued("S11_WT", "Section 11 2026", APRIL);
        test.answerAll(named, id, "3");
        given.post(named, "/assessments/" + id + "/field", "field=1.1.value&1.1.value=&version=2");
        var check = page(given.get(named, "/assessments/" + id + "/check"));
        assertThat(check.select("h1").text()).endsWith("Check the answers");
        assertThat(check.select("main").text()).contains("49 full claims have no evidence in date");

        var approver = "approver=" + executive.actor().account();
        var refused = given.post(named, "/assessments/" + id + "/hand-over", approver);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(page(refused).getElementById("1.1.value").text()).isEqualTo("Answer this question.");
        given.post(named, "/assessments/" + id + "/field", "field=1.1.value&1.1.value=3&version=3");
        assertThat(given.post(named, "/assessments/" + id + "/hand-over", approver)
                        .statusCode())
                .isEqualTo(302);

        assertThat(page(given.get(named, "/assessments/" + id)).select("main").text())
                .contains(executive.actor().name() + " was named to sign it", "Take it back");
        assertThat(given.post(executive, "/assessments/" + id + "/sign", "").statusCode())
                .isEqualTo(302);
        assertThat(page(given.get(nurse, "/assessments/" + id))
                        .select(".gt-state")
                        .text())
                .isEqualTo("Handed in; due 27 May 2026; signed for the board by %s on 1 April 2026."
                        .formatted(executive.actor().name()));
        assertThat(page(given.get(nurse, "/assessments/" + id + "/standards/S1"))
                        .getElementById("1.1")
                        .text())
                .contains("Asserted, no evidence");
        assertThat(page(given.get(named, "/assessments/" + id + "/standards/S1"))
                        .select("main")
                        .text())
                .contains("only when the ICB gives it back");
    }

    @Test
    void aPracticeAnswersTwelveQuestionsOnOnePage() {
        clock.letGo();
        var practice = given.provider(icb, "GP");
        var lead = given.person("PRACTICE_LEAD", icb, practice);
        clock.standAt(APRIL);
        var id = test.assessment(nurse, test.published(nurse, "S11_WT", "Section 11 2026", APRIL), practice);

        assertThat(page(given.get(lead, "/assessments/" + id))
                        .select("a[href$=all]")
                        .text())
                .isEqualTo("Answer");
        var form = page(given.get(lead, "/assessments/" + id + "/standards/all"));
        assertThat(form.select("section.gt-figure-entry")).hasSize(12);
        assertThat(form.select("main").text()).contains("12 questions, about ten minutes");
        var saved = given.post(
                lead, "/assessments/" + id + "/standards/all", form(Map.of("version", "1", "1.1.value", "3")));
        assertThat(location(saved)).isEqualTo("/assessments/" + id + "/check");
        var begun = page(given.get(lead, "/assessments/" + id)).select("a.nhsuk-button[href*=standards]");
        assertThat(begun.text()).isEqualTo("Carry on at 2 of 12");
        assertThat(form.select("section.gt-figure-entry").get(1).id())
                .isEqualTo(begun.attr("href").substring(begun.attr("href").indexOf('#') + 1));
    }

    @Test
    void aColleagueSeesTheirPartAlone() {
        var id = issued("S11_WT", "Section 11 2026", APRIL);
        clock.letGo();
        var colleague = given.person("PROVIDER_NAMED_PROFESSIONAL", icb, trust);
        clock.standAt(APRIL);
        var share = page(given.get(named, "/assessments/" + id + "/parts"));
        assertThat(share.select("input[name=account]").eachAttr("value"))
                .containsExactly(Integer.toString(colleague.actor().account()));
        var given7 = given.post(
                named,
                "/assessments/" + id + "/parts",
                form(Map.of(
                        "account",
                        Integer.toString(colleague.actor().account()),
                        "standards",
                        "S7",
                        "due[day]",
                        "20",
                        "due[month]",
                        "4",
                        "due[year]",
                        "2026")));
        assertThat(given7.statusCode()).isEqualTo(302);

        assertThat(page(given.get(colleague, "/assessments/" + id))
                        .select(".nhsuk-task-list__item")
                        .eachText())
                .containsExactly("S7 Safe recruitment and safe working With %s, due 20 April 2026 Not started"
                        .formatted(colleague.actor().name()));
        assertThat(given.get(colleague, "/assessments/" + id + "/standards/S1").statusCode())
                .isEqualTo(404);
        assertThat(given.get(colleague, "/api/v1/assessments/" + id).body()).doesNotContain("\"1.1\"");
    }

    @Test
    void aProgramSavesManyAnswersWithTheVersionItRead() {
        var id = issued("S11_WT", "Section 11 2026", APRIL);
        var path = "/api/v1/assessments/" + id;
        var read = given.get(named, path);
        assertThat(read.headers().firstValue("ETag")).hasValue("\"1\"");

        assertThat(put(path, null, "{\"answers\":[]}").statusCode()).isEqualTo(428);
        var saved = put(
                path, "\"1\"", "{\"answers\":[{\"code\":\"1.1\",\"value\":\"3\"},{\"code\":\"1.2\",\"value\":\"1\"}]}");
        assertThat(saved.statusCode()).isEqualTo(200);
        assertThat(saved.headers().firstValue("ETag")).hasValue("\"2\"");
        var stale = put(path, "\"1\"", "{\"answers\":[{\"code\":\"1.1\",\"value\":\"0\"}]}");
        assertThat(stale.statusCode()).isEqualTo(409);
        assertThat(stale.body()).contains("\"yours\":\"0\"").contains("\"theirs\":\"3\"");
        var wrong = put(path, "\"2\"", "{\"answers\":[{\"code\":\"1.1\",\"value\":\"X\"}]}");
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("1.1.value");
    }

    private HttpResponse<String> put(String path, @org.jspecify.annotations.Nullable String version, String body) {
        var request = HttpRequest.newBuilder(URI.create(given.address(path + "/answers")))
                .header("Authorization", "Bearer " + named.token())
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(body));
        return given.send((version == null ? request : request.header("If-Match", version)).build());
    }

    private static String location(HttpResponse<String> answer) {
        return URI.create(answer.headers().firstValue("Location").orElse("")).getRawPath()
                + (URI.create(answer.headers().firstValue("Location").orElse(""))
                                        .getRawQuery()
                                == null
                        ? ""
                        : "?"
                                + URI.create(answer.headers()
                                                .firstValue("Location")
                                                .orElse(""))
                                        .getRawQuery());
    }

    private static Document page(HttpResponse<String> answer) {
        return Jsoup.parse(answer.body());
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field ->
                        URLEncoder.encode(field.getKey(), UTF_8) + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
    }
}

package uk.goldenthread.returns.web;

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
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.goldenthread.database.Scope;
import uk.goldenthread.database.UnitOfWork;
import uk.goldenthread.kernel.calendar.Period;
import uk.goldenthread.returns.ReturnOpening;
import uk.goldenthread.returns.Returns;
import uk.goldenthread.returns.ReturnsForTests;
import uk.goldenthread.support.Given;
import uk.goldenthread.support.GoldenThreadTest;
import uk.goldenthread.support.SettableClock;

@GoldenThreadTest
class ReturnPagesTest {
    private static final LocalDate OCTOBER = LocalDate.of(2026, 10, 12);

    @Autowired
    Given given;

    @Autowired
    SettableClock clock;

    @Autowired
    ReturnOpening opening;

    @Autowired
    Returns returns;

    @Autowired
    ReturnsForTests test;

    @Autowired
    UnitOfWork work;

    @Autowired
    JdbcClient jdbc;

    private Given.Organisation icb;
    private Given.Organisation trust;
    private Given.Person nurse;
    private Given.Person named;
    private Given.Person executive;
    private long id;

    @BeforeEach
    void aMonthsReturnIsOpen() {
        icb = given.icb();
        trust = given.provider(icb, "ACUTE");
        nurse = person("DESIGNATED_NURSE", icb);
        named = person("PROVIDER_NAMED_PROFESSIONAL", icb, trust);
        executive = person("PROVIDER_EXECUTIVE_LEAD", icb, trust);
        clock.standAt(OCTOBER);
        opening.open(nurse.actor(), Period.parse("2026-09"));
        id = test.header(nurse, trust, "2026-09").id();
    }

    /// A token's life is counted by the database's own clock, so people are made in the present.
    private Given.Person person(String role, Given.Organisation icb, Given.Organisation organisation) {
        clock.letGo();
        var person = given.person(role, icb, organisation);
        clock.standAt(OCTOBER);
        return person;
    }

    private Given.Person person(String role, Given.Organisation icb) {
        return person(role, icb, icb);
    }

    @AfterEach
    void letGo() {
        clock.letGo();
    }

    @Test
    void theIcbsListNamesEachProviderWithItsStateAndCounts() {
        given.provider(icb, "GP");

        var page = page(given.get(nurse, "/returns"));

        assertThat(page.select("h1").text()).isEqualTo("Returns");
        assertThat(page.select(".gt-state").text())
                .isEqualTo("September 2026: 0 of 1 accepted, 0 late, 0 waiting for the ICB.");
        assertThat(page.select("tbody th a").text()).isEqualTo(trust.name());
        assertThat(page.select("tbody tr").text()).contains("September 2026", "Not started", "28 October 2026");
        assertThat(page(given.get(nurse, "/returns?mark=late")).select("tbody").text())
                .contains("No return matches");
        clock.standAt(LocalDate.of(2026, 10, 29));
        assertThat(page(given.get(nurse, "/returns?mark=late"))
                        .select("tbody tr")
                        .text())
                .contains("1 day late");
        assertThat(given.get(nurse, "/returns.csv").body()).contains(trust.code() + ",", "1 day late");
    }

    @Test
    void theProviderTypesSavesAndSeesWhatIsMissingBeforeSubmitting() {
        var form = page(given.get(named, "/returns/" + id));
        assertThat(form.select("h1").text()).endsWith("Return for September 2026");
        assertThat(form.select("form[data-autosave]").attr("data-autosave")).isEqualTo("/returns/" + id + "/field");
        assertThat(form.getElementById("K03.numerator").attr("data-max-of")).isEqualTo("K03.denominator");

        var saved = given.post(named, "/returns/" + id + "/field", "field=K03.numerator&K03.numerator=18&version=1");
        assertThat(saved.statusCode()).isEqualTo(200);
        assertThat(saved.body()).contains("\"savedAt\":\"12:00\"").contains("\"version\":2");

        var submitted = given.post(named, "/returns/" + id + "/submit", "");
        assertThat(submitted.statusCode()).isEqualTo(422);
        assertThat(Jsoup.parse(submitted.body())
                        .select(".nhsuk-error-summary a")
                        .text())
                .contains("Give this number too, or clear the other.");
    }

    @Test
    void aFigureThatCannotBeIsRefusedAtItsFieldWithWhatWasTypedKept() {
        for (var bad : new String[] {"1e309", "ten", "-4", "25"}) {
            var answer = given.post(
                    named,
                    "/returns/" + id,
                    form(Map.of("version", "1", "K03.numerator", bad, "K03.denominator", "20", "K01.numerator", "7")));

            var page = Jsoup.parse(answer.body());
            assertThat(answer.statusCode()).as(bad).isEqualTo(422);
            assertThat(page.title()).startsWith("Error");
            assertThat(page.select(".nhsuk-error-summary a").attr("href")).isEqualTo("#K03.numerator");
            assertThat(page.getElementById("K03.numerator").val()).isEqualTo(bad);
            assertThat(page.getElementById("K03.numerator").attr("aria-describedby"))
                    .contains("K03.numerator-error");
            assertThat(page.getElementById("K01.numerator").val()).isEqualTo("7");
        }
        assertThat(test.header(nurse, trust, "2026-09").version()).isEqualTo(1);
    }

    @Test
    void theSecondOfTwoPeopleSeesBothVersionsAndChooses() {
        var colleague = person("PROVIDER_NAMED_PROFESSIONAL", icb, trust);
        given.post(
                named, "/returns/" + id, form(Map.of("version", "1", "K03.numerator", "18", "K03.denominator", "20")));

        var answer = given.post(
                colleague,
                "/returns/" + id,
                form(Map.of("version", "1", "K03.numerator", "19", "K03.denominator", "20")));

        var page = Jsoup.parse(answer.body());
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(page.select("h1").text()).isEqualTo("Somebody else changed this return");
        assertThat(page.select("input[name=K03.numerator]").eachAttr("value")).containsExactly("18", "19");
        var chosen = given.post(colleague, "/returns/" + id, form(Map.of("version", "2", "K03.numerator", "19")));
        assertThat(chosen.statusCode()).isEqualTo(302);
        assertThat(test.line(nurse, id, "K03").answer().numerator()).isEqualByComparingTo("19");
    }

    @Test
    void theExecutiveApprovesAndTheIcbAsksAndAccepts() {
        submitted();
        var waiting = page(given.get(named, "/returns/" + id));
        assertThat(waiting.select("main").text()).contains("The provider's executive lead approves it.");
        assertThat(page(given.get(executive, "/returns/" + id)).select("button").text())
                .contains("Approve the return");

        assertThat(given.post(executive, "/returns/" + id + "/approve", "").statusCode())
                .isEqualTo(302);
        assertThat(given.post(nurse, "/returns/" + id + "/lines/K03/query", "question=")
                        .statusCode())
                .isEqualTo(422);
        given.post(nurse, "/returns/" + id + "/lines/K03/query", "question=Why+so+low%3F");
        assertThat(page(given.get(named, "/returns/" + id)).select("main").text())
                .contains("The ICB asks: Why so low?", "1 figure queried");
        given.post(named, "/returns/" + id + "/lines/K03/answer", "answer=Trainer+on+leave");
        given.post(named, "/returns/" + id + "/submit", "");
        given.post(nurse, "/returns/" + id + "/lines/K03/accept", "");
        given.post(nurse, "/returns/" + id + "/accept", "");

        var accepted = page(given.get(nurse, "/returns/" + id));
        assertThat(accepted.select(".gt-state").text()).startsWith("Accepted; due 28 October 2026");
        assertThat(accepted.select(".gt-thread li").last().text()).contains("accepted the return");
    }

    @Test
    void aPracticeAnswersOnOneShortPageWithoutAnExecutive() {
        var practice = given.provider(icb, "GP");
        var lead = person("PRACTICE_LEAD", icb, practice);
        opening.open(nurse.actor(), Period.parse("2026-27-Q2"));
        var light = test.header(nurse, practice, "2026-27-Q2").id();

        var page = page(given.get(lead, "/returns/" + light));
        assertThat(page.select("main").text()).contains("0 of 3 figures ready. About ten minutes");
        assertThat(page.select("input[name=G03.value]").eachAttr("value")).containsExactly("yes", "no");
        var empty = page(given.get(lead, "/returns/" + light + "/check"));
        assertThat(empty.select("main h2").first().text()).isEqualTo("Still missing");
        assertThat(empty.select("main h2 + ul li a").eachAttr("href"))
                .containsExactly(
                        "/returns/" + light + "#G02", "/returns/" + light + "#G03", "/returns/" + light + "#G04");
        assertThat(empty.select("main .nhsuk-button").eachText()).containsExactly("Carry on entering");

        var saved = given.post(
                lead,
                "/returns/" + light,
                form(Map.of(
                        "version", "1",
                        "G02.numerator", "9",
                        "G02.denominator", "10",
                        "G03.value", "yes",
                        "G04.numerator", "0",
                        "G04.denominator", "0")));
        assertThat(saved.headers().firstValue("Location")).hasValue(given.address("/returns/" + light + "/check"));
        assertThat(page(given.get(lead, "/returns/" + light + "/check"))
                        .select("main .nhsuk-button")
                        .eachText())
                .containsExactly("Submit the return");
        assertThat(given.post(lead, "/returns/" + light + "/submit", "").statusCode())
                .isEqualTo(302);
        assertThat(page(given.get(lead, "/returns/" + light))
                        .select(".gt-state")
                        .text())
                .startsWith("Submitted, with the ICB");
    }

    @Test
    void anotherProvidersAddressIsNotFoundAndWrittenDown() {
        var other = given.provider(icb, "COMMUNITY");
        var stranger = person("PROVIDER_NAMED_PROFESSIONAL", icb, other);

        assertThat(given.get(stranger, "/returns/" + id).statusCode()).isEqualTo(404);
        assertThat(given.get(stranger, "/api/v1/returns/" + id).statusCode()).isEqualTo(404);
        assertThat(given.get(stranger, "/returns/" + id + "/template.xlsx").statusCode())
                .isEqualTo(404);
        assertThat(given.post(stranger, "/returns/" + id + "/field", "field=K03.numerator&K03.numerator=1&version=1")
                        .statusCode())
                .isEqualTo(404);
        var written = work.read(
                Scope.system(),
                () -> jdbc.sql("select count(*) from ledger.entry where action = 'HIDDEN' and subject = :subject")
                        .param("subject", "address/returns/" + id)
                        .query((row, _) -> row.getInt(1))
                        .single());
        assertThat(written).isEqualTo(1);
    }

    @Test
    void thePastIsShownWithoutAnythingToPress() {
        submitted();
        var then = test.instant();
        given.post(executive, "/returns/" + id + "/approve", "");

        var past = page(given.get(nurse, "/returns/" + id + "?asAt=" + then));

        assertThat(past.select(".gt-state").text()).startsWith("Waiting for executive approval");
        assertThat(past.select("main form")).isEmpty();
        assertThat(page(given.get(nurse, "/returns/" + id)).select(".gt-state").text())
                .startsWith("Approved, with the ICB");
    }

    @Test
    void theCoordinatorOpensAPeriodOnDemand() {
        var coordinator = person("SAFEGUARDING_COORDINATOR", icb);

        assertThat(given.post(coordinator, "/returns/open", "period=").statusCode())
                .isEqualTo(422);
        assertThat(page(given.get(coordinator, "/returns/open")).select("h1").text())
                .isEqualTo("Open the returns of a period");
        assertThat(given.post(coordinator, "/returns/open", "period=2026-08")
                        .headers()
                        .firstValue("Location"))
                .hasValue(given.address("/returns?period=2026-08"));
        assertThat(given.get(named, "/returns/open").statusCode()).isEqualTo(403);
    }

    @Test
    void aProgramReadsAndWritesWithTheVersionItRead() {
        var read = given.get(named, "/api/v1/returns/" + id);
        assertThat(read.headers().firstValue("ETag")).hasValue("\"1\"");
        assertThat(given.get(named, "/api/v1/returns?period=2026-09").body())
                .contains("\"total\":1", "\"dueOn\":\"2026-10-28\"");

        var body = "{\"lines\":[{\"kpi\":\"K03\",\"numerator\":18,\"denominator\":\"20\"}]}";
        assertThat(put(null, body).statusCode()).isEqualTo(428);
        var saved = put("\"1\"", body);
        assertThat(saved.statusCode()).isEqualTo(200);
        assertThat(saved.headers().firstValue("ETag")).hasValue("\"2\"");

        var conflict = put("\"1\"", body.replace("18", "19"));
        assertThat(conflict.statusCode()).isEqualTo(409);
        assertThat(conflict.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
        assertThat(conflict.body()).contains("\"yours\":\"19\"", "\"theirs\":\"18\"", "\"version\":2");
        var refused = put("\"2\"", "{\"lines\":[{\"kpi\":\"K03\",\"numerator\":1e309}]}");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("K03.numerator");
    }

    private HttpResponse<String> put(String version, String body) {
        var request = HttpRequest.newBuilder(URI.create(given.address("/api/v1/returns/" + id)))
                .header("Authorization", "Bearer " + named.token())
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(body));
        return given.send((version == null ? request : request.header("If-Match", version)).build());
    }

    private void submitted() {
        var typed = test.lines(named, id).stream().map(test::typical).toList();
        returns.save(named.actor(), id, Returns.Base.seen(1), typed).orElseThrow();
        returns.submit(named.actor(), id).orElseThrow();
    }

    private static Document page(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(200);
        return Jsoup.parse(answer.body());
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
    }
}

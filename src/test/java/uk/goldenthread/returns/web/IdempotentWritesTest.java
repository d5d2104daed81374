package uk.goldenthread.returns.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import uk.goldenthread.kernel.calendar.Period;
import uk.goldenthread.returns.ReturnOpening;
import uk.goldenthread.returns.ReturnsForTests;
import uk.goldenthread.support.Given;
import uk.goldenthread.support.GoldenThreadTest;
import uk.goldenthread.support.SettableClock;

/// A program that did not hear the answer sends its request again.
@GoldenThreadTest
class IdempotentWritesTest {
    private static final LocalDate OCTOBER = LocalDate.of(2026, 10, 12);
    private static final String SEPTEMBER = "{\"period\":\"2026-09\"}";
    private static final String FIGURE = "{\"lines\":[{\"kpi\":\"K03\",\"numerator\":18,\"denominator\":20}]}";

    @Autowired
    Given given;

    @Autowired
    SettableClock clock;

    @Autowired
    ReturnOpening opening;

    @Autowired
    ReturnsForTests test;

    private Given.Organisation trust;
    private Given.Person nurse;
    private Given.Person named;

    @BeforeEach
    void aTrust() {
        var icb = given.icb();
        trust = given.provider(icb, "ACUTE");
        nurse = given.person("DESIGNATED_NURSE", icb);
        named = given.person("PROVIDER_NAMED_PROFESSIONAL", icb, trust);
        clock.standAt(OCTOBER);
    }

    @AfterEach
    void letGo() {
        clock.letGo();
    }

    @Test
    void theSameRequestGetsTheFirstAnswerAndAnotherWithItsKeyIsRefused() {
        var first = open("a-1", SEPTEMBER);
        var again = open("a-1", SEPTEMBER);
        var other = open("a-1", "{\"period\":\"2026-08\"}");

        assertThat(first.body()).contains("\"opened\":1", "\"period\":\"2026-09\"");
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.body()).as("and not 0 opened").isEqualTo(first.body());
        assertThat(again.headers().firstValue("Content-Type"))
                .isEqualTo(first.headers().firstValue("Content-Type"));
        assertThat(again.headers().firstValue("Idempotency-Replayed")).hasValue("true");
        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(other.body()).contains("This Idempotency-Key was used for another request.");
        assertThat(given.get(nurse, "/api/v1/returns?period=2026-08").body()).contains("\"total\":0");
    }

    @Test
    void aFigureSentTwiceIsSavedOnceAndBothTimesAnsweredWithTheNewVersion() {
        opening.open(nurse.actor(), Period.parse("2026-09"));

        var first = put("b-1", "\"1\"", FIGURE);
        var again = put("b-1", "\"1\"", FIGURE);

        assertThat(first.headers().firstValue("ETag")).hasValue("\"2\"");
        assertThat(again.statusCode()).as("and no conflict with itself").isEqualTo(200);
        assertThat(again.headers().firstValue("ETag")).hasValue("\"2\"");
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(put("b-2", "\"1\"", FIGURE.replace("18", "19")).statusCode()).isEqualTo(409);
        assertThat(put("b-1", "\"2\"", FIGURE).statusCode())
                .as("another version is another request")
                .isEqualTo(422);
        assertThat(test.header(nurse, trust, "2026-09").version()).isEqualTo(2);
    }

    @Test
    void whatWasRefusedLeavesItsKeyFree() {
        opening.open(nurse.actor(), Period.parse("2026-09"));

        assertThat(put("c-1", "\"1\"", FIGURE.replace("18", "-1")).statusCode()).isEqualTo(422);
        assertThat(put("c-1", "\"1\"", FIGURE).statusCode()).isEqualTo(200);
    }

    @Test
    void aKeyIsItsAccountsOwnAndFreeAgainAfterAWeek() {
        open("d-1", SEPTEMBER);

        clock.letGo();
        var another = given.person(
                "DESIGNATED_NURSE", new Given.Organisation(nurse.actor().icb(), "", ""));
        clock.standAt(OCTOBER);
        assertThat(send(another, "POST", "/api/v1/returns", "d-1", null, SEPTEMBER)
                        .body())
                .contains("\"opened\":0");
        clock.standAt(OCTOBER.plusDays(8));
        assertThat(open("d-1", SEPTEMBER).body()).contains("\"opened\":0");
    }

    @Test
    void ofManySentAtOnceOneIsDone() {
        opening.open(nurse.actor(), Period.parse("2026-09"));

        var sent = IntStream.range(0, 6)
                .mapToObj(_ -> CompletableFuture.supplyAsync(() -> put("e-1", "\"1\"", FIGURE)))
                .toList();

        assertThat(sent.stream().map(CompletableFuture::join))
                .allSatisfy(answer -> assertThat(answer.statusCode()).isIn(200, 409))
                .anySatisfy(answer -> assertThat(answer.statusCode()).isEqualTo(200))
                .filteredOn(answer -> answer.statusCode() == 409)
                .allSatisfy(answer -> assertThat(answer.body()).contains("still being worked on"));
        assertThat(test.header(nurse, trust, "2026-09").version()).isEqualTo(2);
    }

    @Test
    void aKeyWithoutEndIsRefused() {
        assertThat(open("k".repeat(201), SEPTEMBER).statusCode()).isEqualTo(400);
    }

    private HttpResponse<String> open(String key, String body) {
        return send(nurse, "POST", "/api/v1/returns", key, null, body);
    }

    private HttpResponse<String> put(String key, String version, String body) {
        var id = test.header(nurse, trust, "2026-09").id();
        return send(named, "PUT", "/api/v1/returns/" + id, key, version, body);
    }

    private HttpResponse<String> send(
            Given.Person person, String method, String path, String key, @Nullable String version, String body) {
        var request = HttpRequest.newBuilder(URI.create(given.address(path)))
                .header("Authorization", "Bearer " + person.token())
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        return given.send((version == null ? request : request.header("If-Match", version)).build());
    }
}

package uk.goldenthread.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import uk.goldenthread.support.Given;
import uk.goldenthread.support.GoldenThreadTest;

/// What no browser sends, and programs do: one sentence answers it, and never the page for our own faults.
@GoldenThreadTest
class BadInputTest {
    private static final String NOT_READ = "Something in the address or the form cannot be read.";

    @Autowired
    Given given;

    private Given.Person nurse;

    @BeforeEach
    void someone() {
        nurse = given.person("DESIGNATED_NURSE", given.icb());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/returns?period=%00",
                "/actions?theme=a%00b",
                "/directory?search=%00",
                "/evidence?provider=%00",
                "/signals?rule=%00",
                "/overview?kind=%FF%FE",
                "/papers?committee=%ED%A0%80",
                "/evidence?words=%C3"
            })
    void textThatIsNoneIsSaidNotToBeReadable(String address) {
        var answer = given.get(nurse, address);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains(NOT_READ);
    }

    @Test
    void aFormWithTheCharacterThatNoTextMayHoldIsRefusedInOneSentence() {
        var answer = given.post(nurse, "/intelligence/new", "provider=%00&source=PATIENT&words=a");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains(NOT_READ);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%2B999999999-12-31T23:59:59Z",
                "-999999999-01-01T00:00:00Z",
                "0000-01-01",
                "9999-12-31",
                "2026-02-29",
                "2026-13-01",
                "yesterday"
            })
    void anInstantThatNoRecordCanBeOfIsRefusedInOneSentence(String instant) {
        for (var address : new String[] {"/overview", "/", "/api/v1/returns"}) {
            var answer = given.get(nurse, address + "?asAt=" + instant);

            assertThat(answer.statusCode()).as(address).isEqualTo(400);
            assertThat(answer.body()).contains("asAt is a date like 2026-03-14");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"visit/abc", "finding/99999999999999999999", "audit/x", "action/1,action/1x", "answer/0"})
    void nameOfAThingThatHasNoNumberIsNobodysThing(String name) {
        for (var address : new String[] {"/actions/new?for=", "/evidence/new?for=", "/thread?of="}) {
            assertThat(given.get(nurse, address + name).statusCode())
                    .as(address + name)
                    .isLessThan(500);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/returns", "/api/v1/returns/1", "/returns", "/sign-in"})
    void theMethodsOfAnAddressCanBeAskedFor(String address) {
        var answer = given.send(HttpRequest.newBuilder(URI.create(given.address(address)))
                .header("Authorization", "Bearer " + nurse.token())
                .method("OPTIONS", BodyPublishers.noBody())
                .build());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Allow")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"[null]", "[{}]", "[{\"kpi\":null,\"numerator\":\"1\"}]"})
    void aLineThatNamesNoFigureIsRefusedInOneSentence(String lines) {
        var icb = given.icb();
        var provider = given.person("PROVIDER_NAMED_PROFESSIONAL", icb, given.provider(icb, "ACUTE"));
        var answer = given.send(HttpRequest.newBuilder(URI.create(given.address("/api/v1/returns/1")))
                .header("Authorization", "Bearer " + provider.token())
                .header("Content-Type", "application/json")
                .header("If-Match", "1")
                .PUT(BodyPublishers.ofString("{\"lines\":" + lines + "}"))
                .build());

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("Give each line its kpi, such as K01.");
    }

    @Test
    void aVersionThatIsNoNumberIsRefusedInOneSentence() {
        var answer = given.send(HttpRequest.newBuilder(URI.create(given.address("/api/v1/imports/1/approve")))
                .header("Authorization", "Bearer " + nurse.token())
                .header("If-Match", "abc")
                .POST(BodyPublishers.noBody())
                .build());

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("Send If-Match with the version you last read");
    }

    @Test
    void aFormWithoutItsSecretIsToldInOurOwnWordsWhatToDo() {
        var answer = given.send(HttpRequest.newBuilder(URI.create(given.address("/account/tokens")))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "text/html")
                .POST(BodyPublishers.ofString("label=mine"))
                .build());

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body())
                .contains("This page was open for too long", "Go back, reload the page, and send it again.")
                .contains("nhsuk-header");
    }

    @Test
    void theAddressOfErrorsItselfIsAPageThatIsNotThere() {
        assertThat(given.get(nurse, "/error").statusCode()).isEqualTo(404);
    }

    @Test
    void whoCallsFromAPrivateAddressCannotSayThatTheyCallFromElsewhere() {
        for (var i = 1; i <= SignIns.TRIES; i++) {
            assertThat(guess(i).body()).contains("is not right");
        }

        assertThat(guess(6).body()).contains("Too many tries from here");
    }

    /// What our own proxy hands on of somebody at 10.20.30.40 who made up an address before their own.
    private HttpResponse<String> guess(int number) {
        var form = "signInName=%s&password=guess".formatted(nurse.signInName());
        return given.send(HttpRequest.newBuilder(URI.create(given.address("/sign-in")))
                .header("Authorization", "Bearer none")
                .header("X-Forwarded-For", "198.51.100.%d, 10.20.30.40".formatted(number))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build());
    }
}

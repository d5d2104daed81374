package uk.goldenthread.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import uk.goldenthread.access.SignIns.Attempt;
import uk.goldenthread.kernel.outcome.Outcome;
import uk.goldenthread.support.Given;
import uk.goldenthread.support.GoldenThreadTest;

@GoldenThreadTest
class SignInTest {
    @Autowired
    SignIns signIns;

    @Autowired
    Accounts accounts;

    @Autowired
    OwnSecurity security;

    @Autowired
    Given given;

    @Autowired
    ActorsForTests actors;

    private static int number;

    @Test
    void theRightPasswordSignsIn() {
        var name = account();

        assertThat(attempt(name, "correct horse battery", null, null, "192.0.2.1"))
                .isInstanceOf(Attempt.SignedIn.class);
    }

    @Test
    void aWrongPasswordAndAnUnknownNameAreAnsweredAlike() {
        var name = account();

        assertThat(attempt(name, "wrong", null, null, "192.0.2.2")).isEqualTo(new Attempt.Wrong());
        assertThat(attempt("nobody@test.invalid", "wrong", null, null, "192.0.2.2"))
                .isEqualTo(new Attempt.Wrong());
    }

    @Test
    void aStrangersGuessesCloseOnlyTheStrangersOwnDoor() {
        var name = account();
        var mine = (Attempt.SignedIn) attempt(name, "correct horse battery", null, null, "192.0.2.3");
        for (var i = 0; i < SignIns.TRIES; i++) {
            attempt(name, "guess " + i, null, null, "198.51.100.7");
        }

        assertThat(attempt(name, "correct horse battery", null, null, "198.51.100.7"))
                .isInstanceOf(Attempt.Wait.class);
        assertThat(attempt(name, "correct horse battery", null, mine.deviceToken(), "198.51.100.7"))
                .isInstanceOf(Attempt.SignedIn.class);
        assertThat(attempt(name, "correct horse battery", null, null, "192.0.2.3"))
                .isInstanceOf(Attempt.SignedIn.class);
    }

    @Test
    void aSecondFactorIsAskedForOnceSetUp() {
        var icb = given.icb();
        var person = given.person("DESIGNATED_NURSE", icb);
        var secret = OneTimeCodes.newSecret();
        var step = Instant.now().getEpochSecond() / 30;
        assertThat(security.setSecondFactor(
                        person.actor(),
                        secret,
                        "000000".equals(OneTimeCodes.codeAt(secret, step)) ? "111111" : "000000",
                        null))
                .isInstanceOf(Outcome.Refused.class);

        assertThat(security.setSecondFactor(person.actor(), secret, OneTimeCodes.codeAt(secret, step), null))
                .isInstanceOf(Outcome.Accepted.class);

        var name = person.signInName();
        var password = person.password();
        assertThat(attempt(name, password, null, null, "192.0.2.4")).isEqualTo(new Attempt.CodeWanted());
        assertThat(attempt(name, password, OneTimeCodes.codeAt(secret, step), null, "192.0.2.4"))
                .isInstanceOf(Attempt.SignedIn.class);
        assertThat(attempt(name, password, OneTimeCodes.codeAt(secret, step), null, "192.0.2.4"))
                .as("a code opens the door once")
                .isEqualTo(new Attempt.Wrong());
    }

    /// RFC 6238 appendix B, SHA-1, last six of the eight digits.
    @Test
    void oneTimeCodesAreThoseOfTheStandard() {
        var secret = "12345678901234567890".getBytes(java.nio.charset.StandardCharsets.US_ASCII);

        assertThat(OneTimeCodes.codeAt(secret, 59 / 30)).isEqualTo("287082");
        assertThat(OneTimeCodes.codeAt(secret, 1111111109L / 30)).isEqualTo("081804");
        assertThat(OneTimeCodes.codeAt(secret, 20000000000L / 30)).isEqualTo("353130");
    }

    @Test
    void aPageAsksToSignInAndAnApiAnswers401() {
        var page = given.send(java.net.http.HttpRequest.newBuilder(java.net.URI.create(given.address("/account")))
                .build());
        var api = given.send(
                java.net.http.HttpRequest.newBuilder(java.net.URI.create(given.address("/api/v1/openapi.json")))
                        .build());

        assertThat(page.statusCode()).isEqualTo(302);
        assertThat(page.headers().firstValue("Location")).hasValue(given.address("/sign-in?to=%2Faccount"));
        assertThat(api.statusCode()).isEqualTo(401);
    }

    @Test
    void afterSigningInNobodyIsSentElsewhere() {
        assertThat(SignInController.local("/returns?x=1")).isEqualTo("/returns?x=1");
        assertThat(SignInController.local("//elsewhere.invalid")).isEqualTo("/");
        assertThat(SignInController.local("https://elsewhere.invalid")).isEqualTo("/");
        assertThat(SignInController.local("/\\elsewhere.invalid")).isEqualTo("/");
    }

    private String account() {
        var icb = given.icb();
        var name = "signer%d@test.invalid".formatted(++number);
        var id = accounts.make(new Accounts.NewAccount(name, "Signer", "correct horse battery", false));
        accounts.grant(id, "DESIGNATED_NURSE", icb.id(), icb.id(), LocalDate.of(2022, 7, 1));
        return name;
    }

    private Attempt attempt(
            String name, String password, @Nullable String code, @Nullable String device, String address) {
        return signIns.signIn(new SignIns.Try(name, password, code, device, address));
    }
}

package uk.goldenthread.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.web.util.UriComponentsBuilder;
import uk.goldenthread.support.Given;
import uk.goldenthread.support.GoldenThreadTest;
import uk.goldenthread.support.SettableClock;

/// Against a real OpenID Connect server: discovery, authorisation code, PKCE, signed tokens.
@GoldenThreadTest
class OpenIdSignInTest {
    private static final String ISSUER = "nhs";
    private static final String CLIENT = "golden-thread";

    @Autowired
    Given given;

    @Autowired
    SignIns signIns;

    @Autowired
    IdentityKey key;

    @Autowired
    SettableClock clock;

    private final MockOAuth2Server provider = new MockOAuth2Server();

    @BeforeEach
    void serve() {
        provider.start();
    }

    @AfterEach
    void end() {
        provider.shutdown();
        clock.letGo();
    }

    @Test
    void whoeverTheProviderKnowsByTheAccountsAddressIsLetIn() {
        var icb = given.icb();
        var nurse = given.person("DESIGNATED_NURSE", icb);
        var openId = openId(provider.issuerUrl(ISSUER).toString(), false);

        var arrival = through(openId, nurse.signInName().toUpperCase(java.util.Locale.ROOT), List.of("pwd", "mfa"));

        assertThat(arrival).isInstanceOf(OpenIdSignIn.Arrival.SignedIn.class);
        var in = (OpenIdSignIn.Arrival.SignedIn) arrival;
        assertThat(in.to()).isEqualTo("/signals");
        var page = given.send(HttpRequest.newBuilder(URI.create(given.address("/signals")))
                .header("Cookie", "gt_session=" + in.session().sessionToken())
                .build());
        assertThat(page.statusCode()).as("no code of our own is asked for").isEqualTo(200);
    }

    @Test
    void nobodyGetsAnAccountByComingFromThere() {
        var arrival = through(openId(provider.issuerUrl(ISSUER).toString(), true), "stranger@test.invalid", List.of());

        assertThat(why(arrival)).startsWith("No account here has the e-mail address");
    }

    @Test
    void aRoleThatNeedsASecondFactorIsNotLetInWithoutOneUnlessTheProviderIsTrustedToAsk() {
        var nurse = given.person("DESIGNATED_NURSE", given.icb());
        var issuer = provider.issuerUrl(ISSUER).toString();

        assertThat(why(through(openId(issuer, false), nurse.signInName(), List.of("pwd"))))
                .startsWith("Your role needs a second factor");
        assertThat(through(openId(issuer, true), nurse.signInName(), List.of("pwd")))
                .isInstanceOf(OpenIdSignIn.Arrival.SignedIn.class);
    }

    @Test
    void anAddressThatIsNotVerifiedIsNotBelieved() {
        var nurse = given.person("DESIGNATED_NURSE", given.icb());
        var openId = openId(provider.issuerUrl(ISSUER).toString(), true);
        var way = openId.setOut("/").orElseThrow();
        answer(Map.of("email", nurse.signInName(), "email_verified", false));

        assertThat(why(openId.arrive(way.cookie(), code(way), state(way)))).startsWith("Your organisation did not say");
    }

    @Test
    void aTokenForAnotherServiceIsNotBelieved() {
        var nurse = given.person("DESIGNATED_NURSE", given.icb());
        var openId = openId(provider.issuerUrl(ISSUER).toString(), true);
        var way = openId.setOut("/").orElseThrow();
        answer(Map.of("email", nurse.signInName(), "aud", "another-service"));

        assertThat(why(openId.arrive(way.cookie(), code(way), state(way)))).startsWith("Signing in there did not work");
    }

    @Test
    void aCodeIsNoUseInAnotherBrowserOrAfterTenMinutes() {
        var openId = openId(provider.issuerUrl(ISSUER).toString(), true);
        var mine = openId.setOut("/").orElseThrow();
        var theirs = openId.setOut("/").orElseThrow();
        var refused = "This sign-in was not begun here, or took too long. Try again";

        assertThat(why(openId.arrive(theirs.cookie(), "code", state(mine)))).isEqualTo(refused);
        assertThat(why(openId.arrive(null, "code", state(mine)))).isEqualTo(refused);
        assertThat(why(openId.arrive("bm90IG91cnMgYXQgYWxsLCByZWFsbHkgbm90", "code", state(mine))))
                .isEqualTo(refused);
        clock.standAt(Instant.now().plus(OpenIdSignIn.PATIENCE).plus(Duration.ofSeconds(5)));
        assertThat(why(openId.arrive(mine.cookie(), "code", state(mine)))).isEqualTo(refused);
    }

    @Test
    void aCodeStolenOnItsWayIsNoUseWithoutTheVerifier() {
        var nurse = given.person("DESIGNATED_NURSE", given.icb());
        var openId = openId(provider.issuerUrl(ISSUER).toString(), true);
        var victim = openId.setOut("/").orElseThrow();
        var thief = openId.setOut("/").orElseThrow();
        answer(Map.of("email", nurse.signInName()));

        assertThat(why(openId.arrive(thief.cookie(), code(victim), state(thief))))
                .startsWith("Signing in there did not work");
    }

    @Test
    void aProviderThatDoesNotAnswerLeavesThePasswordForm() {
        assertThat(openId("http://127.0.0.1:1/nobody", true).setOut("/")).isEmpty();
    }

    @Test
    void withoutAnIssuerItIsOffAndAHalfSetOneStopsTheStart() {
        assertThat(OpenIdSettings.of(new MockEnvironment())).isEmpty();
        assertThatThrownBy(() -> OpenIdSettings.of(
                        new MockEnvironment().withProperty("GOLDENTHREAD_OIDC_ISSUER", "http://idp.example.org")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("GOLDENTHREAD_OIDC_CLIENT_ID");
        assertThat(given.send(HttpRequest.newBuilder(URI.create(given.address("/sign-in/openid")))
                                .build())
                        .statusCode())
                .isEqualTo(404);
    }

    private OpenIdSignIn openId(String issuer, boolean trusted) {
        return new OpenIdSignIn(
                new OpenIdSettings(issuer, CLIENT, "secret", "NHSmail", trusted, "http://localhost:8080"),
                signIns,
                key,
                clock);
    }

    private OpenIdSignIn.Arrival through(OpenIdSignIn openId, String address, List<String> methods) {
        var way = openId.setOut("/signals").orElseThrow();
        answer(Map.of("email", address, "amr", methods));
        return openId.arrive(way.cookie(), code(way), state(way));
    }

    private void answer(Map<String, ?> claims) {
        provider.enqueueCallback(
                new DefaultOAuth2TokenCallback(ISSUER, "someone", "JWT", List.of(CLIENT), new HashMap<>(claims), 300));
    }

    /// The person signs in at the provider, which sends their browser back with this.
    private String code(OpenIdSignIn.Way way) {
        var back = given.send(HttpRequest.newBuilder(URI.create(way.address())).build());
        var location = back.headers().firstValue("Location").orElseThrow();
        assertThat(location).startsWith("http://localhost:8080/sign-in/openid/done?");
        return query(location, "code");
    }

    private static String state(OpenIdSignIn.Way way) {
        return query(way.address(), "state");
    }

    private static String query(String address, String name) {
        var value = UriComponentsBuilder.fromUriString(address)
                .build()
                .getQueryParams()
                .getFirst(name);
        return java.util.Objects.requireNonNull(value);
    }

    private static @Nullable String why(OpenIdSignIn.Arrival arrival) {
        return arrival instanceof OpenIdSignIn.Arrival.Refused refused ? refused.why() : null;
    }
}

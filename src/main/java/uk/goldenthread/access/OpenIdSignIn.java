package uk.goldenthread.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.stereotype.Service;

/// Signing in through the organisation's identity provider (authorisation code with PKCE). The provider says who the
/// person is; what they may do is in the account that an administrator made for that e-mail address. Nobody gets an
/// account by coming from there.
@Service
class OpenIdSignIn {
    /// How long a person may take at the provider.
    static final Duration PATIENCE = Duration.ofMinutes(10);

    private static final Logger LOG = LoggerFactory.getLogger(OpenIdSignIn.class);
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    private final @Nullable OpenIdSettings settings;
    private final @Nullable OpenIdProvider provider;
    private final SignIns signIns;
    private final IdentityKey key;
    private final Clock clock;

    @Autowired
    OpenIdSignIn(Environment environment, SignIns signIns, IdentityKey key, Clock clock) {
        this(OpenIdSettings.of(environment).orElse(null), signIns, key, clock);
    }

    OpenIdSignIn(@Nullable OpenIdSettings settings, SignIns signIns, IdentityKey key, Clock clock) {
        this.settings = settings;
        this.provider = settings == null ? null : new OpenIdProvider(settings, clock);
        this.signIns = signIns;
        this.key = key;
        this.clock = clock;
    }

    /// What the provider is called; empty while none is set.
    Optional<String> name() {
        return Optional.ofNullable(settings).map(OpenIdSettings::name);
    }

    /// @param address where the person is sent
    /// @param cookie what proves, when they come back, that they set out from this browser; encrypted
    record Way(String address, String cookie) {}

    /// What came of it.
    sealed interface Arrival {
        /// @param to where the person wanted to go
        record SignedIn(SignIns.Attempt.SignedIn session, String to) implements Arrival {}

        /// @param why a sentence for the person
        record Refused(String why) implements Arrival {}
    }

    /// Sends the person to the provider.
    ///
    /// @return empty when the provider does not answer
    Optional<Way> setOut(String to) {
        var state = Tokens.make();
        var nonce = Tokens.make();
        var verifier = Tokens.make();
        try {
            var address = Objects.requireNonNull(provider)
                    .authorise(state, nonce, ENCODER.encodeToString(Tokens.hash(verifier)));
            var ends = clock.instant().plus(PATIENCE).getEpochSecond();
            var kept = String.join("\n", state, nonce, verifier, Long.toString(ends), to);
            return Optional.of(
                    new Way(address, ENCODER.encodeToString(key.encrypt(kept.getBytes(StandardCharsets.UTF_8)))));
        } catch (OpenIdProvider.Unusable e) {
            LOG.error("the identity provider {} cannot be used: {}", settings, e.getMessage());
            return Optional.empty();
        }
    }

    /// Lets the person in who came back from the provider.
    ///
    /// @param code null when the provider refused them
    Arrival arrive(@Nullable String cookie, @Nullable String code, @Nullable String state) {
        var kept = opened(cookie);
        if (kept.size() != 5 || state == null || !same(kept.getFirst(), state)) {
            return new Arrival.Refused("This sign-in was not begun here, or took too long. Try again");
        }
        if (code == null) {
            return new Arrival.Refused("You were not signed in there. Try again, or sign in with your password");
        }
        try {
            var token = Objects.requireNonNull(provider).exchange(code, kept.get(2), kept.get(1));
            return arrive(token, kept.get(4));
        } catch (OpenIdProvider.Unusable e) {
            LOG.error("a sign-in through {} failed: {}", settings, e.getMessage());
            return new Arrival.Refused("Signing in there did not work. Try again, or sign in with your password");
        }
    }

    private Arrival arrive(Jwt token, String to) {
        var address = token.getClaimAsString("email");
        if (address == null || Boolean.FALSE.equals(token.getClaim("email_verified"))) {
            return new Arrival.Refused("Your organisation did not say which e-mail address is yours");
        }
        var methods = token.getClaim("amr") instanceof List<?> list ? list : List.of();
        var second = Objects.requireNonNull(settings).trusted() || methods.contains("mfa");
        return switch (signIns.signInFromElsewhere(address, second)) {
            case SignIns.Attempt.SignedIn in -> new Arrival.SignedIn(in, to);
            case SignIns.Attempt.CodeWanted _ ->
                new Arrival.Refused(
                        "Your role needs a second factor, and none was asked for there. Sign in here with your password and code");
            case SignIns.Attempt.NoPlace _ ->
                new Arrival.Refused("This account has no current role. Ask your system administrator for one");
            case SignIns.Attempt.Wrong _, SignIns.Attempt.Wait _ ->
                new Arrival.Refused(
                        "No account here has the e-mail address you signed in with. Ask your system administrator for one");
        };
    }

    /// State, nonce, verifier, end and destination; empty when the cookie is not ours or too old.
    private List<String> opened(@Nullable String cookie) {
        if (cookie == null || cookie.length() > 4000) {
            return List.of();
        }
        try {
            var kept = List.of(new String(key.decrypt(Base64.getUrlDecoder().decode(cookie)), StandardCharsets.UTF_8)
                    .split("\n", 5));
            return kept.size() == 5
                            && Long.parseLong(kept.get(3)) > clock.instant().getEpochSecond()
                    ? kept
                    : List.of();
        } catch (IllegalArgumentException | IllegalStateException e) {
            return List.of();
        }
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}

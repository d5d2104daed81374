package uk.goldenthread.access;

import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;

/// The identity provider people may sign in through: `GOLDENTHREAD_OIDC_...`. Off unless an issuer is set.
///
/// @param issuer as the provider writes it in its tokens
/// @param clientSecret null for a client without one; PKCE guards the code in either case
/// @param name what people call it: "NHSmail"
/// @param trusted whether the provider asks everyone for a second factor without saying so in its tokens
/// @param base this service's own address
record OpenIdSettings(
        String issuer, String clientId, @Nullable String clientSecret, String name, boolean trusted, String base) {

    /// @throws IllegalStateException with one line that says which setting is wrong
    static Optional<OpenIdSettings> of(Environment environment) {
        var issuer = environment.getProperty("GOLDENTHREAD_OIDC_ISSUER", "").strip();
        if (issuer.isEmpty()) {
            return Optional.empty();
        }
        var client = environment.getProperty("GOLDENTHREAD_OIDC_CLIENT_ID", "").strip();
        if (!isSafe(issuer) || client.isEmpty()) {
            throw new IllegalStateException(
                    "GOLDENTHREAD_OIDC_ISSUER must be an https address, and GOLDENTHREAD_OIDC_CLIENT_ID is needed with it");
        }
        var second = environment.getProperty("GOLDENTHREAD_OIDC_SECOND_FACTOR", "stated");
        if (!second.equals("stated") && !second.equals("always")) {
            throw new IllegalStateException("GOLDENTHREAD_OIDC_SECOND_FACTOR must be stated or always");
        }
        var port = environment.getProperty("GOLDENTHREAD_PORT", "8080");
        return Optional.of(new OpenIdSettings(
                issuer,
                client,
                environment.getProperty("GOLDENTHREAD_OIDC_CLIENT_SECRET"),
                environment.getProperty("GOLDENTHREAD_OIDC_NAME", "your organisation's account"),
                second.equals("always"),
                environment
                        .getProperty("GOLDENTHREAD_BASE_URL", "http://localhost:" + port)
                        .replaceAll("/+$", "")));
    }

    /// Encrypted, or on this machine.
    private static boolean isSafe(String issuer) {
        try {
            var address = URI.create(issuer);
            return "https".equals(address.getScheme())
                    || ("http".equals(address.getScheme())
                            && ("localhost".equals(address.getHost()) || "127.0.0.1".equals(address.getHost())));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    String redirect() {
        return base + "/sign-in/openid/done";
    }

    /// Without the secret.
    @Override
    public String toString() {
        return issuer;
    }
}

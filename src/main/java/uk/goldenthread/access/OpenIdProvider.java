package uk.goldenthread.access;

import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.MediaType;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/// The OpenID provider as a program sees it: its addresses (Discovery 1.0), codes for tokens (RFC 6749 section 4.1.3
/// with
/// PKCE, RFC 7636), and whether a token is its own (OpenID Connect Core 1.0 section 3.1.3.7).
final class OpenIdProvider {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final ParameterizedTypeReference<Map<String, Object>> OBJECT = new ParameterizedTypeReference<>() {};

    private final OpenIdSettings settings;
    private final Clock clock;
    private final RestClient http;
    private volatile @Nullable Found found;

    OpenIdProvider(OpenIdSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        var requests = new JdkClientHttpRequestFactory(
                HttpClient.newBuilder().connectTimeout(PATIENCE).build());
        requests.setReadTimeout(PATIENCE);
        this.http = RestClient.builder().requestFactory(requests).build();
    }

    private record Found(String authorise, String token, NimbusJwtDecoder tokens) {}

    /// The provider cannot be asked now, or what it answers is not to be believed.
    static final class Unusable extends Exception {
        Unusable(String why, @Nullable Throwable cause) {
            super(why, cause);
        }
    }

    /// Where the person is sent to sign in.
    String authorise(String state, String nonce, String challenge) throws Unusable {
        return found().authorise() + (found().authorise().contains("?") ? "&" : "?") + "response_type=code&scope="
                + encode("openid email") + "&client_id=" + encode(settings.clientId()) + "&redirect_uri="
                + encode(settings.redirect()) + "&state=" + encode(state) + "&nonce=" + encode(nonce)
                + "&code_challenge=" + encode(challenge) + "&code_challenge_method=S256";
    }

    /// What the provider says of the person who came back with this code.
    Jwt exchange(String code, String verifier, String nonce) throws Unusable {
        var form = new LinkedMultiValueMap<String, String>();
        form.add("grant_type", "authorization_code");
        form.add("code", code);
        form.add("redirect_uri", settings.redirect());
        form.add("code_verifier", verifier);
        var secret = settings.clientSecret();
        if (secret == null) {
            form.add("client_id", settings.clientId());
        }
        try {
            var answer = http.post()
                    .uri(found().token())
                    .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                    .headers(headers -> {
                        if (secret != null) {
                            headers.setBasicAuth(encode(settings.clientId()), encode(secret));
                        }
                    })
                    .body(form)
                    .retrieve()
                    .body(OBJECT);
            var token = found().tokens().decode(text(answer, "id_token"));
            if (!nonce.equals(token.getClaimAsString("nonce"))) {
                throw new Unusable("the token answers another request", null);
            }
            return believable(token);
        } catch (RestClientException | JwtException e) {
            throw new Unusable("the code was not exchanged for a token of the issuer", e);
        }
    }

    private Jwt believable(Jwt token) throws Unusable {
        var audience = token.getAudience();
        var party = token.getClaimAsString("azp");
        if (audience == null
                || !audience.contains(settings.clientId())
                || (party != null && !party.equals(settings.clientId()))) {
            throw new Unusable("the token is for another service", null);
        }
        return token;
    }

    private Found found() throws Unusable {
        var known = found;
        if (known == null) {
            known = discover();
            found = known;
        }
        return known;
    }

    private Found discover() throws Unusable {
        try {
            var answer = http.get()
                    .uri(settings.issuer().replaceAll("/+$", "") + "/.well-known/openid-configuration")
                    .retrieve()
                    .body(OBJECT);
            if (!settings.issuer().equals(text(answer, "issuer"))) {
                throw new Unusable("the provider names another issuer", null);
            }
            var decoder = NimbusJwtDecoder.withJwkSetUri(text(answer, "jwks_uri"))
                    .jwsAlgorithm(SignatureAlgorithm.RS256)
                    .jwsAlgorithm(SignatureAlgorithm.PS256)
                    .jwsAlgorithm(SignatureAlgorithm.ES256)
                    .build();
            var times = new JwtTimestampValidator();
            times.setClock(clock);
            decoder.setJwtValidator(
                    new DelegatingOAuth2TokenValidator<>(times, new JwtIssuerValidator(settings.issuer())));
            return new Found(text(answer, "authorization_endpoint"), text(answer, "token_endpoint"), decoder);
        } catch (RestClientException e) {
            throw new Unusable("the provider does not answer", e);
        }
    }

    private static String text(@Nullable Map<String, Object> answer, String name) throws Unusable {
        if (answer != null && answer.get(name) instanceof String text) {
            return text;
        }
        throw new Unusable("the provider's answer has no " + name, null);
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}

package uk.goldenthread.access;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.goldenthread.shell.components.FieldErrors;

/// What the sign-in page shows.
///
/// @param elsewhere what the identity provider is called; null while none is set
/// @param offers demonstration accounts, an ICB at a time
/// @param codeWanted whether the password was right and the one-time code is asked for
public record SignInPage(
        String signInName,
        String to,
        boolean codeWanted,
        FieldErrors errors,
        List<Offers> offers,
        @Nullable String elsewhere) {
    /// Where the way through the identity provider begins.
    public String elsewhereHref() {
        return "/sign-in/openid?to=" + URLEncoder.encode(to, StandardCharsets.UTF_8);
    }

    /// The demonstration accounts of one ICB.
    public record Offers(String icb, List<Offer> people) {}

    /// A demonstration account that can be used with one press.
    ///
    /// @param place where the person acts; empty at the ICB itself
    public record Offer(String signInName, String name, String role, String place) {}
}

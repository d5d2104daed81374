package uk.goldenthread.access;

import java.util.List;
import uk.goldenthread.shell.components.FieldErrors;

/// What the sign-in page shows.
///
/// @param codeWanted whether the password was right and the one-time code is asked for
public record SignInPage(String signInName, String to, boolean codeWanted, FieldErrors errors, List<Offer> offers) {
    /// A demonstration account that can be used with one press.
    public record Offer(String signInName, String name, String role, String organisation) {}
}

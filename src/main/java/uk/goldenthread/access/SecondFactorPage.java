package uk.goldenthread.access;

import uk.goldenthread.shell.components.FieldErrors;

/// The page that sets up the one-time code.
///
/// @param secret the new secret, as people type it into an authenticator app
/// @param hidden the same for the form to send back
/// @param required whether the person's role may do nothing without
/// @param replaces whether an app is set up already, so that the password is asked for
public record SecondFactorPage(String secret, String hidden, boolean required, boolean replaces, FieldErrors errors) {
    /// The secret in groups of four, as it is easiest to type.
    public String spaced() {
        return secret.replaceAll("(.{4})(?=.)", "$1 ");
    }
}

package uk.goldenthread.access;

import uk.goldenthread.shell.components.FieldErrors;

/// The page that sets up the one-time code.
///
/// @param secret the new secret, as people type it into an authenticator app
/// @param hidden the same for the form to send back
public record SecondFactorPage(String secret, String hidden, FieldErrors errors) {}

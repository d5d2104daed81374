package uk.goldenthread.access;

import uk.goldenthread.shell.components.FieldErrors;

/// The page that changes one's password. What was typed is never shown again.
public record PasswordPage(FieldErrors errors) {}

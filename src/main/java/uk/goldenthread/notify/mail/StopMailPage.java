package uk.goldenthread.notify.mail;

/// The page that stops mail, for someone who has not signed in: it names nobody.
///
/// @param token the secret of the mail it was opened from
/// @param stopped whether it is done
public record StopMailPage(String token, boolean stopped) {}

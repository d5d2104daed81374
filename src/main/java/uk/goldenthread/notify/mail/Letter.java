package uk.goldenthread.notify.mail;

import org.jspecify.annotations.Nullable;

/// One mail, ready to be handed over.
///
/// @param number the outbox row it is for, from which its Message-ID is made: a receiver who is handed it twice can
/// tell
/// @param plain the same words as `html`
/// @param stop where one press stops such mail (RFC 8058); null for mail that guards the account itself
record Letter(
        long number,
        String to,
        String subject,
        String plain,
        String html,
        @Nullable String stop) {}

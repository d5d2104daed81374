package uk.goldenthread.notify.mail;

/// Why a mail is written. The names are what the table holds.
enum Sort {
    /// Something that cannot wait for the digest.
    AT_ONCE,
    /// What waits, each week or day.
    DIGEST,
    /// Something changed about the person's own account. It cannot be switched off.
    SECURITY,
    /// An administrator tries the settings.
    TEST
}

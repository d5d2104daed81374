package uk.goldenthread.access;

import org.springframework.stereotype.Component;

/// Keeps bytes that name people unreadable in the database and in its backups: encrypted with the
/// identity
/// key, which
/// lies elsewhere (AES-256-GCM; what was altered is not opened).
@Component
public class Sealing {
    private final IdentityKey key;

    Sealing(IdentityKey key) {
        this.key = key;
    }

    public byte[] seal(byte[] clear) {
        return key.encrypt(clear);
    }

    /// @throws IllegalStateException when they were altered, or sealed with another key
    public byte[] open(byte[] sealed) {
        return key.decrypt(sealed);
    }
}

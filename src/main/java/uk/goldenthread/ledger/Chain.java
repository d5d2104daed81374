package uk.goldenthread.ledger;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.jspecify.annotations.Nullable;

/// The hash of a seal: SHA-256 over the previous seal's hash and each entry's fields, each with its length before it so
/// that no two different ledgers read alike.
final class Chain {
    private final MessageDigest sha;
    private long entries;

    Chain(byte[] previous) {
        try {
            this.sha = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
        sha.update(previous);
    }

    void add(@Nullable String... fields) {
        for (var field : fields) {
            var bytes = field == null ? new byte[0] : field.getBytes(StandardCharsets.UTF_8);
            var length = field == null ? -1 : bytes.length;
            sha.update(
                    new byte[] {(byte) (length >>> 24), (byte) (length >>> 16), (byte) (length >>> 8), (byte) length});
            sha.update(bytes);
        }
        entries++;
    }

    long entries() {
        return entries;
    }

    byte[] hash() {
        return sha.digest();
    }

    /// What the first seal follows.
    static byte[] beginning() {
        return new byte[32];
    }
}

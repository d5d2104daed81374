package uk.goldenthread.access;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Time-based one-time codes as authenticator apps make them (RFC 6238: SHA-1, 30 seconds, 6 digits).
final class OneTimeCodes {
    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    static final long NONE = -1;
    private static final int STEP_SECONDS = 30;

    private OneTimeCodes() {}

    static byte[] newSecret() {
        var secret = new byte[20];
        new SecureRandom().nextBytes(secret);
        return secret;
    }

    /// The secret as people type it into an app.
    static String readable(byte[] secret) {
        var out = new StringBuilder();
        int buffer = 0;
        int bits = 0;
        for (var b : secret) {
            buffer = (buffer << 8) | (b & 0xff);
            bits += 8;
            while (bits >= 5) {
                out.append(BASE32.charAt((buffer >> (bits - 5)) & 31));
                bits -= 5;
            }
        }
        return out.toString();
    }

    static boolean matches(byte[] secret, String code, Instant now) {
        return stepOf(secret, code, now) != NONE;
    }

    /// The step whose code this is: that of now, or the one before or after (clocks drift); [#NONE] for none of them.
    static long stepOf(byte[] secret, String code, Instant now) {
        var step = now.getEpochSecond() / STEP_SECONDS;
        var given = code.replace(" ", "");
        var found = NONE;
        for (var s = step - 1; s <= step + 1; s++) {
            var right = MessageDigest.isEqual(
                    codeAt(secret, s).getBytes(java.nio.charset.StandardCharsets.US_ASCII),
                    given.getBytes(java.nio.charset.StandardCharsets.UTF_8));
            found = right ? s : found;
        }
        return found;
    }

    static String codeAt(byte[] secret, long step) {
        try {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "HmacSHA1"));
            var hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
            var offset = hash[hash.length - 1] & 0xf;
            var number = ByteBuffer.wrap(hash, offset, 4).getInt() & 0x7fffffff;
            return "%06d".formatted(number % 1_000_000);
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}

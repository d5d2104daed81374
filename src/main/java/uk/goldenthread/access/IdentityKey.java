package uk.goldenthread.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/// The key for secrets that must not be readable from the database alone (AES-256-GCM). It lives in a file outside the
/// database, made on the first start.
@Component
class IdentityKey {
    private static final int NONCE = 12;
    private final SecretKeySpec key;

    IdentityKey(Environment environment) {
        var data = environment.getProperty("GOLDENTHREAD_DATA", "data");
        var file = Path.of(environment.getProperty("GOLDENTHREAD_IDENTITY_KEY_FILE", data + "/identity.key"));
        try {
            if (!Files.exists(file)) {
                make(file);
            }
            this.key = new SecretKeySpec(
                    HexFormat.of().parseHex(Files.readString(file).strip()), "AES");
        } catch (IOException e) {
            throw new UncheckedIOException("the identity key file %s cannot be read".formatted(file), e);
        }
    }

    byte[] encrypt(byte[] clear) {
        var nonce = new byte[NONCE];
        new SecureRandom().nextBytes(nonce);
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(128, nonce));
            var sealed = cipher.doFinal(clear);
            return ByteBuffer.allocate(NONCE + sealed.length)
                    .put(nonce)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    /// @throws IllegalStateException when the key is not the one it was encrypted with
    byte[] decrypt(byte[] sealed) {
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(Cipher.DECRYPT_MODE, key, new GCMParameterSpec(128, sealed, 0, NONCE));
            return cipher.doFinal(sealed, NONCE, sealed.length - NONCE);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a secret cannot be read with this identity key", e);
        }
    }

    /// A keyed hash: who has the database alone cannot find by trying what it was made of.
    byte[] mac(String purpose, String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getEncoded(), "HmacSHA256"));
            return mac.doFinal((purpose + '\0' + text).getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static void make(Path file) throws IOException {
        var bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        if (file.getParent() != null) {
            Files.createDirectories(file.getParent());
        }
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, HexFormat.of().formatHex(bytes));
    }
}

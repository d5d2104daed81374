package uk.goldenthread.access;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/// Password hashing with Argon2id (19 MiB, 2 passes: the OWASP recommendation of 2023). At most two at a time, so that
/// a
/// storm of sign-ins cannot take the machine.
@Component
class Passwords {
    private final Argon2PasswordEncoder encoder = new Argon2PasswordEncoder(16, 32, 1, 19 * 1024, 2);
    private final Semaphore places = new Semaphore(2);
    private final String nobodys = "$argon2id$v=19$m=19456,t=2,p=1$%s$%s".formatted(random(16), random(32));

    String hash(String password) {
        places.acquireUninterruptibly();
        try {
            return encoder.encode(password);
        } finally {
            places.release();
        }
    }

    /// Made up rather than worked out: no password has this hash, and a start need not wait for one to be worked out.
    private static String random(int bytes) {
        var made = new byte[bytes];
        new SecureRandom().nextBytes(made);
        return Base64.getEncoder().withoutPadding().encodeToString(made);
    }

    /// Takes as long for an account that is not there, so that the time does not tell.
    boolean matches(String password, @Nullable String hash) {
        places.acquireUninterruptibly();
        try {
            return encoder.matches(password, hash == null ? nobodys : hash) && hash != null;
        } finally {
            places.release();
        }
    }
}

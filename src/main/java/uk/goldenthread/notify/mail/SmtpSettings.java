package uk.goldenthread.notify.mail;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Where mail is handed over: `GOLDENTHREAD_SMTP_URL` and `GOLDENTHREAD_MAIL_FROM`.
///
/// @param encrypted TLS from the first byte (`smtps:`); else STARTTLS where the server offers it, and always before a
///     password
/// @param user null when the server asks for none
/// @param from the sender's address, as RFC 5322 writes it
record SmtpSettings(
        String host,
        int port,
        boolean encrypted,
        @Nullable String user,
        @Nullable String password,
        String from) {
    private static final String SHAPE =
            "GOLDENTHREAD_SMTP_URL must be like smtp://host:587 or smtps://user:password@host:465";

    /// @param from null for `golden-thread@` the server's name
    /// @throws IllegalStateException with one line that says which setting is wrong; never with the password in it
    static SmtpSettings parse(String url, @Nullable String from) {
        URI address;
        try {
            address = URI.create(url.strip());
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(SHAPE);
        }
        var encrypted = "smtps".equals(address.getScheme());
        var host = address.getHost();
        if (host == null || !(encrypted || "smtp".equals(address.getScheme()))) {
            throw new IllegalStateException(SHAPE);
        }
        var who = address.getRawUserInfo() == null
                ? null
                : address.getRawUserInfo().split(":", 2);
        if (who != null && who.length < 2) {
            throw new IllegalStateException(SHAPE);
        }
        var port = address.getPort() > 0 ? address.getPort() : encrypted ? 465 : 587;
        return new SmtpSettings(
                host,
                port,
                encrypted,
                who == null ? null : decode(who[0]),
                who == null ? null : decode(who[1]),
                sender(Objects.requireNonNullElse(from, "golden-thread@" + host)));
    }

    private static String sender(String from) {
        try {
            new InternetAddress(from, true);
            return from;
        } catch (AddressException e) {
            throw new IllegalStateException("GOLDENTHREAD_MAIL_FROM must be one e-mail address");
        }
    }

    private static String decode(String part) {
        return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    /// Without the password.
    @Override
    public String toString() {
        return "%s:%d%s".formatted(host, port, encrypted ? " (TLS)" : "");
    }
}

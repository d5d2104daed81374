package uk.goldenthread.notify.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.util.Date;
import java.util.Objects;
import java.util.Optional;
import javax.net.ssl.SSLException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.eclipse.angus.mail.util.MailConnectException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/// Hands mail to the SMTP server of the settings; without settings nothing is handed over and all waits.
@Component
class Post {
    private static final String CONNECT_MILLIS = "10000";
    private static final String ANSWER_MILLIS = "30000";

    private final @Nullable SmtpSettings settings;
    private final @Nullable JavaMailSenderImpl sender;
    private final Clock clock;

    @Autowired
    Post(Environment environment, Clock clock) {
        this(of(environment), clock);
    }

    Post(@Nullable SmtpSettings settings, Clock clock) {
        this.settings = settings;
        this.sender = settings == null ? null : sender(settings);
        this.clock = clock;
    }

    private static @Nullable SmtpSettings of(Environment environment) {
        var url = environment.getProperty("GOLDENTHREAD_SMTP_URL", "");
        return url.isBlank() ? null : SmtpSettings.parse(url, environment.getProperty("GOLDENTHREAD_MAIL_FROM"));
    }

    /// The server mail goes to, in words without a password; empty while none is set.
    Optional<String> server() {
        return Optional.ofNullable(settings).map(SmtpSettings::toString);
    }

    /// Returns once the server has taken the mail.
    void send(Letter letter) throws Undelivered {
        var server = Objects.requireNonNull(sender, "no mail server is set");
        var from = Objects.requireNonNull(settings).from();
        try {
            var message = server.createMimeMessage();
            var parts = new MimeMessageHelper(message, true, "UTF-8");
            parts.setFrom(new InternetAddress(from, true));
            parts.setTo(letter.to());
            parts.setSubject(letter.subject());
            parts.setText(letter.plain(), letter.html());
            parts.setSentDate(Date.from(clock.instant()));
            message.setHeader("Message-ID", "<golden-thread-%d@%s>".formatted(letter.number(), domain(from)));
            message.setHeader("Auto-Submitted", "auto-generated");
            if (letter.stop() != null) {
                message.setHeader("List-Unsubscribe", "<" + letter.stop() + ">");
                message.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
            }
            server.send(message);
        } catch (MessagingException | MailException e) {
            throw new Undelivered(problem(e));
        }
    }

    private static String problem(Exception trouble) {
        if (trouble instanceof MailAuthenticationException) {
            return "SIGN_IN_REFUSED";
        }
        var roots = trouble instanceof MailSendException sending ? sending.getMessageExceptions() : new Exception[0];
        var root = roots.length > 0 ? roots[0] : trouble;
        var code = code(root);
        if (code != 0) {
            return "REFUSED_" + code;
        }
        for (var t = root; t != null; t = t instanceof MessagingException m ? m.getNextException() : null) {
            if (t instanceof SSLException) {
                return "NOT_ENCRYPTED";
            }
            if (t instanceof MailConnectException || t instanceof UnknownHostException) {
                return "UNREACHABLE";
            }
        }
        return "NOT_SENT";
    }

    /// The server's three-digit answer, or 0 when it gave none.
    private static int code(@Nullable Throwable trouble) {
        var code = 0;
        for (var t = trouble; t != null; t = t instanceof MessagingException m ? m.getNextException() : null) {
            code = switch (t) {
                case SMTPAddressFailedException refused -> refused.getReturnCode();
                case SMTPSenderFailedException refused -> refused.getReturnCode();
                case SMTPSendFailedException refused -> refused.getReturnCode();
                default -> code;
            };
        }
        return code;
    }

    private static String domain(String address) {
        return address.substring(address.lastIndexOf('@') + 1).replaceAll("[^A-Za-z0-9.-]", "");
    }

    private static JavaMailSenderImpl sender(SmtpSettings settings) {
        var sender = new JavaMailSenderImpl();
        var scheme = settings.encrypted() ? "smtps" : "smtp";
        sender.setProtocol(scheme);
        sender.setHost(settings.host());
        sender.setPort(settings.port());
        var properties = sender.getJavaMailProperties();
        if (settings.user() != null) {
            sender.setUsername(settings.user());
            sender.setPassword(settings.password());
            properties.setProperty("mail.%s.auth".formatted(scheme), "true");
            properties.setProperty("mail.smtp.starttls.required", "true");
        }
        properties.setProperty("mail.smtp.starttls.enable", "true");
        properties.setProperty("mail.%s.ssl.checkserveridentity".formatted(scheme), "true");
        properties.setProperty("mail.%s.connectiontimeout".formatted(scheme), CONNECT_MILLIS);
        properties.setProperty("mail.%s.timeout".formatted(scheme), ANSWER_MILLIS);
        properties.setProperty("mail.%s.writetimeout".formatted(scheme), ANSWER_MILLIS);
        return sender;
    }
}

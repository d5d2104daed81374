package uk.goldenthread.notify.mail;

import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/// Writes mail: what kind of work waits, how many, and where to see it. Never what it is about.
@Component
class Letters {
    private final TemplateEngine templates;
    private final String base;

    Letters(TemplateEngine templates, Environment environment) {
        this.templates = templates;
        var port = environment.getProperty("GOLDENTHREAD_PORT", "8080");
        this.base = environment
                .getProperty("GOLDENTHREAD_BASE_URL", "http://localhost:" + port)
                .replaceAll("/+$", "");
    }

    Letter write(OutboxStore.Claimed claimed) {
        var page = page(claimed);
        var html = new StringOutput();
        templates.render("notify/mail-letter.jte", Map.of("page", page), html);
        return new Letter(
                claimed.number(), claimed.address(), page.subject(), plain(page), html.toString(), page.stop());
    }

    private LetterPage page(OutboxStore.Claimed claimed) {
        var count = Matter.all(claimed.matters());
        var stop = claimed.sort() == Sort.AT_ONCE || claimed.sort() == Sort.DIGEST
                ? base + "/notifications/mail/stop/" + claimed.stopToken()
                : null;
        return switch (claimed.sort()) {
            case AT_ONCE ->
                letter(
                        count == 1 ? "Something cannot wait" : count + " matters cannot wait",
                        "This has come up for you in Golden Thread and cannot wait for your next summary:",
                        claimed,
                        "/",
                        stop);
            case DIGEST ->
                letter(
                        count == 1 ? "One thing waits for you" : count + " things wait for you",
                        "This waits for you in Golden Thread:",
                        claimed,
                        "/",
                        stop);
            case SECURITY ->
                letter(
                        "Your account was changed",
                        "This was done to your Golden Thread account. If it was not you, tell your system administrator now.",
                        claimed,
                        "/account",
                        null);
            case TEST ->
                letter(
                        "Mail works",
                        "A system administrator asked for this mail to see that it arrives.",
                        claimed,
                        "/notifications/mail",
                        null);
        };
    }

    private LetterPage letter(
            String subject, String opening, OutboxStore.Claimed claimed, String href, @Nullable String stop) {
        return new LetterPage(
                "Golden Thread: " + subject,
                opening,
                claimed.organisation(),
                claimed.matters().stream()
                        .map(m -> m.count() == 1 ? m.words() : "%s: %d".formatted(m.words(), m.count()))
                        .toList(),
                base + href,
                stop,
                base + "/account/mail");
    }

    private static String plain(LetterPage page) {
        var text = new StringBuilder(page.opening()).append("\n\n");
        List<String> lines = page.lines();
        lines.forEach(line -> text.append("- ").append(line).append('\n'));
        text.append("\nYou act for: ").append(page.organisation()).append('\n');
        text.append("\nSign in to see more: ").append(page.href()).append('\n');
        text.append("\nGolden Thread never writes whom or what it is about, and never asks for a password by mail.\n");
        if (page.stop() != null) {
            text.append("\nChoose when you are written to: ")
                    .append(page.choices())
                    .append('\n');
            text.append("Stop these mails: ")
                    .append(Objects.requireNonNull(page.stop()))
                    .append('\n');
        }
        return text.toString();
    }
}

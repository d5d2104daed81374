package uk.goldenthread.notify.mail;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import uk.goldenthread.access.Actor;
import uk.goldenthread.access.Needs;
import uk.goldenthread.access.Notices;
import uk.goldenthread.access.Permission;
import uk.goldenthread.shell.view.Dates;

/// How mail stands, for whoever administers accounts.
@Controller
class MailController {
    private final MailStanding standing;

    MailController(MailStanding standing) {
        this.standing = standing;
    }

    @GetMapping("/notifications/mail")
    @Needs(value = Permission.ACCOUNT_ADMINISTER, restricted = true)
    ModelAndView show(Actor actor) {
        var now = standing.of(actor);
        var page = new MailPage(
                now.server().orElse(null),
                now.counts().stream().map(MailController::line).toList(),
                now.troubles().stream()
                        .map(t -> new MailPage.Trouble(
                                t.problem(), meaning(t.problem()), t.rows(), Dates.moment(t.latest())))
                        .toList(),
                now.counts().stream()
                        .filter(c -> c.state().equals("FAILED"))
                        .mapToInt(MailStanding.Count::rows)
                        .sum());
        return new ModelAndView("notify/mail", Map.of("page", page));
    }

    @PostMapping("/notifications/mail/test")
    @Needs(value = Permission.ACCOUNT_ADMINISTER, restricted = true)
    String test(Actor actor, HttpServletResponse response) {
        standing.test(actor);
        Notices.leave(response, "A test mail to you is in the outbox and goes within a minute.");
        return "redirect:/notifications/mail";
    }

    @PostMapping("/notifications/mail/again")
    @Needs(value = Permission.ACCOUNT_ADMINISTER, restricted = true)
    String again(Actor actor, HttpServletResponse response) {
        var rows = standing.again(actor);
        Notices.leave(response, rows == 1 ? "One mail is tried again." : rows + " mails are tried again.");
        return "redirect:/notifications/mail";
    }

    private static MailPage.Line line(MailStanding.Count count) {
        var latest = count.latest();
        return switch (count.state()) {
            case "WAITING" ->
                new MailPage.Line("Waiting to go", count.rows(), "The oldest since " + Dates.moment(count.oldest()));
            case "SENDING" -> new MailPage.Line("Being handed over", count.rows(), "");
            case "SENT" ->
                new MailPage.Line("Sent", count.rows(), latest == null ? "" : "The last on " + Dates.moment(latest));
            case "STOPPED" ->
                new MailPage.Line(
                        "Not sent on purpose", count.rows(), "Not wanted, the person has left, or it was too old");
            case "FAILED" -> new MailPage.Line("Given up", count.rows(), "After six tries over 15 hours");
            case "DOUBTFUL" ->
                new MailPage.Line(
                        "Perhaps sent", count.rows(), "The system stopped while it was handed over; not sent twice");
            default -> throw new IllegalStateException("no such state of mail: " + count.state());
        };
    }

    private static String meaning(String problem) {
        return switch (problem) {
            case "UNREACHABLE" -> "The mail server did not answer. Check its name, port and the firewall";
            case "SIGN_IN_REFUSED" -> "The mail server refused our user or password";
            case "NOT_ENCRYPTED" ->
                "No encrypted connection to the mail server came about. Check its certificate and port";
            case "STOPPED_WHILE_SENDING" -> "The system stopped while mail was handed over";
            case "NOT_SENT" -> "The mail server broke the connection off";
            default ->
                problem.startsWith("REFUSED_5")
                        ? "The mail server refuses for good: often an address that does not exist, or a sender it does not allow"
                        : problem.startsWith("REFUSED_4")
                                ? "The mail server refuses for now"
                                : "The mail server did not take it";
        };
    }
}

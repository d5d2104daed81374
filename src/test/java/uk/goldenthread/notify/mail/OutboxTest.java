package uk.goldenthread.notify.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.goldenthread.database.Scope;
import uk.goldenthread.database.UnitOfWork;
import uk.goldenthread.notify.Addressee;
import uk.goldenthread.notify.Message;
import uk.goldenthread.notify.Notifications;
import uk.goldenthread.support.Given;
import uk.goldenthread.support.GoldenThreadTest;
import uk.goldenthread.support.SettableClock;

/// Over real SMTP, with the clock stood still well after the last quiet hour.
@GoldenThreadTest
class OutboxTest {
    @Autowired
    Given given;

    @Autowired
    Notifications notifications;

    @Autowired
    OutboxStore store;

    @Autowired
    Letters letters;

    @Autowired
    MailChoices choices;

    @Autowired
    UnitOfWork work;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    SettableClock clock;

    private final GreenMail server = new GreenMail(ServerSetup.SMTP.dynamicPort());
    private final Instant now = Instant.now().plus(Duration.ofDays(2));

    @BeforeEach
    void serve() {
        server.start();
        clock.standAt(now);
    }

    @AfterEach
    void end() {
        server.stop();
        clock.letGo();
    }

    @Test
    void aMatterThatCannotWaitIsSentOnce() throws MessagingException {
        var icb = given.icb();
        var nurse = given.person("DESIGNATED_NURSE", icb);
        tell(nurse, icb, "return/1");

        assertThat(outbox(server.getSmtp().getPort()).sendDue(icb.id())).isEqualTo(1);
        assertThat(outbox(server.getSmtp().getPort()).sendDue(icb.id())).isZero();

        var mail = onlyMail();
        assertThat(mail.getAllRecipients()).extracting(Object::toString).containsExactly(nurse.signInName());
        assertThat(mail.getSubject()).isEqualTo("Golden Thread: Something cannot wait");
        assertThat(states(icb)).containsExactly("SENT");
    }

    @Test
    void theMailTellsTheKindOfWorkAndNothingOfWhomItIsAbout() throws Exception {
        var icb = given.icb();
        var trust = given.provider(icb, "ACUTE");
        var nurse = given.person("DESIGNATED_NURSE", icb);
        work.write(
                nurse.actor().scope(),
                () -> notifications.tell(
                        new Addressee.Person(icb.id(), nurse.actor().account()),
                        new Message(
                                "RETURN_LATE",
                                trust.name() + ": a child called Sam Testcase",
                                "/returns/4711",
                                "return/4711",
                                true)));

        outbox(server.getSmtp().getPort()).sendDue(icb.id());

        var mail = onlyMail();
        var raw = GreenMailUtil.getWholeMessage(mail);
        var parts = ((jakarta.mail.internet.MimeMultipart) mail.getContent());
        var all = raw + words(parts);
        assertThat(all).contains("Return late").contains("http");
        assertThat(all)
                .doesNotContain(
                        "Sam Testcase", trust.name(), "4711", nurse.actor().name());
        assertThat(words(parts)).contains("text/plain").contains("text/html");
    }

    @Test
    void severalMattersAreOneMail() throws MessagingException {
        var icb = given.icb();
        var nurse = given.person("DESIGNATED_NURSE", icb);
        tell(nurse, icb, "return/1");
        tell(nurse, icb, "return/2");
        tell(nurse, icb, "return/3");

        assertThat(outbox(server.getSmtp().getPort()).sendDue(icb.id())).isEqualTo(1);

        assertThat(onlyMail().getSubject()).isEqualTo("Golden Thread: 3 matters cannot wait");
        assertThat(states(icb)).containsExactly("SENT", "SENT", "SENT");
    }

    @Test
    void aRefusedMailIsTriedAgainAfterGrowingWaitsAndThenGivenUp() {
        var icb = given.icb();
        var nurse = given.person("DESIGNATED_NURSE", icb);
        tell(nurse, icb, "return/1");
        try (var refusing = new RefusingServer("451 4.3.0 not now, " + nurse.signInName())) {
            var outbox = outbox(refusing.port());
            var at = now;
            for (var wait : List.of(1, 5, 30, 120, 720)) {
                outbox.sendDue(icb.id());
                assertThat(states(icb)).containsExactly("WAITING");
                clock.standAt(at.plus(Duration.ofMinutes(wait)).minusSeconds(1));
                outbox.sendDue(icb.id());
                at = at.plus(Duration.ofMinutes(wait));
                clock.standAt(at);
            }
            outbox.sendDue(icb.id());

            assertThat(states(icb)).containsExactly("FAILED");
            assertThat(problems(icb)).containsExactly("REFUSED_451");
            assertThat(attempts(icb)).containsExactly(6);
        }
    }

    @Test
    void mailGoesOnceTheServerIsBack() throws IOException {
        var icb = given.icb();
        var nurse = given.person("DESIGNATED_NURSE", icb);
        tell(nurse, icb, "return/1");
        int closed;
        try (var socket = new ServerSocket(0)) {
            closed = socket.getLocalPort();
        }
        outbox(closed).sendDue(icb.id());
        assertThat(problems(icb)).containsExactly("UNREACHABLE");
        clock.standAt(now.plus(Duration.ofMinutes(1)));

        outbox(server.getSmtp().getPort()).sendDue(icb.id());

        assertThat(states(icb)).containsExactly("SENT");
        assertThat(server.getReceivedMessages()).hasSize(1);
    }

    @Test
    void mailThatMayHaveGoneWhenTheSystemStoppedIsNotSentAgain() {
        var icb = given.icb();
        var nurse = given.person("DESIGNATED_NURSE", icb);
        tell(nurse, icb, "return/1");
        work.write(Scope.jobFor(icb.id()), () -> store.claim(icb.id(), now).orElseThrow());
        var outbox = outbox(server.getSmtp().getPort());

        outbox.sendDue(icb.id());
        assertThat(states(icb)).containsExactly("SENDING");
        clock.standAt(now.plus(Outbox.IN_WORK).plusSeconds(1));
        outbox.sendDue(icb.id());

        assertThat(states(icb)).containsExactly("DOUBTFUL");
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void whoeverHasLeftIsNotWrittenTo() {
        var icb = given.icb();
        var nurse = given.person("DESIGNATED_NURSE", icb);
        tell(nurse, icb, "return/1");
        work.write(
                Scope.system(),
                () -> jdbc.sql("update role_grant set valid_to = :day where account = :account")
                        .param("day", LocalDate.of(2022, 7, 2))
                        .param("account", nurse.actor().account())
                        .update());

        outbox(server.getSmtp().getPort()).sendDue(icb.id());

        assertThat(server.getReceivedMessages()).isEmpty();
        assertThat(problems(icb)).containsExactly("NO_LONGER_THERE");
    }

    @Test
    void whoeverWantsNothingAtOnceGetsNothingAtOnce() {
        var icb = given.icb();
        var nurse = given.person("DESIGNATED_NURSE", icb);
        choices.keep(nurse.actor(), new Choices(Choices.Digest.WEEKLY, false, 19, 8, 0));

        tell(nurse, icb, "return/1");

        assertThat(states(icb)).isEmpty();
    }

    @Test
    void choosingNothingAtOnceStopsWhatWaits() {
        var icb = given.icb();
        var nurse = given.person("DESIGNATED_NURSE", icb);
        tell(nurse, icb, "return/1");

        choices.keep(nurse.actor(), new Choices(Choices.Digest.WEEKLY, false, 19, 8, 0));

        assertThat(states(icb)).containsExactly("STOPPED");
    }

    @Test
    void onePressInTheMailProgramStopsMailWithoutSigningIn() throws MessagingException {
        var icb = given.icb();
        var nurse = given.person("DESIGNATED_NURSE", icb);
        tell(nurse, icb, "return/1");
        outbox(server.getSmtp().getPort()).sendDue(icb.id());
        var mail = onlyMail();
        assertThat(mail.getHeader("List-Unsubscribe-Post")).containsExactly("List-Unsubscribe=One-Click");
        var stop = mail.getHeader("List-Unsubscribe")[0].replaceAll("[<>]", "");

        var asked = given.send(HttpRequest.newBuilder(here(stop)).build());
        assertThat(asked.statusCode()).isEqualTo(200);
        assertThat(asked.body()).contains("Stop these mails").doesNotContain(nurse.signInName());
        assertThat(choices.of(nurse.actor()).atOnce()).isTrue();
        var stopped = given.send(HttpRequest.newBuilder(here(stop))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("List-Unsubscribe=One-Click"))
                .build());

        assertThat(stopped.statusCode()).isEqualTo(200);
        assertThat(choices.of(nurse.actor()).atOnce()).isFalse();
        assertThat(choices.of(nurse.actor()).digest()).isEqualTo(Choices.Digest.OFF);
    }

    @Test
    void aMadeUpSecretStopsNothing() {
        var answer = given.send(
                HttpRequest.newBuilder(URI.create(given.address("/notifications/mail/stop/" + "0".repeat(32))))
                        .POST(HttpRequest.BodyPublishers.noBody())
                        .build());

        assertThat(answer.statusCode()).isEqualTo(404);
    }

    @Test
    void quietHoursEndAtEightInLondonSummerAndWinter() {
        assertThat(afterQuiet("2026-07-01T18:30:00Z")).isEqualTo(Instant.parse("2026-07-02T07:00:00Z"));
        assertThat(afterQuiet("2026-07-02T05:00:00Z")).isEqualTo(Instant.parse("2026-07-02T07:00:00Z"));
        assertThat(afterQuiet("2026-01-15T19:00:00Z")).isEqualTo(Instant.parse("2026-01-16T08:00:00Z"));
        assertThat(afterQuiet("2026-01-15T18:59:00Z")).isEqualTo(Instant.parse("2026-01-15T18:59:00Z"));
    }

    private Instant afterQuiet(String at) {
        return work.read(
                Scope.system(),
                () -> jdbc.sql("select lib.after_quiet(cast(:at as timestamptz), '19:00', '08:00')")
                        .param("at", at)
                        .query((row, _) -> row.getTimestamp(1).toInstant())
                        .single());
    }

    private URI here(String stop) {
        return URI.create(given.address(URI.create(stop).getPath()));
    }

    private void tell(Given.Person person, Given.Organisation icb, String source) {
        work.write(
                person.actor().scope(),
                () -> notifications.tell(
                        new Addressee.Person(icb.id(), person.actor().account()),
                        new Message("RETURN_LATE", "A return is late", "/", source, true)));
    }

    private Outbox outbox(int port) {
        return new Outbox(
                store,
                letters,
                new Post(SmtpSettings.parse("smtp://127.0.0.1:" + port, "gt@test.invalid"), clock),
                work,
                clock);
    }

    private MimeMessage onlyMail() {
        assertThat(server.getReceivedMessages()).hasSize(1);
        return server.getReceivedMessages()[0];
    }

    private static String words(jakarta.mail.Multipart parts) throws Exception {
        var all = new StringBuilder();
        for (var i = 0; i < parts.getCount(); i++) {
            var part = parts.getBodyPart(i);
            all.append(part.getContentType()).append('\n');
            all.append(part.getContent() instanceof jakarta.mail.Multipart inner ? words(inner) : part.getContent());
        }
        return all.toString();
    }

    private List<String> states(Given.Organisation icb) {
        return column(icb, "state");
    }

    private List<String> problems(Given.Organisation icb) {
        return column(icb, "problem");
    }

    private List<Integer> attempts(Given.Organisation icb) {
        return column(icb, "attempts").stream().map(Integer::valueOf).toList();
    }

    private List<String> column(Given.Organisation icb, String name) {
        return work.read(
                Scope.jobFor(icb.id()),
                () -> jdbc.sql("select " + name + "::text from outgoing_mail where icb = :icb order by id")
                        .param("icb", icb.id())
                        .query((row, _) -> row.getString(1))
                        .list());
    }
}

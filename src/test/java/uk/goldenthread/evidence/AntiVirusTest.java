package uk.goldenthread.evidence;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.http.HttpResponse;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import uk.goldenthread.evidence.service.AntiVirus;
import uk.goldenthread.support.Given;
import uk.goldenthread.support.Given.Person;
import uk.goldenthread.support.GoldenThreadTest;

/// Files are scanned by a daemon that speaks clamd's INSTREAM protocol over TCP; here by one written from
/// its manual.
@NullMarked
@GoldenThreadTest
class AntiVirusTest {
    private static final String SETTING = "GOLDENTHREAD_CLAMD";
    /// The test file of the European Institute for Computer Antivirus Research, in two pieces so that
    /// this source is none.
    private static final String EICAR = "X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-" + "ANTIVIRUS-TEST-FILE!$H+H*";

    @Autowired
    Given given;

    @Autowired
    GivenEvidence evidence;

    Person named;

    @BeforeEach
    void aTrust() {
        var icb = given.icb();
        named = given.person("PROVIDER_NAMED_PROFESSIONAL", icb, given.provider(icb, "ACUTE"));
    }

    @AfterEach
    void noDaemon() {
        System.clearProperty(SETTING);
    }

    /// Answers every connection as clamd 1.4 does: reads the command and the pieces, then says what it
    /// found.
    private static final class Daemon implements AutoCloseable {
        private final ServerSocket door;

        Daemon() throws IOException {
            door = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
            Thread.ofVirtual().start(this::serve);
            System.setProperty(SETTING, "localhost:" + door.getLocalPort());
        }

        private void serve() {
            while (!door.isClosed()) {
                try (var socket = door.accept()) {
                    var in = new DataInputStream(socket.getInputStream());
                    var command = new String(in.readNBytes("zINSTREAM\0".length()), US_ASCII);
                    socket.getOutputStream().write(answer(command, in).getBytes(US_ASCII));
                } catch (IOException e) {
                    return; // closed
                }
            }
        }

        private static String answer(String command, DataInputStream in) throws IOException {
            if (!command.equals("zINSTREAM\0")) {
                return "UNKNOWN COMMAND\0";
            }
            var content = new ByteArrayOutputStream();
            for (int length = in.readInt(); length > 0; length = in.readInt()) {
                content.writeBytes(in.readNBytes(length));
            }
            return content.toString(UTF_8).contains(EICAR) ? "stream: Eicar-Test-Signature FOUND\0" : "stream: OK\0";
        }

        @Override
        public void close() throws IOException {
            door.close();
        }
    }

    private HttpResponse<String> give(String content) {
        return evidence.give(named, GivenEvidence.form("Words"), "words.txt", content.getBytes(UTF_8));
    }

    @Test
    void aVirusIsRefusedAndWhatIsCleanIsTaken() throws IOException {
        try (var daemon = new Daemon()) {
            assertThat(daemon.door.isBound()).isTrue();
            var infected = give("A report. " + EICAR);
            assertThat(infected.statusCode()).isEqualTo(422);
            assertThat(Jsoup.parse(infected.body()).text())
                    .contains("The antivirus scan found a virus in this file. Nothing of it was kept.");

            long id = evidence.item(named, GivenEvidence.form("Clean"), "clean ".repeat(50_000));
            assertThat(Jsoup.parse(given.get(named, "/evidence/" + id).body()).text())
                    .contains("Nothing found");
            assertThat(Jsoup.parse(given.get(named, "/evidence?show=all").body())
                            .text())
                    .contains("1 item of");
        }
    }

    @Test
    void whereTheDaemonDoesNotAnswerNoFileIsTaken() throws IOException {
        try (var closed = new ServerSocket(0)) {
            System.setProperty(SETTING, "localhost:" + closed.getLocalPort());
        }

        var refused = give("Words");

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(Jsoup.parse(refused.body()).text()).contains("The antivirus scan does not answer");
    }

    @Test
    void aWrongAddressOfTheDaemonStopsTheStartWithOneLine() {
        var environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("test", Map.of(SETTING, "nowhere")));

        assertThatThrownBy(() -> new AntiVirus(environment)).hasMessage(SETTING + " must be like localhost:3310");
    }
}

package uk.goldenthread.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.util.FileSystemUtils;
import uk.goldenthread.support.OwnProcess;

/// The application is killed outright in the middle of a stream of saves, twenty times over: PostgreSQL lives on as an
/// orphan, the next start stops it and starts anew, and every save that was acknowledged is there.
class KillNineTest {
    private static final int ROUNDS = Integer.getInteger("endurance.rounds", 20);
    private static final int WRITERS = 4;
    private static final int SAVES_BEFORE_THE_KILL = 60;

    private final Path data =
            Path.of("target", "kill-nine-" + ProcessHandle.current().pid());

    private final Queue<String> acknowledged = new ConcurrentLinkedQueue<>();
    private final OwnProcess program;

    /// What the forms of the page looked at last carry against forgery, and the cookie that goes with it.
    private volatile String forgery = "";

    private volatile String forgeryCookie = "";

    KillNineTest() throws IOException {
        program = new OwnProcess(data.resolve("program"));
    }

    @Test
    void everyAcknowledgedSaveIsThereAfterTheKill() throws Exception {
        endInGoodOrder(start()); // for the classes that all further starts have from it
        for (var round = 0; round < ROUNDS; round++) {
            var application = start();
            try {
                assertThat(labels()).as("round %d", round).containsAll(acknowledged);
                saveUntilKilled(application, round);
            } finally {
                application.destroyForcibly().waitFor(30, TimeUnit.SECONDS);
            }
        }
        var application = start();
        try {
            assertThat(labels()).containsAll(acknowledged);
            assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(ROUNDS * SAVES_BEFORE_THE_KILL);
        } finally {
            endInGoodOrder(application);
        }
        assertThat(database().resolve("cluster/postmaster.pid")).doesNotExist();
    }

    private static void endInGoodOrder(Process application) throws InterruptedException {
        application.destroy();
        assertThat(application.waitFor(60, TimeUnit.SECONDS)).isTrue();
    }

    @AfterEach
    void removeTheData() throws IOException {
        FileSystemUtils.deleteRecursively(database());
        FileSystemUtils.deleteRecursively(data);
    }

    /// Where the database's files are: under the data folder, unless that is closed to the user PostgreSQL runs as.
    private Path database() throws IOException {
        var elsewhere = data.resolve("DATABASE-IS-ELSEWHERE.txt");
        return Files.exists(elsewhere) ? Path.of(Files.readString(elsewhere).strip()) : data.resolve("database");
    }

    private void saveUntilKilled(Process application, int round) throws InterruptedException {
        var before = acknowledged.size();
        var writers = IntStream.range(0, WRITERS)
                .mapToObj(writer -> Thread.ofVirtual().start(() -> {
                    for (var n = 0; save("round %d writer %d save %d".formatted(round, writer, n)); n++) {
                        if (acknowledged.size() - before >= SAVES_BEFORE_THE_KILL) {
                            application.destroyForcibly();
                        }
                    }
                }))
                .toList();
        for (var writer : writers) {
            writer.join();
        }
    }

    /// One audited change through the whole application.
    ///
    /// @return false once the application no longer answers
    private boolean save(String label) {
        try {
            var body = "_csrf=%s&label=%s"
                    .formatted(
                            URLEncoder.encode(forgery, StandardCharsets.UTF_8),
                            URLEncoder.encode(label, StandardCharsets.UTF_8));
            var response = client().send(
                            request("/account/tokens")
                                    .header("Content-Type", "application/x-www-form-urlencoded")
                                    .POST(HttpRequest.BodyPublishers.ofString(body))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() == 200) {
                acknowledged.add(label);
            }
            return response.statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private List<String> labels() throws Exception {
        var page = client().send(request("/account").build(), HttpResponse.BodyHandlers.ofString());
        assertThat(page.statusCode()).isEqualTo(200);
        var shown = Jsoup.parse(page.body());
        forgery = shown.select("input[name=_csrf]").getFirst().val();
        page.headers().allValues("Set-Cookie").stream()
                .filter(cookie -> cookie.startsWith("gt_csrf="))
                .findFirst()
                .ifPresent(cookie -> forgeryCookie = cookie.split(";", 2)[0]);
        return shown.select("tbody td:first-child").eachText();
    }

    private final HttpClient http = HttpClient.newHttpClient();

    private HttpClient client() {
        return http;
    }

    private HttpRequest.Builder request(String path) throws IOException {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + Files.readString(data.resolve("port")) + path))
                .header(
                        "Cookie",
                        "gt_session=%s; %s".formatted(Files.readString(data.resolve("session")), forgeryCookie));
    }

    private Process start() throws IOException {
        Files.createDirectories(data);
        var builder = program.of(
                KilledApplication.class.getName(),
                "--server.port=0",
                // What nobody asks for is not made: twenty starts in half the time.
                "--spring.main.lazy-initialization=true");
        builder.environment().put("GOLDENTHREAD_DATA", data.toString());
        builder.environment().put("GOLDENTHREAD_JOBS", "false");
        var process = builder.start();
        var said = new StringBuilder();
        BufferedReader out = process.inputReader();
        for (var line = out.readLine(); line != null; line = out.readLine()) {
            if (line.equals("ready")) {
                Thread.ofVirtual().start(() -> out.lines().forEach(_ -> {}));
                return process;
            }
            said.append(line).append('\n');
        }
        throw new AssertionError("the application did not start:\n" + said);
    }
}

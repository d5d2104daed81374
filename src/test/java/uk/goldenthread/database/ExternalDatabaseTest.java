package uk.goldenthread.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;
import uk.goldenthread.support.OwnProcess;

/// The application as a process of its own on a PostgreSQL of the operator's, in both ways that `docs/operations.md`
/// describes. The server is a second one of our binaries, or the one whose superuser the settings
/// GOLDENTHREAD_TEST_DB_URL, _USER and _PASSWORD name: for trying other versions.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ExternalDatabaseTest {
    private static final Path FOLDER =
            Path.of("target", "external-" + ProcessHandle.current().pid());
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    /// As `docs/operations.md` says; on a server where another database of ours made them already, nothing.
    private static final String ROLES = """
            do $$
            begin
                if not exists (select from pg_roles where rolname = 'gt_app') then create role gt_app nologin; end if;
                if not exists (select from pg_roles where rolname = 'gt_read') then create role gt_read nologin; end if;
            end
            $$
            """;

    private static OwnProcess program;
    private static EmbeddedPostgres server;
    private static String url;
    private static JdbcClient superuser;

    @BeforeAll
    static void serve() throws IOException {
        program = new OwnProcess(FOLDER.resolve("program"));
        var given = System.getenv("GOLDENTHREAD_TEST_DB_URL");
        if (given == null) {
            server = EmbeddedPostgres.start(FOLDER);
            url = server.url();
            superuser = as(url, server.owner(), server.password());
        } else {
            url = given;
            superuser =
                    as(url, System.getenv("GOLDENTHREAD_TEST_DB_USER"), System.getenv("GOLDENTHREAD_TEST_DB_PASSWORD"));
        }
    }

    @AfterAll
    static void end() throws IOException {
        if (server != null) {
            server.close();
        }
        FileSystemUtils.deleteRecursively(FOLDER);
    }

    @Test
    @Order(2)
    void anOwnerMigratesAndALoginOfTheApplicationsHasItsRightsAlone() throws Exception {
        superuser.sql(ROLES).update();
        superuser.sql("create role migrator login password 'm' createrole").update();
        superuser
                .sql("create role application login password 'a' in role gt_app")
                .update();
        superuser.sql("create database apart owner migrator").update();
        var at = in("apart");
        var settings = Map.of(
                "GOLDENTHREAD_DB_URL", at,
                "GOLDENTHREAD_DB_USER", "application",
                "GOLDENTHREAD_DB_PASSWORD", "a",
                "GOLDENTHREAD_DB_OWNER_USER", "migrator",
                "GOLDENTHREAD_DB_OWNER_PASSWORD", "m");

        startTwice("apart", settings);

        assertThat(as(at, "application", "a")
                        .sql("select count(*) from app.account")
                        .query((row, _) -> row.getInt(1))
                        .single())
                .as("the login itself sees no account without saying who acts")
                .isZero();
        assertThat(as(at, "migrator", "m")
                        .sql("select count(*) from app.account")
                        .query((row, _) -> row.getInt(1))
                        .single())
                .isEqualTo(1);
    }

    @Test
    @Order(1)
    void oneUserThatMayCreateRolesIsEnough() throws Exception {
        superuser.sql("create role alone login password 'o' createrole").update();
        superuser.sql("create database alone owner alone").update();

        startTwice(
                "alone",
                Map.of(
                        "GOLDENTHREAD_DB_URL", in("alone"),
                        "GOLDENTHREAD_DB_USER", "alone",
                        "GOLDENTHREAD_DB_PASSWORD", "o"));
    }

    /// The second start finds what the first made.
    private static void startTwice(String name, Map<String, String> settings) throws Exception {
        start(name, settings, "Made for: NHS External ICB");
        assertThat(start(name, settings, "")).doesNotContain("Made for", "nobody can sign in");
    }

    /// @param awaited what it must have printed, beside being ready, before it is stopped
    /// @return all it printed
    private static String start(String name, Map<String, String> settings, String awaited) throws Exception {
        int port;
        try (var socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        var log = FOLDER.resolve(name + ".log");
        var builder = program.of("uk.goldenthread.GoldenThread").redirectOutput(log.toFile());
        builder.environment().putAll(settings);
        builder.environment().put("GOLDENTHREAD_DATA", FOLDER.resolve(name).toString());
        builder.environment().put("GOLDENTHREAD_PORT", Integer.toString(port));
        builder.environment().put("GOLDENTHREAD_ICB_CODE", "QEX");
        builder.environment().put("GOLDENTHREAD_ICB_NAME", "NHS External ICB");
        var application = builder.start();
        try {
            assertThat(becomesReady(application, port, log, awaited))
                    .as(() -> read(log))
                    .isTrue();
        } finally {
            application.destroy();
            if (!application.waitFor(60, TimeUnit.SECONDS)) {
                application.destroyForcibly();
            }
        }
        return read(log);
    }

    private static String read(Path log) {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static boolean becomesReady(Process application, int port, Path log, String awaited)
            throws InterruptedException {
        var ask = HttpRequest.newBuilder(URI.create("http://localhost:%d/health/ready".formatted(port)))
                .build();
        var until = System.nanoTime() + PATIENCE.toNanos();
        try (var http = HttpClient.newHttpClient()) {
            while (System.nanoTime() < until) {
                try {
                    if (http.send(ask, HttpResponse.BodyHandlers.ofString()).statusCode() == 200
                            && read(log).contains(awaited)) {
                        return true;
                    }
                } catch (IOException e) {
                    // not listening yet
                }
                if (application.waitFor(100, TimeUnit.MILLISECONDS)) {
                    return false;
                }
            }
        }
        return false;
    }

    private static String in(String database) {
        return url.replaceFirst("/[^/?]+(\\?.*)?$", "/" + database);
    }

    private static JdbcClient as(String url, String user, String password) {
        var source = new PGSimpleDataSource();
        source.setURL(url);
        source.setUser(user);
        source.setPassword(password);
        return JdbcClient.create(source);
    }
}

package uk.goldenthread.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// The real system as a process of its own, on a data folder of its own, as `bin/start` starts it.
final class RunningSystem implements AutoCloseable {
    private static final long PATIENCE = TimeUnit.MINUTES.toNanos(3);

    private final Process process;
    private final Path folder;
    private final int port;
    private final double secondsToAnswer;

    /// Starts it and waits for its first page.
    RunningSystem(Path folder) throws IOException, InterruptedException {
        this.folder = folder;
        this.port = freePort();
        var started = System.nanoTime();
        this.process = command(folder, port)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolveSibling(folder.getFileName() + ".log").toFile()))
                .start();
        // A benchmark that is itself stopped leaves nothing running.
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
        var ask = Request.get("/sign-in").bytes();
        while (!answers(ask)) {
            if (!process.isAlive() || System.nanoTime() - started > PATIENCE) {
                close();
                throw new IllegalStateException("the system did not start; see %s.log".formatted(folder));
            }
            Thread.sleep(10);
        }
        this.secondsToAnswer = (System.nanoTime() - started) / 1e9;
    }

    /// As `bin/start` does; or, when this program does not itself run from the jar, from the same classes as it. Its
    /// daily
    /// work, which would tell of a hundred thousand late actions meanwhile, is off.
    private static ProcessBuilder command(Path folder, int port) {
        var builder = program(folder, port);
        builder.environment().put("GOLDENTHREAD_JOBS", "false");
        return builder;
    }

    private static ProcessBuilder program(Path folder, int port) {
        var classes = System.getProperty("java.class.path", "");
        if (classes.endsWith("goldenthread.jar")) {
            return new ProcessBuilder(
                    "bin/start",
                    "--no-build",
                    "--empty",
                    "--port",
                    Integer.toString(port),
                    "--data",
                    folder.toString());
        }
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var builder = new ProcessBuilder(
                java,
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1", // only to see that it runs: its figures mean nothing
                "-cp",
                classes,
                "uk.goldenthread.GoldenThread");
        builder.environment().put("GOLDENTHREAD_PORT", Integer.toString(port));
        builder.environment().put("GOLDENTHREAD_DATA", folder.toString());
        builder.environment().put("GOLDENTHREAD_DEMO", "false");
        return builder;
    }

    private boolean answers(byte[] ask) {
        try (var wire = new Wire(port)) {
            return wire.send(ask).status() == 200;
        } catch (IOException e) {
            return false; // not yet
        }
    }

    int port() {
        return port;
    }

    /// From the start of the process to its first whole page.
    double secondsToAnswer() {
        return secondsToAnswer;
    }

    Processes processes() {
        return new Processes(process.pid(), Long.parseLong(lockFile().getFirst().strip()));
    }

    /// The database's address for JDBC.
    String url() {
        return "jdbc:postgresql://127.0.0.1:%d/postgres".formatted(databasePort());
    }

    int databasePort() {
        return Integer.parseInt(lockFile().get(3).strip());
    }

    /// A connection as the owner, to whom row-level security does not apply.
    Connection connect() throws SQLException {
        var connection = DriverManager.getConnection(url(), "gt_owner", password());
        try (var statement = connection.createStatement()) {
            statement.execute("set search_path = app, lib");
        }
        return connection;
    }

    String password() {
        try {
            return Files.readString(database().resolve("owner-password")).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> lockFile() {
        try {
            return Files.readAllLines(database().resolve("cluster").resolve("postmaster.pid"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path database() {
        var elsewhere = folder.resolve("DATABASE-IS-ELSEWHERE.txt");
        try {
            return Files.exists(elsewhere) ? Path.of(Files.readString(elsewhere).strip()) : folder.resolve("database");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /// Stops it as Ctrl-C does.
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}

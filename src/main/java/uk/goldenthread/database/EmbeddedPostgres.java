package uk.goldenthread.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A PostgreSQL of our own beside the application, as durable as any: fsync, synchronous commit and full page writes
/// on,
/// checksummed pages, scram passwords, the loopback address only.
///
/// The database process outlives a killed application. The next start finds it by its lock file, stops it cleanly and
/// starts anew; a second application on the same folder is refused.
public final class EmbeddedPostgres implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);
    private static final int START_SECONDS = 60;

    private final Path base;
    private final Path cluster;
    private final Path programs;
    private final OperatingUser user;
    private final String password;
    private final FileChannel lock;
    private final int port;

    /// Starts the database that lives in `folder`, making it on the first start.
    ///
    /// @throws IllegalStateException when another application runs on the folder, or PostgreSQL will not start
    public static EmbeddedPostgres start(Path folder) {
        return new EmbeddedPostgres(folder);
    }

    private EmbeddedPostgres(Path folder) {
        this.user = OperatingUser.current();
        this.base = user.reachable(folder.resolve("database")).toAbsolutePath().normalize();
        this.cluster = base.resolve("cluster");
        try {
            Files.createDirectories(folder);
            Files.createDirectories(base);
            this.lock = lock(folder);
            if (!base.startsWith(folder.toAbsolutePath().normalize())) {
                LOG.info("The database's files are in {} because {} is closed to other users", base, folder);
                Files.writeString(folder.resolve("DATABASE-IS-ELSEWHERE.txt"), base + System.lineSeparator());
            }
            this.programs = PostgresBinaries.unpackInto(base.resolve("programs"));
            this.password = secret();
            if (!Files.exists(cluster)) {
                make();
            }
            new OrphanedPostgres(cluster, programs, user).stop();
            this.port = freePort();
            startServer();
        } catch (IOException e) {
            throw new UncheckedIOException("the embedded database could not be prepared in " + folder, e);
        }
    }

    /// The address for JDBC.
    public String url() {
        return "jdbc:postgresql://127.0.0.1:%d/postgres".formatted(port);
    }

    /// The address of another database of the same server.
    public String url(String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database);
    }

    public String owner() {
        return "gt_owner";
    }

    public String password() {
        return password;
    }

    /// Stops PostgreSQL cleanly.
    @Override
    public void close() {
        run("stop", List.of(program("pg_ctl"), "stop", "-D", cluster.toString(), "-m", "fast", "-w", "-t", "60"));
        try {
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Whether an application runs on the folder now.
    static boolean isInUse(Path folder) {
        try (var channel = FileChannel.open(
                folder.resolve("golden-thread.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            return channel.tryLock() == null;
        } catch (OverlappingFileLockException e) {
            return true; // this very program holds it
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FileChannel lock(Path folder) throws IOException {
        var channel = FileChannel.open(
                folder.resolve("golden-thread.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (channel.tryLock() == null) {
            channel.close();
            throw new IllegalStateException("Golden Thread is already running on the folder " + folder);
        }
        return channel;
    }

    private String secret() throws IOException {
        var file = base.resolve("owner-password");
        if (!Files.exists(file)) {
            var bytes = new byte[24];
            new SecureRandom().nextBytes(bytes);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, HexFormat.of().formatHex(bytes));
        }
        return Files.readString(file).strip();
    }

    private void make() throws IOException {
        var beside = Files.createTempDirectory(base, "making-");
        var passwordFile = Files.createTempFile(base, "initial-", ".txt");
        Files.writeString(passwordFile, password);
        user.own(beside);
        user.own(passwordFile);
        var made = beside.resolve("cluster");
        run(
                "initdb",
                List.of(
                        program("initdb"),
                        "-D",
                        made.toString(),
                        "-U",
                        owner(),
                        "--encoding=UTF8",
                        "--locale-provider=builtin",
                        "--builtin-locale=C.UTF-8",
                        "--locale=C",
                        "--data-checksums",
                        "--auth=scram-sha-256",
                        "--pwfile=" + passwordFile));
        Files.delete(passwordFile);
        Files.move(made, cluster, StandardCopyOption.ATOMIC_MOVE);
        Files.delete(beside);
    }

    private void startServer() throws IOException {
        var log = base.resolve("log");
        Files.createDirectories(log);
        user.own(log);
        run(
                "start",
                List.of(
                        program("pg_ctl"),
                        "start",
                        "-D",
                        cluster.toString(),
                        "-w",
                        "-t",
                        String.valueOf(START_SECONDS),
                        "-l",
                        log.resolve("start.log").toString(),
                        "-o",
                        String.join(" ", options(log))));
        LOG.info("PostgreSQL is running on the loopback address, port {}", port);
    }

    private List<String> options(Path log) {
        return List.of(
                "-p " + port,
                "-c listen_addresses=127.0.0.1",
                "-c unix_socket_directories=''",
                "-c fsync=on",
                "-c synchronous_commit=on",
                "-c full_page_writes=on",
                "-c shared_buffers=" + System.getenv().getOrDefault("GOLDENTHREAD_DB_BUFFERS", "128MB"),
                "-c work_mem=16MB",
                "-c maintenance_work_mem=128MB",
                "-c max_connections=60",
                "-c random_page_cost=1.1",
                "-c jit=off",
                "-c timezone=UTC",
                "-c max_wal_size=2GB",
                "-c logging_collector=on",
                "-c log_directory=" + log,
                "-c log_filename=postgresql-%%a.log".replace("%%", "%"),
                "-c log_truncate_on_rotation=on",
                "-c log_parameter_max_length_on_error=0",
                "-c log_min_error_statement=panic");
    }

    private String program(String name) {
        return programs.resolve("bin").resolve(name).toString();
    }

    private void run(String what, List<String> command) {
        try {
            var output = Files.createTempFile("golden-thread-" + what, ".log");
            var process = new ProcessBuilder(user.running(command))
                    .directory(Path.of("/").toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            var ended = process.waitFor(START_SECONDS + 30L, TimeUnit.SECONDS);
            var said = Files.readString(output);
            Files.delete(output);
            if (!ended || process.exitValue() != 0) {
                throw new IllegalStateException("PostgreSQL's %s did not succeed: %s".formatted(what, said.strip()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for PostgreSQL's " + what, e);
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}

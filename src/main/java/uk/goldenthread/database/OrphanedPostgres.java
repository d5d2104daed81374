package uk.goldenthread.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The database process that a killed application left behind, if any: stops it cleanly before a new start.
record OrphanedPostgres(Path cluster, Path programs, OperatingUser user) {
    private static final Logger LOG = LoggerFactory.getLogger(OrphanedPostgres.class);

    void stop() throws IOException {
        var lockFile = cluster.resolve("postmaster.pid");
        if (!Files.exists(lockFile)) {
            return;
        }
        var pid = Long.parseLong(Files.readAllLines(lockFile).getFirst().strip());
        if (isZombie(pid)) {
            // Nobody reaped it (a container whose first process does not): it holds nothing, but its file blocks a
            // start.
            Files.delete(lockFile);
            return;
        }
        if (isOurs(pid)) {
            LOG.info("An earlier run left PostgreSQL running; stopping it before starting anew");
            stopFast();
        }
    }

    private void stopFast() throws IOException {
        var command = List.of(
                programs.resolve("bin/pg_ctl").toString(),
                "stop",
                "-D",
                cluster.toString(),
                "-m",
                "fast",
                "-w",
                "-t",
                "60");
        var process = new ProcessBuilder(user.running(command))
                .directory(Path.of("/").toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            if (!process.waitFor(90, TimeUnit.SECONDS)) {
                throw new IllegalStateException("the PostgreSQL left by an earlier run did not stop");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        var lockFile = cluster.resolve("postmaster.pid");
        if (Files.exists(lockFile)
                && isZombie(
                        Long.parseLong(Files.readAllLines(lockFile).getFirst().strip()))) {
            Files.delete(lockFile);
        }
    }

    /// Whether the process with that number is a PostgreSQL of this cluster, and not another program that got the
    /// number.
    private boolean isOurs(long pid) {
        var process = ProcessHandle.of(pid);
        if (process.isEmpty() || !process.get().isAlive()) {
            return false;
        }
        var proc = Path.of("/proc", Long.toString(pid), "cmdline");
        try {
            return !Files.isReadable(proc) || Files.readString(proc).contains(cluster.toString());
        } catch (IOException e) {
            return true;
        }
    }

    private static boolean isZombie(long pid) {
        var status = Path.of("/proc", Long.toString(pid), "status");
        if (!Files.isReadable(status)) {
            return false;
        }
        try (var lines = Files.lines(status)) {
            return lines.anyMatch(l -> l.startsWith("State:") && l.contains("Z"));
        } catch (IOException e) {
            return false;
        }
    }
}

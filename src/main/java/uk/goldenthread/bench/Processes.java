package uk.goldenthread.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The application's process and its database's processes: what they use. Linux only; elsewhere
/// everything reads 0.
record Processes(long application, long postmaster) {
    private static final double TICKS = 100; // a second, on every Linux of today (getconf CLK_TCK)

    /// Processor seconds used so far by all of them. A database process that ended is not counted.
    double processorSeconds() {
        return all().stream().mapToDouble(Processes::processor).sum();
    }

    /// Megabytes that they hold, memory shared between them counted once.
    double megabytes() {
        return all().stream().mapToDouble(Processes::proportional).sum();
    }

    /// The same for the application alone.
    double applicationMegabytes() {
        return proportional(application);
    }

    private List<Long> all() {
        var all = new ArrayList<Long>();
        all.add(application);
        all.add(postmaster);
        ProcessHandle.of(postmaster).ifPresent(p -> p.descendants().forEach(d -> all.add(d.pid())));
        return all;
    }

    private static double processor(long pid) {
        var stat = read(pid, "stat");
        var fields = stat.substring(stat.lastIndexOf(')') + 1).strip().split(" ", -1);
        return fields.length < 13 ? 0 : (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / TICKS;
    }

    private static double proportional(long pid) {
        return read(pid, "smaps_rollup")
                        .lines()
                        .filter(line -> line.startsWith("Pss:"))
                        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                        .sum()
                / 1024.0;
    }

    private static String read(long pid, String file) {
        var path = Path.of("/proc", Long.toString(pid), file);
        if (!Files.isReadable(path)) {
            return "";
        }
        try {
            return Files.readString(path);
        } catch (IOException e) {
            if (!Files.exists(path)) {
                return ""; // it ended meanwhile
            }
            throw new UncheckedIOException(e);
        }
    }
}

package uk.goldenthread.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/// Work repeated by several at once for a bounded time.
final class Load {
    private static final int MOST = 2_000_000;

    private Load() {}

    /// One of those who repeat the work.
    interface Worker extends AutoCloseable {
        /// Does the work once.
        ///
        /// @return whether the answer was the one asked for
        boolean once() throws Exception;

        @Override
        default void close() throws java.io.IOException, java.sql.SQLException {}
    }

    /// Makes a worker; `number` counts from 0.
    interface Workers {
        Worker make(int number) throws Exception;
    }

    /// What came out.
    ///
    /// @param p50 milliseconds that half of the answers took at most
    /// @param processor milliseconds of processor time that the measured processes used for each
    ///     answer; null when not
    ///     known
    record Measured(
            double perSecond,
            double p50,
            double p95,
            @Nullable Double processor,
            long failures) {}

    /// Warms up, then measures.
    ///
    /// @param processes whose processor time is counted; null for nobody's
    static Measured run(Plan plan, @Nullable Processes processes, Workers workers) throws Exception {
        var all = new ArrayList<Worker>();
        try (var threads = Executors.newFixedThreadPool(plan.connections())) {
            for (var i = 0; i < plan.connections(); i++) {
                all.add(workers.make(i));
            }
            together(threads, all, plan.warmSeconds());
            var before = processes == null ? 0 : processes.processorSeconds();
            var started = System.nanoTime();
            var rounds = together(threads, all, plan.seconds());
            var seconds = (System.nanoTime() - started) / 1e9;
            var used = processes == null ? 0 : processes.processorSeconds() - before;
            return measured(rounds, seconds, processes == null ? null : used);
        } finally {
            for (var worker : all) {
                worker.close();
            }
        }
    }

    private static Measured measured(List<Round> rounds, double seconds, @Nullable Double used) {
        var times = rounds.stream()
                .flatMapToLong(r -> Arrays.stream(r.times))
                .sorted()
                .toArray();
        var failures = rounds.stream().mapToLong(Round::failures).sum();
        if (times.length == 0) {
            return new Measured(0, 0, 0, null, failures);
        }
        return new Measured(
                times.length / seconds,
                times[times.length / 2] / 1e6,
                times[(int) (times.length * 0.95)] / 1e6,
                used == null ? null : Double.valueOf(used * 1000 / times.length),
                failures);
    }

    @SuppressWarnings("ArrayRecordComponent")
    private record Round(long[] times, long failures) {}

    private static List<Round> together(
            java.util.concurrent.ExecutorService threads, List<Worker> workers, double seconds)
            throws InterruptedException, ExecutionException {
        var end = System.nanoTime() + (long) (seconds * 1e9);
        var running = new ArrayList<Future<Round>>();
        for (var worker : workers) {
            running.add(threads.submit(() -> repeat(worker, end)));
        }
        var rounds = new ArrayList<Round>();
        for (var each : running) {
            rounds.add(each.get());
        }
        return rounds;
    }

    private static Round repeat(Worker worker, long end) throws Exception {
        var times = new long[4096];
        var count = 0;
        var failures = 0L;
        for (var now = System.nanoTime(); now < end && count < MOST; ) {
            var right = worker.once();
            var after = System.nanoTime();
            if (count == times.length) {
                times = Arrays.copyOf(times, count * 2);
            }
            times[count++] = after - now;
            failures += right ? 0 : 1;
            now = after;
        }
        return new Round(Arrays.copyOf(times, count), failures);
    }

    /// Workers that each send the next of these requests over a connection of their own.
    static Workers asking(int port, List<byte[]> requests) {
        return number -> {
            var wire = new Wire(port);
            return new Worker() {
                private int next = number * 7;

                @Override
                public boolean once() throws Exception {
                    return wire.send(requests.get(next++ % requests.size())).status() == 200;
                }

                @Override
                public void close() throws java.io.IOException {
                    wire.close();
                }
            };
        };
    }
}

package uk.goldenthread.imports;

import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import uk.goldenthread.access.Actor;
import uk.goldenthread.database.UnitOfWork;
import uk.goldenthread.imports.changeset.Incoming;
import uk.goldenthread.imports.intake.UploadedTable;

/// Compares an uploaded file with what is known, on a thread of its own so that nobody's browser waits for it.
@Component
class BatchReader {
    private static final Logger LOG = LoggerFactory.getLogger(BatchReader.class);

    private final BatchStore batches;
    private final RowStore rows;
    private final UnitOfWork work;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<Long, CompletableFuture<Void>> running = new ConcurrentHashMap<>();

    BatchReader(BatchStore batches, RowStore rows, UnitOfWork work) {
        this.batches = batches;
        this.rows = rows;
        this.work = work;
    }

    @PreDestroy
    void close() {
        threads.close();
    }

    boolean isReading(long batch) {
        return running.containsKey(batch);
    }

    /// Starts, and gives a short file the time to be done at once.
    void start(Actor actor, long batch, ImportTarget target, UploadedTable table, Duration patience) {
        var task = running.computeIfAbsent(
                batch, _ -> CompletableFuture.runAsync(() -> read(actor, batch, target, table), threads));
        task.whenComplete((_, _) -> running.remove(batch))
                .completeOnTimeout(null, patience.toMillis(), TimeUnit.MILLISECONDS)
                .join();
    }

    private void read(Actor actor, long batch, ImportTarget target, UploadedTable table) {
        try {
            work.write(actor.scope(), () -> compare(actor, batch, target, table));
        } catch (RuntimeException e) {
            var reference =
                    HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
            LOG.error("Import {} could not be compared, reference {}", batch, reference, e);
            work.write(actor.scope(), () -> {
                batches.failed(
                        batch,
                        actor.icb(),
                        "The file could not be compared with what is known. Nothing was changed. If you ask for help, give this reference: "
                                + reference);
                return true;
            });
        }
    }

    private boolean compare(Actor actor, long batch, ImportTarget target, UploadedTable table) {
        var reading = target.read(table, actor);
        var keys = new LinkedHashSet<String>();
        for (var row : reading.rows()) {
            if (row instanceof Incoming.Read<ImportedRecord> read) {
                keys.add(read.record().key());
            }
        }
        keys.addAll(target.alsoLookAt(reading.rows(), actor));
        var known = target.current(keys, actor);
        var lines = Lines.of(target.comparison(known, reading.rows()).compare(known, reading.rows()), known);
        rows.replace(actor, batch, lines);
        var counts = Lines.counts(lines);
        var notes = new ArrayList<>(table.notes());
        notes.addAll(reading.notes());
        var open = counts.keySet().stream().anyMatch(verdict -> verdict != Verdict.IDENTICAL);
        var state = open ? BatchState.REVIEW : BatchState.UNCHANGED;
        return batches.compared(batch, actor.icb(), new BatchStore.Compared(state, counts, reading.ignored(), notes));
    }
}

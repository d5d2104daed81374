package uk.goldenthread.imports;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import uk.goldenthread.access.AccessPolicy;
import uk.goldenthread.access.AccessPolicy.Resource;
import uk.goldenthread.access.Actor;
import uk.goldenthread.access.AsAt;
import uk.goldenthread.access.HiddenException;
import uk.goldenthread.access.Permission;
import uk.goldenthread.access.RefusedException;
import uk.goldenthread.database.UnitOfWork;
import uk.goldenthread.imports.intake.Intake;
import uk.goldenthread.imports.intake.Limits;
import uk.goldenthread.imports.intake.Rejection;
import uk.goldenthread.imports.intake.UploadedTable;
import uk.goldenthread.kernel.outcome.Clause;
import uk.goldenthread.kernel.outcome.Outcome;
import uk.goldenthread.ledger.Ledger;

/// Takes files in and shows what they would do. Deciding about them is for [Decisions].
@Service
public class Imports {
    /// How long a person waits for a file before being shown that it is still being read.
    public static final Duration PATIENCE = Duration.ofSeconds(1);

    private static final int LONGEST_NAME = 200;

    private final BatchStore batches;
    private final FileStore files;
    private final RowStore rows;
    private final BatchReader reader;
    private final ImportTargets targets;
    private final AccessPolicy policy;
    private final UnitOfWork work;
    private final Ledger ledger;
    private final Clock clock;

    Imports(
            BatchStore batches,
            FileStore files,
            RowStore rows,
            BatchReader reader,
            ImportTargets targets,
            AccessPolicy policy,
            UnitOfWork work,
            Ledger ledger,
            Clock clock) {
        this.batches = batches;
        this.files = files;
        this.rows = rows;
        this.reader = reader;
        this.targets = targets;
        this.policy = policy;
        this.work = work;
        this.ledger = ledger;
        this.clock = clock;
    }

    /// Stores a file and compares it with what is known, waiting at most `patience` for the comparing.
    ///
    /// A file that waits for review already is not stored again: its batch is given.
    ///
    /// @return the batch; or one plain sentence why the file is not taken, of which then nothing is kept
    public Outcome<Long> upload(Actor actor, UploadedFile file, Duration patience) {
        requireAny(actor);
        if (file.idempotencyKey() != null) {
            var key = file.idempotencyKey();
            var before = work.read(actor.scope(), () -> batches.byKey(actor, key));
            if (before.isPresent()) {
                return again(actor, file, before.get());
            }
        }
        return switch (read(file.bytes(), file.name())) {
            case Rejection(var sentence) -> refuse(actor, sentence);
            case UploadedTable table -> {
                var target = file.kind() == null
                        ? targets.recognise(table, actor).orElse(null)
                        : targets.find(file.kind()).orElse(null);
                if (target == null || !target.recognises(table)) {
                    yield refuse(actor, unknown(target, file.kind(), actor));
                }
                yield Outcome.accepted(store(actor, file, target, table, patience));
            }
        };
    }

    private Outcome<Long> again(Actor actor, UploadedFile file, long id) {
        var same = batch(actor, id, AsAt.PRESENT)
                .sha256()
                .equals(java.util.HexFormat.of().formatHex(sha256(file.bytes())));
        return same
                ? Outcome.accepted(id)
                : Outcome.refused(
                        "file",
                        "This Idempotency-Key was used for another file. Nothing was changed. Use a new key.",
                        Clause.HOUSE);
    }

    private void requireAny(Actor actor) {
        if (targets.open(actor).isEmpty()) {
            policy.require(actor, Permission.IMPORT_PREPARE);
            throw new RefusedException(Permission.IMPORT_PREPARE, "There is no kind of file that you can upload.");
        }
    }

    private static uk.goldenthread.imports.intake.Upload read(byte[] bytes, String name) {
        try {
            return bytes.length == 0
                    ? new Rejection("This file is empty.")
                    : Intake.read(new ByteArrayInputStream(bytes), name, Limits.STANDARD);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // the bytes are in memory
        }
    }

    private String unknown(@Nullable ImportTarget target, @Nullable String kind, Actor actor) {
        if (target != null) {
            return "This file does not have the columns of: %s.".formatted(target.name());
        }
        return kind != null
                ? "There is no kind of import called “%s”.".formatted(kind)
                : "The columns of this file are not those of any file that can be imported here: %s."
                        .formatted(targets.names(actor));
    }

    private Outcome<Long> refuse(Actor actor, String sentence) {
        work.write(actor.scope(), () -> {
            ledger.record("IMPORT_FILE_REFUSED", "imports", Map.of("reason", sentence));
            return true;
        });
        return Outcome.refused("file", sentence, Clause.HOUSE);
    }

    private long store(Actor actor, UploadedFile file, ImportTarget target, UploadedTable table, Duration patience) {
        var hash = sha256(file.bytes());
        var name = file.name().length() > LONGEST_NAME ? file.name().substring(0, LONGEST_NAME) : file.name();
        var stored = work.write(actor.scope(), () -> {
            policy.require(actor, target.prepare(), Resource.of(actor.icb(), actor.organisation()));
            var waiting = batches.sameFile(actor, target.code(), hash, BatchState.REVIEW);
            if (waiting.isPresent()) {
                return new Stored(waiting.get(), false);
            }
            var batch = new BatchStore.NewBatch(target.code(), name, hash, file.bytes(), file.idempotencyKey());
            var id = batches.add(actor, batch, clock.instant());
            files.add(actor, id, file.bytes());
            ledger.record(
                    "IMPORT_UPLOADED", "import/" + id, Map.of("kind", target.code(), "size", file.bytes().length));
            return new Stored(id, true);
        });
        if (stored.isNew()) {
            reader.start(actor, stored.id(), target, table, patience);
        }
        return stored.id();
    }

    private record Stored(long id, boolean isNew) {}

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }

    /// Reads and compares a stored file anew: after other changes, or when the first reading was cut short.
    public Outcome<Long> readAgain(Actor actor, long id, Duration patience) {
        var wanted = work.write(actor.scope(), () -> {
            var batch = batches.lock(id, actor.icb()).orElseThrow(HiddenException::new);
            requireEither(actor, batch);
            if (reader.isReading(id)
                    || !List.of(BatchState.REVIEW, BatchState.FAILED, BatchState.READING)
                            .contains(batch.state())) {
                return null;
            }
            batches.readAgain(batch, actor.icb());
            ledger.record("IMPORT_READ_AGAIN", "import/" + id);
            return new Again(batch, files.read(id, actor.icb()));
        });
        if (wanted == null) {
            return Outcome.refused("", "This import is not waiting to be read.", Clause.HOUSE);
        }
        if (read(wanted.bytes(), wanted.batch().fileName()) instanceof UploadedTable table) {
            reader.start(actor, id, targets.get(wanted.batch().kind()), table, patience);
        }
        return Outcome.accepted(id);
    }

    @SuppressWarnings("ArrayRecordComponent")
    private record Again(Batch batch, byte[] bytes) {}

    private void requireEither(Actor actor, Batch batch) {
        var target = targets.get(batch.kind());
        var resource = Resource.of(actor.icb(), batch.organisation());
        if (!policy.allows(actor, target.approve(), resource)) {
            policy.require(actor, target.prepare(), resource);
        }
    }

    /// A batch and its lines are open to whoever may prepare or approve that kind of import.
    ///
    /// @throws HiddenException when there is no such batch within the actor's reach
    public Batch batch(Actor actor, long id, AsAt asAt) {
        return work.read(actor.scope(), asAt.instant(), () -> {
            var batch = batches.find(id, actor.icb()).orElseThrow(HiddenException::new);
            requireEither(actor, batch);
            return batch;
        });
    }

    public List<Batch> latest(Actor actor, AsAt asAt, int limit, int offset) {
        return work.read(actor.scope(), asAt.instant(), () -> batches.latest(actor.icb(), limit, offset)).stream()
                .filter(batch -> targets.find(batch.kind())
                        .filter(target -> Arrays.asList(target.prepare(), target.approve()).stream()
                                .anyMatch(actor::may))
                        .isPresent())
                .toList();
    }

    /// Which lines to show.
    ///
    /// @param verdict null for every verdict
    /// @param search part of a key or of what the record is called; null for all
    /// @param page from 1
    public record LineFilter(
            @Nullable Verdict verdict, @Nullable String search, int page, int size) {}

    /// Some lines of a batch.
    ///
    /// @param total how many lines the filter lets through
    public record LinePage(List<BatchLine> lines, int total) {}

    public LinePage lines(Actor actor, long id, LineFilter filter, AsAt asAt) {
        return work.read(actor.scope(), asAt.instant(), () -> {
            var batch = batches.find(id, actor.icb()).orElseThrow(HiddenException::new);
            requireEither(actor, batch);
            var wanted = new RowStore.Wanted(id, actor.icb(), filter.verdict(), filter.search());
            return new LinePage(
                    rows.lines(wanted, filter.size(), (filter.page() - 1) * filter.size()), rows.count(wanted));
        });
    }

    /// Whether an earlier import of exactly this file was approved and still stands; the latest such batch.
    public java.util.Optional<Long> approvedBefore(Actor actor, Batch batch) {
        return work.read(
                actor.scope(),
                () -> batches.sameFile(
                                actor,
                                batch.kind(),
                                java.util.HexFormat.of().parseHex(batch.sha256()),
                                BatchState.APPROVED)
                        .filter(other -> other != batch.id()));
    }

    /// Whether the file is being compared at this moment, in this program.
    public boolean isBeingRead(long id) {
        return reader.isReading(id);
    }
}

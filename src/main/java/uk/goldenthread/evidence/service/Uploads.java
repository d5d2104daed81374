package uk.goldenthread.evidence.service;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import uk.goldenthread.access.AccessPolicy;
import uk.goldenthread.access.Actor;
import uk.goldenthread.access.HiddenException;
import uk.goldenthread.access.Permission;
import uk.goldenthread.database.UnitOfWork;
import uk.goldenthread.evidence.intake.FileCheck;
import uk.goldenthread.evidence.intake.FileNames;
import uk.goldenthread.evidence.store.UploadStore;
import uk.goldenthread.evidence.store.UploadStore.Upload;
import uk.goldenthread.kernel.outcome.Clause;
import uk.goldenthread.kernel.outcome.Outcome;

/// Takes a file over a bad line: in parts, each stored when it comes, so that after a break the sender
/// goes on where it
/// stopped. What is not finished within a day is forgotten.
@Service
public class Uploads {
    /// The most bytes in one part: 1 MB.
    public static final int LARGEST_PART = 1 << 20;

    static final Duration KEPT = Duration.ofDays(1);
    private static final int MOST_AT_ONCE = 20;

    private final UploadStore store;
    private final AccessPolicy policy;
    private final UnitOfWork work;
    private final Clock clock;

    Uploads(UploadStore store, AccessPolicy policy, UnitOfWork work, Clock clock) {
        this.store = store;
        this.policy = policy;
        this.work = work;
        this.clock = clock;
    }

    /// Begins a file of that size.
    public Outcome<Upload> begin(Actor actor, String sentName, long size) {
        policy.require(actor, Permission.EVIDENCE_ADD);
        if (size < 1 || size > FileCheck.MOST_BYTES) {
            return refused(size < 1 ? "This file is empty." : "This file is larger than 25 MB.");
        }
        return work.write(actor.scope(), () -> {
            store.forgetBefore(actor.icb(), clock.instant().minus(KEPT));
            if (store.open(actor) >= MOST_AT_ONCE) {
                return refused("You have 20 unfinished files. Finish them, or try again tomorrow.");
            }
            var upload = new Upload(UUID.randomUUID(), FileNames.clean(sentName), size, 0);
            store.begin(actor, upload, clock.instant());
            return Outcome.accepted(upload);
        });
    }

    private static Outcome<Upload> refused(String sentence) {
        return Outcome.refused("file", sentence, Clause.HOUSE);
    }

    /// How far a file has come.
    ///
    /// @throws HiddenException when the acting organisation has no such file on its way
    public Upload reading(Actor actor, String id) {
        policy.require(actor, Permission.EVIDENCE_ADD);
        return work.read(actor.scope(), () -> find(actor, id));
    }

    private Upload find(Actor actor, String id) {
        return number(id).flatMap(upload -> store.find(actor, upload)).orElseThrow(HiddenException::new);
    }

    private static Optional<UUID> number(String id) {
        return id.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
                ? Optional.of(UUID.fromString(id))
                : Optional.empty();
    }

    /// Adds the next part.
    ///
    /// @param content read up to 1 MB and a byte
    /// @return how far the file has come; refused when the part is too large, or begins elsewhere than
    /// where the file has
    ///     come to, which the sender then asks for
    /// @throws HiddenException when the acting organisation has no such file on its way
    public Outcome<Upload> add(Actor actor, String id, long start, InputStream content) {
        var upload = reading(actor, id);
        byte[] bytes;
        try {
            bytes = content.readNBytes(LARGEST_PART + 1);
        } catch (IOException e) {
            return refused("The part did not come whole.");
        }
        if (bytes.length == 0 || bytes.length > LARGEST_PART) {
            return refused("Send parts of 1 byte to 1 MB.");
        }
        return work.write(
                actor.scope(),
                () -> store.add(actor, upload.id(), start, bytes)
                        ? Outcome.accepted(find(actor, id))
                        : refused("The next part begins at byte %d."
                                .formatted(find(actor, id).received())));
    }

    /// The file, once it has come whole; empty when a part is still missing.
    ///
    /// @throws HiddenException when the acting organisation has no such file on its way
    public Optional<Incoming> whole(Actor actor, String id) {
        var upload = reading(actor, id);
        if (!upload.isWhole()) {
            return Optional.empty();
        }
        var file = Incoming.place();
        var incoming = new Incoming(file, upload.fileName(), upload.id());
        try (var out = Files.newOutputStream(file)) {
            for (long at = 0; at < upload.size(); ) {
                var part = part(actor, upload, at);
                out.write(part);
                at += part.length;
            }
            return Optional.of(incoming);
        } catch (IOException e) {
            incoming.close();
            throw new UncheckedIOException(e);
        }
    }

    private byte[] part(Actor actor, Upload upload, long at) {
        return work.read(actor.scope(), () -> store.part(actor, upload.id(), at))
                .orElseThrow(HiddenException::new);
    }

    /// Keeps a file that came in one piece, so that a form which has to be mended does not ask for it
    /// again.
    ///
    /// @return the upload it now is, or the one it was already
    public Optional<UUID> keep(Actor actor, Incoming incoming) {
        if (incoming.upload() != null) {
            return Optional.of(incoming.upload());
        }
        try (var in = Files.newInputStream(incoming.file())) {
            if (!(begin(actor, incoming.name(), Files.size(incoming.file()))
                    instanceof Outcome.Accepted<Upload>(var upload))) {
                return Optional.empty();
            }
            long at = 0;
            for (var part = in.readNBytes(LARGEST_PART); part.length > 0; part = in.readNBytes(LARGEST_PART)) {
                long start = at;
                var bytes = part;
                work.write(actor.scope(), () -> store.add(actor, upload.id(), start, bytes));
                at += part.length;
            }
            return Optional.of(upload.id());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Forgets a file that is not wanted. Called inside a write.
    void forget(Actor actor, UUID upload) {
        store.forget(actor, upload);
    }

    /// Forgets a file that cannot be taken.
    void drop(Actor actor, UUID upload) {
        work.write(actor.scope(), () -> {
            store.forget(actor, upload);
            return true;
        });
    }
}

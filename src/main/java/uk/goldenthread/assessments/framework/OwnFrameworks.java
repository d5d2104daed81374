package uk.goldenthread.assessments.framework;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import uk.goldenthread.access.AccessPolicy;
import uk.goldenthread.access.AccessPolicy.Resource;
import uk.goldenthread.access.Actor;
import uk.goldenthread.access.Permission;
import uk.goldenthread.assessments.FrameworkFile;
import uk.goldenthread.assessments.framework.FrameworkReading.Fault;
import uk.goldenthread.assessments.model.FrameworkEdition;
import uk.goldenthread.assessments.service.Editions;
import uk.goldenthread.assessments.store.OwnFrameworkStore;
import uk.goldenthread.assessments.store.OwnFrameworkStore.Published;
import uk.goldenthread.database.UnitOfWork;
import uk.goldenthread.imports.intake.Intake;
import uk.goldenthread.imports.intake.Limits;
import uk.goldenthread.imports.intake.UploadedSheet;
import uk.goldenthread.kernel.Reference;
import uk.goldenthread.kernel.outcome.Clause;
import uk.goldenthread.kernel.outcome.Outcome;
import uk.goldenthread.kernel.outcome.Reason;
import uk.goldenthread.ledger.Ledger;

/// An ICB's own frameworks: read from a workbook or a framework file, looked at, and published as an edition that never
/// changes.
@Service
public class OwnFrameworks {
    private static final int MOST_BYTES = 2 * 1024 * 1024;
    private static final int LONGEST = 1_000_000;
    private static final int LONGEST_NAME = 200;
    private static final Limits LIMITS = new Limits(MOST_BYTES, 5_000, 40, 8_000);

    private final UnitOfWork work;
    private final AccessPolicy policy;
    private final Editions editions;
    private final OwnFrameworkStore store;
    private final Ledger ledger;
    private final Clock clock;

    OwnFrameworks(
            UnitOfWork work,
            AccessPolicy policy,
            Editions editions,
            OwnFrameworkStore store,
            Ledger ledger,
            Clock clock) {
        this.work = work;
        this.policy = policy;
        this.editions = editions;
        this.store = store;
        this.ledger = ledger;
        this.clock = clock;
    }

    /// Reads a file that somebody may want to publish. Nothing is kept.
    public FrameworkReading read(Actor actor, String fileName, byte[] file) {
        return work.read(actor.scope(), () -> {
            policy.require(actor, Permission.CATALOGUE_EDIT, Resource.ofIcb(actor.icb()));
            return isText(file) ? text(actor.icb(), fileName, file) : workbook(actor.icb(), fileName, file);
        });
    }

    private static boolean isText(byte[] file) {
        var zipped = file.length > 1 && file[0] == 'P' && file[1] == 'K';
        var old = file.length > 1 && file[0] == (byte) 0xD0 && file[1] == (byte) 0xCF;
        return file.length > 0 && !zipped && !old;
    }

    private FrameworkReading workbook(int icb, String fileName, byte[] file) {
        try {
            return switch (Intake.readSheets(new ByteArrayInputStream(file), fileName, LIMITS)) {
                case Outcome.Refused<List<UploadedSheet>>(var reasons) ->
                    FrameworkReading.unreadable(fileName, reasons.getFirst().message());
                case Outcome.Accepted<List<UploadedSheet>>(var sheets) -> {
                    var written = FrameworkSheets.read(sheets);
                    var read = linted(icb, fileName, written.text());
                    yield new FrameworkReading(fileName, written.text(), read, written.faults(read.problems()));
                }
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private FrameworkReading text(int icb, String fileName, byte[] file) {
        if (file.length > MOST_BYTES) {
            return FrameworkReading.unreadable(fileName, "This file is larger than 2 MB.");
        }
        try {
            var content = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString();
            var refusal = TextGuard.refusal(content);
            if (refusal.isPresent()) {
                return FrameworkReading.unreadable(fileName, refusal.get());
            }
            var read = linted(icb, fileName, content);
            return new FrameworkReading(
                    fileName,
                    content,
                    read,
                    read.problems().stream()
                            .map(problem -> new Fault("", problem.line(), "", problem.message()))
                            .toList());
        } catch (CharacterCodingException e) {
            return FrameworkReading.unreadable(
                    fileName, "This is neither an Excel workbook (.xlsx) nor text. Use the template.");
        }
    }

    private FrameworkFile linted(int icb, String fileName, String content) {
        return FrameworkFile.readOwn(
                fileName, content, editions.book(icb), editions.shipped().codes());
    }

    /// Publishes an edition that was looked at. It is read and checked again.
    ///
    /// @param content as [#read] gave it
    public Outcome<FrameworkEdition> publish(Actor actor, String fileName, String content) {
        try {
            return work.write(actor.scope(), () -> {
                policy.require(actor, Permission.CATALOGUE_EDIT, Resource.ofIcb(actor.icb()));
                return checked(actor.icb(), fileName, content).map(edition -> add(actor, fileName, content, edition));
            });
        } catch (DuplicateKeyException meanwhile) {
            return Outcome.refused(
                    "", "Somebody published this edition meanwhile. Nothing was changed by you.", Clause.HOUSE);
        }
    }

    private Outcome<FrameworkEdition> checked(int icb, String fileName, String content) {
        if (content.isBlank() || content.length() > LONGEST) {
            return Outcome.refused("", "There is no framework to publish: choose a file.", Clause.HOUSE);
        }
        var refusal = TextGuard.refusal(content);
        if (refusal.isPresent()) {
            return Outcome.refused("", refusal.get(), Clause.HOUSE);
        }
        var read = linted(icb, fileName, content);
        var edition = read.edition();
        if (edition != null) {
            return Outcome.accepted(edition);
        }
        var reasons = read.problems().stream()
                .map(problem -> Reason.house("", problem.message()))
                .toList();
        return reasons.isEmpty()
                ? Outcome.refused("", "This file holds duties; an own framework holds questions.", Clause.HOUSE)
                : Outcome.refused(reasons);
    }

    private FrameworkEdition add(Actor actor, String fileName, String content, FrameworkEdition edition) {
        var name = fileName.strip();
        var published = new Published(
                0,
                edition.code(),
                edition.edition(),
                edition.name(),
                edition.validFrom(),
                edition.validTo(),
                name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name,
                actor.name(),
                clock.instant());
        store.add(actor.icb(), published, content, actor.account());
        ledger.record(
                "FRAMEWORK_PUBLISHED",
                subject(edition),
                Map.of("lines", edition.criteria().count(), "sha256", digest(content)));
        return edition;
    }

    /// What the ledger calls an edition.
    static String subject(FrameworkEdition edition) {
        return new Reference(
                        "framework", edition.code() + ":" + edition.edition().replace('/', '-'))
                .toString();
    }

    private static String digest(String content) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException always) {
            throw new IllegalStateException(always); // every Java has SHA-256
        }
    }
}

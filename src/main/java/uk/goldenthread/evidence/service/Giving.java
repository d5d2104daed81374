package uk.goldenthread.evidence.service;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import uk.goldenthread.access.AccessPolicy;
import uk.goldenthread.access.AccessPolicy.Resource;
import uk.goldenthread.access.Actor;
import uk.goldenthread.access.HiddenException;
import uk.goldenthread.access.Permission;
import uk.goldenthread.database.Turns;
import uk.goldenthread.database.UnitOfWork;
import uk.goldenthread.evidence.Claims;
import uk.goldenthread.evidence.EvidenceLibrary;
import uk.goldenthread.evidence.model.Offer;
import uk.goldenthread.evidence.service.FileIntake.Checked;
import uk.goldenthread.evidence.store.EvidenceReading;
import uk.goldenthread.evidence.store.EvidenceReading.Kept;
import uk.goldenthread.evidence.store.EvidenceStore;
import uk.goldenthread.evidence.store.FileStore;
import uk.goldenthread.kernel.Reference;
import uk.goldenthread.kernel.outcome.Outcome;
import uk.goldenthread.kernel.outcome.Reason;
import uk.goldenthread.ledger.Ledger;

/// Takes evidence in: a new item, or a newer file of one. The file is looked at first; then item, file,
/// digest and the
/// claim it supports are stored in one transaction, or nothing is.
@Service
public class Giving {
    private final FileIntake intake;
    private final Uploads uploads;
    private final EvidenceStore store;
    private final EvidenceReading reading;
    private final FileStore files;
    private final Claims claims;
    private final EvidenceLibrary shelf;
    private final EvidenceSettings settings;
    private final AccessPolicy policy;
    private final UnitOfWork work;
    private final Ledger ledger;
    private final Clock clock;
    private final Turns turns;

    Giving(
            FileIntake intake,
            Uploads uploads,
            EvidenceStore store,
            EvidenceReading reading,
            FileStore files,
            Claims claims,
            EvidenceLibrary shelf,
            EvidenceSettings settings,
            AccessPolicy policy,
            UnitOfWork work,
            Ledger ledger,
            Clock clock,
            Turns turns) {
        this.intake = intake;
        this.uploads = uploads;
        this.store = store;
        this.reading = reading;
        this.files = files;
        this.claims = claims;
        this.shelf = shelf;
        this.settings = settings;
        this.policy = policy;
        this.work = work;
        this.ledger = ledger;
        this.clock = clock;
        this.turns = turns;
    }

    /// An item offered.
    ///
    /// @param organisation whose evidence it is to be
    /// @param subject what it supports from the first; null for nothing yet
    public record Offered(
            int organisation, Offer offer, @Nullable Reference subject) {}

    /// Takes a new item.
    ///
    /// @param file null when none was chosen
    /// @return its number, or everything that is wrong with what was said and with the file
    public Outcome<Long> give(Actor actor, Offered offered, @Nullable Incoming file) {
        policy.require(actor, Permission.EVIDENCE_ADD, Resource.of(actor.icb(), offered.organisation()));
        var reasons = new ArrayList<>(work.read(actor.scope(), () -> problems(actor, offered)));
        var checked = checked(actor, offered.organisation(), file, reasons);
        if (!reasons.isEmpty() || file == null || checked.isEmpty()) {
            return Outcome.refused(reasons);
        }
        return work.write(actor.scope(), () -> {
            turns.await("evidence-file/%d/%s"
                    .formatted(offered.organisation(), checked.get().sha256()));
            var again = given(actor, offered.organisation(), checked.get());
            return again.isPresent()
                    ? Outcome.refused(List.of(again.get()))
                    : stored(actor, offered, file, checked.get());
        });
    }

    private List<Reason> problems(Actor actor, Offered offered) {
        var reasons = new ArrayList<>(offered.offer().problems(settings.today(), settings.months()));
        if (offered.subject() != null) {
            var claim = claims.find(actor, offered.subject()).orElseThrow(HiddenException::new);
            if (claim.organisation() != offered.organisation()) {
                throw new HiddenException();
            }
            if (!claim.open()) {
                reasons.add(Reason.house("", "This takes no more evidence now: %s".formatted(claim.words())));
            }
        }
        return reasons;
    }

    private Optional<Checked> checked(Actor actor, int organisation, @Nullable Incoming file, List<Reason> reasons) {
        if (file == null) {
            reasons.add(Reason.house("file", "Choose a file"));
            return Optional.empty();
        }
        return switch (intake.check(actor, file)) {
            case Outcome.Refused<Checked>(var why) -> {
                reasons.addAll(why);
                if (file.upload() != null) {
                    uploads.drop(actor, file.upload());
                }
                yield Optional.empty();
            }
            case Outcome.Accepted<Checked>(var sound) -> {
                given(actor, organisation, sound).ifPresent(reasons::add);
                yield Optional.of(sound);
            }
        };
    }

    /// Evidence is given once: the same file again is the item that is there already.
    private Optional<Reason> given(Actor actor, int organisation, Checked file) {
        return work.read(
                        actor.scope(),
                        () -> reading.sameFile(actor.icb(), organisation, file.sha256())
                                .flatMap(id -> reading.find(actor.icb(), id)))
                .map(kept -> Reason.house(
                        "file",
                        "This very file is in the library already, as “%s” (number %d). Choose it there"
                                .formatted(
                                        shelf.shown(actor, kept.item()).title(),
                                        kept.item().id())));
    }

    private Outcome<Long> stored(Actor actor, Offered offered, Incoming file, Checked checked) {
        var offer = offered.offer();
        var said = new EvidenceStore.Description(
                offer.title(),
                Objects.requireNonNull(offer.kind()),
                Objects.requireNonNull(offer.document()),
                offer.coversFrom(),
                offer.coversTo(),
                offer.validity(settings.today(), settings.months()));
        boolean restricted = Boolean.TRUE.equals(offer.personalData());
        long id = store.add(actor, offered.organisation(), said, restricted, clock.instant());
        addFile(actor, new Place(id, 1, offered.organisation(), restricted), file, checked);
        var name = Reference.of("evidence", id);
        ledger.record(
                "EVIDENCE_GIVEN",
                name.toString(),
                Map.of("sha256", checked.sha256(), "bytes", checked.bytes(), "restricted", restricted));
        if (offered.subject() != null
                && !shelf.link(actor, id, offered.subject()).isAccepted()) {
            throw new OptimisticLockingFailureException("the thing was closed while its evidence was given");
        }
        return Outcome.accepted(id);
    }

    /// Where a file goes.
    private record Place(long id, int number, int organisation, boolean restricted) {}

    private void addFile(Actor actor, Place place, Incoming file, Checked checked) {
        var version = new FileStore.Version(
                place.id(),
                place.number(),
                actor.icb(),
                place.organisation(),
                checked.name(),
                checked.type().mediaType(),
                checked.bytes(),
                checked.sha256(),
                checked.scan(),
                place.restricted(),
                actor.account(),
                clock.instant());
        try (var content = Files.newInputStream(file.file())) {
            files.add(version, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (file.upload() != null) {
            uploads.forget(actor, file.upload());
        }
    }

    /// A newer file of an item, with the time it covers.
    public record Newer(
            long id,
            int version,
            @Nullable LocalDate coversFrom,
            @Nullable LocalDate coversTo,
            @Nullable LocalDate reviewOn) {}

    /// Takes a newer file; the earlier ones stay.
    ///
    /// @throws OptimisticLockingFailureException when the item changed since it was read
    public Outcome<Long> newer(Actor actor, Newer newer, @Nullable Incoming file) {
        var kept = work.read(
                actor.scope(), () -> reading.find(actor.icb(), newer.id()).orElseThrow(HiddenException::new));
        policy.require(
                actor,
                Permission.EVIDENCE_ADD,
                Resource.of(kept.icb(), kept.item().organisation()));
        var offer = new Offer(
                kept.item().title(),
                kept.item().kind(),
                kept.item().document(),
                newer.coversFrom(),
                newer.coversTo(),
                newer.reviewOn(),
                kept.item().restricted());
        var reasons =
                new ArrayList<>(work.read(actor.scope(), () -> offer.problems(settings.today(), settings.months())));
        if (kept.item().withdrawn()) {
            reasons.add(Reason.house("", "This evidence was withdrawn. Give the new file as a new item"));
        }
        var checked = checked(actor, kept.item().organisation(), file, reasons);
        if (!reasons.isEmpty() || file == null || checked.isEmpty()) {
            return Outcome.refused(reasons);
        }
        return work.write(actor.scope(), () -> storedNewer(actor, kept, newer, offer, new Sound(file, checked.get())));
    }

    /// A file with what was found of it.
    private record Sound(Incoming file, Checked checked) {}

    private Outcome<Long> storedNewer(Actor actor, Kept kept, Newer newer, Offer offer, Sound sound) {
        var place = new EvidenceStore.Place(kept.icb(), newer.id(), newer.version());
        var validity = offer.validity(settings.today(), settings.months());
        int number = store.nextVersion(place, newer.coversFrom(), newer.coversTo(), validity);
        var item = kept.item();
        var where = new Place(newer.id(), number, item.organisation(), item.restricted());
        addFile(actor, where, sound.file(), sound.checked());
        ledger.record(
                "EVIDENCE_RENEWED",
                item.reference().toString(),
                Map.of("number", number, "sha256", sound.checked().sha256()));
        return Outcome.accepted(newer.id());
    }
}

package uk.goldenthread.evidence.service;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import uk.goldenthread.access.AccessPolicy;
import uk.goldenthread.access.AccessPolicy.Resource;
import uk.goldenthread.access.Actor;
import uk.goldenthread.access.HiddenException;
import uk.goldenthread.access.Permission;
import uk.goldenthread.database.UnitOfWork;
import uk.goldenthread.evidence.DocumentKind;
import uk.goldenthread.evidence.model.Offer;
import uk.goldenthread.evidence.model.Validity;
import uk.goldenthread.evidence.store.EvidenceReading;
import uk.goldenthread.evidence.store.EvidenceReading.Kept;
import uk.goldenthread.evidence.store.EvidenceStore;
import uk.goldenthread.evidence.store.EvidenceStore.Place;
import uk.goldenthread.evidence.store.FileStore;
import uk.goldenthread.evidence.store.LentStore;
import uk.goldenthread.kernel.outcome.Clause;
import uk.goldenthread.kernel.outcome.Outcome;
import uk.goldenthread.kernel.outcome.Reason;
import uk.goldenthread.ledger.Ledger;

/// What an owner does with an item that is there: describes it anew, says that it still holds, moves it
/// to the
/// restricted store, withdraws it.
@Service
public class Keeping {
    private static final int SHORTEST_REASON = 10;
    private static final int LONGEST_REASON = 1000;

    private final EvidenceReading reading;
    private final EvidenceStore store;
    private final FileStore files;
    private final LentStore lent;
    private final EvidenceSettings settings;
    private final AccessPolicy policy;
    private final UnitOfWork work;
    private final Ledger ledger;
    private final Clock clock;

    Keeping(
            EvidenceReading reading,
            EvidenceStore store,
            FileStore files,
            LentStore lent,
            EvidenceSettings settings,
            AccessPolicy policy,
            UnitOfWork work,
            Ledger ledger,
            Clock clock) {
        this.reading = reading;
        this.store = store;
        this.files = files;
        this.lent = lent;
        this.settings = settings;
        this.policy = policy;
        this.work = work;
        this.ledger = ledger;
        this.clock = clock;
    }

    /// An item as the person saw it when they decided.
    public record Seen(long id, int version) {}

    private Outcome<Long> change(Actor actor, Seen seen, Function<Kept, List<Reason>> change) {
        return work.write(actor.scope(), () -> {
            var kept = reading.find(actor.icb(), seen.id()).orElseThrow(HiddenException::new);
            policy.require(
                    actor,
                    Permission.EVIDENCE_ADD,
                    Resource.of(kept.icb(), kept.item().organisation()));
            if (kept.item().withdrawn()) {
                return Outcome.refused("", "This evidence was withdrawn and does not change any more", Clause.HOUSE);
            }
            return Outcome.unless(change.apply(kept), seen::id);
        });
    }

    private void record(String action, Kept kept, Map<String, ?> detail) {
        ledger.record(action, kept.item().reference().toString(), detail);
    }

    private static Place place(Kept kept, Seen seen) {
        return new Place(kept.icb(), seen.id(), seen.version());
    }

    /// Says anew what it is. Whether it holds personal data is not changed here.
    public Outcome<Long> describe(Actor actor, Seen seen, Offer said) {
        return change(actor, seen, kept -> {
            var today = settings.today();
            var offer = new Offer(
                    said.title(),
                    said.kind(),
                    said.document(),
                    said.coversFrom(),
                    said.coversTo(),
                    said.reviewOn(),
                    kept.item().restricted());
            var validity = validity(kept, offer);
            var reasons = new ArrayList<>(offer.problems(today, settings.months()).stream()
                    .filter(reason -> !isOfThePast(reason, kept, validity))
                    .toList());
            if (reasons.isEmpty()) {
                store.describe(
                        place(kept, seen),
                        new EvidenceStore.Description(
                                offer.title(),
                                Objects.requireNonNull(offer.kind()),
                                Objects.requireNonNull(offer.document()),
                                offer.coversFrom(),
                                offer.coversTo(),
                                validity));
                record(
                        "EVIDENCE_DESCRIBED",
                        kept,
                        Map.of("validUntil", validity.until().toString()));
            }
            return reasons;
        });
    }

    /// What was confirmed stays so; otherwise the time is worked out anew, from the day it was received.
    private Validity validity(Kept kept, Offer offer) {
        return kept.basis() == Validity.Basis.CONFIRMED && offer.document() != DocumentKind.POLICY
                ? new Validity(kept.item().validUntil(), Validity.Basis.CONFIRMED)
                : offer.validity(kept.item().receivedOn(), settings.months());
    }

    /// Mending the words of an item that is past its date already is no reason to refuse.
    private static boolean isOfThePast(Reason reason, Kept kept, Validity validity) {
        return reason.message().contains(" good until ")
                && !validity.until().isBefore(kept.item().validUntil());
    }

    /// Its owner says that it still holds: good from today for the usual time. A policy needs its new
    /// review date.
    public Outcome<Long> confirm(Actor actor, Seen seen, @Nullable LocalDate reviewOn) {
        return change(actor, seen, kept -> {
            var today = settings.today();
            boolean policyPaper = kept.item().document() == DocumentKind.POLICY;
            if (policyPaper && (reviewOn == null || !reviewOn.isAfter(today))) {
                return List.of(new Reason(
                        "reviewOn", "Enter the policy’s new review date, which must be in the future", Offer.VALIDITY));
            }
            var validity = policyPaper && reviewOn != null
                    ? new Validity(reviewOn, Validity.Basis.CONFIRMED)
                    : Validity.confirmed(today, settings.months());
            store.confirm(place(kept, seen), actor.account(), validity, clock.instant());
            record(
                    "EVIDENCE_CONFIRMED",
                    kept,
                    Map.of("validUntil", validity.until().toString()));
            return List.of();
        });
    }

    /// Moves an item to the restricted store because it holds personal data after all: every file of it
    /// is encrypted,
    /// and from now on every view is recorded. There is no way back.
    public Outcome<Long> restrict(Actor actor, Seen seen) {
        return change(actor, seen, kept -> {
            if (kept.item().restricted()) {
                return List.of(Reason.house("", "This evidence is restricted already"));
            }
            store.restrict(place(kept, seen));
            lent.hold(kept.icb(), seen.id());
            files.versions(kept.icb(), seen.id()).stream()
                    .filter(version -> !version.sealed())
                    .forEach(files::seal);
            record("EVIDENCE_RESTRICTED", kept, Map.of());
            return List.of();
        });
    }

    /// Withdraws an item: it stays, with the reason, for those whose judgement rested on it, and supports
    /// nothing new.
    public Outcome<Long> withdraw(Actor actor, Seen seen, String why) {
        return change(actor, seen, kept -> {
            var reason = why.strip();
            if (reason.length() < SHORTEST_REASON || reason.length() > LONGEST_REASON) {
                return List.of(Reason.house("why", "Say why, in 10 to 1,000 characters"));
            }
            store.withdraw(place(kept, seen), actor.account(), reason, clock.instant());
            lent.withdrawn(kept.icb(), seen.id(), clock.instant());
            record("EVIDENCE_WITHDRAWN", kept, Map.of());
            return List.of();
        });
    }
}

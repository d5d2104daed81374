package uk.goldenthread.evidence;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import uk.goldenthread.access.AccessPolicy;
import uk.goldenthread.access.AccessPolicy.Resource;
import uk.goldenthread.access.Actor;
import uk.goldenthread.access.HiddenException;
import uk.goldenthread.access.Permission;
import uk.goldenthread.evidence.store.ClaimStore;
import uk.goldenthread.kernel.Reference;
import uk.goldenthread.kernel.outcome.Clause;
import uk.goldenthread.kernel.outcome.Outcome;
import uk.goldenthread.ledger.Ledger;

/// What other modules ask of evidence: what supports a thing, and links between the two. Called inside
/// the
/// caller's
/// unit of work.
@Service
public class EvidenceLibrary {
    private final ClaimStore claims;
    private final Claims subjects;
    private final AccessPolicy policy;
    private final Ledger ledger;
    private final Clock clock;

    EvidenceLibrary(ClaimStore claims, Claims subjects, AccessPolicy policy, Ledger ledger, Clock clock) {
        this.claims = claims;
        this.subjects = subjects;
        this.policy = policy;
        this.ledger = ledger;
        this.clock = clock;
    }

    /// The items that support each of these things, in the order they were given; a thing without any is
    /// not
    /// in the
    /// map. One statement. To those who may not open restricted evidence it has no title. Items past
    /// their
    /// date or
    /// withdrawn are there too, and say so.
    public Map<Reference, List<EvidenceItem>> of(Actor actor, Collection<Reference> subjects) {
        if (subjects.isEmpty() || !actor.may(Permission.EVIDENCE_VIEW)) {
            return Map.of();
        }
        var found = new HashMap<Reference, List<EvidenceItem>>();
        for (var each : claims.supporting(actor, names(subjects))) {
            found.computeIfAbsent(Reference.parse(each.subject()), _ -> new ArrayList<>())
                    .add(shown(actor, each.item()));
        }
        return found;
    }

    /// The item as this person may see it.
    public EvidenceItem shown(Actor actor, EvidenceItem item) {
        return item.restricted() && !actor.may(Permission.EVIDENCE_RESTRICTED_VIEW) ? item.untold() : item;
    }

    /// Lets an item support a thing of the same organisation; a second time changes nothing.
    ///
    /// @return refused when the item is withdrawn, when it is another organisation's, or when the thing
    /// takes
    /// no more
    /// @throws HiddenException when the item or the thing is not there for this person
    public Outcome<Reference> link(Actor actor, long evidence, Reference subject) {
        var item = claims.item(actor.icb(), evidence).orElseThrow(HiddenException::new);
        policy.require(actor, Permission.EVIDENCE_ADD, Resource.of(actor.icb(), item.organisation()));
        var claim = subjects.find(actor, subject).orElseThrow(HiddenException::new);
        if (claim.organisation() != item.organisation()) {
            return refused("Evidence of one organisation cannot support a claim of another.");
        }
        if (!claim.open()) {
            return refused("This takes no more evidence now: %s.".formatted(claim.words()));
        }
        if (item.withdrawn()) {
            return refused("This evidence was withdrawn, so it cannot support anything new.");
        }
        if (claims.add(actor, item, subject.toString(), clock.instant())) {
            ledger.record("EVIDENCE_LINKED", item.reference().toString(), Map.of("subject", subject.toString()));
        }
        return Outcome.accepted(subject);
    }

    /// Takes a link away; what it was stays in the history.
    ///
    /// @return refused when the thing takes no change now
    /// @throws HiddenException when there is no such link for this person
    public Outcome<Reference> unlink(Actor actor, long evidence, Reference subject) {
        var item = claims.item(actor.icb(), evidence).orElseThrow(HiddenException::new);
        policy.require(actor, Permission.EVIDENCE_ADD, Resource.of(actor.icb(), item.organisation()));
        var claim = subjects.find(actor, subject).orElseThrow(HiddenException::new);
        if (!claim.open()) {
            return refused("What supports this cannot be changed now: %s.".formatted(claim.words()));
        }
        if (!claims.remove(actor.icb(), evidence, subject.toString())) {
            throw new HiddenException();
        }
        ledger.record("EVIDENCE_UNLINKED", item.reference().toString(), Map.of("subject", subject.toString()));
        return Outcome.accepted(subject);
    }

    /// Copies what supports each thing to another of the same organisation, as when answers carry
    /// forward:
    /// one
    /// statement, whatever their number. Withdrawn items stay behind; each copy keeps what it was carried
    /// from. Whether
    /// the person may carry forward is the caller's to ask.
    ///
    /// @param fromTo by the thing copied from; targets that take no evidence now, or are another's, get
    /// none
    /// @return how many links are new
    public int copyLinks(Actor actor, Map<Reference, Reference> fromTo) {
        var targets = subjects.find(actor, fromTo.values());
        var copies = fromTo.entrySet().stream()
                .map(each -> new Wanted(each.getKey(), targets.get(each.getValue())))
                .filter(each -> each.to != null && each.to.open())
                .map(each -> each.copy())
                .toList();
        if (copies.isEmpty()) {
            return 0;
        }
        int made = claims.copy(actor, copies, clock.instant());
        ledger.record("EVIDENCE_CARRIED", "evidence/carried", Map.of("things", copies.size(), "links", made));
        return made;
    }

    private record Wanted(
            Reference from,
            @org.jspecify.annotations.Nullable Claim to) {
        ClaimStore.Copy copy() {
            var target = java.util.Objects.requireNonNull(to);
            return new ClaimStore.Copy(from.toString(), target.reference().toString(), target.organisation());
        }
    }

    private static List<String> names(Collection<Reference> things) {
        return things.stream().map(Reference::toString).distinct().toList();
    }

    private static Outcome<Reference> refused(String sentence) {
        return Outcome.refused("evidence", sentence, Clause.HOUSE);
    }
}

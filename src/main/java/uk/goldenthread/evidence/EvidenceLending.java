package uk.goldenthread.evidence;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import uk.goldenthread.access.Actor;
import uk.goldenthread.access.Permission;
import uk.goldenthread.evidence.store.LentStore;
import uk.goldenthread.kernel.Reference;
import uk.goldenthread.ledger.Ledger;

/// Lets a further ICB look at the evidence behind something that a provider shared with it: each file as it stood then,
/// to be read and no more. Files stay where they are; row-level security opens their bytes to that ICB until the
/// lending
/// is closed. Called inside the caller's unit of work, which for lending and closing is one of the ICB that keeps the
/// evidence.
@Service
public class EvidenceLending {
    private final LentStore store;
    private final Ledger ledger;
    private final Clock clock;

    EvidenceLending(LentStore store, Ledger ledger, Clock clock) {
        this.store = store;
        this.ledger = ledger;
        this.clock = clock;
    }

    /// What is lent, and to whom.
    ///
    /// @param icb which keeps the evidence
    /// @param organisation whose evidence it is
    /// @param with the ICB it is lent to
    /// @param under the agreement that it is lent under, as `sharing/12`
    /// @param stoodAt the moment that what was shared is of: each has its own files
    public record Loan(int icb, int organisation, int with, Reference under, Instant stoodAt) {}

    /// Lends the newest file of every item that supports these things now. Items that hold personal data are named
    /// without title or file; withdrawn ones stay behind. A second time for the same moment changes nothing.
    ///
    /// @param lines what each thing is called in what was shared, as `1.2`
    /// @return how many lines of evidence are new
    public int lend(Loan loan, Map<Reference, String> lines) {
        int lent = store.lend(loan, lines, clock.instant());
        if (lent > 0) {
            ledger.record("EVIDENCE_LENT", loan.under().toString(), Map.of("icb", loan.with(), "items", lent));
        }
        return lent;
    }

    /// Closes all that was lent under an agreement: its files open no more, what they were called stays.
    ///
    /// @param icb which keeps the evidence
    public void close(int icb, Reference under) {
        if (store.close(icb, under.toString(), clock.instant()) > 0) {
            ledger.record("EVIDENCE_LENDING_CLOSED", under.toString(), Map.of());
        }
    }

    /// What is lent, by line and in the order it was given. Empty to those who may not see evidence.
    ///
    /// @param stoodAt as in [Loan]
    public Map<String, List<LentItem>> of(Actor actor, Reference under, Instant stoodAt) {
        if (!actor.may(Permission.EVIDENCE_VIEW)) {
            return Map.of();
        }
        var found = new LinkedHashMap<String, List<LentItem>>();
        store.under(under.toString(), stoodAt)
                .forEach(item -> found.computeIfAbsent(item.line(), _ -> new ArrayList<>())
                        .add(item));
        return found;
    }

    /// A line of what was shared that lent evidence stands behind.
    ///
    /// @param lent the number of the lent item, as in `/evidence/lent/12`
    /// @param under the agreement that it is lent under
    /// @param stoodAt as in [Loan]
    /// @param line as `1.2`
    public record Line(long lent, Reference under, Instant stoodAt, String line) {
        /// The lent item on the thread.
        public Reference reference() {
            return Reference.of(LentItem.REFERENCE, lent);
        }
    }

    /// Which lines these things touch: all that is lent to the actor's ICB under the agreements among them, and the
    /// lent
    /// items among them. Empty to those who may not see evidence.
    public List<Line> lines(Actor actor, Collection<Reference> of) {
        if (of.isEmpty() || !actor.may(Permission.EVIDENCE_VIEW)) {
            return List.of();
        }
        return store.lines(actor.icb(), of.stream().map(Reference::toString).toList(), LentItem.numbers(of));
    }

    /// How many items of evidence went along under an agreement, and how many are only named.
    ///
    /// @param open items whose file can be, or could be, read there
    /// @param held items that hold personal data and stay
    public record Count(int open, int held) {}

    /// How much is lent under each of these agreements; none is missing.
    public Map<Reference, Count> count(List<Reference> under) {
        var counted = store.count(under.stream().map(Reference::toString).toList());
        var all = new LinkedHashMap<Reference, Count>();
        under.forEach(each -> all.put(each, counted.getOrDefault(each.toString(), new Count(0, 0))));
        return all;
    }
}

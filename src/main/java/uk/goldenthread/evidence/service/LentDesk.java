package uk.goldenthread.evidence.service;

import java.util.Map;
import org.springframework.stereotype.Service;
import uk.goldenthread.access.AccessPolicy;
import uk.goldenthread.access.AccessPolicy.Resource;
import uk.goldenthread.access.Actor;
import uk.goldenthread.access.AsAt;
import uk.goldenthread.access.HiddenException;
import uk.goldenthread.access.Permission;
import uk.goldenthread.database.UnitOfWork;
import uk.goldenthread.evidence.LentItem;
import uk.goldenthread.evidence.store.FileStore;
import uk.goldenthread.evidence.store.FileStore.Version;
import uk.goldenthread.evidence.store.LentStore;
import uk.goldenthread.ledger.Ledger;
import uk.goldenthread.organisations.Directory;

/// Reads, for the ICB that it is lent to, one file of evidence that another ICB keeps.
@Service
public class LentDesk {
    private final LentStore store;
    private final FileStore files;
    private final Directory directory;
    private final AccessPolicy policy;
    private final UnitOfWork work;
    private final Ledger ledger;

    LentDesk(
            LentStore store,
            FileStore files,
            Directory directory,
            AccessPolicy policy,
            UnitOfWork work,
            Ledger ledger) {
        this.store = store;
        this.files = files;
        this.directory = directory;
        this.policy = policy;
        this.work = work;
        this.ledger = ledger;
    }

    /// What is lent, and whose it is.
    public record Opened(LentItem item, String owner) {}

    /// One item as it stood when it was shared.
    ///
    /// @throws HiddenException when nothing of that number is lent to this person's ICB, or they may not see it
    public Opened open(Actor actor, AsAt asAt, long id) {
        var there = actor.at(asAt);
        return work.read(there.scope(), () -> {
            var item = find(there, id);
            var owner = directory.byId(item.organisation()).orElseThrow(HiddenException::new);
            return new Opened(item, owner.name());
        });
    }

    private LentItem find(Actor actor, long id) {
        var item = store.find(actor.icb(), id).orElseThrow(HiddenException::new);
        policy.require(actor, Permission.EVIDENCE_VIEW, Resource.of(actor.icb(), item.organisation()));
        return item;
    }

    /// The file, to be read chunk by chunk; the ledger of the ICB that reads it remembers that it was opened.
    ///
    /// @throws HiddenException when there is none for this person, when it is held, or when the sharing has ended
    public Version file(Actor actor, long id) {
        var item = work.read(actor.scope(), () -> find(actor, id));
        if (!item.isOpen()) {
            throw new HiddenException();
        }
        ledger.recordApart(actor.scope().asAt(null), "EVIDENCE_LENT_OPENED", "lent/" + id, Map.of("icb", item.icb()));
        return new Version(
                item.evidence(),
                item.number(),
                item.icb(),
                item.organisation(),
                item.fileName(),
                item.mediaType(),
                item.bytes(),
                item.sha256(),
                item.scan(),
                false,
                0,
                item.lentAt());
    }

    /// One chunk of the file, in a unit of work of its own. Row-level security lets it through while it is lent.
    ///
    /// @throws HiddenException when it is lent no more
    public byte[] chunk(Actor actor, Version version, int part) {
        return work.read(actor.scope(), () -> files.chunk(version, part)).orElseThrow(HiddenException::new);
    }
}

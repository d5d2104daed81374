package uk.goldenthread.evidence.service;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import uk.goldenthread.access.AccessPolicy;
import uk.goldenthread.access.AccessPolicy.Resource;
import uk.goldenthread.access.Actor;
import uk.goldenthread.access.AsAt;
import uk.goldenthread.access.HiddenException;
import uk.goldenthread.access.Names;
import uk.goldenthread.access.Permission;
import uk.goldenthread.access.RefusedException;
import uk.goldenthread.database.UnitOfWork;
import uk.goldenthread.evidence.Claim;
import uk.goldenthread.evidence.Claims;
import uk.goldenthread.evidence.EvidenceItem;
import uk.goldenthread.evidence.EvidenceLibrary;
import uk.goldenthread.evidence.store.ClaimStore;
import uk.goldenthread.evidence.store.ClaimStore.Link;
import uk.goldenthread.evidence.store.EvidenceReading;
import uk.goldenthread.evidence.store.EvidenceReading.Filter;
import uk.goldenthread.evidence.store.EvidenceReading.Kept;
import uk.goldenthread.evidence.store.EvidenceReading.Line;
import uk.goldenthread.evidence.store.FileStore;
import uk.goldenthread.evidence.store.FileStore.Version;
import uk.goldenthread.kernel.Reference;
import uk.goldenthread.ledger.Ledger;
import uk.goldenthread.organisations.Directory;
import uk.goldenthread.organisations.Organisation;

/// Reads evidence for pages: the library, one item with all that belongs to it, and its files.
@Service
public class EvidenceDesk {
    private static final int MOST_TO_CHOOSE = 100;

    private final EvidenceReading reading;
    private final EvidenceLibrary shelf;
    private final FileStore files;
    private final ClaimStore links;
    private final Claims claims;
    private final Directory directory;
    private final Names names;
    private final EvidenceSettings settings;
    private final AccessPolicy policy;
    private final UnitOfWork work;
    private final Ledger ledger;

    EvidenceDesk(
            EvidenceReading reading,
            EvidenceLibrary shelf,
            FileStore files,
            ClaimStore links,
            Claims claims,
            Directory directory,
            Names names,
            EvidenceSettings settings,
            AccessPolicy policy,
            UnitOfWork work,
            Ledger ledger) {
        this.reading = reading;
        this.shelf = shelf;
        this.files = files;
        this.links = links;
        this.claims = claims;
        this.directory = directory;
        this.names = names;
        this.settings = settings;
        this.policy = policy;
        this.work = work;
        this.ledger = ledger;
    }

    /// What is asked of the library, in the words of the address.
    public record Asked(String show, String provider, String kind, String words, String sort) {}

    /// A page of the library.
    ///
    /// @param owners by number: the organisations whose evidence is listed
    /// @param providers those to choose from; empty for a person of a provider
    public record Shelf(
            List<Line> lines, long total, Map<Integer, Organisation> owners, List<Organisation> providers) {}

    /// A page of the library, restricted items untold to those who may not open them.
    public Shelf shelf(Actor actor, AsAt asAt, Asked asked, int page, int size) {
        policy.require(actor, Permission.EVIDENCE_VIEW);
        return work.read(actor.scope(), asAt.instant(), () -> {
            var filter = filter(actor, asked);
            var lines = reading.page(actor, filter, size, (long) (page - 1) * size).stream()
                    .map(line -> new Line(shelf.shown(actor, line.item()), line.claims()))
                    .toList();
            return new Shelf(
                    lines,
                    reading.count(actor, filter),
                    owners(lines.stream()
                            .map(line -> line.item().organisation())
                            .toList()),
                    actor.reachesWholeIcb() ? directory.providersOf(actor.icb(), settings.today()) : List.of());
        });
    }

    private Map<Integer, Organisation> owners(Collection<Integer> ids) {
        return directory.named(new HashSet<>(ids)).stream()
                .collect(Collectors.toMap(Organisation::id, Function.identity()));
    }

    private Filter filter(Actor actor, Asked asked) {
        var today = settings.today();
        return new Filter(
                asked.show(),
                today,
                today.plusDays(settings.firstReminder()),
                owner(actor, asked.provider()).orElse(null),
                asked.kind().isBlank() ? null : asked.kind(),
                asked.words().isBlank() ? null : asked.words(),
                actor.may(Permission.EVIDENCE_RESTRICTED_VIEW),
                asked.sort());
    }

    /// The organisation of that code whose evidence the actor may see: a provider, or the ICB itself. For
    /// a person of
    /// a provider always their own.
    public Optional<Integer> owner(Actor actor, String code) {
        if (!actor.reachesWholeIcb()) {
            return Optional.of(actor.organisation());
        }
        if (code.isBlank()) {
            return Optional.empty();
        }
        return code.equals(actor.organisationCode())
                ? Optional.of(actor.organisation())
                : work.read(
                        actor.scope(),
                        () -> directory.assuredBy(actor.icb(), code).map(Organisation::id));
    }

    /// An item with all that belongs to it.
    ///
    /// @param claims what it supports, as far as the actor may see it
    /// @param names of the people in its story, by account number
    public record Opened(
            Kept kept,
            Organisation owner,
            List<Version> versions,
            List<Link> links,
            Map<Reference, Claim> claims,
            Map<String, String> names) {
        public EvidenceItem item() {
            return kept.item();
        }

        public String name(int account) {
            return names.getOrDefault(Integer.toString(account), "Somebody");
        }
    }

    /// One item. Of a restricted one the ledger remembers that it was seen.
    ///
    /// @throws HiddenException when there is none for this person
    /// @throws RefusedException when it is restricted and the person's role may not open it
    public Opened open(Actor actor, AsAt asAt, long id) {
        var opened = work.read(actor.scope(), asAt.instant(), () -> {
            var kept = find(actor, id);
            var theLinks = links.linksOf(actor, List.of(id));
            var subjects = theLinks.stream()
                    .map(link -> Reference.parse(link.subject()))
                    .toList();
            var versions = files.versions(kept.icb(), id);
            return new Opened(
                    kept,
                    directory.byId(kept.item().organisation()).orElseThrow(HiddenException::new),
                    versions,
                    theLinks,
                    claims.find(actor, subjects),
                    names.of(people(kept, versions)));
        });
        noteView(actor, opened.kept(), "EVIDENCE_RESTRICTED_SEEN");
        return opened;
    }

    private Kept find(Actor actor, long id) {
        var kept = reading.find(actor.icb(), id).orElseThrow(HiddenException::new);
        var resource = Resource.of(kept.icb(), kept.item().organisation());
        policy.require(actor, Permission.EVIDENCE_VIEW, resource);
        if (kept.item().restricted()) {
            policy.require(actor, Permission.EVIDENCE_RESTRICTED_VIEW, resource);
        }
        return kept;
    }

    private void noteView(Actor actor, Kept kept, String action) {
        if (kept.item().restricted()) {
            ledger.recordApart(
                    actor.scope().asAt(null), action, kept.item().reference().toString(), Map.of());
        }
    }

    private static Set<String> people(Kept kept, List<Version> versions) {
        var people = new HashSet<String>();
        people.add(Integer.toString(kept.givenBy()));
        versions.forEach(version -> people.add(Integer.toString(version.givenBy())));
        for (var account : new @Nullable Integer[] {kept.confirmedBy(), kept.withdrawnBy()}) {
            if (account != null) {
                people.add(account.toString());
            }
        }
        return people;
    }

    /// One file of an item, to be read chunk by chunk; of a restricted item the ledger remembers it.
    ///
    /// @param number null for the newest
    /// @throws HiddenException when there is none for this person
    public Version file(Actor actor, long id, @Nullable Integer number) {
        var kept = work.read(actor.scope(), () -> find(actor, id));
        var version = work.read(actor.scope(), () -> files.versions(kept.icb(), id)).stream()
                .filter(each -> number == null || each.number() == number)
                .findFirst()
                .orElseThrow(HiddenException::new);
        noteView(actor, kept, "EVIDENCE_RESTRICTED_OPENED");
        return version;
    }

    /// The chunk of a file, read in a unit of work of its own, so that a slow reader holds no connection.
    public byte[] chunk(Actor actor, Version version, int part) {
        return work.read(actor.scope(), () -> files.chunk(version, part)).orElseThrow(HiddenException::new);
    }

    /// What could be linked to a thing: its organisation's evidence in date, newest first, that does not
    /// support it yet.
    ///
    /// @param claim null when the actor may not see the thing, or it takes no evidence
    public record Choice(@Nullable Claim claim, List<EvidenceItem> items) {}

    public Choice choice(Actor actor, Reference subject) {
        policy.require(actor, Permission.EVIDENCE_ADD);
        return work.read(actor.scope(), () -> {
            var claim = claims.find(actor, subject).orElse(null);
            if (claim == null) {
                return new Choice(null, List.of());
            }
            var today = settings.today();
            var filter = new Filter("now", today, today, claim.organisation(), null, null, true, "newest");
            var linked = shelf.of(actor, List.of(subject)).getOrDefault(subject, List.of()).stream()
                    .map(EvidenceItem::id)
                    .collect(Collectors.toSet());
            var items = reading.page(actor, filter, MOST_TO_CHOOSE, 0).stream()
                    .map(line -> shelf.shown(actor, line.item()))
                    .filter(item -> !linked.contains(item.id()))
                    .toList();
            return new Choice(claim, items);
        });
    }
}

package uk.goldenthread.papers.service;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Service;
import uk.goldenthread.access.AccessPolicy;
import uk.goldenthread.access.AccessPolicy.Resource;
import uk.goldenthread.access.Actor;
import uk.goldenthread.access.HiddenException;
import uk.goldenthread.access.Permission;
import uk.goldenthread.database.UnitOfWork;
import uk.goldenthread.kernel.outcome.Outcome;
import uk.goldenthread.kernel.outcome.Reason;
import uk.goldenthread.ledger.Ledger;
import uk.goldenthread.papers.model.Kept;
import uk.goldenthread.papers.model.Paper;
import uk.goldenthread.papers.model.PaperData;
import uk.goldenthread.papers.store.FreezeStore;
import uk.goldenthread.papers.store.FreezeStore.Freeze;
import uk.goldenthread.papers.store.PaperStore;
import uk.goldenthread.papers.store.PointStore;
import uk.goldenthread.papers.store.TextStore;

/// Fixes a signed paper as at an instant, and proves later that the instant still gives the same data.
@Service
public class Freezing {
    private final UnitOfWork work;
    private final AccessPolicy policy;
    private final Ledger ledger;
    private final Clock clock;
    private final Papers service;
    private final PaperStore papers;
    private final FreezeStore freezes;
    private final TextStore texts;
    private final PointStore points;
    private final Assembly assembly;

    public Freezing(
            UnitOfWork work,
            AccessPolicy policy,
            Ledger ledger,
            Clock clock,
            Papers service,
            PaperStore papers,
            FreezeStore freezes,
            TextStore texts,
            PointStore points,
            Assembly assembly) {
        this.work = work;
        this.policy = policy;
        this.ledger = ledger;
        this.clock = clock;
        this.service = service;
        this.papers = papers;
        this.freezes = freezes;
        this.texts = texts;
        this.points = points;
        this.assembly = assembly;
    }

    /// What running a frozen paper again gave.
    ///
    /// @param same whether every byte of the data is the same
    /// @param differences where not, what
    public record Rerun(Instant instant, boolean same, List<Difference> differences) {}

    /// One value that differs.
    public record Difference(String where, String before, String now) {}

    /// The data a paper shows: what was frozen, or what the records say now.
    public PaperData data(Actor actor, Kept kept) {
        return work.read(actor.scope(), () -> {
            policy.require(actor, Permission.PAPER_VIEW, Resource.ofIcb(actor.icb()));
            return kept.paper() instanceof Paper.Frozen
                    ? CanonicalJson.read(frozen(actor, kept).data())
                    : assembly.assemble(wanted(actor, kept, instant(actor)));
        });
    }

    /// The instant whose records a person looks at.
    private Instant instant(Actor actor) {
        var past = actor.asAt();
        return past == null ? clock.instant() : past;
    }

    /// The same paper's data as the records stand today, whatever was frozen.
    public PaperData today(Actor actor, Kept kept) {
        return work.read(actor.scope(), () -> {
            policy.require(actor, Permission.PAPER_VIEW, Resource.ofIcb(actor.icb()));
            return assembly.assemble(wanted(actor, kept, instant(actor)));
        });
    }

    /// How today's data differs from what was frozen. The day itself is not a difference.
    public List<Difference> sinceFrozen(Actor actor, Kept kept) {
        var now = today(actor, kept);
        return work
                .read(
                        actor.scope(),
                        () -> Differences.between(
                                frozen(actor, kept).data(), CanonicalJson.write(now), List.of("asOf", "on")))
                .stream()
                .filter(each -> !each.where().startsWith("changes")) // sentences about the same figures
                .toList();
    }

    private Freeze frozen(Actor actor, Kept kept) {
        return freezes.find(actor.icb(), kept.paper().id()).orElseThrow(HiddenException::new);
    }

    private static Assembly.Wanted wanted(Actor actor, Kept kept, Instant instant) {
        var since = kept.paper() instanceof Paper.Frozen frozen ? frozen.frozenAt() : instant;
        return new Assembly.Wanted(
                actor.icb(), kept.paper().id(), kept.paper().occasion(), kept.measures(), instant, since);
    }

    /// Freezes a signed paper: takes an instant up to which nothing can still arrive, reads everything as
    /// at it, and
    /// keeps
    /// what that gave, with its public edition.
    public Outcome<Paper.Frozen> freeze(Actor actor, int id) {
        var kept = service.find(actor, id);
        policy.require(actor, Permission.PAPER_FREEZE, Resource.ofIcb(actor.icb()));
        if (!(kept.paper() instanceof Paper.Signed signed)) {
            return Outcome.refused(List.of(Reason.house("", "Only a paper that everyone has signed can be frozen")));
        }
        var instant = work.read(actor.scope(), freezes::instant);
        var data = work.read(actor.scope(), instant, () -> assembly.assemble(wanted(actor, kept, instant)));
        var json = CanonicalJson.write(data);
        return work.write(actor.scope(), () -> {
            var frozen = signed.freeze(instant);
            papers.replace(actor.icb(), new Kept(frozen, kept.measures(), kept.submittedOn(), kept.version()));
            var freeze = new Freeze(id, instant, json, CanonicalJson.hash(json), actor.name());
            if (frozen.cover().publicPaper()) {
                publish(actor, frozen, data);
            }
            freezes.add(actor.icb(), frozen.occasion().committee(), freeze, actor.account());
            ledger.record("PAPER_FROZEN", Papers.subject(id), Map.of("instant", instant, "sha256", freeze.hash()));
            return Outcome.accepted(frozen);
        });
    }

    private void publish(Actor actor, Paper.Frozen paper, PaperData data) {
        var edition = PublicPaper.of(
                paper,
                assembly.publicEdition(data),
                texts.current(actor.icb(), paper.id()),
                points.list(actor.icb(), paper.id()));
        freezes.publish(
                actor.icb(),
                new FreezeStore.Published(
                        paper.id(),
                        paper.cover().title(),
                        paper.occasion().committee(),
                        paper.occasion().period().code(),
                        paper.occasion().meetingOn(),
                        paper.frozenAt(),
                        CanonicalJson.writeAny(edition)));
    }

    /// Whether the figures have changed since the executive lead signed: told before freezing.
    public boolean changedSinceSigned(Actor actor, Kept kept) {
        return work.read(
                actor.scope(),
                () -> papers.signedData(actor.icb(), kept.paper().id())
                        .map(hash -> {
                            var now = assembly.assemble(wanted(actor, kept, instant(actor)));
                            return !hash.equals(CanonicalJson.hash(CanonicalJson.write(now)));
                        })
                        .orElse(false));
    }

    /// Runs a frozen paper again as at its instant.
    ///
    /// @throws HiddenException when it is not frozen
    public Rerun rerun(Actor actor, Kept kept) {
        var freeze = work.read(actor.scope(), () -> frozen(actor, kept));
        var again = work.read(
                actor.scope(),
                freeze.instant(),
                () -> CanonicalJson.write(assembly.assemble(wanted(actor, kept, freeze.instant()))));
        var same = Objects.equals(freeze.data(), again);
        work.write(actor.scope(), () -> {
            ledger.record("PAPER_RERUN", Papers.subject(kept.paper().id()), Map.of("same", same));
            return true;
        });
        return new Rerun(
                freeze.instant(), same, same ? List.of() : Differences.between(freeze.data(), again, List.of()));
    }

    /// The public editions of an ICB, for people who see no one provider's rows.
    public List<FreezeStore.Published> published(Actor actor) {
        return work.read(actor.scope(), () -> {
            policy.require(actor, Permission.PAPER_VIEW, Resource.ofIcb(actor.icb()));
            return freezes.published(actor.icb());
        });
    }

    /// One public edition.
    ///
    /// @throws HiddenException when there is none
    public PublicPaper publicEdition(Actor actor, int id) {
        return work.read(actor.scope(), () -> {
            policy.require(actor, Permission.PAPER_VIEW, Resource.ofIcb(actor.icb()));
            return freezes.publishedOf(actor.icb(), id)
                    .map(found -> CanonicalJson.read(found.edition(), PublicPaper.class))
                    .orElseThrow(HiddenException::new);
        });
    }
}

package uk.goldenthread.papers.service;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
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
import uk.goldenthread.papers.model.Heading;
import uk.goldenthread.papers.model.Kept;
import uk.goldenthread.papers.model.Slot;
import uk.goldenthread.papers.store.PointStore;
import uk.goldenthread.papers.store.PointStore.Point;
import uk.goldenthread.papers.store.TextStore;
import uk.goldenthread.papers.store.TextStore.Edit;
import uk.goldenthread.papers.store.TextStore.Text;

/// A paper's words: the narrative of each part with every edit kept, and the alert, advise and assure
/// points.
@Service
public class PaperWords {
    private static final int LONGEST_TEXT = 20_000;
    private static final int LONGEST_POINT = 2_000;

    private final UnitOfWork work;
    private final AccessPolicy policy;
    private final Ledger ledger;
    private final Clock clock;
    private final Papers papers;
    private final TextStore texts;
    private final PointStore points;

    public PaperWords(
            UnitOfWork work,
            AccessPolicy policy,
            Ledger ledger,
            Clock clock,
            Papers papers,
            TextStore texts,
            PointStore points) {
        this.work = work;
        this.policy = policy;
        this.ledger = ledger;
        this.clock = clock;
        this.papers = papers;
        this.texts = texts;
        this.points = points;
    }

    /// What a person typed for one part.
    ///
    /// @param from the revision they started from
    public record Wording(Slot slot, int from, String words, boolean confidential) {}

    /// What a person typed for one point.
    ///
    /// @param id 0 for a new one
    /// @param removedReason why it is taken out; empty to keep it
    public record PointForm(
            int id,
            int version,
            @Nullable Heading heading,
            String words,
            String evidence,
            boolean confidential,
            String removedReason) {}

    public Map<Slot, Text> texts(Actor actor, int paper) {
        return work.read(actor.scope(), () -> {
            readable(actor, paper);
            return texts.current(actor.icb(), paper);
        });
    }

    /// Every wording of one part, the first first.
    public List<Edit> edits(Actor actor, int paper, Slot slot) {
        return work.read(actor.scope(), () -> {
            readable(actor, paper);
            if (!Papers.worksOnPapers(actor)) {
                throw new HiddenException();
            }
            return texts.edits(actor.icb(), paper, slot);
        });
    }

    public List<Point> points(Actor actor, int paper) {
        return work.read(actor.scope(), () -> {
            readable(actor, paper);
            return points.list(actor.icb(), paper);
        });
    }

    private void readable(Actor actor, int paper) {
        policy.require(actor, Permission.PAPER_VIEW, Resource.ofIcb(actor.icb()));
        papers.load(actor, paper);
    }

    /// Adds a wording. The same words again write nothing.
    ///
    /// @throws OptimisticLockingFailureException when another person worded the part since it was read
    public Outcome<Kept> save(Actor actor, int paper, Wording wording) {
        if (wording.words().length() > LONGEST_TEXT) {
            return Outcome.refused(List.of(Reason.house("words", "Shorten this to 20,000 characters")));
        }
        return work.write(
                actor.scope(),
                () -> papers.writable(actor, paper).map(kept -> {
                    var current = texts.current(actor.icb(), paper).get(wording.slot());
                    if (current == null || current.revision() != wording.from()) {
                        throw new OptimisticLockingFailureException("another wording came first");
                    }
                    texts.mark(actor.icb(), paper, wording.slot(), wording.confidential());
                    if (!current.words().equals(wording.words())) {
                        var by = new TextStore.Wording(
                                actor.account(), actor.name(), clock.instant(), wording.from(), wording.words());
                        texts.add(actor.icb(), paper, wording.slot(), by);
                        ledger.record(
                                "PAPER_WORDED",
                                Papers.subject(paper),
                                Map.of("part", wording.slot().name(), "revision", wording.from() + 1));
                    }
                    return kept;
                }));
    }

    /// Adds, changes, moves or takes out a point.
    ///
    /// @throws OptimisticLockingFailureException when it changed since it was read
    public Outcome<Kept> save(Actor actor, int paper, PointForm form) {
        var reasons = check(form);
        if (!reasons.isEmpty()) {
            return Outcome.refused(reasons);
        }
        return work.write(
                actor.scope(),
                () -> papers.writable(actor, paper).map(kept -> {
                    var editor = new PointStore.Editor(actor.account(), actor.name());
                    var heading = java.util.Objects.requireNonNull(form.heading());
                    var before = form.id() == 0
                            ? null
                            : points.find(actor.icb(), paper, form.id()).orElseThrow(HiddenException::new);
                    var point = new Point(
                            form.id(),
                            heading,
                            form.words().strip(),
                            form.evidence().isBlank() ? null : form.evidence().strip(),
                            before == null ? null : before.proposal(),
                            form.confidential(),
                            form.removedReason().isBlank()
                                    ? null
                                    : form.removedReason().strip(),
                            "",
                            form.version());
                    if (before == null) {
                        points.add(actor.icb(), paper, editor, point);
                    } else {
                        points.replace(actor.icb(), paper, editor, point);
                    }
                    ledger.record(
                            point.stands() ? "PAPER_POINT_KEPT" : "PAPER_POINT_REMOVED",
                            Papers.subject(paper),
                            Map.of("heading", heading.name()));
                    return kept;
                }));
    }

    private static List<Reason> check(PointForm form) {
        var reasons = new ArrayList<Reason>();
        if (form.heading() == null) {
            reasons.add(Reason.house("heading", "Choose alert, advise or assure"));
        }
        if (form.words().isBlank() || form.words().strip().length() > LONGEST_POINT) {
            reasons.add(Reason.house("words", "Enter the point in up to 2,000 characters"));
        }
        var evidence = form.evidence().strip();
        if (!evidence.isEmpty()
                && (!evidence.startsWith("/") || evidence.startsWith("//") || evidence.contains("\\"))) {
            reasons.add(Reason.house(
                    "evidence",
                    "Enter the address of a page of this service, which begins with a stroke: /measures/K03"));
        }
        return reasons;
    }
}

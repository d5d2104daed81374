package uk.goldenthread.papers.service;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import uk.goldenthread.access.AccessPolicy;
import uk.goldenthread.access.AccessPolicy.Resource;
import uk.goldenthread.access.Actor;
import uk.goldenthread.access.AsAt;
import uk.goldenthread.access.HiddenException;
import uk.goldenthread.access.Permission;
import uk.goldenthread.database.UnitOfWork;
import uk.goldenthread.kernel.calendar.WorkingDays;
import uk.goldenthread.kernel.outcome.Outcome;
import uk.goldenthread.kernel.outcome.Reason;
import uk.goldenthread.ledger.Ledger;
import uk.goldenthread.papers.model.Cover;
import uk.goldenthread.papers.model.Kept;
import uk.goldenthread.papers.model.Occasion;
import uk.goldenthread.papers.model.Paper;
import uk.goldenthread.papers.store.PaperStore;
import uk.goldenthread.papers.store.PaperStore.Filter;
import uk.goldenthread.papers.store.PointStore.Proposed;
import uk.goldenthread.rulebook.Rules;
import uk.goldenthread.shell.view.Dates;

/// Begins papers, finds them, keeps their cover sheets and takes them through signature.
@Service
public class Papers {
    static final String EXECUTIVE = "ICB_EXECUTIVE_LEAD";

    private final UnitOfWork work;
    private final AccessPolicy policy;
    private final Ledger ledger;
    private final Clock clock;
    private final PaperStore papers;
    private final Proposing proposing;
    private final Assembly assembly;
    private final PaperChoices choices;
    private final WorkingDays calendar;
    private final Rules rules;

    public Papers(
            UnitOfWork work,
            AccessPolicy policy,
            Ledger ledger,
            Clock clock,
            PaperStore papers,
            Proposing proposing,
            Assembly assembly,
            PaperChoices choices,
            WorkingDays calendar,
            Rules rules) {
        this.work = work;
        this.policy = policy;
        this.ledger = ledger;
        this.clock = clock;
        this.papers = papers;
        this.proposing = proposing;
        this.assembly = assembly;
        this.choices = choices;
        this.calendar = calendar;
        this.rules = rules;
    }

    /// Whether the person works on papers, and so sees those not frozen yet; others see frozen papers
    /// alone.
    public static boolean worksOnPapers(Actor actor) {
        return actor.reachesWholeIcb()
                && (actor.may(Permission.PAPER_WRITE)
                        || actor.may(Permission.PAPER_SIGN)
                        || actor.may(Permission.PAPER_FREEZE));
    }

    /// Papers of one page.
    ///
    /// @param total of all pages
    public record Found(List<Kept> papers, int total) {}

    /// The ICB's papers, the latest meeting first; frozen ones only for who does not work on them.
    public Found list(Actor actor, String committee, int limit, int offset) {
        return work.read(actor.scope(), () -> {
            policy.require(actor, Permission.PAPER_VIEW, Resource.ofIcb(actor.icb()));
            var filter = new Filter(committee, !worksOnPapers(actor), limit, offset);
            return new Found(papers.list(actor.icb(), filter), papers.count(actor.icb(), filter));
        });
    }

    /// One paper.
    ///
    /// @throws HiddenException when there is none, or it is not frozen and the person does not work on
    ///     papers
    public Kept find(Actor actor, int id) {
        return work.read(actor.scope(), () -> {
            policy.require(actor, Permission.PAPER_VIEW, Resource.ofIcb(actor.icb()));
            return load(actor, id);
        });
    }

    Kept load(Actor actor, int id) {
        return open(actor, papers.find(actor.icb(), id));
    }

    private static Kept open(Actor actor, Optional<Kept> found) {
        var kept = found.orElseThrow(HiddenException::new);
        if (!(kept.paper() instanceof Paper.Frozen) && !worksOnPapers(actor)) {
            throw new HiddenException();
        }
        return kept;
    }

    /// Begins a paper and puts the data's proposals in it.
    ///
    /// @return its number
    public Outcome<Integer> begin(Actor actor, Occasion occasion) {
        return work.write(actor.scope(), () -> {
            policy.require(actor, Permission.PAPER_WRITE, Resource.ofIcb(actor.icb()));
            var title = "Safeguarding assurance, %s".formatted(occasion.period().label());
            var author = actor.name() + ", " + String.join(" and ", actor.roleNames());
            int id = papers.add(actor.icb(), occasion, actor.account(), Cover.untouched(title, author));
            ledger.record(
                    "PAPER_BEGUN",
                    subject(id),
                    Map.of("period", occasion.period().code()));
            proposing.propose(actor, papers.find(actor.icb(), id).orElseThrow());
            return Outcome.accepted(id);
        });
    }

    /// Adds what the data suggests now and was not suggested before, and takes out what gives way to it.
    public Outcome<Proposed> proposeAgain(Actor actor, int id) {
        return work.write(actor.scope(), () -> {
            var kept = writable(actor, id);
            return kept instanceof Outcome.Accepted<Kept>(var paper)
                    ? Outcome.accepted(proposing.propose(actor, paper))
                    : Outcome.refused(kept.reasons());
        });
    }

    /// The paper, when its words may change and this person may change them; they stay so until the unit of work ends.
    Outcome<Kept> writable(Actor actor, int id) {
        policy.require(actor, Permission.PAPER_WRITE, Resource.ofIcb(actor.icb()));
        var kept = open(actor, papers.lock(actor.icb(), id));
        return kept.paper().isEditable()
                ? Outcome.accepted(kept)
                : Outcome.refused(List.of(Reason.house("", locked(kept.paper()))));
    }

    /// Why a paper's words cannot change, and who can lift it.
    public static String locked(Paper paper) {
        return switch (paper) {
            case Paper.Draft _ -> "";
            case Paper.InReview _, Paper.Signed _ ->
                "The words are locked while the paper is signed. Whoever signs it can send it back.";
            case Paper.Frozen _ -> "The paper is frozen. Nothing of it changes again.";
        };
    }

    /// Keeps the cover sheet as it is, complete or not.
    ///
    /// @param version of the paper as it was read
    /// @throws OptimisticLockingFailureException when it changed since
    public Outcome<Kept> cover(Actor actor, int id, int version, Cover cover) {
        return change(actor, id, version, kept -> {
            var draft =
                    new Paper.Draft(id, kept.paper().occasion(), kept.paper().author(), cover);
            return new Kept(draft, kept.measures(), kept.submittedOn(), version);
        });
    }

    /// Chooses the measures that are shown with a chart.
    public Outcome<Kept> measures(Actor actor, int id, int version, List<String> measures) {
        var known = rules.of(actor, AsAt.PRESENT).kpis();
        var unknown =
                measures.stream().filter(each -> known.find(each).isEmpty()).toList();
        if (!unknown.isEmpty()) {
            return Outcome.refused(List.of(Reason.house("measures", "Choose measures from the list")));
        }
        return change(
                actor, id, version, kept -> new Kept(kept.paper(), List.copyOf(measures), kept.submittedOn(), version));
    }

    private Outcome<Kept> change(Actor actor, int id, int version, java.util.function.UnaryOperator<Kept> change) {
        return work.write(actor.scope(), () -> {
            var writable = writable(actor, id);
            return writable.map(kept -> {
                var changed = change.apply(kept);
                papers.replace(actor.icb(), changed);
                ledger.record("PAPER_CHANGED", subject(id), Map.of("version", version + 1));
                return changed;
            });
        });
    }

    /// What a cover sheet still lacks.
    public List<Reason> missing(Paper paper) {
        return paper.cover().missing(PaperChoices.codes(choices.purposes()), PaperChoices.codes(choices.conflicts()));
    }

    /// When a paper must be ready (BR-PAP-2).
    public LocalDate dueOn(Paper paper) {
        return paper.occasion()
                .dueOn(
                        calendar,
                        rules.now().settings(paper.occasion().meetingOn()).integer("PAPER.due"));
    }

    /// Hands a paper to those who sign.
    public Outcome<Paper> submit(Actor actor, int id) {
        return work.write(actor.scope(), () -> {
            policy.require(actor, Permission.PAPER_WRITE, Resource.ofIcb(actor.icb()));
            var kept = open(actor, papers.lock(actor.icb(), id));
            if (!(kept.paper() instanceof Paper.Draft draft)) {
                return Outcome.refused(List.of(Reason.house("", "The paper has been handed over already")));
            }
            return draft.submit(missing(draft)).map(review -> {
                papers.replace(actor.icb(), new Kept(review, kept.measures(), today(), kept.version()));
                ledger.record("PAPER_SUBMITTED", subject(id));
                return review;
            });
        });
    }

    /// Signs the next step of the chain.
    public Outcome<Paper> sign(Actor actor, int id) {
        return work.write(actor.scope(), () -> {
            policy.require(actor, Permission.PAPER_SIGN, Resource.ofIcb(actor.icb()));
            var kept = open(actor, papers.lock(actor.icb(), id));
            if (!(kept.paper() instanceof Paper.InReview review)) {
                return Outcome.refused(List.of(Reason.house("", "The paper is not waiting for a signature")));
            }
            var role = String.join(" and ", actor.roleNames());
            var outcome = review.sign(
                    actor.account(), actor.name(), role, actor.roles().contains(EXECUTIVE), today());
            return outcome.map(signed -> {
                var now = clock.instant();
                var data = assembly.assemble(
                        new Assembly.Wanted(actor.icb(), id, review.occasion(), kept.measures(), now, now));
                papers.sign(
                        actor.icb(), id, signed.signatures().getLast(), CanonicalJson.hash(CanonicalJson.write(data)));
                papers.replace(actor.icb(), new Kept(signed, kept.measures(), kept.submittedOn(), kept.version()));
                ledger.record(
                        "PAPER_SIGNED",
                        subject(id),
                        Map.of("step", review.next().name()));
                return signed;
            });
        });
    }

    /// Sends a paper back to its author.
    public Outcome<Paper> sendBack(Actor actor, int id, String reason) {
        return work.write(actor.scope(), () -> {
            policy.require(actor, Permission.PAPER_SIGN, Resource.ofIcb(actor.icb()));
            var kept = open(actor, papers.lock(actor.icb(), id));
            var outcome =
                    switch (kept.paper()) {
                        case Paper.InReview review -> review.sendBack(reason);
                        case Paper.Signed signed -> signed.sendBack(reason);
                        case Paper.Draft _, Paper.Frozen _ ->
                            Outcome.<Paper.Draft>refused(
                                    List.of(Reason.house("", "Only a paper in review or signed can be sent back")));
                    };
            return outcome.map(draft -> {
                papers.withdrawSignatures(actor.icb(), id, reason.strip());
                papers.replace(actor.icb(), new Kept(draft, kept.measures(), null, kept.version()));
                ledger.record(
                        "PAPER_SENT_BACK",
                        subject(id),
                        Map.of("signatures", kept.paper().signatures().size()));
                return draft;
            });
        });
    }

    private LocalDate today() {
        return clock.instant().atZone(Dates.LONDON).toLocalDate();
    }

    static String subject(int id) {
        return "paper/" + id;
    }
}

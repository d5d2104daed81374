package uk.goldenthread.assessments.service;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import uk.goldenthread.access.AccessPolicy.Resource;
import uk.goldenthread.access.Actor;
import uk.goldenthread.access.HiddenException;
import uk.goldenthread.access.Permission;
import uk.goldenthread.assessments.AssessmentSubmitted;
import uk.goldenthread.assessments.model.Answer;
import uk.goldenthread.assessments.model.Answer.Origin;
import uk.goldenthread.assessments.model.AssessmentHeader;
import uk.goldenthread.assessments.model.AssessmentState;
import uk.goldenthread.assessments.model.Progress;
import uk.goldenthread.assessments.store.AssessmentStore;
import uk.goldenthread.assessments.store.AssessmentWrites;
import uk.goldenthread.assessments.store.SharingStore;
import uk.goldenthread.assessments.store.SharingStore.Icb;
import uk.goldenthread.assessments.store.SharingStore.Share;
import uk.goldenthread.assessments.store.SharingStore.Target;
import uk.goldenthread.database.Scope;
import uk.goldenthread.evidence.EvidenceLending;
import uk.goldenthread.evidence.EvidenceLending.Count;
import uk.goldenthread.evidence.EvidenceLending.Loan;
import uk.goldenthread.kernel.Reference;
import uk.goldenthread.kernel.outcome.Outcome;
import uk.goldenthread.kernel.outcome.Reason;
import uk.goldenthread.organisations.Directory;
import uk.goldenthread.shell.view.Dates;

/// One return for several ICBs: the provider answers once, and agrees to share what it handed in. Each further ICB has
/// it in a round and an assessment of its own, so that nobody's judgement is ever seen by another; of the evidence it
/// may look at what stood behind the answers. What is handed in anew is copied anew, as long as the provider answered
/// nothing apart there and the judgement there is not finished. [EndOfSharing] ends it.
@Service
public class Sharing {
    private final Ground ground;
    private final AssessmentStore assessments;
    private final AssessmentWrites writes;
    private final SharingStore store;
    private final Answering answering;
    private final Recording recording;
    private final Directory directory;
    private final EvidenceLending lending;

    Sharing(
            Ground ground,
            Stores stores,
            SharingStore store,
            Answering answering,
            Recording recording,
            Surroundings surroundings) {
        this.ground = ground;
        this.assessments = stores.assessments();
        this.writes = stores.writes();
        this.store = store;
        this.answering = answering;
        this.recording = recording;
        this.directory = surroundings.directory();
        this.lending = surroundings.lending();
    }

    /// Where organisations are looked up, and evidence is lent.
    @org.springframework.stereotype.Component
    record Surroundings(Directory directory, EvidenceLending lending) {}

    /// What can be shared with whom.
    ///
    /// @param shares with whom it is shared, or was
    /// @param evidence how much evidence went along, by the sharing's stable name
    /// @param offered the ICBs it could be shared with besides; none while it is being put right
    public record Standing(
            AssessmentHeader header, List<Share> shares, Map<Reference, Count> evidence, List<Icb> offered) {}

    /// With whom a return is shared, was shared, and could be.
    ///
    /// @throws HiddenException when there is none for this person, or it was never handed in
    public Standing standing(Actor actor, long id) {
        return ground.work().read(actor.scope(), () -> {
            var header = header(actor, id);
            var shares = store.of(header.icb(), id);
            var counted = lending.count(shares.stream().map(Share::reference).toList());
            return new Standing(header, shares, counted, offered(header, shares));
        });
    }

    private List<Icb> offered(AssessmentHeader header, List<Share> shares) {
        if (!header.state().isHandedIn()) {
            return List.of();
        }
        return store
                .elsewhere(header.icb(), header.organisation(), ground.rules().today())
                .stream()
                .filter(icb -> shares.stream()
                        .noneMatch(share -> share.isOpen() && share.with().equals(icb)))
                .toList();
    }

    private AssessmentHeader header(Actor actor, long id) {
        var header = assessments.find(actor.icb(), id).orElseThrow(HiddenException::new);
        ground.policy()
                .require(actor, Permission.ASSESSMENT_SIGN_OFF, Resource.of(header.icb(), header.organisation()));
        if (header.submittedAt() == null) {
            throw new HiddenException();
        }
        return header;
    }

    /// Agrees to share a return, and copies it at once where the other ICB asks the same.
    ///
    /// @return whether it was copied now; else it is as soon as that ICB asks
    public Outcome<Boolean> share(Actor actor, long id, int with) {
        var agreed = ground.work().write(actor.scope(), () -> {
            var header = header(actor, id);
            var shares = store.of(header.icb(), id);
            var icb = offered(header, shares).stream()
                    .filter(each -> each.id() == with)
                    .findFirst();
            var reasons = new ArrayList<Reason>();
            if (icb.isEmpty()) {
                reasons.add(Reason.house("with", "Choose an ICB that your organisation works with."));
            }
            return Outcome.unless(reasons, () -> {
                var now = ground.rules().now();
                store.add(header, with, actor.account(), actor.name(), now);
                recording.step(actor, header, "SHARED", icb.orElseThrow().name());
                return store.of(header.icb(), id).stream()
                        .filter(share -> share.isOpen() && share.with().id() == with)
                        .findFirst()
                        .orElseThrow();
            });
        });
        return agreed.map(this::deliver);
    }

    /// Brings what was handed in anew to every ICB that it is shared with.
    public void follow(int icb, long id) {
        ground.work().read(Scope.jobFor(icb), () -> store.of(icb, id)).stream()
                .filter(Share::isOpen)
                .forEach(this::deliver);
    }

    /// Brings to an ICB what is shared with it and is not there yet.
    void bring(int icb) {
        ground.work().read(Scope.jobFor(icb), () -> store.with(icb)).forEach(this::deliver);
    }

    /// What was handed in, as it leaves the ICB it was handed in to.
    private record Sent(Answering.Open open, Instant handedIn, String from) {
        AssessmentHeader header() {
            return open.header();
        }

        Map<String, Answer> answers() {
            return open.answers();
        }

        /// Whether these are the very questions that it answers: an ICB's own framework may bear the same name and ask
        /// something else.
        boolean answers(Answering.Open asked) {
            return asked.asked()
                    .edition()
                    .standards()
                    .equals(open.asked().edition().standards());
        }
    }

    /// The answers first, then what stood behind them; what fails between the two is made good by the daily job.
    ///
    /// @return whether the other ICB has it as it was last handed in
    private boolean deliver(Share share) {
        var sent = ground.work().read(Scope.jobFor(share.icb()), () -> sent(share));
        if (sent.isEmpty() || !ground.work().write(Scope.jobFor(share.with().id()), () -> receive(share, sent.get()))) {
            return false;
        }
        return ground.work().write(Scope.jobFor(share.icb()), () -> lend(share, sent.get()));
    }

    /// Locks the assessment as the end of a sharing does, so that nothing is lent after it.
    private boolean lend(Share share, Sent sent) {
        assessments.lock(share.icb(), share.assessment());
        if (!isOpen(share)) {
            return false;
        }
        var lines = new LinkedHashMap<Reference, String>();
        sent.answers().values().forEach(answer -> lines.put(Reference.of("answer", answer.id()), answer.code()));
        lending.lend(
                new Loan(share.icb(), share.organisation(), share.with().id(), share.reference(), sent.handedIn()),
                lines);
        return true;
    }

    private boolean isOpen(Share share) {
        return store.find(share.id()).filter(Share::isOpen).isPresent();
    }

    private Optional<Sent> sent(Share share) {
        var found = assessments.find(share.icb(), share.assessment());
        if (found.isEmpty() || !found.get().state().isHandedIn()) {
            return Optional.empty(); // given back: what is being changed is not handed in
        }
        var header = found.get();
        var handedIn = java.util.Objects.requireNonNull(header.submittedAt());
        var icb = directory.byId(share.icb()).orElseThrow();
        var from = "%s, handed in %s".formatted(icb.name(), Dates.day(handedIn));
        return Optional.of(new Sent(answering.withAnswers(header), handedIn, from));
    }

    private boolean receive(Share share, Sent sent) {
        var target =
                store.target(share.with().id(), sent.header(), ground.rules().today());
        if (target.isEmpty() || !isOpen(share)) {
            return false;
        }
        var header =
                assessments.lock(share.with().id(), target.get().assessment()).orElseThrow();
        if (isThere(share, sent, target.get())) {
            return true;
        }
        var open = answering.withAnswers(header);
        var free = target.get().from() == null || target.get().from() == share.icb();
        if (!free || !mayFollow(header) || !isUntouched(open) || !sent.answers(open)) {
            return false;
        }
        copy(open, sent);
        store.mark(header, share, sent.handedIn());
        return true;
    }

    private static boolean isThere(Share share, Sent sent, Target target) {
        var under = target.sharing();
        return under != null && under == share.id() && sent.handedIn().equals(target.at());
    }

    private static boolean mayFollow(AssessmentHeader header) {
        return switch (header.state()) {
            case AssessmentState.Answerable _, AssessmentState.WithIcb _ -> true;
            default -> false;
        };
    }

    /// Whether the provider wrote nothing here that the copy would go over.
    private static boolean isUntouched(Answering.Open open) {
        return open.inOrder().stream()
                .allMatch(answer -> answer.isFree()
                        || (answer.origin().kind() == Origin.Kind.SHARED && answer.decision() == Answer.Decision.NONE));
    }

    private void copy(Answering.Open open, Sent sent) {
        var after = new LinkedHashMap<String, Answer>();
        for (var answer : open.inOrder()) {
            var source = sent.answers().get(answer.code());
            after.put(answer.code(), source == null ? answer : copied(answer, source, sent.from()));
        }
        var header = open.header();
        var shown = open.asked().shown(Answering.values(after.values()));
        var progress = Progress.of(
                after.values(), code -> shown.contains(code) && open.asked().isRequired(code));
        var signed = java.util.Objects.requireNonNull(sent.header().submittedBy());
        var taken = header.state() instanceof AssessmentState.UnderReview;
        var next = taken ? header.state() : new AssessmentState.Submitted();
        writes.save(
                header.in(next).counted(progress).signed(signed, sent.handedIn()),
                after.values(),
                HandingIn.cards(open, after));
        writes.step(header, ground.rules().now(), header.organisationName(), "SHARED_IN", sent.from());
        recording.ledger(
                "ASSESSMENT_SHARED_IN", header, Map.of("from", sent.header().icb()));
        recording.publish(new AssessmentSubmitted(header.icb(), header.organisation(), header.id()));
    }

    /// The source's number stays behind: nothing here leads into another ICB's records.
    private static Answer copied(Answer target, Answer source, String from) {
        return new Answer(
                target.id(),
                target.code(),
                source.isToConfirm() ? "" : source.value(),
                source.words(),
                source.reason(),
                new Origin(Origin.Kind.SHARED, null, from, ""),
                Answer.Decision.NONE,
                source.evidenced(),
                source.answeredBy(),
                source.answeredAt(),
                target.version());
    }
}

package uk.goldenthread.assessments.service;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import uk.goldenthread.access.AccessPolicy;
import uk.goldenthread.access.AccessPolicy.Resource;
import uk.goldenthread.access.Actor;
import uk.goldenthread.access.Colleagues;
import uk.goldenthread.access.HiddenException;
import uk.goldenthread.access.Permission;
import uk.goldenthread.access.RoleHolders.Holder;
import uk.goldenthread.actions.ActionRegister;
import uk.goldenthread.assessments.AssessmentSubmitted;
import uk.goldenthread.assessments.model.Answer;
import uk.goldenthread.assessments.model.AnswerRules;
import uk.goldenthread.assessments.model.AssessmentHeader;
import uk.goldenthread.assessments.model.AssessmentState;
import uk.goldenthread.assessments.model.AssessmentState.WithApprover;
import uk.goldenthread.assessments.model.Claims;
import uk.goldenthread.assessments.model.Judgement.View;
import uk.goldenthread.assessments.model.Scoring;
import uk.goldenthread.assessments.store.AssessmentStore;
import uk.goldenthread.assessments.store.AssessmentWrites;
import uk.goldenthread.database.UnitOfWork;
import uk.goldenthread.evidence.EvidenceItem;
import uk.goldenthread.evidence.EvidenceLibrary;
import uk.goldenthread.kernel.Reference;
import uk.goldenthread.kernel.outcome.Outcome;
import uk.goldenthread.kernel.outcome.Reason;
import uk.goldenthread.notify.Addressee;
import uk.goldenthread.notify.Message;
import uk.goldenthread.notify.Notifications;

/// Handing an assessment in: the author names who signs for the board, that person signs or sends it back.
@Service
public class HandingIn {
    private final UnitOfWork work;
    private final AccessPolicy policy;
    private final AssessmentRules rules;
    private final Notifications notifications;
    private final AssessmentStore store;
    private final AssessmentWrites writes;
    private final Answering answering;
    private final Parts parts;
    private final Recording recording;
    private final Colleagues colleagues;
    private final EvidenceLibrary evidence;
    private final ActionRegister actions;

    HandingIn(Ground ground, Stores stores, Answering answering, Parts parts, Recording recording, Beside beside) {
        this.work = ground.work();
        this.policy = ground.policy();
        this.rules = ground.rules();
        this.notifications = ground.notifications();
        this.store = stores.assessments();
        this.writes = stores.writes();
        this.answering = answering;
        this.parts = parts;
        this.recording = recording;
        this.colleagues = beside.colleagues();
        this.evidence = beside.evidence();
        this.actions = beside.actions();
    }

    /// Who may sign for the board: those of the organisation who may, and who answered nothing of it.
    /// Called inside a
    /// unit of work for the actor.
    List<Holder> approvers(Actor actor, AssessmentHeader header) {
        return colleagues.whoMay(Permission.ASSESSMENT_SIGN_OFF, rules.today()).stream()
                .filter(holder -> !header.authors().contains(holder.account()) && holder.account() != actor.account())
                .toList();
    }

    /// Everything that has to be done before it is handed in, at its field, `1.2.reason`.
    ///
    /// @param withAction the answers for which an action was opened
    List<Reason> missing(Answering.Open open, Set<Reference> withAction) {
        var reasons = new ArrayList<Reason>();
        var shown = open.asked().shown(Answering.values(open.inOrder()));
        for (var answer : open.inOrder()) {
            var question = open.asked().questions().get(answer.code());
            if (question != null && shown.contains(answer.code())) {
                AnswerRules.missing(question, answer, withAction.contains(reference(answer)))
                        .forEach(reason -> reasons.add(
                                new Reason(answer.code() + "." + reason.field(), reason.message(), reason.clause())));
            }
        }
        reasons.addAll(parts.notJoined(open.header()));
        return reasons;
    }

    /// Hands it over to be signed for the board. Refused with everything that is missing.
    ///
    /// @param approver the account of who signs
    public Outcome<WithApprover> handOver(Actor actor, long id, int approver) {
        return work.write(actor.scope(), () -> {
            var open = answering.open(actor, id);
            var header = open.header();
            if (!(header.state() instanceof AssessmentState.Answerable answerable)) {
                return Outcome.refused(rules.whyNotAnswered(header));
            }
            var missing = new ArrayList<>(rules.whyNotAnswered(header));
            missing.addAll(missing(open, actions.of(actor, references(open)).keySet()));
            var may = colleagues.whoMay(Permission.ASSESSMENT_SIGN_OFF, rules.today());
            if (may.stream().noneMatch(holder -> holder.account() == approver)) {
                missing.add(new Reason("approver", "Choose who signs this for your board.", AssessmentState.SIGN_OFF));
            }
            var authors = new java.util.HashSet<>(header.answeredBy());
            authors.add(actor.account());
            return answerable.handOver(missing, approver, authors).map(next -> {
                writes.save(header.in(next).handed(actor.account(), rules.now()), List.of(), List.of());
                recording.step(actor, header, "HANDED_OVER", "");
                tell(
                        header,
                        approver,
                        "%s waits for you to sign it for your board."
                                .formatted(header.round().name()));
                return next;
            });
        });
    }

    /// An author takes it back before it is signed.
    public Outcome<AssessmentState> takeBack(Actor actor, long id) {
        return work.write(actor.scope(), () -> {
            var header = answering.open(actor, id).header();
            if (!(header.state() instanceof WithApprover waiting)) {
                return notWaiting();
            }
            writes.save(header.in(waiting.takeBack()), List.of(), List.of());
            recording.step(actor, header, "TAKEN_BACK", "");
            return Outcome.accepted(waiting.takeBack());
        });
    }

    /// The person named signs for the board: it is then with the ICB.
    public Outcome<AssessmentState> sign(Actor actor, long id) {
        return work.write(actor.scope(), () -> {
            var header = locked(actor, id);
            if (!(header.state() instanceof WithApprover waiting)) {
                return notWaiting();
            }
            return waiting.sign(actor.account(), header.authors()).map(next -> {
                var open = answering.withAnswers(header);
                var evidenced = evidenced(actor, open);
                writes.save(
                        header.in(next).signed(actor.account(), rules.now()),
                        evidenced.values(),
                        cards(open, evidenced));
                recording.step(actor, header, "SUBMITTED", "");
                recording.publish(new AssessmentSubmitted(header.icb(), header.organisation(), id));
                return next;
            });
        });
    }

    /// The answers, each with whether evidence is in date on the day it is handed in (BR-ASM-2).
    private Map<String, Answer> evidenced(Actor actor, Answering.Open open) {
        var items = evidence.of(actor, references(open));
        var today = rules.today();
        var answers = new LinkedHashMap<String, Answer>();
        for (var answer : open.inOrder()) {
            List<EvidenceItem> own = items.getOrDefault(reference(answer), List.of());
            answers.put(answer.code(), answer.evidenced(own.stream().anyMatch(item -> item.isInDate(today))));
        }
        return answers;
    }

    private static List<Reference> references(Answering.Open open) {
        return open.inOrder().stream().map(HandingIn::reference).toList();
    }

    private static Reference reference(Answer answer) {
        return Reference.of("answer", answer.id());
    }

    static List<Scoring.Card> cards(Answering.Open open, Map<String, Answer> answers) {
        var scoring = new Scoring(open.header().round().cutOffs());
        var shown = open.asked().shown(Answering.values(answers.values()));
        return Stream.of(View.CLAIMED, View.EVIDENCED)
                .map(view -> Claims.card(scoring, open.asked().edition(), shown, answers, view))
                .toList();
    }

    /// The person named sends it back to be put right.
    public Outcome<AssessmentState> sendBack(Actor actor, long id, String reason) {
        return work.write(actor.scope(), () -> {
            var header = locked(actor, id);
            if (!(header.state() instanceof WithApprover waiting)) {
                return notWaiting();
            }
            return waiting.sendBack(actor.account(), reason).map(next -> {
                writes.save(header.in(next), List.of(), List.of());
                recording.step(actor, header, "SENT_BACK", reason.strip());
                return next;
            });
        });
    }

    private AssessmentHeader locked(Actor actor, long id) {
        var header = store.lock(actor.icb(), id).orElseThrow(HiddenException::new);
        policy.require(actor, Permission.ASSESSMENT_SIGN_OFF, Resource.of(header.icb(), header.organisation()));
        return header;
    }

    private void tell(AssessmentHeader header, int account, String sentence) {
        notifications.tell(
                new Addressee.Person(header.organisation(), account),
                new Message(
                        "ASSESSMENT_TO_SIGN",
                        sentence,
                        "/assessments/" + header.id(),
                        "assessment/%d/sign/%d".formatted(header.id(), header.version()),
                        false));
    }

    private static <T> Outcome<T> notWaiting() {
        return Outcome.refused(List.of(Reason.house("", "This does not wait to be signed.")));
    }
}

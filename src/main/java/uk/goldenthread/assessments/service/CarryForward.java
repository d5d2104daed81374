package uk.goldenthread.assessments.service;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import uk.goldenthread.access.Actor;
import uk.goldenthread.assessments.model.Answer;
import uk.goldenthread.assessments.model.Answer.Origin;
import uk.goldenthread.assessments.model.AssessmentHeader;
import uk.goldenthread.assessments.model.Question;
import uk.goldenthread.assessments.store.AssessmentStore;
import uk.goldenthread.database.UnitOfWork;
import uk.goldenthread.evidence.EvidenceLibrary;
import uk.goldenthread.kernel.Reference;
import uk.goldenthread.kernel.outcome.Outcome;
import uk.goldenthread.kernel.outcome.Reason;
import uk.goldenthread.shell.view.Dates;

/// Brings last time's answers forward: words, notes and evidence, never the judgement, which is to be
/// confirmed one by one
/// (BR-ASM-8).
@Service
public class CarryForward {
    private final UnitOfWork work;
    private final AssessmentRules rules;
    private final AssessmentStore store;
    private final Answering answering;
    private final Parts parts;
    private final EvidenceLibrary evidence;
    private final Recording recording;

    CarryForward(
            Ground ground,
            Stores stores,
            Answering answering,
            Parts parts,
            EvidenceLibrary evidence,
            Recording recording) {
        this.work = ground.work();
        this.rules = ground.rules();
        this.store = stores.assessments();
        this.answering = answering;
        this.parts = parts;
        this.evidence = evidence;
        this.recording = recording;
    }

    /// Brings forward what was last handed in to the same framework, line by line of the same code,
    /// wherever nothing is
    /// written yet.
    ///
    /// @return how many answers came
    public Outcome<Integer> bring(Actor actor, long id) {
        return work.write(actor.scope(), () -> {
            var open = answering.open(actor, id);
            var header = open.header();
            var reasons = new ArrayList<>(rules.whyNotAnswered(header));
            if (!parts.ownStandards(actor, header).isEmpty()) {
                reasons.add(Reason.house("", "Only who shares this assessment out can bring answers forward."));
            }
            var before = store.before(header);
            if (before.isEmpty()) {
                reasons.add(Reason.house("", "Your organisation has not handed in this framework before."));
            }
            return Outcome.unless(reasons, () -> bring(actor, open, before.orElseThrow()));
        });
    }

    private Integer bring(Actor actor, Answering.Open open, AssessmentHeader before) {
        var earlier = answering.withAnswers(before).answers();
        var after = new ArrayList<Answer>();
        Map<Reference, Reference> links = new HashMap<>();
        for (var answer : open.inOrder()) {
            carried(open.asked().questions().get(answer.code()), answer, earlier.get(answer.code()), before)
                    .ifPresent(copy -> {
                        after.add(copy);
                        links.put(
                                Reference.of(
                                        "answer",
                                        java.util.Objects.requireNonNull(
                                                copy.origin().answer())),
                                Reference.of("answer", copy.id()));
                    });
        }
        if (!after.isEmpty()) {
            answering.store(actor, open, after, "ANSWERS_CARRIED");
            evidence.copyLinks(actor, links);
            recording.step(
                    actor, open.header(), "CARRIED_FORWARD", before.round().name());
        }
        return after.size();
    }

    private static Optional<Answer> carried(
            @Nullable Question question, Answer answer, @Nullable Answer earlier, AssessmentHeader before) {
        if (question == null
                || earlier == null
                || !answer.isFree()
                || answer.origin().kind() != Origin.Kind.TYPED
                || earlier.isToConfirm()
                || (earlier.value().isEmpty() && earlier.words().isEmpty())) {
            return Optional.empty();
        }
        var judged = question.kind().accepts(earlier.value()) ? earlier.value() : "";
        var when = earlier.answeredAt();
        var words = when == null
                ? before.round().name()
                : "%s, answered %s".formatted(before.round().name(), Dates.day(when));
        var origin = new Origin(Origin.Kind.CARRIED, earlier.id(), words, judged);
        return Optional.of(answer.from(origin, "", earlier.words(), earlier.reason()));
    }
}

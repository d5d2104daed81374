package uk.goldenthread.assessments.service;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import uk.goldenthread.access.AccessPolicy;
import uk.goldenthread.access.AccessPolicy.Resource;
import uk.goldenthread.access.Actor;
import uk.goldenthread.access.HiddenException;
import uk.goldenthread.access.Permission;
import uk.goldenthread.assessments.model.Answer;
import uk.goldenthread.assessments.model.AssessmentHeader;
import uk.goldenthread.assessments.model.Claims;
import uk.goldenthread.assessments.model.Judgement.View;
import uk.goldenthread.assessments.model.Progress;
import uk.goldenthread.assessments.model.Scoring;
import uk.goldenthread.assessments.store.AssessmentStore;
import uk.goldenthread.assessments.store.AssessmentWrites;
import uk.goldenthread.database.UnitOfWork;
import uk.goldenthread.kernel.outcome.Outcome;
import uk.goldenthread.kernel.outcome.Reason;

/// The one way in which a provider's answers change: one or many in one save, with the counts and scores
/// that follow.
@Service
public class Answering {
    private final UnitOfWork work;
    private final AccessPolicy policy;
    private final AssessmentRules rules;
    private final AssessmentStore store;
    private final AssessmentWrites writes;
    private final Editions editions;
    private final Parts parts;
    private final Recording recording;

    Answering(Ground ground, Stores stores, Editions editions, Parts parts, Recording recording) {
        this.work = ground.work();
        this.policy = ground.policy();
        this.rules = ground.rules();
        this.store = stores.assessments();
        this.writes = stores.writes();
        this.editions = editions;
        this.parts = parts;
        this.recording = recording;
    }

    /// The version to give with the next change.
    public record Saved(int version) {}

    /// An assessment that is being changed: locked, with its answers by code in the order they are asked.
    record Open(AssessmentHeader header, Editions.Asked asked, Map<String, Answer> answers) {
        List<Answer> inOrder() {
            return List.copyOf(answers.values());
        }
    }

    /// Saves what was typed, all or nothing. A field not named stays as it is; what cannot be an answer is
    /// refused at
    /// its field, `1.2.value`.
    ///
    /// @throws AnswerConflict when somebody else changed the same answers since `base`
    public Outcome<Saved> save(Actor actor, long id, Base base, List<Typed> typed) {
        return work.write(actor.scope(), () -> {
            var open = open(actor, id);
            var reasons = new ArrayList<>(rules.whyNotAnswered(open.header()));
            if (!reasons.isEmpty()) {
                return Outcome.refused(reasons);
            }
            var mine = parts.answerable(actor, open.header(), open.asked());
            var after = new ArrayList<Answer>();
            for (var each : typed) {
                if (!mine.test(each.code())) {
                    reasons.add(notAsked(each.code()));
                } else if (!isUnseen(open, each, base)) {
                    read(open, each, reasons).ifPresent(after::add);
                }
            }
            return Outcome.unless(reasons, () -> unlessConflicting(actor, open, base, after));
        });
    }

    /// Whether a page that was made before an answer changed is sent with nothing touched about it: what was not shown
    /// is not confirmed.
    private static boolean isUnseen(Open open, Typed typed, Base base) {
        var stored = open.answers().get(typed.code());
        return typed.isUntouched() && stored != null && stored.version() > base.version();
    }

    /// Says of one answer that was copied here whether it still holds.
    ///
    /// @param decision [Answer.Decision#STILL_TRUE] or [Answer.Decision#GONE]; whoever changes it saves it
    ///     anew
    /// @throws AnswerConflict when somebody else changed it since `base`
    public Outcome<Saved> decide(Actor actor, long id, Base base, String code, Answer.Decision decision) {
        return work.write(actor.scope(), () -> {
            var open = open(actor, id);
            var reasons = new ArrayList<>(rules.whyNotAnswered(open.header()));
            var answer = open.answers().get(code);
            if (answer == null
                    || !parts.answerable(actor, open.header(), open.asked()).test(code)) {
                reasons.add(notAsked(code));
            } else if (answer.origin().kind() == Answer.Origin.Kind.TYPED) {
                reasons.add(Reason.house(code + ".value", "Nothing was brought forward here."));
            } else if (decision == Answer.Decision.STILL_TRUE
                    && answer.origin().value().isEmpty()) {
                reasons.add(Reason.house(code + ".value", "Last time had no judgement here, so answer it now."));
            }
            if (!reasons.isEmpty() || answer == null) {
                return Outcome.refused(reasons);
            }
            var decided = decision == Answer.Decision.STILL_TRUE ? answer.stillTrue() : answer.gone();
            return Outcome.accepted(unlessConflicting(actor, open, base, List.of(decided)));
        });
    }

    private Saved unlessConflicting(Actor actor, Open open, Base base, List<Answer> typed) {
        var header = open.header();
        var after = typed.stream()
                .filter(answer -> !answer.saysTheSame(stored(open, answer)))
                .toList();
        var conflicting = new ArrayList<AnswerConflict.Field>();
        for (var answer : after) {
            var stored = stored(open, answer);
            var others = stored.version() > base.version()
                    && (base.exact() || !Integer.valueOf(actor.account()).equals(stored.answeredBy()));
            if (others || (base.exact() && header.version() != base.version())) {
                conflicting.addAll(AnswerReading.between(answer, stored));
            }
        }
        if (!conflicting.isEmpty()) {
            throw new AnswerConflict(header.id(), header.version(), conflicting);
        }
        if (after.isEmpty()) {
            return new Saved(Math.min(base.version(), header.version()));
        }
        store(actor, open, after, "ANSWERS_SAVED");
        // Somebody who has not seen another's change keeps the version they have seen.
        return new Saved(base.version() == header.version() ? header.version() + 1 : base.version());
    }

    /// Stores answers that changed, with the counts and the claimed score, and one ledger entry.
    void store(Actor actor, Open open, Collection<Answer> after, String action) {
        var now = rules.now();
        var all = new LinkedHashMap<>(open.answers());
        var changed =
                after.stream().map(answer -> answer.by(actor.account(), now)).toList();
        changed.forEach(answer -> all.put(answer.code(), answer));
        var shown = open.asked().shown(values(all.values()));
        var progress = Progress.of(
                all.values(), code -> shown.contains(code) && open.asked().isRequired(code));
        var card = Claims.card(
                new Scoring(open.header().round().cutOffs()), open.asked().edition(), shown, all, View.CLAIMED);
        writes.save(open.header().answered(actor.account(), progress), changed, List.of(card));
        recording.ledger(
                action,
                open.header(),
                Map.of("questions", changed.stream().map(Answer::code).toList()));
    }

    static Map<String, String> values(Collection<Answer> answers) {
        var values = new LinkedHashMap<String, String>();
        answers.forEach(answer -> values.put(answer.code(), answer.isToConfirm() ? "" : answer.value()));
        return values;
    }

    /// The assessment locked for a change by somebody of its organisation.
    ///
    /// @throws HiddenException when there is none that the person may see
    Open open(Actor actor, long id) {
        var header = store.lock(actor.icb(), id).orElseThrow(HiddenException::new);
        policy.require(actor, Permission.ASSESSMENT_ANSWER, Resource.of(header.icb(), header.organisation()));
        return withAnswers(header);
    }

    Open withAnswers(AssessmentHeader header) {
        var answers = new LinkedHashMap<String, Answer>();
        store.answers(header.icb(), header.id()).forEach(answer -> answers.put(answer.code(), answer));
        return new Open(header, editions.of(header), answers);
    }

    private static Optional<Answer> read(Open open, Typed typed, List<Reason> reasons) {
        var stored = open.answers().get(typed.code());
        var question = open.asked().questions().get(typed.code());
        if (stored == null || question == null) {
            reasons.add(notAsked(typed.code()));
            return Optional.empty();
        }
        return switch (AnswerReading.read(question, stored, typed)) {
            case Outcome.Accepted<Answer>(var answer) -> Optional.of(answer);
            case Outcome.Refused<Answer>(var wrong) -> {
                reasons.addAll(wrong);
                yield Optional.empty();
            }
        };
    }

    private static Reason notAsked(String code) {
        return Reason.house(code + ".value", "You are not asked %s in this assessment.".formatted(code));
    }

    private static Answer stored(Open open, Answer answer) {
        return java.util.Objects.requireNonNull(open.answers().get(answer.code()));
    }
}

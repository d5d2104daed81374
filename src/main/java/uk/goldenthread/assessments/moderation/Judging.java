package uk.goldenthread.assessments.moderation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.goldenthread.access.AccessPolicy;
import uk.goldenthread.access.AccessPolicy.Resource;
import uk.goldenthread.access.Actor;
import uk.goldenthread.access.HiddenException;
import uk.goldenthread.access.Permission;
import uk.goldenthread.assessments.model.Answer;
import uk.goldenthread.assessments.model.AnswerKind;
import uk.goldenthread.assessments.model.AssessmentHeader;
import uk.goldenthread.assessments.model.Criterion;
import uk.goldenthread.assessments.model.JudgedScores;
import uk.goldenthread.assessments.model.Judgement.View;
import uk.goldenthread.assessments.model.Moderation;
import uk.goldenthread.assessments.model.Review;
import uk.goldenthread.assessments.model.Scoring;
import uk.goldenthread.assessments.service.Editions;
import uk.goldenthread.assessments.store.AssessmentStore;
import uk.goldenthread.assessments.store.ModerationStore;
import uk.goldenthread.assessments.store.ReviewStore;
import uk.goldenthread.kernel.outcome.Reason;

/// Opens an assessment as the ICB judges it: claims and judgements side by side.
@Component
public class Judging {
    private final AccessPolicy policy;
    private final AssessmentStore assessments;
    private final ModerationStore moderations;
    private final ReviewStore reviews;
    private final Editions editions;

    Judging(
            AccessPolicy policy,
            AssessmentStore assessments,
            ModerationStore moderations,
            ReviewStore reviews,
            Editions editions) {
        this.policy = policy;
        this.assessments = assessments;
        this.moderations = moderations;
        this.reviews = reviews;
        this.editions = editions;
    }

    /// An assessment with its claims and judgements by code.
    ///
    /// @param review null before it was first taken up
    public record Whole(
            AssessmentHeader header,
            Editions.Asked asked,
            Map<String, Answer> answers,
            Map<String, Moderation> moderations,
            @Nullable Review review) {

        /// The criteria that are shown and rated, in order.
        public List<Criterion> criteria() {
            var shown = shown();
            return asked.edition()
                    .criteria()
                    .filter(criterion -> shown.contains(criterion.code()) && answers.containsKey(criterion.code()))
                    .toList();
        }

        /// One of those.
        public Optional<Criterion> criterion(String code) {
            return criteria().stream()
                    .filter(criterion -> criterion.code().equals(code))
                    .findFirst();
        }

        Set<String> shown() {
            var values = new LinkedHashMap<String, String>();
            answers.values().forEach(answer -> values.put(answer.code(), answer.isToConfirm() ? "" : answer.value()));
            return asked.shown(values);
        }

        /// The claim on a criterion.
        public Answer claim(Criterion criterion) {
            return java.util.Objects.requireNonNull(answers.get(criterion.code()));
        }

        /// The score in one of the ICB's views.
        public Scoring.Card card(View view) {
            return JudgedScores.card(
                    new Scoring(header.round().cutOffs()), asked.edition(), shown(), answers, moderations, view);
        }

        /// How many criteria are left out by the judgement, or by the claim
        /// where there is none yet.
        public long leftOut() {
            return criteria().stream()
                    .filter(criterion -> {
                        var moderation = moderations.get(criterion.code());
                        var value = moderation == null || moderation.value().isEmpty()
                                ? claim(criterion).value()
                                : moderation.value();
                        return value.equals(AnswerKind.NA);
                    })
                    .count();
        }

        /// In how many criteria the claim lies that many points or more above the judgement.
        public int overRated(int points) {
            return (int) criteria().stream()
                    .filter(criterion -> {
                        var moderation = moderations.get(criterion.code());
                        if (moderation == null) {
                            return false;
                        }
                        var variance = moderation.variance(criterion, claim(criterion));
                        return variance.isPresent()
                                && variance.get().points() != null
                                && variance.get().points() <= -points;
                    })
                    .count();
        }

        /// The version of the review; 0 before there is one.
        public int version() {
            return review == null ? 0 : review.version();
        }
    }

    /// The assessment as this person may see it. Called inside a unit of work.
    ///
    /// @throws HiddenException when it is not there for this person
    public Whole read(Actor actor, long id) {
        var header = assessments.find(actor.icb(), id).orElseThrow(HiddenException::new);
        policy.require(actor, Permission.ASSESSMENT_VIEW, Resource.of(header.icb(), header.organisation()));
        return whole(header);
    }

    /// The same locked for a change that this permission allows.
    ///
    /// @throws HiddenException when it is not there for this person
    Whole open(Actor actor, Permission permission, long id) {
        return whole(header(actor, permission, id));
    }

    /// The assessment alone, locked for a change that this permission allows.
    AssessmentHeader header(Actor actor, Permission permission, long id) {
        var header = assessments.lock(actor.icb(), id).orElseThrow(HiddenException::new);
        policy.require(actor, permission, Resource.of(header.icb(), header.organisation()));
        return header;
    }

    Whole whole(AssessmentHeader header) {
        var answers = new LinkedHashMap<String, Answer>();
        assessments.answers(header.icb(), header.id()).forEach(answer -> answers.put(answer.code(), answer));
        var judged = new LinkedHashMap<String, Moderation>();
        moderations.of(header.icb(), header.id()).forEach(each -> judged.put(each.code(), each));
        return new Whole(
                header,
                editions.of(header),
                answers,
                judged,
                reviews.find(header.icb(), header.id()).orElse(null));
    }

    /// Everything that a judgement of the whole still lacks.
    static List<Reason> missing(Whole whole) {
        var reasons = new ArrayList<Reason>();
        for (var criterion : whole.criteria()) {
            reasons.addAll(Moderation.missing(
                    criterion, whole.claim(criterion), whole.moderations().get(criterion.code())));
        }
        return reasons;
    }
}

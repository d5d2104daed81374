package uk.goldenthread.assessments.moderation;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import uk.goldenthread.access.Actor;
import uk.goldenthread.access.AsAt;
import uk.goldenthread.access.Permission;
import uk.goldenthread.actions.ActionRegister;
import uk.goldenthread.actions.ActionSummary;
import uk.goldenthread.assessments.model.AssessmentHeader;
import uk.goldenthread.assessments.model.Criterion;
import uk.goldenthread.assessments.moderation.Judging.Whole;
import uk.goldenthread.assessments.service.SharedHere;
import uk.goldenthread.assessments.store.AssessmentStore;
import uk.goldenthread.assessments.store.PlanStore;
import uk.goldenthread.assessments.store.ReviewStore;
import uk.goldenthread.assessments.store.SpreadStore;
import uk.goldenthread.assessments.survey.Surveys;
import uk.goldenthread.database.Scope;
import uk.goldenthread.database.UnitOfWork;
import uk.goldenthread.evidence.EvidenceItem;
import uk.goldenthread.evidence.EvidenceLibrary;
import uk.goldenthread.kernel.Reference;

/// Reads what a moderator has before them: claim, evidence, last round, the other providers without names,
/// and
/// the judgement.
@Service
public class SideBySide {
    private final UnitOfWork work;
    private final Judging judging;
    private final AssessmentStore assessments;
    private final SpreadStore spreads;
    private final ReviewStore reviews;
    private final PlanStore plans;
    private final ReviewRules rules;
    private final Others others;

    SideBySide(Judging judging, AssessmentStore assessments, SpreadStore spreads, Kept kept, Others others) {
        this.work = kept.work();
        this.judging = judging;
        this.assessments = assessments;
        this.spreads = spreads;
        this.reviews = kept.reviews();
        this.plans = kept.plans();
        this.rules = kept.rules();
        this.others = others;
    }

    /// What other modules keep beside an answer.
    @org.springframework.stereotype.Component
    record Others(EvidenceLibrary evidence, ActionRegister actions, Surveys surveys, SharedHere shared) {}

    /// Where the rest is kept.
    @org.springframework.stereotype.Component
    record Kept(UnitOfWork work, ReviewStore reviews, PlanStore plans, ReviewRules rules) {}

    /// An assessment and how far its judgement has come.
    ///
    /// @param lines what was asked at the challenge event
    /// @param from where it was shared from; null for one that was answered here
    public record Overview(
            Whole whole, List<ReviewStore.Line> lines, PlanStore.Plan plan, SharedHere.@Nullable From from) {}

    /// Some of its criteria with all that a moderator needs.
    ///
    /// @param earlier what was last handed in to the same framework, with its judgements; null for nothing
    /// @param spread how many of the other providers gave each answer, by code and value; a code is missing
    ///     where there are too few of them
    /// @param survey what practitioners said; empty to who may not read it
    /// @param enough the share of yes, in per cent, that a full claim needs
    /// @param from where it was shared from; null for one that was answered here
    public record Side(
            Whole whole,
            List<Criterion> criteria,
            Map<Reference, List<EvidenceItem>> items,
            Map<Reference, List<ActionSummary>> actions,
            @Nullable Whole earlier,
            Map<String, Map<String, Integer>> spread,
            List<Surveys.Line> survey,
            int enough,
            SharedHere.@Nullable From from) {
        public AssessmentHeader header() {
            return whole.header();
        }
    }

    /// One assessment and how it stands with the ICB.
    ///
    /// @throws uk.goldenthread.access.HiddenException when there is none, or none that the person may see
    public Overview overview(Actor actor, AsAt asAt, long id) {
        var there = actor.at(asAt);
        return work.read(there.scope(), () -> {
            var whole = judging.read(there, id);
            return new Overview(
                    whole,
                    reviews.lines(whole.header().icb(), id),
                    plans.plan(whole.header()),
                    others.shared().of(there, whole.header()));
        });
    }

    /// Some criteria side by side.
    ///
    /// @param wanted which of those that are shown
    /// @throws uk.goldenthread.access.HiddenException when there is none, or none that the person may see
    public Side side(Actor actor, AsAt asAt, long id, java.util.function.Predicate<Criterion> wanted) {
        var there = actor.at(asAt);
        return work.read(there.scope(), () -> {
            var whole = judging.read(there, id);
            var criteria = whole.criteria().stream().filter(wanted).toList();
            var answers = criteria.stream()
                    .map(criterion ->
                            Reference.of("answer", whole.claim(criterion).id()))
                    .toList();
            var before = assessments.before(whole.header()).map(judging::whole).orElse(null);
            return new Side(
                    whole,
                    criteria,
                    others.evidence().of(there, answers),
                    others.actions().of(there, answers),
                    before,
                    mayCompare(there) ? spread(whole, criteria) : Map.of(),
                    mayCompare(there) && !asAt.isPast() ? others.surveys().lines(whole.header()) : List.of(),
                    others.surveys().enough(),
                    others.shared().of(there, whole.header()));
        });
    }

    private static boolean mayCompare(Actor actor) {
        return actor.reach() == Scope.Reach.ICB && actor.may(Permission.ASSESSMENT_MODERATE);
    }

    private Map<String, Map<String, Integer>> spread(Whole whole, List<Criterion> criteria) {
        var counted = new HashMap<String, Map<String, Integer>>();
        spreads.others(whole.header(), criteria.stream().map(Criterion::code).toList())
                .forEach(each -> counted.computeIfAbsent(each.code(), _ -> new LinkedHashMap<>())
                        .put(each.value(), each.organisations()));
        var least = rules.leastCompared();
        counted.values()
                .removeIf(values ->
                        values.values().stream().mapToInt(Integer::intValue).sum() < least);
        return counted;
    }
}

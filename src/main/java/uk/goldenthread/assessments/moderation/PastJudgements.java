package uk.goldenthread.assessments.moderation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import uk.goldenthread.assessments.AssessmentAgreed;
import uk.goldenthread.assessments.AssessmentModerated;
import uk.goldenthread.assessments.AssessmentNotReturned;
import uk.goldenthread.assessments.model.Answer;
import uk.goldenthread.assessments.model.AssessmentHeader;
import uk.goldenthread.assessments.model.AssessmentState;
import uk.goldenthread.assessments.model.ChallengeEvent;
import uk.goldenthread.assessments.model.Judgement.View;
import uk.goldenthread.assessments.model.Moderation;
import uk.goldenthread.assessments.moderation.Judging.Whole;
import uk.goldenthread.assessments.service.Editions;
import uk.goldenthread.assessments.service.PastAnswers.Act;
import uk.goldenthread.assessments.service.Recording;
import uk.goldenthread.assessments.service.Typed;
import uk.goldenthread.assessments.store.AssessmentBulk;
import uk.goldenthread.assessments.store.AssessmentBulk.Change;
import uk.goldenthread.assessments.store.AssessmentBulk.Step;
import uk.goldenthread.assessments.store.JudgementBulk;
import uk.goldenthread.assessments.store.ModerationStore.Judged;
import uk.goldenthread.database.Scope;
import uk.goldenthread.database.UnitOfWork;
import uk.goldenthread.kernel.Reference;
import uk.goldenthread.ledger.Ledger;

/// Judges and agrees many assessments of a round at once, and leaves many out: the history of a demonstration. What one
/// leaves behind, each of these leaves too, by the same rules; for all together there is one entry in the ledger, and
/// no
/// provider is written to.
@Service
public class PastJudgements {
    private final UnitOfWork work;
    private final AssessmentBulk bulk;
    private final JudgementBulk judgements;
    private final Editions editions;
    private final ReviewRules rules;
    private final Left left;

    PastJudgements(
            UnitOfWork work,
            AssessmentBulk bulk,
            JudgementBulk judgements,
            Editions editions,
            ReviewRules rules,
            Left left) {
        this.work = work;
        this.bulk = bulk;
        this.judgements = judgements;
        this.editions = editions;
        this.rules = rules;
        this.left = left;
    }

    /// What is left behind for others.
    @org.springframework.stereotype.Component
    record Left(Recording recording, Ledger ledger) {}

    /// What the ICB made of one organisation's claims.
    ///
    /// @param points every criterion's, with words where it differs from the claim
    public record Points(int organisation, List<Typed> points) {
        /// Copies the points in.
        public Points {
            points = List.copyOf(points);
        }
    }

    private List<Whole> wholes(int icb, long round, Set<Integer> organisations) {
        var headers = bulk.headers(icb, round, organisations);
        if (headers.size() != organisations.size()) {
            throw new IllegalStateException("%d of %d organisations are asked in round %d"
                    .formatted(headers.size(), organisations.size(), round));
        }
        var answers = bulk.answers(icb, headers);
        var judged = judgements.moderations(icb, headers);
        return headers.stream()
                .map(header -> new Whole(
                        header,
                        editions.of(header),
                        answers.getOrDefault(header.id(), Map.<String, Answer>of()),
                        judged.getOrDefault(header.id(), Map.<String, Moderation>of()),
                        null))
                .toList();
    }

    private void note(long round, String action, int assessments) {
        left.ledger()
                .record(action, Reference.of("assessment-round", round).toString(), Map.of("assessments", assessments));
    }

    private static List<AssessmentHeader> headers(List<Whole> wholes) {
        return wholes.stream().map(Whole::header).toList();
    }

    /// Judges assessments that were handed in: the judgements stand, and the providers may reply.
    ///
    /// @throws IllegalStateException when one could not have been judged so
    public void moderate(int icb, long round, Act by, List<Points> all) {
        if (all.isEmpty()) {
            return;
        }
        var points = all.stream().collect(Collectors.toMap(Points::organisation, Points::points));
        work.write(Scope.jobFor(icb), () -> {
            var wholes = new ArrayList<Whole>();
            var judged = new ArrayList<Judged>();
            for (var whole : wholes(icb, round, points.keySet())) {
                var made = judged(whole, points.getOrDefault(whole.header().organisation(), List.of()), by);
                judged.addAll(made);
                wholes.add(with(whole, made));
            }
            judgements.judge(icb, headers(wholes), judged, by.account(), by.at(), rules.replyUntil());
            save(icb, wholes, View.MODERATED, PastJudgements::moderated);
            bulk.steps(icb, steps(wholes, by, "TAKEN_UP", "MODERATED"));
            note(round, "ASSESSMENTS_JUDGED", wholes.size());
            wholes.forEach(whole -> left.recording()
                    .publish(new AssessmentModerated(
                            icb,
                            whole.header().organisation(),
                            whole.header().id(),
                            whole.overRated(ReviewRules.OVER_RATED))));
            return true;
        });
    }

    private static List<Judged> judged(Whole whole, List<Typed> points, Act by) {
        var judged = new ArrayList<Judged>();
        for (var typed : points) {
            var criterion = whole.criterion(typed.code()).orElseThrow();
            var value = java.util.Objects.requireNonNull(typed.value());
            var words = typed.words() == null ? "" : typed.words();
            if (!criterion.rated().kind().accepts(value)) {
                throw new IllegalStateException("%s is no point of %s".formatted(value, typed.code()));
            }
            judged.add(
                    new Judged(criterion, Moderation.of(whole.claim(criterion), value, words, by.account(), by.at())));
        }
        return judged;
    }

    private static Whole with(Whole whole, List<Judged> judged) {
        var moderations = new LinkedHashMap<>(whole.moderations());
        judged.forEach(each -> moderations.put(each.moderation().code(), each.moderation()));
        return new Whole(whole.header(), whole.asked(), whole.answers(), moderations, whole.review());
    }

    private static AssessmentState moderated(Whole whole) {
        if (!(whole.header().state() instanceof AssessmentState.Submitted submitted)) {
            throw new IllegalStateException(whole.header().organisationCode() + " has nothing to be judged");
        }
        return submitted.review().moderated(Judging.missing(whole)).orElseThrow();
    }

    private void save(
            int icb, List<Whole> wholes, View view, java.util.function.Function<Whole, AssessmentState> next) {
        bulk.save(
                icb,
                wholes.stream()
                        .map(whole ->
                                new Change(whole.header().in(next.apply(whole)), List.of(), List.of(whole.card(view))))
                        .toList());
    }

    private static List<Step> steps(List<Whole> wholes, Act by, String... steps) {
        var all = new ArrayList<Step>();
        for (var whole : wholes) {
            for (var step : steps) {
                all.add(new Step(whole.header().id(), by.at(), by.name(), step, ""));
            }
        }
        return all;
    }

    /// Agrees judgements as they stand, after an event at which they were talked over together.
    ///
    /// @param closed organisations of which nothing more is wanted
    /// @throws IllegalStateException when one could not have been agreed so
    public void agree(
            int icb, long round, Act by, ChallengeEvent event, Set<Integer> organisations, Set<Integer> closed) {
        if (organisations.isEmpty()) {
            return;
        }
        work.write(Scope.jobFor(icb), () -> {
            var headers = bulk.headers(icb, round, organisations);
            judgements.agree(icb, headers, event, by.account(), by.at());
            var wholes = wholes(icb, round, organisations);
            save(icb, wholes, View.ACCEPTED, whole -> agreed(whole, closed));
            bulk.steps(icb, steps(wholes, by, "CHALLENGED", "AGREED"));
            bulk.steps(
                    icb,
                    steps(
                            wholes.stream()
                                    .filter(whole ->
                                            closed.contains(whole.header().organisation()))
                                    .toList(),
                            by,
                            "CLOSED"));
            note(round, "ASSESSMENTS_AGREED", wholes.size());
            wholes.forEach(whole -> left.recording()
                    .publish(new AssessmentAgreed(
                            icb, whole.header().organisation(), whole.header().id())));
            return true;
        });
    }

    private static AssessmentState agreed(Whole whole, Set<Integer> closed) {
        if (!(whole.header().state() instanceof AssessmentState.Moderated moderated)) {
            throw new IllegalStateException(whole.header().organisationCode() + " was not judged");
        }
        var agreed = moderated.challenge().agree();
        return closed.contains(whole.header().organisation()) ? agreed.close() : agreed;
    }

    /// Leaves organisations out of a round.
    ///
    /// @param reasons by organisation
    public void leaveOut(int icb, long round, Act by, Map<Integer, String> reasons) {
        end(icb, round, by, reasons, "EXEMPT");
    }

    /// Records that assessments never came in.
    public void neverCame(int icb, long round, Act by, Set<Integer> organisations) {
        end(icb, round, by, organisations.stream().collect(Collectors.toMap(each -> each, _ -> "")), "NON_RETURN");
    }

    private void end(int icb, long round, Act by, Map<Integer, String> reasons, String step) {
        if (reasons.isEmpty()) {
            return;
        }
        work.write(Scope.jobFor(icb), () -> {
            var today = rules.today().today();
            var changes = new ArrayList<Change>();
            var steps = new ArrayList<Step>();
            for (var header : bulk.headers(icb, round, reasons.keySet())) {
                var why = reasons.getOrDefault(header.organisation(), "");
                AssessmentState next = why.isEmpty()
                        ? header.state()
                                .neverCame(today.isAfter(header.dueOn()))
                                .orElseThrow()
                        : header.state().exempt(why).orElseThrow();
                changes.add(new Change(header.in(next), List.of(), List.of()));
                steps.add(new Step(header.id(), by.at(), by.name(), step, why));
                if (why.isEmpty()) {
                    left.recording().publish(new AssessmentNotReturned(icb, header.organisation(), header.id()));
                }
            }
            bulk.save(icb, changes);
            bulk.steps(icb, steps);
            note(round, "ASSESSMENTS_" + step, changes.size());
            return true;
        });
    }
}

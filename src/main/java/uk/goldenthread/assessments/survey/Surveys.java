package uk.goldenthread.assessments.survey;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import uk.goldenthread.access.AccessPolicy;
import uk.goldenthread.access.AccessPolicy.Resource;
import uk.goldenthread.access.Actor;
import uk.goldenthread.access.HiddenException;
import uk.goldenthread.access.Permission;
import uk.goldenthread.assessments.model.AssessmentHeader;
import uk.goldenthread.assessments.model.Round;
import uk.goldenthread.assessments.model.SurveyResult;
import uk.goldenthread.assessments.service.AssessmentRules;
import uk.goldenthread.assessments.store.AssessmentStore;
import uk.goldenthread.assessments.store.RoundStore;
import uk.goldenthread.assessments.store.SurveyStore;
import uk.goldenthread.database.Scope;
import uk.goldenthread.database.UnitOfWork;
import uk.goldenthread.kernel.Reference;
import uk.goldenthread.kernel.outcome.Outcome;
import uk.goldenthread.kernel.outcome.Reason;
import uk.goldenthread.ledger.Ledger;
import uk.goldenthread.rulebook.Rules;

/// The survey beside a round: opened by the ICB, answered by anybody who holds an organisation's address,
/// read by the ICB
/// alone and never below ten replies.
@Service
public class Surveys {
    private final UnitOfWork work;
    private final AccessPolicy policy;
    private final SurveyStore store;
    private final SurveyQuestions questions;
    private final Records records;
    private final Rules rules;

    Surveys(
            UnitOfWork work,
            AccessPolicy policy,
            SurveyStore store,
            SurveyQuestions questions,
            Records records,
            Rules rules) {
        this.work = work;
        this.policy = policy;
        this.store = store;
        this.questions = questions;
        this.records = records;
        this.rules = rules;
    }

    /// The rest of what a survey stands on.
    @org.springframework.stereotype.Component
    record Records(RoundStore rounds, AssessmentStore assessments, AssessmentRules today, Ledger ledger) {}

    /// A round's survey.
    ///
    /// @param rows empty before it is opened
    public record Overview(Round round, List<SurveyStore.Row> rows, int least) {}

    /// One question's result, with the claims it tests.
    public record Line(SurveyQuestions.Question question, List<String> codes, SurveyResult result) {}

    /// One organisation's survey.
    ///
    /// @param row its address; null where no survey was opened
    /// @param lines empty to who may not read them
    /// @param enough the share of yes, in per cent, that a full claim needs
    public record Result(
            AssessmentHeader header,
            SurveyStore.@Nullable Row row,
            List<Line> lines,
            int least,
            int enough,
            boolean reads) {}

    /// Opens a round's survey until a day, or moves that day.
    public Outcome<LocalDate> open(Actor actor, long round, @Nullable LocalDate closes) {
        return work.write(actor.scope(), () -> {
            policy.require(actor, Permission.ROUND_MANAGE, Resource.ofIcb(actor.icb()));
            var found = records.rounds().find(actor.icb(), round).orElseThrow(HiddenException::new);
            var reasons = new ArrayList<Reason>();
            if (found.stage() != Round.Stage.PUBLISHED) {
                reasons.add(Reason.house("", "Issue the round first: a survey runs beside it."));
            }
            if (questions.of(found.framework()).isEmpty()) {
                reasons.add(Reason.house("", "The catalogue has no survey questions for this framework."));
            }
            if (closes == null || closes.isBefore(records.today().today())) {
                reasons.add(Reason.house("closes", "Give the last day on which it may be answered."));
            }
            return Outcome.unless(reasons, () -> {
                var day = java.util.Objects.requireNonNull(closes);
                store.open(
                        actor.icb(),
                        round,
                        day,
                        actor.account(),
                        records.today().now());
                records.ledger()
                        .record(
                                "SURVEY_OPENED",
                                Reference.of("assessment-round", round).toString(),
                                Map.of());
                return day;
            });
        });
    }

    /// A round's survey with the address of each organisation.
    ///
    /// @throws HiddenException when there is no such round, or the person does not reach the whole ICB
    public Overview overview(Actor actor, long round) {
        return work.read(actor.scope(), () -> {
            policy.require(actor, Permission.ASSESSMENT_VIEW, Resource.ofIcb(actor.icb()));
            if (actor.reach() != Scope.Reach.ICB) {
                throw new HiddenException();
            }
            var found = records.rounds().find(actor.icb(), round).orElseThrow(HiddenException::new);
            return new Overview(found, store.rows(actor.icb(), round), setting("ASSESSMENT.survey_least"));
        });
    }

    /// One organisation's survey: its address for its own people, its result for the ICB.
    ///
    /// @throws HiddenException when there is no such assessment for this person
    public Result result(Actor actor, long assessment) {
        return work.read(actor.scope(), () -> {
            var header = records.assessments().find(actor.icb(), assessment).orElseThrow(HiddenException::new);
            policy.require(actor, Permission.ASSESSMENT_VIEW, Resource.of(header.icb(), header.organisation()));
            var row = store.rows(actor.icb(), header.round().id()).stream()
                    .filter(each -> each.organisation() == header.organisation())
                    .findFirst()
                    .orElse(null);
            var reads = actor.reach() == Scope.Reach.ICB && actor.organisation() != header.organisation();
            return new Result(
                    header,
                    row,
                    reads && row != null ? lines(header) : List.of(),
                    setting("ASSESSMENT.survey_least"),
                    setting("ASSESSMENT.survey_agree"),
                    reads);
        });
    }

    /// What practitioners said, by question, in the order of the catalogue. Called inside a unit of work of
    /// the ICB.
    public List<Line> lines(AssessmentHeader header) {
        Map<String, Map<String, Integer>> counts = new HashMap<>();
        store.counts(header.icb(), header.round().id(), header.organisation())
                .forEach(each -> counts.computeIfAbsent(each.question(), _ -> new HashMap<>())
                        .put(each.value(), each.replies()));
        var replies = (int) SurveyResult.count(counts, "*", "REPLY");
        var lines = new ArrayList<Line>();
        for (var question : questions.of(header.round().framework())) {
            var values = SurveyQuestions.ANSWERS.stream()
                    .map(answer -> SurveyResult.count(counts, question.code(), answer.value()))
                    .toList();
            lines.add(new Line(
                    question,
                    question.lines().getOrDefault(header.round().framework(), List.of()),
                    SurveyResult.of(
                            values, replies, setting("ASSESSMENT.survey_least"), setting("ASSESSMENT.survey_cell"))));
        }
        return lines;
    }

    /// The share of yes, in per cent, that a full claim needs.
    public int enough() {
        return setting("ASSESSMENT.survey_agree");
    }

    private int setting(String code) {
        return rules.now().settings(records.today().today()).integer(code);
    }

    /// What somebody who holds an address is asked; empty when there is no such survey or it is over.
    public Optional<SurveyStore.Asked> asked(String token) {
        return work.read(Scope.system(), () -> store.asked(token))
                .filter(asked -> !records.today().today().isAfter(asked.closesOn()));
    }

    /// The questions of a survey.
    public List<SurveyQuestions.Question> questions(SurveyStore.Asked asked) {
        return questions.of(asked.framework());
    }

    /// Counts a reply, and keeps nothing else of it.
    ///
    /// @return false when there is no such survey, or it is over
    public boolean reply(String token, Map<String, String> answers) {
        return work.write(
                Scope.system(),
                () -> store.reply(token, answers, records.today().today()));
    }
}

package uk.goldenthread.assessments.service;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import uk.goldenthread.assessments.AssessmentSubmitted;
import uk.goldenthread.assessments.model.Answer;
import uk.goldenthread.assessments.model.AnswerRules;
import uk.goldenthread.assessments.model.AssessmentHeader;
import uk.goldenthread.assessments.model.AssessmentState;
import uk.goldenthread.assessments.model.Progress;
import uk.goldenthread.assessments.store.AssessmentBulk;
import uk.goldenthread.assessments.store.AssessmentBulk.Change;
import uk.goldenthread.assessments.store.AssessmentBulk.Step;
import uk.goldenthread.database.Scope;
import uk.goldenthread.database.UnitOfWork;
import uk.goldenthread.kernel.Reference;
import uk.goldenthread.kernel.outcome.Reason;
import uk.goldenthread.ledger.Ledger;

/// Hands many assessments of a round in at once: the history of a demonstration, where doing it one by one would take
/// minutes. What one leaves behind, each of these leaves too, by the same rules; for all together there is one entry in
/// the ledger. They have been issued, nobody else touches them, and no evidence hangs on their answers.
@Service
public class PastAnswers {
    private final UnitOfWork work;
    private final AssessmentBulk bulk;
    private final Editions editions;
    private final Recording recording;
    private final Ledger ledger;

    PastAnswers(UnitOfWork work, AssessmentBulk bulk, Editions editions, Recording recording, Ledger ledger) {
        this.work = work;
        this.bulk = bulk;
        this.editions = editions;
        this.recording = recording;
        this.ledger = ledger;
    }

    /// Something a person did.
    public record Act(int account, String name, Instant at) {}

    /// What one organisation handed in.
    ///
    /// @param answered by whom, and when it was handed over
    /// @param signed by somebody else, for the board
    public record HandedIn(int organisation, Act answered, Act signed, List<Typed> claims) {
        /// Copies the claims in.
        public HandedIn {
            claims = List.copyOf(claims);
        }
    }

    /// Hands them in, in one unit of work for the ICB.
    ///
    /// @throws IllegalStateException when one could not have been handed in so
    public void handIn(int icb, long round, List<HandedIn> all) {
        if (all.isEmpty()) {
            return;
        }
        var byOrganisation = all.stream().collect(Collectors.toMap(HandedIn::organisation, Function.identity()));
        work.write(Scope.jobFor(icb), () -> {
            var headers = bulk.headers(icb, round, byOrganisation.keySet());
            if (headers.size() != all.size()) {
                throw new IllegalStateException(
                        "%d of %d organisations are asked in round %d".formatted(headers.size(), all.size(), round));
            }
            var answers = bulk.answers(icb, headers);
            var changes = new ArrayList<Change>();
            var steps = new ArrayList<Step>();
            for (var header : headers) {
                var given = java.util.Objects.requireNonNull(byOrganisation.get(header.organisation()));
                var open = new Answering.Open(header, editions.of(header), answers.getOrDefault(header.id(), Map.of()));
                changes.add(change(open, given));
                steps.add(step(header, given.answered(), "HANDED_OVER"));
                steps.add(step(header, given.signed(), "SUBMITTED"));
            }
            bulk.save(icb, changes);
            bulk.steps(icb, steps);
            ledger.record(
                    "ASSESSMENTS_BROUGHT_FORWARD",
                    Reference.of("assessment-round", round).toString(),
                    Map.of("assessments", headers.size()));
            headers.forEach(
                    header -> recording.publish(new AssessmentSubmitted(icb, header.organisation(), header.id())));
            return true;
        });
    }

    private static Step step(AssessmentHeader header, Act act, String step) {
        return new Step(header.id(), act.at(), act.name(), step, "");
    }

    private static Change change(Answering.Open open, HandedIn given) {
        var answers = new LinkedHashMap<>(open.answers());
        for (var typed : given.claims()) {
            var answer = said(open, typed);
            answers.put(
                    answer.code(),
                    answer.by(given.answered().account(), given.answered().at()));
        }
        answers.replaceAll((_, answer) -> answer.evidenced(false));
        var shown = open.asked().shown(Answering.values(answers.values()));
        var progress = Progress.of(
                answers.values(), code -> shown.contains(code) && open.asked().isRequired(code));
        var missing = new ArrayList<Reason>();
        for (var answer : answers.values()) {
            var question = open.asked().questions().get(answer.code());
            if (question != null && shown.contains(answer.code())) {
                missing.addAll(AnswerRules.missing(question, answer, false));
            }
        }
        var header = signed(open.header().answered(given.answered().account(), progress), given, missing);
        return new Change(header, answers.values(), HandingIn.cards(open, answers));
    }

    private static Answer said(Answering.Open open, Typed typed) {
        var stored = open.answers().get(typed.code());
        var question = open.asked().questions().get(typed.code());
        if (stored == null || question == null) {
            throw new IllegalStateException("%s is not asked of %s"
                    .formatted(typed.code(), open.header().organisationCode()));
        }
        return AnswerReading.read(question, stored, typed).orElseThrow();
    }

    private static AssessmentHeader signed(AssessmentHeader answered, HandedIn given, List<Reason> missing) {
        if (!(answered.state() instanceof AssessmentState.Answerable answerable)) {
            throw new IllegalStateException(answered.organisationCode() + " has handed in already");
        }
        var author = given.answered();
        var signer = given.signed();
        var waiting = answerable
                .handOver(missing, signer.account(), answered.answeredBy())
                .orElseThrow();
        var handed = answered.in(waiting).handed(author.account(), author.at());
        return handed.in(waiting.sign(signer.account(), handed.authors()).orElseThrow())
                .signed(signer.account(), signer.at());
    }
}

package uk.goldenthread.assessments.service;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import uk.goldenthread.access.AccessPolicy.Resource;
import uk.goldenthread.access.Actor;
import uk.goldenthread.access.HiddenException;
import uk.goldenthread.access.Permission;
import uk.goldenthread.assessments.model.Answer;
import uk.goldenthread.assessments.model.Answer.Origin;
import uk.goldenthread.assessments.model.AnswerKind;
import uk.goldenthread.assessments.model.AnswerRules;
import uk.goldenthread.assessments.model.AssessmentHeader;
import uk.goldenthread.assessments.model.Criterion;
import uk.goldenthread.assessments.model.Mapping;
import uk.goldenthread.assessments.model.Mapping.Given;
import uk.goldenthread.assessments.model.Mapping.Line;
import uk.goldenthread.assessments.model.Mapping.Proposal;
import uk.goldenthread.assessments.model.Mapping.Relation;
import uk.goldenthread.assessments.model.Rating;
import uk.goldenthread.assessments.store.AssessmentStore;
import uk.goldenthread.evidence.EvidenceItem;
import uk.goldenthread.evidence.EvidenceLibrary;
import uk.goldenthread.kernel.Reference;
import uk.goldenthread.kernel.outcome.Outcome;
import uk.goldenthread.kernel.outcome.Reason;
import uk.goldenthread.shell.view.Dates;

/// One answer for several frameworks: fills an assessment from what the same organisation answered to
/// another framework,
/// as far as their lines are mapped, and never over what a person wrote.
@Service
public class Filling {
    private static final int LONGEST_WORDS = 4000;

    private final Ground ground;
    private final AssessmentStore store;
    private final Answering answering;
    private final Parts parts;
    private final EvidenceLibrary evidence;
    private final Recording recording;
    private final Editions editions;

    Filling(
            Ground ground,
            Stores stores,
            Answering answering,
            Parts parts,
            EvidenceLibrary evidence,
            Editions editions,
            Recording recording) {
        this.ground = ground;
        this.store = stores.assessments();
        this.answering = answering;
        this.parts = parts;
        this.evidence = evidence;
        this.recording = recording;
        this.editions = editions;
    }

    /// One line of a preview.
    ///
    /// @param rating the code of the point that would be copied; null when none is
    /// @param words what would be copied; empty for nothing
    /// @param items how many items of evidence would be linked
    /// @param from "JSAF D4.2, answered 3 March 2026"
    /// @param kept why nothing is copied here; null when it is
    public record Row(
            Answer stored,
            Criterion criterion,
            Proposal proposal,
            @Nullable String rating,
            String words,
            int items,
            String from,
            @Nullable String kept) {}

    /// What would be copied where.
    ///
    /// @param unmapped how many questions no answer bears on
    public record Preview(AssessmentHeader to, AssessmentHeader from, List<Row> rows, int unmapped) {
        /// The lines that would change.
        public List<Row> filling() {
            return rows.stream().filter(row -> row.kept() == null).toList();
        }
    }

    /// The assessments of the same organisation that bear on this one, the latest first. Called inside a
    /// unit of work.
    List<AssessmentHeader> sources(AssessmentHeader header) {
        var wanted = header.round().framework();
        return store.ofOtherFrameworks(header).stream()
                .filter(other -> mappingsFrom(other).stream()
                        .anyMatch(mapping -> mapping.to().framework().equals(wanted)))
                .toList();
    }

    private List<Mapping> mappingsFrom(AssessmentHeader source) {
        return editions.mappingsFrom(
                source.icb(), source.round().framework(), source.round().edition());
    }

    /// What would be copied into an assessment from another.
    ///
    /// @throws HiddenException when either is not there for this person
    public Preview preview(Actor actor, long id, long from) {
        return ground.work().read(actor.scope(), () -> {
            var header = store.find(actor.icb(), id).orElseThrow(HiddenException::new);
            ground.policy()
                    .require(actor, Permission.ASSESSMENT_ANSWER, Resource.of(header.icb(), header.organisation()));
            return preview(actor, answering.withAnswers(header), from);
        });
    }

    /// Copies what the preview shows.
    ///
    /// @return how many answers were filled or begun
    public Outcome<Integer> fill(Actor actor, long id, long from) {
        return ground.work().write(actor.scope(), () -> {
            var open = answering.open(actor, id);
            var reasons = new ArrayList<>(ground.rules().whyNotAnswered(open.header()));
            if (!parts.ownStandards(actor, open.header()).isEmpty()) {
                reasons.add(Reason.house("", "Only who shares this assessment out can fill it from another."));
            }
            return Outcome.unless(reasons, () -> fill(actor, open, preview(actor, open, from)));
        });
    }

    private Integer fill(Actor actor, Answering.Open open, Preview preview) {
        var after = new ArrayList<Answer>();
        var links = new ArrayList<Map<Reference, Reference>>();
        var sources = answering.withAnswers(preview.from()).answers();
        for (var row : preview.filling()) {
            after.add(filled(row, sources));
            for (var mapping : row.proposal().provenance()) {
                link(links, sources.get(mapping.from().code()), row.stored());
            }
        }
        if (after.isEmpty()) {
            return 0;
        }
        answering.store(actor, open, after, "ANSWERS_FILLED");
        links.forEach(batch -> evidence.copyLinks(actor, batch));
        recording.step(actor, open.header(), "FILLED", preview.from().round().name());
        return after.size();
    }

    /// A source that supports several lines goes into as many batches, for a copy names each source once.
    private static void link(List<Map<Reference, Reference>> batches, @Nullable Answer source, Answer target) {
        if (source == null) {
            return;
        }
        var from = Reference.of("answer", source.id());
        var free = batches.stream().filter(batch -> !batch.containsKey(from)).findFirst();
        free.orElseGet(() -> {
                    var batch = new HashMap<Reference, Reference>();
                    batches.add(batch);
                    return batch;
                })
                .put(from, Reference.of("answer", target.id()));
    }

    private static Answer filled(Row row, Map<String, Answer> sources) {
        var equal = row.proposal().provenance().stream()
                .filter(mapping -> mapping.relation() == Relation.EQUAL)
                .findFirst();
        var first = sources.get(
                equal.orElse(row.proposal().provenance().getFirst()).from().code());
        var reason = row.rating() != null && first != null ? first.reason() : "";
        var origin = new Origin(
                Origin.Kind.MAPPED,
                first == null ? null : Long.valueOf(first.id()),
                row.from(),
                row.rating() == null ? "" : row.rating());
        return row.stored().from(origin, origin.value(), row.words(), reason);
    }

    private Preview preview(Actor actor, Answering.Open open, long from) {
        var source = sources(open.header()).stream()
                .filter(other -> other.id() == from)
                .findFirst()
                .orElseThrow(HiddenException::new);
        var answered = answering.withAnswers(source);
        var items = evidence.of(
                actor,
                answered.inOrder().stream()
                        .map(answer -> Reference.of("answer", answer.id()))
                        .toList());
        var given = given(answered, items);
        var proposals =
                Mapping.propose(mappingsFrom(source), given, open.asked().edition());
        var rows = new ArrayList<Row>();
        for (var proposal : proposals) {
            var stored = open.answers().get(proposal.line().code());
            var criterion = open.asked().edition().criterion(proposal.line().code());
            if (stored != null && criterion.isPresent()) {
                rows.add(row(stored, criterion.get(), proposal, answered.answers()));
            }
        }
        var asked = (int) open.asked().edition().criteria().count();
        return new Preview(open.header(), source, rows, asked - rows.size());
    }

    private static Map<Line, Given> given(Answering.Open answered, Map<Reference, List<EvidenceItem>> items) {
        Map<Line, Given> given = new HashMap<>();
        var framework = answered.header().round().framework();
        answered.asked().edition().criteria().forEach(criterion -> {
            var answer = answered.answers().get(criterion.code());
            var rating = answer == null ? null : AnswerRules.rating(criterion.rated(), answer);
            if (answer != null && rating != null) {
                var own = items.getOrDefault(Reference.of("answer", answer.id()), List.of());
                given.put(
                        new Line(framework, criterion.code()),
                        new Given(
                                rating,
                                answer.words(),
                                own.stream()
                                        .filter(item -> !item.withdrawn())
                                        .map(item -> item.reference().toString())
                                        .toList()));
            }
        });
        return given;
    }

    private static Row row(Answer stored, Criterion criterion, Proposal proposal, Map<String, Answer> sources) {
        var words = String.join("\n\n", proposal.words());
        var rating =
                switch (proposal.rating()) {
                    case null -> null;
                    case Rating.NotApplicable _ -> AnswerKind.NA;
                    case Rating.Scored scored -> scored.point().code();
                };
        var items = proposal.evidence().size();
        String kept = null;
        if (!stored.isFree() && !stored.isFilled()) {
            kept = stored.isToConfirm() ? "Kept: brought forward from last time" : "Kept: you have written here";
        } else if (rating == null && words.isEmpty() && items == 0) {
            kept = proposal.conflict()
                    ? "Left open: the lines that ask the same were judged differently"
                    : "Left open: nothing there can be copied";
        }
        return new Row(
                stored,
                criterion,
                proposal,
                rating,
                words.length() > LONGEST_WORDS ? words.substring(0, LONGEST_WORDS) : words,
                items,
                provenance(proposal, sources),
                kept);
    }

    private static String provenance(Proposal proposal, Map<String, Answer> sources) {
        return proposal.provenance().stream()
                .map(mapping -> {
                    var answer = sources.get(mapping.from().code());
                    var when = answer == null ? null : answer.answeredAt();
                    var name = mapping.from().framework() + " " + mapping.from().code();
                    return when == null ? name : "%s, answered %s".formatted(name, Dates.day(when));
                })
                .collect(Collectors.joining("; "));
    }
}

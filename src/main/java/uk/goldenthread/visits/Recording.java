package uk.goldenthread.visits;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import uk.goldenthread.access.Actor;
import uk.goldenthread.access.HiddenException;
import uk.goldenthread.access.Permission;
import uk.goldenthread.database.Changes;
import uk.goldenthread.database.UnitOfWork;
import uk.goldenthread.kernel.outcome.Outcome;
import uk.goldenthread.kernel.outcome.Reason;
import uk.goldenthread.ledger.Ledger;
import uk.goldenthread.visits.model.Settled;
import uk.goldenthread.visits.model.TypedField;
import uk.goldenthread.visits.model.Visit;
import uk.goldenthread.visits.store.VisitStore.Answer;

/// What visitors write down on their way round, from the first minute of the visit until the draft report: the score
/// and the words of each question, how many staff were spoken to and how many records looked at.
@Service
public class Recording {
    private static final Set<String> SCORES = Set.of("", "MET", "PARTLY", "NOT_SEEN");
    private static final Set<String> NUMBERS = Set.of("staff", "records");
    private static final int LONGEST = 4000;

    private final UnitOfWork work;
    private final Visits visits;
    private final Visits.Kept kept;
    private final VisitRules rules;
    private final Template template;
    private final Ledger ledger;

    Recording(UnitOfWork work, Visits visits, Visits.Kept kept, VisitRules rules, Template template, Ledger ledger) {
        this.work = work;
        this.visits = visits;
        this.kept = kept;
        this.rules = rules;
        this.template = template;
        this.ledger = ledger;
    }

    /// Saves fields, all or none of them. What several visitors write stays side by side, in different questions and
    /// in the same one: see [Settled].
    ///
    /// @return what each field holds now, by its name
    /// @throws HiddenException when there is no such visit that this person may see
    public Outcome<Map<String, Settled>> save(Actor actor, long id, TypedField... fields) {
        return save(actor, id, List.of(fields));
    }

    /// The same of many fields.
    public Outcome<Map<String, Settled>> save(Actor actor, long id, List<TypedField> fields) {
        return work.write(actor.scope(), () -> {
            var visit = visits.locked(actor, id, Permission.VISIT_RECORD);
            if (!Visits.recording(visit)) {
                return Visits.notNow("What was seen can be changed until the draft report is written.");
            }
            var answers = kept.store().answers(visit.icb(), id);
            var reasons = new ArrayList<Reason>();
            var settled = new LinkedHashMap<String, Settled>();
            var asked = asked(visit, fields);
            for (var field : fields) {
                var own = Integer.valueOf(actor.account()).equals(by(answers, field));
                var now = (own ? field.overOwn() : field).settle(now(visit, answers, field));
                settled.put(field.name(), now);
                problem(field, asked, now).ifPresent(reasons::add);
            }
            return Outcome.unless(reasons, () -> write(actor, visit, answers, settled));
        });
    }

    /// The questions that may be answered: the template's, and what the visit looks at again.
    private Set<String> asked(Visit visit, List<TypedField> fields) {
        var questions = template.parts().stream()
                .flatMap(part -> part.questions().stream())
                .map(Template.Question::code);
        var again = fields.stream().anyMatch(field -> field.question().startsWith("AGAIN-"))
                ? kept.findings().again(visit).stream().map(each -> each.again())
                : Stream.<String>empty();
        return Stream.concat(questions, again).collect(Collectors.toSet());
    }

    private static Optional<Reason> problem(TypedField field, Set<String> asked, Settled now) {
        var name = field.name();
        var ofVisit = NUMBERS.contains(name) || name.equals("sampleReason");
        var score = name.endsWith(".score");
        var known = ofVisit || (asked.contains(field.question()) && (score || field.isWords()));
        if (!known || (score && !SCORES.contains(field.value()))) {
            return reason(name, "There is no such question or score.");
        }
        if (NUMBERS.contains(name) && !field.value().strip().matches("\\d{0,3}")) {
            return reason(name, "Enter a whole number up to 999.");
        }
        if (now.value().length() > LONGEST) {
            return reason(
                    name,
                    now.how() == Settled.How.BOTH
                            ? "Somebody else wrote here too. Together that is longer than 4,000 characters; shorten yours."
                            : "Write at most 4,000 characters.");
        }
        return Optional.empty();
    }

    private static Optional<Reason> reason(String field, String message) {
        return Optional.of(Reason.house(field, message));
    }

    private static String now(Visit visit, Map<String, Answer> answers, TypedField field) {
        var sampled = visit.happened().sampled();
        return switch (field.name()) {
            case "staff" -> text(sampled.staff());
            case "records" -> text(sampled.records());
            case "sampleReason" -> sampled.reason();
            default -> {
                var answer = answers.getOrDefault(field.question(), Answer.none(field.question()));
                yield field.isWords() ? answer.words() : answer.score();
            }
        };
    }

    /// Whose account what a field holds is of; null where it is of several, or not known.
    private static @Nullable Integer by(Map<String, Answer> answers, TypedField field) {
        var answer = answers.get(field.question());
        return answer == null ? null : field.isWords() ? answer.wordsBy() : answer.scoreBy();
    }

    private static String text(@Nullable Integer number) {
        return number == null ? "" : number.toString();
    }

    private Map<String, Settled> write(
            Actor actor, Visit visit, Map<String, Answer> before, Map<String, Settled> settled) {
        var answers = new TreeMap<String, Answer>();
        var sampled = Changes.none();
        settled.forEach((name, now) -> {
            if (!now.changed()) {
                return;
            }
            var question = name.substring(0, Math.max(0, name.indexOf('.')));
            if (question.isEmpty()) {
                sample(sampled, name, now.value());
            } else {
                var old = answers.getOrDefault(question, before.getOrDefault(question, Answer.none(question)));
                var by = now.how() == Settled.How.BOTH ? null : Integer.valueOf(actor.account());
                answers.put(
                        question, name.endsWith(".score") ? old.scored(now.value(), by) : old.worded(now.value(), by));
            }
        });
        if (!answers.isEmpty()) {
            kept.writes().answers(visit, actor, List.copyOf(answers.values()), rules.now());
        }
        if (!sampled.isEmpty()) {
            kept.writes().change(visit, sampled);
        }
        var changed = settled.entrySet().stream()
                .filter(each -> each.getValue().changed())
                .map(Map.Entry::getKey)
                .toList();
        if (!changed.isEmpty()) {
            ledger.record("VISIT_RECORDED", "visit/" + visit.id(), Map.of("fields", changed));
        }
        return settled;
    }

    private static void sample(Changes change, String name, String value) {
        var column =
                switch (name) {
                    case "staff" -> "staff_spoken";
                    case "records" -> "records_seen";
                    default -> "sample_reason";
                };
        if (column.equals("sample_reason")) {
            change.set(column, value);
        } else if (value.isEmpty()) {
            change.clear(column);
        } else {
            change.set(column, Integer.valueOf(value));
        }
    }
}

package uk.goldenthread.assessments;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.goldenthread.assessments.model.AnswerKind;
import uk.goldenthread.assessments.model.Condition;
import uk.goldenthread.assessments.model.Criterion;
import uk.goldenthread.assessments.model.Criterion.Certainty;
import uk.goldenthread.assessments.model.Criterion.Origin;
import uk.goldenthread.assessments.model.FrameworkEdition.Standard;
import uk.goldenthread.assessments.model.Mapping;
import uk.goldenthread.assessments.model.Question;
import uk.goldenthread.assessments.model.QuestionGraph;
import uk.goldenthread.assessments.model.RatingScale;
import uk.goldenthread.catalogue.YamlEntry;

/// Reads the standards, criteria and questions of a framework file, remembering where each stands, so that a fault
/// of the whole graph is told at its line.
final class FrameworkLines {
    private static final List<String> KINDS = List.of("ICB", "TRUST", "GP", "INDEPENDENT");
    private static final AnswerKind UNREAD = new AnswerKind.Words();

    private final @Nullable RatingScale scale;
    private final Set<String> applies;
    private final Origin origin;
    private final boolean mapped;
    private final List<Placed> placed = new ArrayList<>();
    private final List<Coded> coded = new ArrayList<>();
    private final List<Written> mappings = new ArrayList<>();

    /// @param list the list it stands in, in which the file itself finds a code given twice
    private record Placed(QuestionGraph.Node node, YamlEntry entry, String list) {
        boolean isTwin(Placed other) {
            return list.equals(other.list)
                    && node.question().code().equals(other.node.question().code());
        }
    }

    /// Anything that has a code, with what it says.
    ///
    /// @param standard whether it is a heading, else something asked
    record Coded(YamlEntry entry, String code, String text, boolean standard) {}

    /// A mapping as it is written.
    record Written(YamlEntry entry, String line, String to, Mapping.Relation relation, Certainty certainty) {}

    /// What holds for every line unless it says otherwise: scale, kinds of organisation, source.
    FrameworkLines(YamlEntry root) {
        scale = root.has("scale") ? scale(root).orElse(null) : null;
        applies = new LinkedHashSet<>(root.codes("applies", KINDS, "kind of organisation"));
        origin = new Origin(root.text("source"), root.choice("confidence", Certainty.class));
        mapped = root.has("everyLineMapped") && root.flag("everyLineMapped");
    }

    List<Written> mappings() {
        return mappings;
    }

    List<Coded> coded() {
        return coded;
    }

    List<QuestionGraph.Node> questions() {
        return placed.stream().map(Placed::node).toList();
    }

    Standard standard(YamlEntry entry) {
        var code = entry.text("code");
        var name = entry.text("name");
        coded.add(new Coded(entry, code, name, true));
        return new Standard(code, name, entry.list("criteria", line -> criterion(line, code)));
    }

    private Criterion criterion(YamlEntry entry, String standard) {
        var code = entry.text("code");
        var own = entry.has("scale") ? scale(entry) : Optional.ofNullable(scale);
        if (own.isEmpty() && !entry.has("scale")) {
            entry.problem("code", "missing scale in %s: give one here or for the whole framework".formatted(code));
        }
        var asked = entry.has("applies")
                ? new LinkedHashSet<>(entry.codes("applies", KINDS, "kind of organisation"))
                : applies;
        if (asked.isEmpty()) {
            entry.problem("code", "%s applies to nobody".formatted(code));
        }
        var kind = own.<AnswerKind>map(AnswerKind.Rated::new).orElse(UNREAD);
        var rated = new Question(code, entry.text("text"), kind, true, condition(entry));
        placed.add(new Placed(new QuestionGraph.Node(rated, asked), entry, standard));
        coded.add(new Coded(entry, code, rated.text(), false));
        var questions = entry.has("questions")
                ? entry.list("questions", question -> question(question, asked, standard + "/" + code))
                : List.<Question>of();
        maps(entry, code);
        return new Criterion(
                rated,
                asked,
                entry.optionalDecimal("weight").orElse(BigDecimal.ONE),
                entry.has("critical") && entry.flag("critical"),
                new Origin(
                        entry.optionalText("source").orElse(origin.source()),
                        entry.has("confidence") ? entry.choice("confidence", Certainty.class) : origin.certainty()),
                questions);
    }

    private Question question(YamlEntry entry, Set<String> asked, String list) {
        var question = new Question(
                entry.text("code"),
                entry.text("text"),
                kind(entry),
                entry.has("required") && entry.flag("required"),
                condition(entry));
        placed.add(new Placed(new QuestionGraph.Node(question, asked), entry, list));
        coded.add(new Coded(entry, question.code(), question.text(), false));
        return question;
    }

    private static AnswerKind kind(YamlEntry entry) {
        return switch (entry.choice("answer", Kind.class)) {
            case RATED -> scale(entry).<AnswerKind>map(AnswerKind.Rated::new).orElse(UNREAD);
            case YES_NO -> new AnswerKind.YesNo();
            case WORDS -> new AnswerKind.Words();
            case NUMBER -> new AnswerKind.Decimal();
            case DAY -> new AnswerKind.Day();
            case CHOICE -> new AnswerKind.Choice(entry.texts("options"));
        };
    }

    private enum Kind {
        RATED,
        YES_NO,
        WORDS,
        NUMBER,
        DAY,
        CHOICE
    }

    private static Optional<RatingScale> scale(YamlEntry entry) {
        var code = entry.text("scale");
        var scale = RatingScale.find(code);
        if (scale.isEmpty() && !code.isEmpty()) {
            entry.problem("scale", "unknown scale \"%s\"".formatted(code));
        }
        return scale;
    }

    /// `when: {all: [...]}` or `when: {any: [...]}`.
    private static @Nullable Condition condition(YamlEntry entry) {
        if (!entry.has("when")) {
            return null;
        }
        return entry.nested("when")
                .map(when -> new Condition(
                        !when.has("any"), when.list(when.has("any") ? "any" : "all", FrameworkLines::test)))
                .orElse(null);
    }

    private static Condition.Test test(YamlEntry entry) {
        var operator =
                entry.has("operator") ? entry.choice("operator", Condition.Operator.class) : Condition.Operator.IS;
        return new Condition.Test(
                entry.text("question"), operator, operator == Condition.Operator.ANSWERED ? "" : entry.text("value"));
    }

    private void maps(YamlEntry entry, String code) {
        if (entry.has("maps")) {
            entry.list(
                    "maps",
                    map -> mappings.add(new Written(
                            map,
                            code,
                            map.text("to"),
                            map.choice("relation", Mapping.Relation.class),
                            map.has("confidence") ? map.choice("confidence", Certainty.class) : origin.certainty())));
        } else if (mapped) {
            entry.problem("code", "unmapped: %s is mapped to no line of another framework".formatted(code));
        }
    }

    /// Notes what is wrong with the graph of all questions, each fault at its line.
    void lint() {
        for (var fault : QuestionGraph.faults(questions())) {
            var at = placed.get(fault.index());
            if (fault.inCondition() || placed.subList(0, fault.index()).stream().noneMatch(at::isTwin)) {
                at.entry().problem(fault.inCondition() ? "when" : "code", fault.message());
            }
        }
    }
}

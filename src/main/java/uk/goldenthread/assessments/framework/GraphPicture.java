package uk.goldenthread.assessments.framework;

import gg.jte.Content;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import uk.goldenthread.assessments.model.Condition;
import uk.goldenthread.assessments.model.Question;
import uk.goldenthread.assessments.model.QuestionGraph;
import uk.goldenthread.assessments.model.QuestionGraph.Node;
import uk.goldenthread.shell.charts.QuestionDrawing;
import uk.goldenthread.shell.charts.QuestionDrawing.Arrow;
import uk.goldenthread.shell.charts.QuestionDrawing.Box;
import uk.goldenthread.shell.components.Cell;
import uk.goldenthread.shell.components.Column;

/// Which question leads to which: the picture, the same as a table, and what the linter says of it.
///
/// @param sentence what the picture shows
/// @param drawing null where no question depends on another
/// @param faults what the linter found, in sentences
public record GraphPicture(
        String sentence,
        @org.jspecify.annotations.Nullable Content drawing,
        List<Column> columns,
        List<List<Cell>> rows,
        List<String> faults) {
    private static final List<Column> COLUMNS =
            List.of(Column.text("Question"), Column.text("Shown when"), Column.text("Opens"));

    /// Copies the lists in.
    public GraphPicture {
        rows = List.copyOf(rows);
        faults = List.copyOf(faults);
    }

    /// The picture of some questions, faulty ones among them.
    public static GraphPicture of(List<Node> nodes) {
        var faults = QuestionGraph.faults(nodes);
        var drawn = new Drawn(nodes, faults);
        var conditional =
                nodes.stream().filter(node -> node.question().when() != null).count();
        var sentence = conditional == 0
                ? "No question depends on another: each is shown to everybody it is asked of."
                : "%d of %d questions %s shown only when another is answered so."
                        .formatted(conditional, nodes.size(), conditional == 1 ? "is" : "are");
        return new GraphPicture(
                sentence,
                conditional == 0 ? null : drawn.draw(sentence),
                COLUMNS,
                conditional == 0 ? List.of() : drawn.rows(),
                faults.stream().map(QuestionGraph.Fault::message).distinct().toList());
    }

    /// The questions that depend on another, or on which another depends.
    private static final class Drawn {
        private final Map<String, Question> questions = new LinkedHashMap<>();
        private final Set<String> unreachable;
        private final Map<String, Integer> columns = new HashMap<>();

        Drawn(List<Node> nodes, List<QuestionGraph.Fault> faults) {
            var asked = new HashMap<String, Question>();
            nodes.forEach(node -> asked.putIfAbsent(node.question().code(), node.question()));
            var joined = new HashSet<String>();
            asked.values()
                    .forEach(question -> question.condition().ifPresent(when -> {
                        joined.add(question.code());
                        when.tests().forEach(test -> joined.add(test.question()));
                    }));
            nodes.stream()
                    .map(Node::question)
                    .filter(question -> joined.contains(question.code()))
                    .forEach(question -> questions.putIfAbsent(question.code(), question));
            unreachable = faults.stream()
                    .filter(QuestionGraph.Fault::inCondition)
                    .map(fault -> nodes.get(fault.index()).question().code())
                    .collect(Collectors.toSet());
            questions.keySet().forEach(code -> column(code, new HashSet<>()));
        }

        /// How many questions have to be answered before this one; a loop is walked once.
        private int column(String code, Set<String> walked) {
            var question = questions.get(code);
            var known = columns.get(code);
            if (known != null) {
                return known;
            }
            if (question == null || question.when() == null || !walked.add(code)) {
                return 0;
            }
            var deepest = question.when().tests().stream()
                    .mapToInt(test -> questions.containsKey(test.question()) ? column(test.question(), walked) + 1 : 0)
                    .max()
                    .orElse(0);
            walked.remove(code);
            columns.put(code, deepest);
            return deepest;
        }

        Content draw(String sentence) {
            var codes = List.copyOf(questions.keySet());
            var boxes = new ArrayList<Box>();
            var arrows = new ArrayList<Arrow>();
            questions.forEach((code, question) -> {
                boxes.add(new Box(code, question.text(), columns.getOrDefault(code, 0), unreachable.contains(code)));
                question.condition()
                        .ifPresent(when -> when.tests().stream()
                                .filter(test -> questions.containsKey(test.question()))
                                .forEach(test -> arrows.add(new Arrow(
                                        codes.indexOf(test.question()),
                                        codes.indexOf(code),
                                        label(when, test),
                                        unreachable.contains(code)))));
            });
            return QuestionDrawing.draw(
                    boxes, arrows, "Which question leads to which", sentence + " The table below says the same.");
        }

        private static String label(Condition when, Condition.Test test) {
            var words = ConditionText.of(new Condition(true, List.of(test)));
            var label = words.substring(words.indexOf(' ') + 1);
            return when.tests().size() > 1 && !when.all() ? "or " + label : label;
        }

        List<List<Cell>> rows() {
            return questions.values().stream()
                    .map(question -> List.of(
                            Cell.naming(question.code() + " " + question.text()),
                            Cell.of(FrameworkWords.shownWhen(question)),
                            Cell.of(opens(question.code()))))
                    .toList();
        }

        private String opens(String code) {
            return questions.values().stream()
                    .filter(other -> other.condition().stream()
                            .flatMap(when -> when.tests().stream())
                            .anyMatch(test -> test.question().equals(code)))
                    .map(Question::code)
                    .collect(Collectors.joining(", "));
        }
    }
}

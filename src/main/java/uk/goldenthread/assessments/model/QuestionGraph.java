package uk.goldenthread.assessments.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import uk.goldenthread.assessments.model.Condition.Operator;
import uk.goldenthread.assessments.model.Condition.Test;

/// What is wrong with the questions of a framework as a graph: codes given twice, conditions on nothing, loops, and
/// questions that nobody can ever reach.
public final class QuestionGraph {
    private final List<Node> nodes;
    private final Map<String, Question> byCode = new LinkedHashMap<>();
    private final Map<String, Integer> firstAt = new HashMap<>();
    private final Map<String, Set<String>> applies = new HashMap<>();
    private final List<Fault> faults = new ArrayList<>();
    private final Set<Question> unreachable = new HashSet<>();

    private QuestionGraph(List<Node> nodes) {
        this.nodes = nodes;
    }

    /// A question and the kinds of organisation that are asked it.
    public record Node(Question question, Set<String> appliesTo) {}

    /// One fault.
    ///
    /// @param index the place of the question among the nodes, from 0
    /// @param inCondition whether its condition is at fault, else its code
    public record Fault(int index, boolean inCondition, String message) {}

    /// Every fault; empty when the graph is sound.
    public static List<Fault> faults(List<Node> nodes) {
        var graph = new QuestionGraph(nodes);
        graph.codes();
        graph.conditions();
        graph.loops();
        graph.spreadUnreachable();
        return graph.faults;
    }

    private void codes() {
        for (int i = 0; i < nodes.size(); i++) {
            var question = nodes.get(i).question();
            if (byCode.putIfAbsent(question.code(), question) == null) {
                firstAt.put(question.code(), i);
                applies.put(question.code(), nodes.get(i).appliesTo());
            } else {
                faults.add(new Fault(i, false, "duplicate code \"%s\"".formatted(question.code())));
            }
        }
    }

    private void conditions() {
        for (int i = 0; i < nodes.size(); i++) {
            var node = nodes.get(i);
            if (node.question().when() == null) {
                continue;
            }
            int index = i;
            var when = node.question().when();
            var impossible = new ArrayList<String>();
            when.tests().forEach(test -> impossible.addAll(impossible(test, node)));
            impossible.forEach(reason -> faults.add(new Fault(index, true, reason)));
            var never = when.all()
                    ? !impossible.isEmpty()
                    : impossible.size() >= when.tests().size();
            if (never || (when.all() && contradicts(when.tests()))) {
                unreachable.add(node.question());
                faults.add(new Fault(
                        i,
                        true,
                        "unreachable: the condition of \"%s\" can never hold"
                                .formatted(node.question().code())));
            }
        }
    }

    private List<String> impossible(Test test, Node node) {
        var other = byCode.get(test.question());
        if (other == null) {
            return List.of("no question \"%s\" for the condition of \"%s\""
                    .formatted(test.question(), node.question().code()));
        }
        var asked = applies.getOrDefault(test.question(), Set.of());
        if (node.appliesTo().stream().noneMatch(asked::contains)) {
            return List.of("nobody is asked both \"%s\" and \"%s\""
                    .formatted(node.question().code(), test.question()));
        }
        if (test.operator() == Operator.AT_LEAST && !other.kind().isOrdered()) {
            return List.of("answers to \"%s\" have no order".formatted(test.question()));
        }
        var compared = test.operator() != Operator.ANSWERED;
        return compared && !other.kind().accepts(test.value())
                ? List.of("\"%s\" is no answer to \"%s\"".formatted(test.value(), test.question()))
                : List.of();
    }

    /// Two tests of one answer that cannot both hold.
    private static boolean contradicts(List<Test> tests) {
        return tests.stream()
                .filter(one -> one.operator() == Operator.IS)
                .anyMatch(one -> tests.stream()
                        .filter(two -> two.question().equals(one.question()))
                        .anyMatch(two -> switch (two.operator()) {
                            case IS -> !two.value().equals(one.value());
                            case IS_NOT -> two.value().equals(one.value());
                            case ANSWERED, AT_LEAST -> false;
                        }));
    }

    private void loops() {
        for (int i = 0; i < nodes.size(); i++) {
            var question = nodes.get(i).question();
            if (firstAt.getOrDefault(question.code(), -1) == i && leadsTo(question, question.code(), new HashSet<>())) {
                unreachable.add(question);
                faults.add(new Fault(
                        i, true, "loop: whether \"%s\" is shown depends on itself".formatted(question.code())));
            }
        }
    }

    private boolean leadsTo(Question from, String code, Set<String> seen) {
        if (from.when() == null) {
            return false;
        }
        for (var test : from.when().tests()) {
            if (test.question().equals(code)) {
                return true;
            }
            var next = byCode.get(test.question());
            if (next != null && seen.add(test.question()) && leadsTo(next, code, seen)) {
                return true;
            }
        }
        return false;
    }

    /// What is shown only after something unreachable is unreachable too.
    private void spreadUnreachable() {
        for (int before = -1; before < unreachable.size(); ) {
            before = unreachable.size();
            for (int i = 0; i < nodes.size(); i++) {
                var question = nodes.get(i).question();
                if (question.when() != null && !unreachable.contains(question) && needsUnreachable(question.when())) {
                    unreachable.add(question);
                    faults.add(new Fault(
                            i,
                            true,
                            "unreachable: \"%s\" is shown only after a question that nobody can reach"
                                    .formatted(question.code())));
                }
            }
        }
    }

    private boolean needsUnreachable(Condition when) {
        var tests = when.tests().stream().map(test -> byCode.get(test.question()));
        return when.all()
                ? tests.anyMatch(other -> other != null && unreachable.contains(other))
                : tests.allMatch(other -> other == null || unreachable.contains(other));
    }
}

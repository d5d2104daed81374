package uk.goldenthread.assessments.fhir;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import uk.goldenthread.assessments.fhir.PathExpression.Element;
import uk.goldenthread.assessments.fhir.PathExpression.Step;
import uk.goldenthread.assessments.fhir.PathExpression.Unreadable;

/// The FHIRPath functions known here.
final class PathFunctions {
    private PathFunctions() {}

    /// @throws Unreadable when there is no such function here, or it wants other arguments
    static Step named(String name, List<Step> arguments, List<String> words) throws Unreadable {
        if (arguments.isEmpty()) {
            var plain = plain(name);
            return (focus, _) -> plain.apply(focus);
        }
        var argument = arguments.getFirst();
        var type = words.getFirst();
        return switch (name + arguments.size()) {
            case "where1" -> (focus, resource) -> where(focus, argument, resource);
            case "exists1" ->
                (focus, resource) ->
                        PathExpression.of(!where(focus, argument, resource).isEmpty());
            case "all1" ->
                (focus, resource) ->
                        PathExpression.of(where(focus, argument, resource).size() == focus.size());
            case "ofType1", "as1" ->
                (focus, _) -> focus.stream()
                        .filter(element -> element.type().equalsIgnoreCase(type))
                        .toList();
            default -> throw new Unreadable("%s with %d arguments is not known here".formatted(name, arguments.size()));
        };
    }

    private static Function<List<Element>, List<Element>> plain(String name) throws Unreadable {
        return switch (name) {
            case "exists", "hasValue" -> focus -> PathExpression.of(!focus.isEmpty());
            case "empty" -> focus -> PathExpression.of(focus.isEmpty());
            case "not" -> focus -> focus.isEmpty() ? List.of() : PathExpression.of(!PathExpression.truth(focus));
            case "count" -> focus -> List.of(new Element("integer", JsonNodeFactory.instance.numberNode(focus.size())));
            case "first" -> focus -> focus.isEmpty() ? List.of() : List.of(focus.getFirst());
            case "last" -> focus -> focus.isEmpty() ? List.of() : List.of(focus.getLast());
            case "distinct" -> focus -> focus.stream().distinct().toList();
            case "descendants" -> PathFunctions::descendants;
            case "children" -> PathFunctions::children;
            default -> throw new Unreadable("the function %s is not known here".formatted(name));
        };
    }

    private static List<Element> where(List<Element> focus, Step condition, Element resource) {
        return focus.stream()
                .filter(element -> PathExpression.truth(condition.on(List.of(element), resource)))
                .toList();
    }

    private static List<Element> descendants(List<Element> focus) {
        var found = new ArrayList<Element>();
        for (var element : children(focus)) {
            found.add(element);
            found.addAll(descendants(List.of(element)));
        }
        return found;
    }

    private static List<Element> children(List<Element> focus) {
        var found = new ArrayList<Element>();
        for (var element : focus) {
            for (var property : element.node().properties()) {
                spread("", property.getValue(), found);
            }
        }
        return found;
    }

    /// The children of this name; `value` also finds `valueBoolean` and knows it for a boolean.
    static List<Element> children(List<Element> focus, String name) {
        var found = new ArrayList<Element>();
        for (var element : focus) {
            if (element.node().has(name)) {
                spread("", element.node().path(name), found);
            } else {
                Value.of(element.node(), name).ifPresent(value -> spread(value.kind(), value.node(), found));
            }
        }
        return found;
    }

    private static void spread(String type, JsonNode value, List<Element> into) {
        if (value.isArray()) {
            value.forEach(entry -> into.add(new Element(type, entry)));
        } else {
            into.add(new Element(type, value));
        }
    }
}

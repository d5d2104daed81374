package uk.goldenthread.assessments.fhir;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// The part of FHIRPath that conditions and constraints of questionnaires use: paths, the functions of [PathFunctions],
/// comparisons, `and`, `or`, `implies`. What it cannot read it says, and never guesses.
final class PathExpression {
    private static final Pattern TOKEN = Pattern.compile(
            "\\s*(?:('(?:[^'\\\\]|\\\\.)*')|([0-9]+(?:\\.[0-9]+)?)|(%?[A-Za-z_][A-Za-z0-9_]*)|(<=|>=|!=|[=<>~().,|+*/\\[\\]-]))");

    /// An element with the name of its type where its property told it, such as `boolean` of `valueBoolean`.
    record Element(String type, JsonNode node) {}

    /// What an expression means for a focus, within a resource.
    interface Step {
        List<Element> on(List<Element> focus, Element resource);
    }

    private final List<String> tokens;
    private int at;

    private PathExpression(List<String> tokens) {
        this.tokens = tokens;
    }

    /// An expression ready to be worked out.
    record Parsed(Step step) {
        /// Whether it holds: true alone or an element that is neither false nor missing.
        boolean isTrue(JsonNode focus, JsonNode resource) {
            return truth(step.on(List.of(new Element("", focus)), new Element("", resource)));
        }
    }

    /// @throws Unreadable when it is not FHIRPath or uses a part that is not known here
    static Parsed parse(String text) throws Unreadable {
        var reader = new PathExpression(tokens(text));
        var step = reader.binary(0);
        if (reader.at < reader.tokens.size()) {
            throw new Unreadable("\"%s\" was not expected".formatted(reader.tokens.get(reader.at)));
        }
        return new Parsed(step);
    }

    private static List<String> tokens(String text) throws Unreadable {
        var tokens = new ArrayList<String>();
        Matcher matcher = TOKEN.matcher(text);
        int end = 0;
        while (end < text.length() && matcher.find(end) && matcher.start() == end) {
            tokens.add(matcher.group().strip());
            end = matcher.end();
        }
        if (!text.substring(end).isBlank()) {
            throw new Unreadable(
                    "\"%s\" was not expected".formatted(text.substring(end).strip()));
        }
        return tokens;
    }

    private static final List<List<String>> LEVELS = List.of(
            List.of("implies"),
            List.of("or", "xor"),
            List.of("and"),
            List.of("=", "!=", "~"),
            List.of("<", ">", "<=", ">="));

    private Step binary(int level) throws Unreadable {
        if (level == LEVELS.size()) {
            return path();
        }
        var left = binary(level + 1);
        while (at < tokens.size() && LEVELS.get(level).contains(tokens.get(at))) {
            var operator = tokens.get(at++);
            var first = left;
            var second = binary(level + 1);
            left = (focus, resource) -> operate(operator, first.on(focus, resource), second.on(focus, resource));
        }
        return left;
    }

    private Step path() throws Unreadable {
        var step = term();
        while (at < tokens.size() && tokens.get(at).equals(".")) {
            at++;
            var before = step;
            var next = member(next());
            step = (focus, resource) -> next.on(before.on(focus, resource), resource);
        }
        return step;
    }

    private Step term() throws Unreadable {
        var token = next();
        if (token.equals("(")) {
            var inner = binary(0);
            expect(")");
            return inner;
        }
        var literal = literal(token);
        if (literal != null) {
            return (_, _) -> List.of(literal);
        }
        return switch (token) {
            case "%resource", "QuestionnaireResponse" -> (_, resource) -> List.of(resource);
            case "%context", "$this" -> (focus, _) -> focus;
            default -> member(token);
        };
    }

    private static @Nullable Element literal(String token) {
        var nodes = JsonNodeFactory.instance;
        if (token.startsWith("'")) {
            var text =
                    token.substring(1, token.length() - 1).replace("\\'", "'").replace("\\\\", "\\");
            return new Element("string", nodes.stringNode(text));
        }
        if (Character.isDigit(token.charAt(0))) {
            return new Element("decimal", nodes.numberNode(new BigDecimal(token)));
        }
        return token.equals("true") || token.equals("false")
                ? new Element("boolean", nodes.booleanNode(token.equals("true")))
                : null;
    }

    private Step member(String name) throws Unreadable {
        if (!name.matches("[A-Za-z_][A-Za-z0-9_]*")) {
            throw new Unreadable("\"%s\" is not known here".formatted(name));
        }
        if (at >= tokens.size() || !tokens.get(at).equals("(")) {
            return (focus, _) -> PathFunctions.children(focus, name);
        }
        at++;
        var arguments = new ArrayList<Step>();
        var words = new ArrayList<String>();
        while (at < tokens.size() && !tokens.get(at).equals(")")) {
            words.add(tokens.get(at));
            arguments.add(binary(0));
            if (at < tokens.size() && tokens.get(at).equals(",")) {
                at++;
            }
        }
        expect(")");
        return PathFunctions.named(name, arguments, words);
    }

    private String next() throws Unreadable {
        if (at >= tokens.size()) {
            throw new Unreadable("it ends too early");
        }
        return tokens.get(at++);
    }

    private void expect(String token) throws Unreadable {
        if (!next().equals(token)) {
            throw new Unreadable("\"%s\" is missing".formatted(token));
        }
    }

    static boolean truth(List<Element> elements) {
        return !elements.isEmpty()
                && !(elements.size() == 1
                        && elements.getFirst().node().isBoolean()
                        && !elements.getFirst().node().asBoolean());
    }

    static List<Element> of(boolean truth) {
        return List.of(new Element("boolean", JsonNodeFactory.instance.booleanNode(truth)));
    }

    private static List<Element> operate(String operator, List<Element> left, List<Element> right) {
        return switch (operator) {
            case "and" -> of(truth(left) && truth(right));
            case "or" -> of(truth(left) || truth(right));
            case "xor" -> of(truth(left) != truth(right));
            case "implies" -> of(!truth(left) || truth(right));
            default -> compare(operator, left, right);
        };
    }

    private static List<Element> compare(String operator, List<Element> left, List<Element> right) {
        if (left.size() != 1 || right.size() != 1) {
            return List.of(); // FHIRPath: a comparison with nothing, or of several, says nothing
        }
        var one = new Value("", left.getFirst().node());
        var two = new Value("", right.getFirst().node());
        var order = one.compareTo(two);
        return switch (operator) {
            case "=", "~" -> of(one.is(two));
            case "!=" -> of(!one.is(two));
            case "<" -> order.isPresent() ? of(order.getAsInt() < 0) : List.of();
            case ">" -> order.isPresent() ? of(order.getAsInt() > 0) : List.of();
            case "<=" -> order.isPresent() ? of(order.getAsInt() <= 0) : List.of();
            default -> order.isPresent() ? of(order.getAsInt() >= 0) : List.of();
        };
    }

    /// An expression that is not FHIRPath, or uses a part of it that is not known here.
    static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;

        Unreadable(String message) {
            super(message);
        }
    }
}

package uk.goldenthread.assessments.fhir;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import uk.goldenthread.assessments.fhir.Value.Moments;

/// Checks one answer: is it of the kind asked for, in the range, among the options.
final class AnswerCheck {
    /// The kinds of value each type of question takes.
    static final Map<String, Set<String>> KINDS = Map.ofEntries(
            Map.entry("boolean", Set.of("Boolean")),
            Map.entry("decimal", Set.of("Decimal")),
            Map.entry("integer", Set.of("Integer")),
            Map.entry("date", Set.of("Date")),
            Map.entry("dateTime", Set.of("DateTime")),
            Map.entry("time", Set.of("Time")),
            Map.entry("string", Set.of("String")),
            Map.entry("text", Set.of("String")),
            Map.entry("url", Set.of("Uri")),
            Map.entry("choice", Set.of("Coding")),
            Map.entry("open-choice", Set.of("Coding", "String")),
            Map.entry("attachment", Set.of("Attachment")),
            Map.entry("reference", Set.of("Reference")),
            Map.entry("quantity", Set.of("Quantity")));

    private final Findings findings;
    private final ComplexAnswers complex;

    AnswerCheck(ValueSets valueSets, Findings findings) {
        this.findings = findings;
        complex = new ComplexAnswers(valueSets, findings);
    }

    void check(Definition definition, Value value, String path) {
        var kinds = new HashSet<>(KINDS.getOrDefault(definition.type(), Set.of()));
        if (definition.type().endsWith("choice")) {
            definition
                    .node()
                    .path("answerOption")
                    .forEach(option -> Value.of(option).ifPresent(offered -> kinds.add(offered.kind())));
        }
        if (!kinds.contains(value.kind()) || !wellFormed(value)) {
            findings.fatal(
                    path,
                    "item %s asks for %s and this is no valid %s"
                            .formatted(definition.linkId(), definition.type(), value.kind()));
            return;
        }
        switch (value.kind()) {
            case "String" -> text(definition, value.node().asString(""), path);
            case "Uri" -> {
                if (value.node().asString("").matches(".*\\s.*")) {
                    findings.error(path, "an address holds no spaces");
                }
            }
            case "Attachment" -> complex.attachment(definition, value, path);
            case "Reference" -> complex.reference(definition, value, path);
            case "Quantity" -> complex.quantity(definition, value, path);
            default -> {
                // the range below is all there is
            }
        }
        decimals(definition, value, path);
        range(definition, value, path, "minValue", -1);
        range(definition, value, path, "maxValue", 1);
        options(definition, value, path);
    }

    private static boolean wellFormed(Value value) {
        var node = value.node();
        return switch (value.kind()) {
            case "Boolean" -> node.isBoolean();
            case "Integer" -> node.isIntegralNumber() && node.canConvertToInt();
            case "Decimal" -> node.isNumber();
            case "Date" -> node.isString() && Moments.isDate(node.asString(""));
            case "DateTime" -> node.isString() && Moments.isDateTime(node.asString(""));
            case "Time" ->
                node.isString()
                        && node.asString("").matches("([01][0-9]|2[0-3]):[0-5][0-9]:([0-5][0-9]|60)(\\.[0-9]+)?");
            case "String", "Uri" -> node.isString() && !node.asString("").isBlank();
            default -> node.isObject();
        };
    }

    private void text(Definition definition, String text, String path) {
        int length = text.codePointCount(0, text.length());
        int most = definition.node().path("maxLength").asInt(Integer.MAX_VALUE);
        if (length > most) {
            findings.error(path, "the answer has %d characters of at most %d".formatted(length, most));
        }
        definition
                .number("minLength")
                .filter(least -> length < least)
                .ifPresent(least ->
                        findings.error(path, "the answer has %d characters of at least %d".formatted(length, least)));
        definition.extension("regex").ifPresent(pattern -> {
            try {
                if (!Pattern.matches(pattern.node().asString(""), text)) {
                    findings.error(path, "the answer does not have the form asked for");
                }
            } catch (PatternSyntaxException unreadable) {
                findings.warn(path, "the form asked for cannot be read: " + unreadable.getDescription());
            }
        });
    }

    private void decimals(Definition definition, Value value, String path) {
        var number = value.kind().equals("Quantity") ? value.node().path("value") : value.node();
        if (!number.isNumber()) {
            return;
        }
        int given = Math.max(0, number.decimalValue().stripTrailingZeros().scale());
        definition
                .number("maxDecimalPlaces")
                .filter(most -> given > most)
                .ifPresent(most ->
                        findings.error(path, "the number has %d decimals of at most %d".formatted(given, most)));
    }

    /// @param beyond on which side of the limit a value is wrong
    private void range(Definition definition, Value value, String path, String extension, int beyond) {
        definition.extension(extension).ifPresent(limit -> {
            var order = value.compareTo(limit);
            if (order.isEmpty() || order.getAsInt() == beyond) {
                findings.error(
                        path,
                        "%s lies beyond the %s of %s"
                                .formatted(value.node().asString(value.node().toString()), extension, limit.node()));
            }
        });
    }

    private void options(Definition definition, Value value, String path) {
        var offered = definition.node().path("answerOption");
        var free = definition.type().equals("open-choice") && value.kind().equals("String");
        if (free) {
            return;
        }
        if (!offered.isEmpty()
                && offered.valueStream()
                        .noneMatch(option -> Value.of(option).filter(value::is).isPresent())) {
            findings.error(path, "the answer is none of the options of item %s".formatted(definition.linkId()));
        }
        var canonical = definition.node().path("answerValueSet").asString("");
        if (!canonical.isEmpty()) {
            complex.among(canonical, value, path);
        }
    }

    /// An option that stands alone may not be chosen beside another.
    void exclusive(Definition definition, List<Value> given, String path) {
        for (var option : definition.node().path("answerOption")) {
            var alone = Definition.extensions(option, "questionnaire-optionExclusive").stream()
                    .flatMap(extension -> Value.of(extension).stream())
                    .anyMatch(value -> value.node().asBoolean(false));
            if (alone
                    && given.size() > 1
                    && Value.of(option)
                            .filter(value -> given.stream().anyMatch(value::is))
                            .isPresent()) {
                findings.error(path, "one of the options chosen may only be chosen alone");
            }
        }
    }
}

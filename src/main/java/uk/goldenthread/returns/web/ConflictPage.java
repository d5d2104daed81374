package uk.goldenthread.returns.web;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import uk.goldenthread.returns.ReturnConflict;

/// Both versions of what two people changed, to choose from field by field.
///
/// @param rest what else the second person typed, by field name: nobody else touched it, so it is saved with the choice
public record ConflictPage(long id, int version, List<Choice> choices, Map<String, String> rest) {
    public ConflictPage {
        choices = List.copyOf(choices);
        rest = Collections.unmodifiableMap(new LinkedHashMap<>(rest));
    }

    /// One field.
    ///
    /// @param field its name on the form: `K01.numerator`
    public record Choice(String field, String label, String yours, String theirs) {}

    static ConflictPage of(ReturnConflict conflict, Map<String, String> typed) {
        var choices = conflict.fields().stream()
                .map(field -> new Choice(
                        field.kpi() + "." + field.field(),
                        field.name() + ": " + word(field.field()),
                        field.yours(),
                        field.theirs()))
                .toList();
        var rest = new LinkedHashMap<String, String>();
        typed.forEach((field, text) -> {
            if (field.indexOf('.') > 0) {
                rest.put(field, text);
            }
        });
        choices.forEach(choice -> rest.remove(choice.field()));
        return new ConflictPage(conflict.returnId(), conflict.version(), choices, rest);
    }

    /// The same in a sentence, for one field saved by itself.
    static String sentence(ReturnConflict conflict) {
        return conflict.fields().stream()
                .map(field ->
                        "Somebody else changed %s to “%s” while you typed “%s”. Press “Check your answers” to see both and choose."
                                .formatted(field.name(), field.theirs(), field.yours()))
                .collect(Collectors.joining(" "));
    }

    private static String word(String field) {
        return switch (field) {
            case "numerator" -> "number counted";
            case "denominator" -> "out of";
            case "value" -> "figure";
            case "narrative" -> "what it says";
            default -> "how sure";
        };
    }
}

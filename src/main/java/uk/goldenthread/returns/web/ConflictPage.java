package uk.goldenthread.returns.web;

import java.util.List;
import java.util.stream.Collectors;
import uk.goldenthread.returns.ReturnConflict;

/// Both versions of what two people changed, to choose from field by field.
public record ConflictPage(long id, int version, List<Choice> choices) {

    /// One field.
    ///
    /// @param field its name on the form: `K01.numerator`
    public record Choice(String field, String label, String yours, String theirs) {}

    static ConflictPage of(ReturnConflict conflict) {
        return new ConflictPage(
                conflict.returnId(),
                conflict.version(),
                conflict.fields().stream()
                        .map(field -> new Choice(
                                field.kpi() + "." + field.field(),
                                field.name() + ": " + word(field.field()),
                                field.yours(),
                                field.theirs()))
                        .toList());
    }

    /// The same in a sentence, for one field saved by itself.
    static String sentence(ReturnConflict conflict) {
        return conflict.fields().stream()
                .map(field -> "Somebody else changed %s to “%s” while you typed “%s”. Reload the page to choose."
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

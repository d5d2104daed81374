package uk.goldenthread.assessments.web;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import uk.goldenthread.assessments.model.Question;
import uk.goldenthread.assessments.service.AnswerConflict;
import uk.goldenthread.assessments.service.Reading;
import uk.goldenthread.assessments.service.Words;

/// Both versions of what two people answered, to choose from field by field.
///
/// @param address where the choice is sent
/// @param rest what else the second person typed, by field name: nobody else touched it, so it is saved
///     with the choice
public record ConflictPage(long id, int version, String address, List<Choice> choices, Map<String, String> rest) {
    public ConflictPage {
        choices = List.copyOf(choices);
        rest = Collections.unmodifiableMap(new LinkedHashMap<>(rest));
    }

    /// One field.
    ///
    /// @param field its name on the form: `1.2.words`
    /// @param yoursShown in words
    public record Choice(
            String field, String label, String yours, String yoursShown, String theirs, String theirsShown) {}

    static ConflictPage of(AnswerConflict conflict, Reading.Given given, String address, Map<String, String> typed) {
        var choices = conflict.fields().stream()
                .map(field -> choice(field, given.asked().questions().get(field.code())))
                .toList();
        var rest = new LinkedHashMap<String, String>();
        typed.forEach((field, text) -> {
            if (field.indexOf('.') > 0) {
                rest.put(field, text);
            }
        });
        choices.forEach(choice -> rest.remove(choice.field()));
        return new ConflictPage(conflict.assessment(), conflict.version(), address, choices, rest);
    }

    private static Choice choice(AnswerConflict.Field field, @org.jspecify.annotations.Nullable Question question) {
        var judged = field.field().equals("value") && question != null;
        return new Choice(
                field.code() + "." + field.field(),
                "%s %s: %s".formatted(field.code(), question == null ? "" : question.text(), word(field.field())),
                field.yours(),
                shown(judged && question != null ? Words.value(question, field.yours()) : field.yours()),
                field.theirs(),
                shown(judged && question != null ? Words.value(question, field.theirs()) : field.theirs()));
    }

    private static String shown(String text) {
        return text.isEmpty() ? "Nothing" : text;
    }

    /// The same in a sentence, for one field saved by itself.
    static String sentence(AnswerConflict conflict) {
        return conflict.fields().stream()
                .map(field ->
                        "Somebody else changed %s of %s to “%s” while you typed “%s”. Press “Save” to see both and choose."
                                .formatted(word(field.field()), field.code(), field.theirs(), field.yours()))
                .collect(Collectors.joining(" "));
    }

    private static String word(String field) {
        return switch (field) {
            case "value" -> "the answer";
            case "words" -> "how you know";
            default -> "the reason";
        };
    }
}

package uk.goldenthread.assessments.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.goldenthread.assessments.service.Typed;

/// Reads the fields of an answer form: `1.2.value`, `1.2.words`, `1.2.reason`.
final class AnswerForm {
    private AnswerForm() {}

    /// Every question of the form.
    static List<Typed> all(Map<String, String> fields) {
        Map<String, Typed> typed = new LinkedHashMap<>();
        fields.forEach((field, text) -> {
            var one = one(field, text);
            if (one != null) {
                typed.merge(one.code(), one, AnswerForm::both);
            }
        });
        return List.copyOf(typed.values());
    }

    private static Typed both(Typed first, Typed second) {
        return new Typed(
                first.code(),
                first.value() == null ? second.value() : first.value(),
                first.words() == null ? second.words() : first.words(),
                first.reason() == null ? second.reason() : first.reason());
    }

    /// One field; null when it is none of an answer's.
    static @Nullable Typed one(String field, String text) {
        var dot = field.lastIndexOf('.');
        if (dot <= 0) {
            return null;
        }
        var code = field.substring(0, dot);
        return switch (field.substring(dot + 1)) {
            case "value" -> new Typed(code, text, null, null);
            case "words" -> new Typed(code, null, text, null);
            case "reason" -> new Typed(code, null, null, text);
            default -> null;
        };
    }

    static int version(Map<String, String> fields) {
        var text = fields.getOrDefault("version", "");
        return text.matches("[1-9]\\d{0,8}") ? Integer.parseInt(text) : 1;
    }
}

package uk.goldenthread.assessments.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.goldenthread.assessments.service.Typed;
import uk.goldenthread.shell.forms.TouchedFields;

/// Reads the fields of an answer form: `1.2.value`, `1.2.words`, `1.2.reason`.
final class AnswerForm {
    private AnswerForm() {}

    /// Every question of the form. What was not touched stays as it is, but counts as looked at: an answer that was
    /// filled in from elsewhere is thereby the person's.
    static List<Typed> all(Map<String, String> sent, TouchedFields touched) {
        Map<String, Typed> typed = new LinkedHashMap<>();
        sent.keySet().forEach(field -> {
            var one = field.startsWith(TouchedFields.WAS)
                    ? null
                    : one(field, touched.typed().get(field));
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
    static @Nullable Typed one(String field, @Nullable String text) {
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

package uk.goldenthread.returns.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.goldenthread.returns.Typed;
import uk.goldenthread.shell.forms.TouchedFields;

/// The fields of a return's form, named `K01.numerator`.
final class ReturnForm {
    private ReturnForm() {}

    /// Whether a field is a tick box.
    static boolean isBox(String field) {
        return field.endsWith(".confirmed");
    }

    /// The figures that were touched in a whole form.
    static List<Typed> all(TouchedFields fields) {
        var typed = new ArrayList<Typed>();
        byLine(fields.typed()).forEach((kpi, line) -> typed.add(typed(kpi, line)));
        return typed;
    }

    /// The one field that was left: nothing else of its line is touched.
    static @Nullable Typed one(String field, String text) {
        return byLine(Map.of(field, text)).entrySet().stream()
                .map(line -> typed(line.getKey(), line.getValue()))
                .findFirst()
                .orElse(null);
    }

    private static Typed typed(String kpi, Map<String, String> line) {
        return new Typed(
                kpi,
                line.get("numerator"),
                line.get("denominator"),
                line.get("value"),
                line.get("narrative"),
                line.get("confidence"),
                line.get("confirmed"));
    }

    private static Map<String, Map<String, String>> byLine(Map<String, String> fields) {
        var lines = new LinkedHashMap<String, Map<String, String>>();
        fields.forEach((name, text) -> {
            var dot = name.indexOf('.');
            if (dot > 0) {
                lines.computeIfAbsent(name.substring(0, dot), _ -> new LinkedHashMap<>())
                        .put(name.substring(dot + 1), text);
            }
        });
        return lines;
    }
}

package uk.goldenthread.shell.components;

import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Attribute values made of parts that may be absent.
public final class Markup {
    private Markup() {}

    /// The present words, parted by a space: `classes("nhsuk-input", error ? "nhsuk-input--error" : null)`.
    public static String classes(@Nullable String... words) {
        return Arrays.stream(words)
                .filter(Objects::nonNull)
                .filter(word -> !word.isBlank())
                .collect(Collectors.joining(" "));
    }

    /// What `aria-describedby` of a field must hold so that its hint and its error are read out with it; null for
    /// nothing,
    /// which leaves the attribute out (WCAG 1.3.1, 3.3.1).
    public static @Nullable String describedBy(String id, @Nullable String hint, @Nullable String error) {
        var ids = classes(hint == null ? null : id + "-hint", error == null ? null : id + "-error");
        return ids.isEmpty() ? null : ids;
    }

    /// The same, where the field is described by something else first.
    public static @Nullable String describedBy(
            @Nullable String first, String id, @Nullable String hint, @Nullable String error) {
        var ids = classes(first, describedBy(id, hint, error));
        return ids.isEmpty() ? null : ids;
    }
}

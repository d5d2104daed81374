package uk.goldenthread.shell.forms;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import uk.goldenthread.kernel.words.TypedWords;

/// What a person changed in a form. Each field comes with what it held when the page was made, as `was.NAME`, so that
/// a page left open writes nothing its reader did not touch. A field without one is taken as touched.
///
/// @param typed the fields that were changed, by name, and what else the form sent
/// @param was what the fields held when the page was made, by name
public record TouchedFields(Map<String, String> typed, Map<String, String> was) {
    /// Of a page that is opened, not sent.
    public static final TouchedFields NOTHING = new TouchedFields(Map.of(), Map.of());

    /// What the names of the fields begin with that say what others held.
    public static final String WAS = "was.";

    /// Copies, in the order of the form.
    public TouchedFields {
        typed = Collections.unmodifiableMap(new LinkedHashMap<>(typed));
        was = Collections.unmodifiableMap(new LinkedHashMap<>(was));
    }

    /// Reads what a form sent. A field that it did not send is not touched.
    public static TouchedFields of(Map<String, String> sent) {
        return of(sent, _ -> false);
    }

    /// Reads what a form with tick boxes sent.
    ///
    /// @param boxes which fields are tick boxes, by name: one that is no longer ticked is not sent, only what it
    ///     was, and is emptied thereby
    public static TouchedFields of(Map<String, String> sent, Predicate<String> boxes) {
        var was = new LinkedHashMap<String, String>();
        var typed = new LinkedHashMap<String, String>();
        sent.forEach((name, value) -> {
            if (!name.startsWith(WAS)) {
                typed.put(name, value);
                return;
            }
            var field = name.substring(WAS.length());
            was.put(field, value);
            if (boxes.test(field)) {
                typed.putIfAbsent(field, sent.getOrDefault(field, ""));
            }
        });
        was.forEach((name, value) -> {
            if (TypedWords.same(value, typed.getOrDefault(name, value))) {
                typed.remove(name);
            }
        });
        return new TouchedFields(typed, was);
    }

    /// What a field held when the page was made; null where the form does not say.
    public @Nullable String was(String name) {
        return was.get(name);
    }

    /// What the page is made from when it is shown again: what a field holds by now, but of a touched field what its
    /// reader saw before.
    ///
    /// @param now what the fields hold by now, by name
    public Map<String, String> shownAgain(Map<String, String> now) {
        var shown = new LinkedHashMap<>(now);
        typed.keySet().forEach(name -> {
            var before = was.get(name);
            if (before != null) {
                shown.put(name, before);
            }
        });
        return shown;
    }
}

package uk.goldenthread.actions.web;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import uk.goldenthread.shell.components.DateParts;

/// What a person typed into a form.
record Typed(Map<String, String> fields) {
    /// The text of a field; empty where there is none.
    String text(String name) {
        return fields.getOrDefault(name, "");
    }

    /// A number of a list; 0 where nothing was chosen.
    int number(String name) {
        return ListAddress.number(text(name).strip(), 0);
    }

    /// A date; nothing where the three fields make none.
    Optional<LocalDate> day(String name) {
        return DateParts.typed(fields, name).date();
    }
}

package uk.goldenthread.concerns.web;

import org.jspecify.annotations.Nullable;
import uk.goldenthread.concerns.model.Progress.Triage;

/// What a person typed about a signal.
///
/// @param choice `ASK`, `LINK`, `WATCH` or `DISMISS`
public record TriageForm(
        @Nullable String choice,
        @Nullable String text,
        @Nullable String reference,
        @Nullable String why,
        @Nullable Integer version) {
    static final TriageForm BLANK = new TriageForm(null, null, null, null, null);

    /// What is to be done; null when nothing was chosen.
    @Nullable
    Triage triage() {
        var words = text == null ? "" : text;
        return switch (choice == null ? "" : choice) {
            case "ASK" -> new Triage.Ask(words);
            case "LINK" -> new Triage.Link(reference == null ? "" : reference);
            case "WATCH" -> new Triage.Watch(words);
            case "DISMISS" -> new Triage.Dismiss(words);
            default -> null;
        };
    }

    int seen() {
        return version == null ? 0 : version;
    }
}

package uk.goldenthread.shell.forms;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import uk.goldenthread.kernel.outcome.Reason;
import uk.goldenthread.shell.view.Dates;

/// What a page's script is told after one field was saved as it was left; `static/js/autosave.js` reads it.
///
/// @param savedAt the time of day; null when nothing was saved
/// @param version the version to send with the next field; null where the form has none
/// @param value what the field holds now, where that is not what was sent
/// @param message why nothing was saved, or what else its reader should know
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Autosaved(
        @Nullable String savedAt,
        @Nullable Integer version,
        @Nullable String value,
        @Nullable String message) {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    /// The field is saved.
    public static ResponseEntity<Autosaved> at(Instant now, @Nullable Integer version) {
        return ResponseEntity.ok(new Autosaved(time(now), version, null, null));
    }

    /// The field is saved together with what somebody else had written in it meanwhile.
    public static ResponseEntity<Autosaved> together(Instant now, String value, String message) {
        return ResponseEntity.ok(new Autosaved(time(now), null, value, message));
    }

    /// What was sent cannot be taken.
    public static ResponseEntity<Autosaved> refused(List<Reason> reasons) {
        return answer(HttpStatus.UNPROCESSABLE_CONTENT, null, reasons.getFirst().message());
    }

    /// Somebody else changed the field meanwhile.
    ///
    /// @param value what it holds now; null where the page must be loaded again to see it
    public static ResponseEntity<Autosaved> overtaken(@Nullable String value, String message) {
        return answer(HttpStatus.CONFLICT, value, message);
    }

    /// The form has no such field.
    public static ResponseEntity<Autosaved> noSuchField() {
        return answer(HttpStatus.BAD_REQUEST, null, "There is no such field.");
    }

    private static ResponseEntity<Autosaved> answer(HttpStatus status, @Nullable String value, String message) {
        return ResponseEntity.status(status).body(new Autosaved(null, null, value, message));
    }

    private static String time(Instant now) {
        return TIME.format(LocalTime.ofInstant(now, Dates.LONDON));
    }
}

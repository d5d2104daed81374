package uk.goldenthread.shell.forms;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.goldenthread.shell.components.FieldErrors;

/// A form that is shown again because it was refused: what its reader typed, and why it cannot be taken.
///
/// @param fields what was touched in it
/// @param version what the form was made from, so that what others changed since still shows; null for what is there
///     now
public record SentBack(TouchedFields fields, @Nullable Integer version, FieldErrors errors) {
    /// A form that is opened, not shown again.
    public static final SentBack NOTHING = new SentBack(TouchedFields.NOTHING, null, FieldErrors.NONE);

    /// A form that keeps a version and what its fields held.
    public static SentBack of(TouchedFields fields, int version, FieldErrors errors) {
        return new SentBack(fields, version, errors);
    }

    /// A small form, which its reader fills in whole.
    public static SentBack of(Map<String, String> typed, FieldErrors errors) {
        return new SentBack(new TouchedFields(typed, Map.of()), null, errors);
    }

    /// What was typed, by the fields' names.
    public Map<String, String> typed() {
        return fields.typed();
    }

    /// The version that the form is shown with.
    ///
    /// @param now the version that there is
    public int version(int now) {
        return version == null ? now : Math.min(version, now);
    }
}

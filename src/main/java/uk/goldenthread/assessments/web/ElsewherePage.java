package uk.goldenthread.assessments.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.goldenthread.shell.components.FieldErrors;
import uk.goldenthread.shell.components.Option;

/// Sharing a return with further ICBs.
///
/// @param open with how many it is shared now
/// @param shares with whom it is shared, or was
/// @param offered with whom it could be
public record ElsewherePage(
        long id,
        String organisation,
        String round,
        int open,
        List<Shared> shares,
        List<Option> offered,
        FieldErrors errors) {
    /// One ICB that has it.
    ///
    /// @param sentence with whom, and who agreed when
    /// @param evidence what went along
    /// @param until when and why it ended; null while it is shared
    /// @param end where it can be ended; null once it was
    public record Shared(
            String icb,
            String sentence,
            String evidence,
            @Nullable String until,
            @Nullable String end) {}
}

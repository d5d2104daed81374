package uk.goldenthread.concerns.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.goldenthread.concerns.model.Level;
import uk.goldenthread.concerns.model.MoveWords;

/// What a person typed on a ladder page, whichever of its forms it was.
///
/// @param to the level wanted
/// @param immediate `yes` where children or adults are at immediate risk
/// @param outcome of a rapid quality review
/// @param met `yes` where a review found the exit criteria met
public record LadderForm(
        @Nullable String to,
        @Nullable String cause,
        @Nullable String reasons,
        @Nullable List<String> support,
        @Nullable String exitCriteria,
        @Nullable String informed,
        @Nullable String region,
        @Nullable String immediate,
        @Nullable String outcome,
        @Nullable String met,
        @Nullable String evidence,
        @Nullable String nextSteps,
        @Nullable Integer version) {
    static final LadderForm BLANK =
            new LadderForm(null, null, null, null, null, null, null, null, null, null, null, null, null);

    /// The level wanted; null when none was chosen.
    @Nullable
    Level level() {
        for (var level : Level.values()) {
            if (level.name().equals(to)) {
                return level;
            }
        }
        return null;
    }

    MoveWords words() {
        return new MoveWords(
                text(cause),
                text(reasons),
                String.join(", ", supports()),
                text(exitCriteria),
                text(informed),
                text(region));
    }

    /// The kinds of support ticked.
    public List<String> supports() {
        return support == null ? List.of() : support;
    }

    static String text(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }
}

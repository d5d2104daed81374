package uk.goldenthread.overview.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.goldenthread.overview.store.ProviderStore;
import uk.goldenthread.shell.components.Tone;

/// The levels of the intervention ladder in words.
final class Levels {
    /// From the least to the most.
    static final List<String> ALL = ProviderStore.LEVELS;

    private static final Map<String, String> WORDS = Map.of(
            "ROUTINE", "Routine",
            "WATCH", "Watch",
            "ENHANCED", "Enhanced",
            "INTENSIVE", "Intensive",
            "RQR", "Rapid quality review");

    private Levels() {}

    static String words(String level) {
        return WORDS.getOrDefault(level, level);
    }

    /// Null for routine, which is most and says nothing.
    static @Nullable String unlessRoutine(String level) {
        return level.equals("ROUTINE") ? null : words(level);
    }

    static String shortened(String level) {
        return level.toLowerCase(Locale.ROOT);
    }

    static Tone tone(String level) {
        return switch (level) {
            case "WATCH" -> Tone.YELLOW;
            case "ENHANCED" -> Tone.ORANGE;
            case "INTENSIVE", "RQR" -> Tone.RED;
            default -> Tone.GREY;
        };
    }
}

package uk.goldenthread.intelligence;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Something heard of a provider.
///
/// @param code the provider's
/// @param theme the code of what it is about
/// @param praises whether it speaks well of the provider; otherwise it is a worry
/// @param by who wrote it down
/// @param closedOn when it was held to count no more; null while it counts
/// @param closedWhy empty while it counts
public record Heard(
        long id,
        int organisation,
        String code,
        String provider,
        HeardSource source,
        String theme,
        String words,
        LocalDate heardOn,
        boolean praises,
        String by,
        @Nullable LocalDate closedOn,
        String closedWhy) {}

package uk.goldenthread.intelligence;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.goldenthread.kernel.regulator.Grade;

/// What the Care Quality Commission published of an ICB's providers, as it was entered here.
public record Published(List<Rating> ratings, List<Notice> notices) {
    /// Copies the lists in.
    public Published {
        ratings = List.copyOf(ratings);
        notices = List.copyOf(notices);
    }

    /// @param overall null where it was not rated
    /// @param safe the rating of the question whether it is safe; null where it was not rated
    public record Rating(
            String code,
            String provider,
            LocalDate published,
            @Nullable Grade overall,
            @Nullable Grade safe) {}

    /// @param about what it is about, in a line
    /// @param lifted null while it is in force
    public record Notice(
            long id,
            int organisation,
            String code,
            String provider,
            LocalDate published,
            String about,
            @Nullable LocalDate lifted) {}
}

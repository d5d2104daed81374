package uk.goldenthread.organisations.model;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Someone in a post.
///
/// @param from the first day
/// @param to the first day on which they no longer hold it; null while they do
public record Appointment(
        String role,
        String person,
        Type type,
        LocalDate from,
        @Nullable LocalDate to) {
    /// How someone holds a post. Cover keeps the work going but does not fill the post.
    public enum Type {
        SUBSTANTIVE,
        ACTING,
        COVER
    }

    public boolean holdsOn(LocalDate day) {
        return !day.isBefore(from) && (to == null || day.isBefore(to));
    }

    boolean fills() {
        return type != Type.COVER;
    }
}

package uk.goldenthread.kernel.clocks;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import uk.goldenthread.kernel.calendar.London;

/// When something happened or is due: a London date, or an exact instant for clocks that count hours.
public sealed interface Moment {
    /// How an instant is written: London time with its offset, `2026-10-25T13:30:00+00:00`.
    DateTimeFormatter LONDON_TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx");

    /// A London date; as a deadline it ends at 23:59:59.
    record Day(LocalDate date) implements Moment {
        @Override
        public Instant instant() {
            return London.startOf(date);
        }

        @Override
        public String toString() {
            return date.toString();
        }
    }

    /// An exact instant.
    record Time(Instant instant) implements Moment {
        @Override
        public LocalDate date() {
            return London.dateOf(instant);
        }

        @Override
        public String toString() {
            return instant.atZone(London.ZONE).format(LONDON_TIME);
        }
    }

    /// The London date on which it falls.
    LocalDate date();

    /// The instant; of a date, its first.
    Instant instant();

    /// A date.
    static Moment on(LocalDate date) {
        return new Day(date);
    }

    /// An instant.
    static Moment at(Instant instant) {
        return new Time(instant);
    }

    /// Reads an ISO date, or an ISO date and time with its offset; empty when the text is neither. A time without an
    /// offset is neither: it would be ambiguous when the clocks go back.
    static Optional<Moment> find(String text) {
        var stripped = text.strip();
        try {
            return Optional.of(
                    stripped.indexOf('T') < 0
                            ? on(LocalDate.parse(stripped))
                            : at(OffsetDateTime.parse(stripped).toInstant()));
        } catch (DateTimeParseException neither) {
            return Optional.empty();
        }
    }
}

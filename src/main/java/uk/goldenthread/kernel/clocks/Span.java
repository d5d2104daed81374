package uk.goldenthread.kernel.clocks;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;
import uk.goldenthread.kernel.calendar.London;
import uk.goldenthread.kernel.calendar.Pauses;
import uk.goldenthread.kernel.calendar.WorkingDays;

/// A length of time in one unit, written `P15WD`, `P6M`, `P6W`, `P45D` or `PT48H`; `-P7WD` counts back.
///
/// @param amount how many; negative to count back from the event
/// @param unit   of what
public record Span(int amount, Unit unit) {
    private static final Pattern TEXT = Pattern.compile("(-?)P(T?)(\\d{1,5})(H|D|W|M|WD)");

    /// So many working days.
    public static Span workingDays(int amount) {
        return new Span(amount, Unit.WORKING_DAYS);
    }

    /// The span a text such as `P15WD` stands for; empty when it stands for none. Hours need the `T` and nothing
    /// else may have it.
    public static Optional<Span> find(String text) {
        var match = TEXT.matcher(text.strip());
        if (!match.matches()) {
            return Optional.empty();
        }
        int amount = Integer.parseInt(match.group(3)) * (match.group(1).isEmpty() ? 1 : -1);
        return Unit.ofLetters(match.group(4))
                .filter(unit -> (unit == Unit.HOURS) == !match.group(2).isEmpty())
                .map(unit -> new Span(amount, unit));
    }

    /// The span a text stands for.
    ///
    /// @throws IllegalArgumentException when it stands for none
    public static Span parse(String text) {
        return find(text)
                .orElseThrow(() -> new IllegalArgumentException(
                        "%s is not a span; write it as P15WD, P6M, P6W, P45D or PT48H".formatted(text)));
    }

    /// As written in the catalogue: `P15WD`.
    public String code() {
        return (amount < 0 ? "-" : "") + (isElapsed() ? "PT" : "P") + Math.abs(amount) + unit.letters();
    }

    /// Whether it counts elapsed hours, so that start and end are instants and not dates.
    public boolean isElapsed() {
        return unit == Unit.HOURS;
    }

    /// Whether it counts back from the event.
    public boolean countsBack() {
        return amount < 0;
    }

    /// The same length the other way.
    public Span reversed() {
        return new Span(-amount, unit);
    }

    /// Where this span ends when it begins at `start`. The day of the start is day 0. Months clamp to the last day of
    /// a shorter month; a date on a weekend does not move. Pauses push a calendar date by their days, are skipped
    /// when counting working days, and push an instant by their elapsed time; what lies before the start, or begins
    /// after the end, has no effect.
    ///
    /// @throws IllegalArgumentException when a pause has not ended, or when hours are counted from a mere date
    public Moment from(Moment start, Pauses pauses, WorkingDays calendar) {
        if (pauses.isOpen()) {
            throw new IllegalArgumentException("a pause has not ended; close it on the date of reading first");
        }
        return switch (unit) {
            case HOURS -> hoursFrom(start, pauses);
            case WORKING_DAYS ->
                Moment.on(
                        countsBack()
                                ? calendar.workingDaysBefore(start.date(), -amount, pauses)
                                : calendar.workingDaysAfter(start.date(), amount, pauses));
            case DAYS -> Moment.on(pushed(start.date(), start.date().plusDays(amount), pauses));
            case WEEKS -> Moment.on(pushed(start.date(), start.date().plusWeeks(amount), pauses));
            case MONTHS -> Moment.on(pushed(start.date(), start.date().plusMonths(amount), pauses));
        };
    }

    private Moment hoursFrom(Moment start, Pauses pauses) {
        if (!(start instanceof Moment.Time)) {
            throw new IllegalArgumentException("hours are counted from a time with its offset, not from a date");
        }
        var begun = start.instant();
        var end = begun.plus(Duration.ofHours(amount));
        for (var pause : pauses.ordered()) {
            var from = London.startOf(pause.from());
            var until = pause.to() == null ? from : London.startOf(pause.to());
            var counted = from.isBefore(begun) ? begun : from;
            if (!countsBack() && !counted.isAfter(end) && until.isAfter(counted)) {
                end = end.plus(Duration.between(counted, until));
            }
        }
        return Moment.at(end);
    }

    private LocalDate pushed(LocalDate start, LocalDate unpaused, Pauses pauses) {
        return countsBack() ? pushedBack(start, unpaused, pauses) : pushedOn(start, unpaused, pauses);
    }

    private static LocalDate pushedOn(LocalDate start, LocalDate unpaused, Pauses pauses) {
        var end = unpaused;
        for (var pause : pauses.ordered()) {
            var counted = pause.from().isBefore(start) ? start : pause.from();
            if (pause.to() != null && !counted.isAfter(end) && pause.to().isAfter(counted)) {
                end = end.plusDays(pause.to().toEpochDay() - counted.toEpochDay());
            }
        }
        return end;
    }

    private static LocalDate pushedBack(LocalDate start, LocalDate unpaused, Pauses pauses) {
        var end = unpaused;
        for (var pause : pauses.ordered().reversed()) {
            var counted = pause.to() == null || pause.to().isAfter(start) ? start : pause.to();
            if (counted.isAfter(end) && pause.from().isBefore(counted)) {
                end = end.minusDays(counted.toEpochDay() - pause.from().toEpochDay());
            }
        }
        return end;
    }

    @Override
    public String toString() {
        return code();
    }
}

package uk.goldenthread.kernel.calendar;

import java.time.LocalDate;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;

/// The working-day calendar of England: every day but Saturdays, Sundays and the bank holidays it was given.
/// The day of an event is day 0; day 1 is the first working day after it, also when day 0 is not a working day.
/// Bank holidays are data, never computed: one-off holidays (19 Sep 2022, 8 May 2023) cannot be foreseen.
public final class WorkingDays {
    private static final int THURSDAY_OFFSET = 3;
    private static final int SATURDAY = 5;

    private final Set<LocalDate> holidays;
    private final BitSet holidayBits;
    private final long firstDay;
    private final long lastDay;

    private WorkingDays(NavigableSet<LocalDate> holidays) {
        this.holidays = Collections.unmodifiableNavigableSet(holidays);
        this.firstDay = holidays.getFirst().withDayOfYear(1).toEpochDay();
        this.lastDay = LocalDate.of(holidays.getLast().getYear(), 12, 31).toEpochDay();
        this.holidayBits = new BitSet((int) (lastDay - firstDay + 1));
        holidays.forEach(day -> holidayBits.set((int) (day.toEpochDay() - firstDay)));
    }

    /// A calendar with these bank holidays. It knows the whole years from the first of them to the last.
    ///
    /// @throws IllegalArgumentException when there are none
    public static WorkingDays withBankHolidays(Collection<LocalDate> holidays) {
        if (holidays.isEmpty()) {
            throw new IllegalArgumentException("a working-day calendar needs its bank holidays");
        }
        return new WorkingDays(new TreeSet<>(holidays));
    }

    /// The bank holidays of this calendar, in order.
    public Set<LocalDate> bankHolidays() {
        return holidays;
    }

    /// Whether the bank holidays of this date's year are known; outside, only weekends are left out.
    public boolean covers(LocalDate date) {
        long day = date.toEpochDay();
        return day >= firstDay && day <= lastDay;
    }

    /// The last date whose bank holidays are known.
    public LocalDate coveredUntil() {
        return LocalDate.ofEpochDay(lastDay);
    }

    /// The first date whose bank holidays are known.
    public LocalDate coveredFrom() {
        return LocalDate.ofEpochDay(firstDay);
    }

    /// Whether this date is a working day.
    public boolean isWorkingDay(LocalDate date) {
        return isWorkingDay(date.toEpochDay());
    }

    /// The n-th working day after day 0; with n = 0 day 0 itself, working day or not.
    ///
    /// @throws IllegalArgumentException when n is negative
    public LocalDate workingDaysAfter(LocalDate dayZero, int n) {
        return step(dayZero, n, 1, Pauses.none());
    }

    /// The n-th working day after day 0 that lies in no pause.
    ///
    /// @throws IllegalArgumentException when n is negative, or a pause has not ended
    public LocalDate workingDaysAfter(LocalDate dayZero, int n, Pauses pauses) {
        return step(dayZero, n, 1, pauses);
    }

    /// The n-th working day counting back from day 0, which is not counted: "at least 7 working days before".
    ///
    /// @throws IllegalArgumentException when n is negative
    public LocalDate workingDaysBefore(LocalDate dayZero, int n) {
        return step(dayZero, n, -1, Pauses.none());
    }

    /// The n-th working day counting back from day 0 that lies in no pause.
    ///
    /// @throws IllegalArgumentException when n is negative, or a pause has not ended
    public LocalDate workingDaysBefore(LocalDate dayZero, int n, Pauses pauses) {
        return step(dayZero, n, -1, pauses);
    }

    /// How many working days lie after the first date up to and including the second: an event on `to` happened on
    /// working day n of a clock that began on `from`. Negative when `to` is earlier, zero on the same date.
    public int between(LocalDate from, LocalDate to) {
        if (to.isBefore(from)) {
            return -between(to, from);
        }
        long last = to.toEpochDay();
        int count = 0;
        for (long day = from.toEpochDay() + 1; day <= last; day++) {
            if (isWorkingDay(day)) {
                count++;
            }
        }
        return count;
    }

    /// This date when it is a working day, else the next working day.
    public LocalDate onOrAfter(LocalDate date) {
        return isWorkingDay(date) ? date : workingDaysAfter(date, 1);
    }

    /// This date when it is a working day, else the last working day before: the practical date of a deadline that
    /// falls on a weekend or holiday and does not move.
    public LocalDate onOrBefore(LocalDate date) {
        return isWorkingDay(date) ? date : workingDaysBefore(date, 1);
    }

    private LocalDate step(LocalDate dayZero, int n, int direction, Pauses pauses) {
        if (n < 0) {
            throw new IllegalArgumentException("a number of working days cannot be negative: " + n);
        }
        if (pauses.isOpen()) {
            throw new IllegalArgumentException("a pause has not ended, so the working days cannot be counted");
        }
        long day = dayZero.toEpochDay();
        for (int left = n; left > 0; ) {
            day += direction;
            if (isWorkingDay(day) && (pauses.isEmpty() || !pauses.covers(LocalDate.ofEpochDay(day)))) {
                left--;
            }
        }
        return LocalDate.ofEpochDay(day);
    }

    private boolean isWorkingDay(long epochDay) {
        // 1 January 1970 was a Thursday: Monday is 0 here.
        if (Math.floorMod(epochDay + THURSDAY_OFFSET, 7) >= SATURDAY) {
            return false;
        }
        return epochDay < firstDay || epochDay > lastDay || !holidayBits.get((int) (epochDay - firstDay));
    }
}

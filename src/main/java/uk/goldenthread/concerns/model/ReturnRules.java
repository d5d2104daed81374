package uk.goldenthread.concerns.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.goldenthread.kernel.calendar.Period;
import uk.goldenthread.kernel.calendar.WorkingDays;

/// W04, late returns, and silence: a return that did not come. Both worked out for a day, so that
/// asking twice is harmless.
///
/// @param lateActive whether W04 is used
/// @param veryLate working days after the due date from which one late return warns
/// @param lateCount late returns that warn
/// @param window of how many of the last returns
/// @param silentAfter working days after the due date from which a missing return is silence
public record ReturnRules(boolean lateActive, int veryLate, int lateCount, int window, int silentAfter) {

    /// How the series of a provider's returns are named, before their frequency.
    public static final String SERIES = "RETURNS-";

    /// One return that was expected.
    ///
    /// @param submitted null while it has not come
    public record Expected(
            Period period, LocalDate due, @Nullable LocalDate submitted) {}

    /// What the rules find in one provider's returns of one frequency on a day.
    ///
    /// @param series such as `RETURNS-QUARTERLY`
    /// @param expected in the order of their periods
    public List<Finding> findings(String series, List<Expected> expected, LocalDate today, WorkingDays calendar) {
        var found = new ArrayList<Finding>();
        var due = expected.stream().filter(each -> each.due().isBefore(today)).toList();
        if (due.isEmpty()) {
            return found;
        }
        if (lateActive) {
            late(series, due, today, calendar, found);
        }
        silence(series, due, today, calendar, found);
        return found;
    }

    private void late(String series, List<Expected> due, LocalDate today, WorkingDays calendar, List<Finding> found) {
        var last = due.getLast();
        var lateBy = lateBy(last, today, calendar);
        var recent = due.subList(Math.max(0, due.size() - window), due.size());
        var late = recent.stream()
                .filter(each -> lateBy(each, today, calendar) > 0)
                .toList();
        if (lateBy > veryLate) {
            var words = "The return for %s %s %s late."
                    .formatted(last.period().label(), last.submitted() == null ? "is" : "came", days(lateBy));
            found.add(finding("W04", series, last, last, words));
        } else if (late.size() >= lateCount) {
            var list = late.stream()
                    .map(each -> each.period().label() + " by " + days(lateBy(each, today, calendar)))
                    .collect(Collectors.joining(", "));
            var words = "%d of the last %d returns were late: %s.".formatted(late.size(), recent.size(), list);
            found.add(finding("W04", series, late.getFirst(), last, words));
        }
    }

    private void silence(
            String series, List<Expected> due, LocalDate today, WorkingDays calendar, List<Finding> found) {
        int start = due.size();
        while (start > 0 && due.get(start - 1).submitted() == null) {
            start--;
        }
        var missing = due.subList(start, due.size()).stream()
                .filter(each -> lateBy(each, today, calendar) >= silentAfter)
                .toList();
        if (missing.isEmpty()) {
            return;
        }
        var words = "No return has come for %s, due %s ago."
                .formatted(
                        missing.stream().map(each -> each.period().label()).collect(Collectors.joining(", ")),
                        days(lateBy(missing.getFirst(), today, calendar)));
        found.add(finding(Finding.SILENCE, series, missing.getFirst(), missing.getLast(), words));
    }

    /// Working days from the due date to the day it came, or to today; nought when in time.
    static int lateBy(Expected expected, LocalDate today, WorkingDays calendar) {
        var came = expected.submitted() == null ? today : expected.submitted();
        return Math.max(0, calendar.between(expected.due(), came));
    }

    private static Finding finding(String rule, String series, Expected first, Expected last, String words) {
        return new Finding(rule, series, null, first.period(), last.period(), words, true, false);
    }

    private static String days(int count) {
        return count == 1 ? "1 working day" : count + " working days";
    }
}

package uk.goldenthread.demonstration.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;
import uk.goldenthread.kernel.calendar.London;
import uk.goldenthread.kernel.calendar.Month;
import uk.goldenthread.kernel.calendar.Period;
import uk.goldenthread.kernel.calendar.Quarter;
import uk.goldenthread.kernel.calendar.WorkingDays;

/// When each return came, was approved and was accepted. Most come in time; a few providers have a story.
final class Timeliness {
    private final long seed;
    private final WorkingDays calendar;
    private final Instant now;
    private final Month latestMonth;

    /// @param now nothing happens after it
    /// @param latestMonth the latest month that is due
    Timeliness(long seed, WorkingDays calendar, Instant now, Month latestMonth) {
        this.seed = seed;
        this.calendar = calendar;
        this.now = now;
        this.latestMonth = latestMonth;
    }

    /// @param submitted null while it has not come; then the others are null too
    record Times(
            @Nullable Instant submitted,
            @Nullable Instant approved,
            @Nullable Instant accepted) {
        static final Times NONE = new Times(null, null, null);
    }

    Times of(PlannedOrganisation provider, Period period, LocalDate dueOn, boolean executiveApproval) {
        var chance = new Chance(seed, "time " + provider.code() + period.code());
        if (isMissing(provider, period)) {
            return Times.NONE;
        }
        var day = submittedOn(provider, dueOn, chance);
        var submitted = past(day, chance);
        if (submitted == null) {
            return Times.NONE;
        }
        var approvedOn = calendar.workingDaysAfter(day, chance.between(1, 3));
        var approved = executiveApproval ? past(approvedOn, chance) : null;
        var before = executiveApproval ? approvedOn : day;
        var latest = before.isBefore(dueOn) ? dueOn : before;
        var accepted = past(calendar.workingDaysAfter(latest, chance.between(3, 8)), chance);
        var waits = (executiveApproval && approved == null) || isLeftOpen(provider, period, chance);
        return new Times(submitted, approved, waits ? null : accepted);
    }

    private LocalDate submittedOn(PlannedOrganisation provider, LocalDate dueOn, Chance chance) {
        if (provider.code().equals(Stories.LATE_PRACTICE)) {
            return calendar.workingDaysAfter(dueOn, chance.between(6, 24));
        }
        if (Stories.EARLY.contains(provider.code())) {
            return calendar.workingDaysBefore(dueOn, 9);
        }
        if (chance.between(1, 30) == 1) {
            return calendar.workingDaysAfter(dueOn, chance.between(1, 4));
        }
        return calendar.workingDaysBefore(dueOn, chance.between(0, 8));
    }

    private boolean isMissing(PlannedOrganisation provider, Period period) {
        if (provider.code().equals(Stories.SILENT_HOSPITAL)) {
            return period.end()
                    .isAfter(latestMonth
                            .yearMonth()
                            .minusMonths(Stories.SILENT_MONTHS)
                            .atEndOfMonth());
        }
        return provider.code().equals(Stories.LOCKED_HOME)
                && period instanceof Quarter
                && period.end().equals(Quarter.of(latestMonth.end()).previous().end());
    }

    /// A busy team has not accepted everything of the latest periods yet, and asks about one.
    private boolean isLeftOpen(PlannedOrganisation provider, Period period, Chance chance) {
        if (period.end().isBefore(latestMonth.end())) {
            return false;
        }
        return chance.between(1, 24) == 1
                || provider.code().equals(Stories.QUERIED_TRUST)
                || provider.code().equals(Stories.WORDLESS_HOSPICE);
    }

    private @Nullable Instant past(LocalDate day, Chance chance) {
        var at = day.atTime(LocalTime.of(chance.between(9, 16), chance.between(0, 59)))
                .atZone(London.ZONE)
                .toInstant();
        return at.isBefore(now) ? at : null;
    }
}

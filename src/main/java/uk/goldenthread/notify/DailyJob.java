package uk.goldenthread.notify;

import java.time.LocalDate;

/// Work that each ICB needs once a day: lateness, silence, digests. Contribute a bean; it runs after 5:30am London
/// time,
/// on one node, and for each day that was missed while the system was down.
///
/// Work out what is true from the date given, never from how often the job has run: it may run again for the same day
/// after a failure half-way, and must then change nothing.
public interface DailyJob {
    /// Never changes: what is done is remembered by it.
    String name();

    /// Opens its own units of work, as `Scope.jobFor(icb)`.
    ///
    /// @param today the day to work for, which is in the past when it is caught up
    void run(int icb, LocalDate today);
}

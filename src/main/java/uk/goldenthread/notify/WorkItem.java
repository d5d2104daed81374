package uk.goldenthread.notify;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// One line of Home: what, for whom, by when, and why it is this person's.
///
/// @param kind groups lines of the same sort, as "Returns to enter"
/// @param what in words: "Quarterly return for 2026/27 Q2"
/// @param forWhom whose matter it is: the provider, the committee
/// @param by the date it is due or was done; null when it has none
/// @param why why it is this person's: "You are the named professional"
/// @param href where to do it
public record WorkItem(
        String kind, String what, String forWhom, @Nullable LocalDate by, String why, String href) {}

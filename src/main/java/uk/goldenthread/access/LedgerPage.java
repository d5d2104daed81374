package uk.goldenthread.access;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The ledger as a person reads it.
///
/// @param next the address of older entries; null at the end
/// @param standing what the last verification of the chain found, in a sentence; null before one was asked for
public record LedgerPage(
        String action,
        String subject,
        String account,
        List<Line> lines,
        @Nullable String next,
        @Nullable String standing) {
    /// One entry.
    public record Line(long id, String at, String who, String action, String subject, String detail) {}
}

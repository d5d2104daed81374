package uk.goldenthread.figures;

import java.time.LocalDate;

/// A known change of process, from which a series' limits are worked out anew (BR-SPC-15).
///
/// @param starts first day of the first period that it holds for
/// @param approver the account that answers for it
public record Baseline(int id, SeriesKey series, LocalDate starts, String reason, int approver, int version) {}

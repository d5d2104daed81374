package uk.goldenthread.returns;

/// A provider said that its return is complete. Published inside the transaction that says so.
///
/// @param period the period's code: `2026-27-Q2` or `2026-09`
public record ReturnSubmitted(int icb, int organisation, long returnId, String period) {}

package uk.goldenthread.returns;

/// The ICB accepted every line of a return, so its figures are final. Published inside that transaction.
///
/// @param period the period's code: `2026-27-Q2` or `2026-09`
public record ReturnAccepted(int icb, int organisation, long returnId, String period) {}

package uk.goldenthread.returns;

/// A provider replaced an accepted figure by a new revision, with a reason. Published inside that
/// transaction.
///
/// @param period the code of the figure's own period
/// @param revision the new revision, from 2
public record LineRestated(int icb, int organisation, long returnId, String kpi, String period, int revision) {}

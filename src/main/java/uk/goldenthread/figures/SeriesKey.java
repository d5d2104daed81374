package uk.goldenthread.figures;

/// One provider's series of one measure, as one ICB sees it.
public record SeriesKey(int icb, int organisation, String kpi) {}

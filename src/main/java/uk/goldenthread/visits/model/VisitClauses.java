package uk.goldenthread.visits.model;

import uk.goldenthread.kernel.outcome.Clause;

/// The rules of visits and audits, as refusals cite them.
public final class VisitClauses {
    public static final Clause REPORT =
            new Clause("BR-VIS-1", "Draft within 10 working days, factual accuracy 10, final within 30 of the visit");
    public static final Clause SAMPLE = new Clause("BR-VIS-3", "At least five staff and five records are sampled");
    public static final Clause RE_AUDIT = new Clause("BR-VIS-4", "An audit is repeated within 12 months");
    public static final Clause NOTICE = new Clause(
            "VIS-NOTICE", "An announced visit has four weeks' notice, a short-notice visit at most five days");
    public static final Clause IMMEDIATE = new Clause(
            "BR-LAD-6",
            "An immediate risk is told the same day, written within a working day, planned for within five");

    private VisitClauses() {}
}

package uk.goldenthread.papers.model;

/// A part of a paper that holds words of its own.
public enum Slot {
    NARRATIVE("Executive summary"),
    KPI("Measures"),
    LADDER("Providers by level of oversight"),
    RETURNS("Returns received"),
    CHANGES("Changes since the last paper");

    private final String title;

    Slot(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }
}

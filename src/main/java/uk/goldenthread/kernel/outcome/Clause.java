package uk.goldenthread.kernel.outcome;

/// Where a rule comes from: a stable code that pages and the thread can link to, and the source in words.
///
/// @param code   short and stable, such as `WT2023-CH5` or `BR-RR-16`
/// @param source the statute, guidance or house rule as a reader would cite it
public record Clause(String code, String source) {
    /// A rule of this product alone, for what no statute or guidance settles (a missing field, an unreadable date).
    public static final Clause HOUSE = new Clause("HOUSE", "Golden Thread's own rule");

    /// @throws IllegalArgumentException when either part is blank
    public Clause {
        if (code.isBlank() || source.isBlank()) {
            throw new IllegalArgumentException("a clause needs a code and a source");
        }
    }
}

package uk.goldenthread.returns;

import org.jspecify.annotations.Nullable;

/// What a person typed for one figure, field by field and as text: a null field is left as it stands, an
/// empty one is
/// cleared.
///
/// @param value a figure that is a single number, or `yes` or `no`
/// @param confirmed `true` when the person says that a large change of the denominator is right
public record Typed(
        String kpi,
        @Nullable String numerator,
        @Nullable String denominator,
        @Nullable String value,
        @Nullable String narrative,
        @Nullable String confidence,
        @Nullable String confirmed) {

    /// Numerator and denominator.
    public static Typed ratio(String kpi, String numerator, String denominator) {
        return new Typed(kpi, numerator, denominator, null, null, null, null);
    }

    /// A single number, or `yes` or `no`.
    public static Typed single(String kpi, String value) {
        return new Typed(kpi, null, null, value, null, null, null);
    }

    /// The same with these words beside the figure.
    public Typed saying(String words) {
        return new Typed(kpi, numerator, denominator, value, words, confidence, confirmed);
    }

    /// The same with a large change of the denominator confirmed.
    public Typed confirming() {
        return new Typed(kpi, numerator, denominator, value, narrative, confidence, "true");
    }
}

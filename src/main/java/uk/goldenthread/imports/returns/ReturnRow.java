package uk.goldenthread.imports.returns;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// One figure of one provider for one period, as CSV, Excel and the API all carry it.
///
/// @param organisationCode ODS code, in capitals
/// @param period the month or quarter
/// @param kpi code of the measure, in capitals
/// @param numerator whole, 0 or more, at most the denominator; absent when not given
/// @param denominator whole, 0 or more; absent when not given
/// @param value in the measure's own unit, a percentage as 84 and not 0.84; absent when not given
/// @param narrative what the provider says about it; empty when nothing
/// @param confidence how sure the provider is; absent when not said
public record ReturnRow(
        String organisationCode,
        ReturnPeriod period,
        String kpi,
        @Nullable BigDecimal numerator,
        @Nullable BigDecimal denominator,
        @Nullable BigDecimal value,
        String narrative,
        @Nullable Confidence confidence) {

    /// What it is a figure of, as text: two rows with the same key are two answers to one question.
    public String key() {
        return organisationCode + " " + period.text() + " " + kpi;
    }

    /// Whether no figure is given; a narrative may still say why.
    public boolean isWithoutFigures() {
        return numerator == null && denominator == null && value == null;
    }
}

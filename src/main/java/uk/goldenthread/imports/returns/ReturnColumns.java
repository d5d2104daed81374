package uk.goldenthread.imports.returns;

import java.util.List;

/// The columns of a returns file, named alike in CSV, Excel and the API. They are a promise to other systems.
public final class ReturnColumns {
    public static final String ORGANISATION_CODE = "organisation_code";
    public static final String PERIOD = "period";
    public static final String KPI = "kpi";
    public static final String NUMERATOR = "numerator";
    public static final String DENOMINATOR = "denominator";
    public static final String VALUE = "value";
    public static final String NARRATIVE = "narrative";
    public static final String CONFIDENCE = "confidence";

    /// All of them in the order in which they are written.
    public static final List<String> ALL =
            List.of(ORGANISATION_CODE, PERIOD, KPI, NUMERATOR, DENOMINATOR, VALUE, NARRATIVE, CONFIDENCE);

    private ReturnColumns() {}
}

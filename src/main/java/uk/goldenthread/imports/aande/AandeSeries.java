package uk.goldenthread.imports.aande;

/// The measures taken from the monthly file.
public enum AandeSeries {
    /// Share of type 1 attendances that were not over four hours: numerator those within, denominator all type 1.
    AE_4H,
    /// Type 1 attendances; a count.
    AE_ATT,
    /// Patients who waited more than twelve hours from the decision to admit; a count.
    AE_12H
}

package uk.goldenthread.imports.aande;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/// One provider's figures for one month. A provider may be a trust, one of its sites, a practice or a company.
///
/// @param code ODS code
/// @param parent the NHS England region, as the file names it
/// @param name as the file gives it, in capitals
/// @param period the month
/// @param figures every column of the file
public record ProviderMonth(String code, String parent, String name, YearMonth period, Map<AandeColumn, Long> figures) {
    public ProviderMonth {
        if (figures.size() != AandeColumn.values().length) {
            throw new IllegalArgumentException("figures are missing for " + code);
        }
        figures = Map.copyOf(new EnumMap<>(figures));
    }

    /// The figure of a column.
    public long figure(AandeColumn column) {
        return figures.getOrDefault(column, 0L);
    }

    /// The measures that can be taken. A provider without a type 1 department that month has no share within four
    /// hours and no type 1 attendances, which is not the same as 0.
    public List<Measurement> measurements() {
        var measurements = new ArrayList<Measurement>();
        var attendances = figure(AandeColumn.ATTENDANCES_TYPE_1);
        if (attendances > 0) {
            measurements.add(new Measurement(
                    AandeSeries.AE_4H,
                    attendances - figure(AandeColumn.OVER_4_HOURS_TYPE_1),
                    OptionalLong.of(attendances)));
            measurements.add(new Measurement(AandeSeries.AE_ATT, attendances, OptionalLong.empty()));
        }
        if (attendances > 0 || figure(AandeColumn.WAITED_OVER_12_HOURS_FROM_DECISION) > 0) {
            measurements.add(new Measurement(
                    AandeSeries.AE_12H, figure(AandeColumn.WAITED_OVER_12_HOURS_FROM_DECISION), OptionalLong.empty()));
        }
        return measurements;
    }
}

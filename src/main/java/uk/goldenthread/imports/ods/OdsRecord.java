package uk.goldenthread.imports.ods;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One organisation as the ODS files give it.
///
/// @param code ODS code, such as C81001 or RTG
/// @param name as registered, in capitals
/// @param displayName the same in the case a person would write
/// @param kind what kind of place it is
/// @param nationalGrouping NHS England region, such as Y60; empty where not given
/// @param icbCode ODS code of the ICB, such as QJ2; empty where not given
/// @param address the lines that are filled, up to five
/// @param postcode with its space; empty where not given
/// @param opened first day, if known
/// @param closed last day, if closed
/// @param status how it stands
/// @param commissionerCode for a practice the sub-ICB location that commissions it; empty for a trust
/// @param parentCode for a practice the network or provider it belongs to; empty for a trust
/// @param telephone as registered; empty where not given
public record OdsRecord(
        String code,
        String name,
        String displayName,
        OdsKind kind,
        String nationalGrouping,
        String icbCode,
        List<String> address,
        String postcode,
        @Nullable LocalDate opened,
        @Nullable LocalDate closed,
        OdsStatus status,
        String commissionerCode,
        String parentCode,
        String telephone) {
    public OdsRecord {
        address = List.copyOf(address);
    }

    /// Whether this is a GP practice that sees patients now: active, and of the GP prescribing setting.
    public boolean isActiveGpPractice() {
        return kind == OdsKind.GP_PRACTICE && status == OdsStatus.ACTIVE;
    }

    /// Whether it is open: not marked closed, and without a closing date.
    public boolean isOpen() {
        return status != OdsStatus.CLOSED && closed == null;
    }
}

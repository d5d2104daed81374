package uk.goldenthread.demonstration.plan;

import java.time.LocalDate;

/// One organisation's dated tie to another.
///
/// @param type `MERGED_INTO`, `SUCCEEDED_BY` or `IN_CLUSTER`
public record PlannedLink(String from, String to, String type, LocalDate validFrom) {}

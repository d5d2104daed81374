package uk.goldenthread.rulebook;

import java.util.List;
import uk.goldenthread.shell.components.SummaryRow;

/// One measure: what is counted, for whom, and the duties it shows with the law behind each.
public record MeasurePage(String code, String name, List<SummaryRow> rows, List<Duty> duties) {
    /// A requirement of the framework.
    public record Duty(String code, String words, String basis) {}
}

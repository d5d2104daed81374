package uk.goldenthread.commandline;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import uk.goldenthread.catalogue.SuppressionProfile;
import uk.goldenthread.kernel.suppression.Profile;
import uk.goldenthread.kernel.suppression.Table;

/// Tables of counts as they may be published.
@Command(name = "suppress", description = "Hide small numbers in tables of counts.", mixinStandardHelpOptions = true)
final class CalcSuppress implements Callable<Integer> {
    private static final String TOTAL = "total";

    @Option(names = "--input", required = true, description = "CSV: table,row,value; a row named total is the total")
    private String input = "";

    @Option(names = "--profile", required = true, description = "unrounded, rounding-5, rounding-10, ...")
    private String profile = "";

    @Option(names = "--output", description = "CSV: table,row,value; - for standard output")
    private String output = "-";

    private final Console console;
    private final RowErrors errors = new RowErrors();

    CalcSuppress(Console console) {
        this.console = console;
    }

    private record Cell(CsvInput.Row row, long value) {
        boolean isTotal() {
            return row.get("row").equalsIgnoreCase(TOTAL);
        }
    }

    @Override
    public Integer call() {
        var chosen = chosen();
        Map<String, List<Cell>> tables = new LinkedHashMap<>();
        for (var row : CsvInput.rows(console, input, "table", "row", "value")) {
            if (row.get("value").matches("[0-9]{1,15}")) {
                tables.computeIfAbsent(row.get("table"), _ -> new ArrayList<>())
                        .add(new Cell(row, Long.parseLong(row.get("value"))));
            } else {
                errors.add(row.line(), "value", "a count is a whole number, nought or more");
                tables.computeIfAbsent(row.get("table"), _ -> new ArrayList<>()).add(new Cell(row, -1));
            }
        }
        var result = new CsvOutput("table", "row", "value");
        tables.values().forEach(cells -> publish(cells, chosen, result));
        result.writeTo(console, output);
        return errors.report(console);
    }

    private Profile chosen() {
        var code = profile.strip().toUpperCase(Locale.ROOT).replace('-', '_');
        var profiles = SuppressionProfile.load();
        return profiles.stream()
                .filter(candidate -> candidate.code().equals(code))
                .findFirst()
                .map(SuppressionProfile::arithmetic)
                .orElseThrow(() -> Unusable.usage("There is no profile %s; known are %s"
                        .formatted(
                                profile,
                                profiles.stream().map(SuppressionProfile::code).collect(Collectors.joining(", ")))));
    }

    /// A table with any bad cell is left out whole: hiding depends on every cell.
    private void publish(List<Cell> cells, Profile chosen, CsvOutput result) {
        if (cells.stream().anyMatch(cell -> cell.value() < 0)) {
            return;
        }
        var totals = cells.stream().filter(Cell::isTotal).toList();
        var counts =
                cells.stream().filter(cell -> !cell.isTotal()).map(Cell::value).toList();
        if (totals.size() > 1) {
            errors.add(totals.get(1).row().line(), "row", "the table has two totals");
            return;
        }
        Table.Published published;
        try {
            published = new Table(
                            counts, totals.isEmpty() ? null : totals.getFirst().value())
                    .publish(chosen);
        } catch (IllegalArgumentException doesNotAddUp) {
            errors.add(totals.getFirst().row().line(), "value", String.valueOf(doesNotAddUp.getMessage()));
            return;
        }
        var texts = published.cells().iterator();
        for (var cell : cells) {
            var text = cell.isTotal() ? Objects.requireNonNullElse(published.total(), "") : texts.next();
            result.row(cell.row().get("table"), cell.row().get("row"), text);
        }
    }
}

package uk.goldenthread.commandline;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import uk.goldenthread.kernel.spc.Chart;
import uk.goldenthread.kernel.spc.Direction;
import uk.goldenthread.kernel.spc.Series;

/// The rows of one series as a chart: options from its first row, a new segment where `rebase` is true, an empty value
/// for a period without one.
final class SpcRows {
    private final List<CsvInput.Row> rows;
    private final RowErrors errors;
    private boolean faulty;

    private SpcRows(List<CsvInput.Row> rows, RowErrors errors) {
        this.rows = rows;
        this.errors = errors;
    }

    /// The chart; empty, with each error noted, when a row cannot be read.
    static Optional<Chart> chart(List<CsvInput.Row> rows, RowErrors errors) {
        return new SpcRows(rows, errors).chart();
    }

    private Optional<Chart> chart() {
        var values = new double[rows.size()];
        var rebases = new ArrayList<Integer>();
        for (int i = 0; i < values.length; i++) {
            values[i] = decimal(rows.get(i), "value");
            if (flag(rows.get(i), "rebase", false)) {
                rebases.add(i);
            }
        }
        var first = rows.getFirst();
        double target = decimal(first, "target");
        var direction = direction(first);
        boolean screen = flag(first, "screen_outliers", true);
        int fixAfter = fixAfter(first);
        if (faulty) {
            return Optional.empty();
        }
        return Optional.of(Series.of(values)
                .target(target)
                .direction(direction)
                .screenOutliers(screen)
                .fixAfter(fixAfter)
                .rebasedAt(rebases.stream().mapToInt(Integer::intValue).toArray())
                .chart());
    }

    private double decimal(CsvInput.Row row, String column) {
        var text = row.get(column);
        if (text.isEmpty()) {
            return Double.NaN;
        }
        if (!text.matches("[-+]?[0-9]*\\.?[0-9]+([eE][-+]?[0-9]{1,2})?")) {
            fault(row, column, "write a number such as 12.5");
            return Double.NaN;
        }
        return Double.parseDouble(text);
    }

    private boolean flag(CsvInput.Row row, String column, boolean whenEmpty) {
        return switch (row.get(column).toLowerCase(Locale.ROOT)) {
            case "" -> whenEmpty;
            case "true" -> true;
            case "false" -> false;
            default -> {
                fault(row, column, "write true or false");
                yield whenEmpty;
            }
        };
    }

    private Direction direction(CsvInput.Row row) {
        var text = row.get("direction");
        var direction = text.isEmpty() ? Optional.of(Direction.NEUTRAL) : Direction.find(text);
        if (direction.isEmpty()) {
            fault(row, "direction", "write +, - or 0");
        }
        return direction.orElse(Direction.NEUTRAL);
    }

    private int fixAfter(CsvInput.Row row) {
        var text = row.get("fix_after");
        if (text.isEmpty()) {
            return 0;
        }
        if (!text.matches("[0-9]{1,6}") || Integer.parseInt(text) < 12) {
            fault(row, "fix_after", "limits are fixed after 12 points or more");
            return 0;
        }
        return Integer.parseInt(text);
    }

    private void fault(CsvInput.Row row, String column, String message) {
        errors.add(row.line(), column, message);
        faulty = true;
    }
}

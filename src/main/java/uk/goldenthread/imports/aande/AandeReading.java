package uk.goldenthread.imports.aande;

import java.time.DateTimeException;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import uk.goldenthread.imports.RowProblem;
import uk.goldenthread.imports.changeset.Incoming;
import uk.goldenthread.imports.intake.HeadedTable;
import uk.goldenthread.imports.intake.UploadedRow;
import uk.goldenthread.imports.intake.UploadedTable;

/// Reads one monthly file: its rows, its totals row, and whether the two agree.
final class AandeReading {
    private static final Pattern CODE = Pattern.compile("[A-Z0-9]{3,8}");
    private static final Pattern COUNT = Pattern.compile("\\d{1,3}(,\\d{3}){1,3}|\\d{1,12}");
    private static final Pattern PERIOD = Pattern.compile("(?:MSitAE-)?([A-Za-z]+)[- ](\\d{4})");
    private static final DateTimeFormatter MONTH = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .appendPattern("MMMM uuuu")
            .toFormatter(Locale.UK);

    private final UploadedTable table;
    private final HeadedTable headed;
    private final List<Incoming<ProviderMonth>> rows = new ArrayList<>();
    private final List<RowProblem> problems = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();
    private final Map<AandeColumn, Long> sums = new EnumMap<>(AandeColumn.class);
    private final Map<String, Integer> firstRowOf = new HashMap<>();
    private @Nullable YearMonth period;
    private @Nullable UploadedRow totals;

    AandeReading(UploadedTable table) {
        this.table = table;
        headed = table.headed();
    }

    Optional<AandeFile> file() {
        problems.addAll(headed.problems());
        for (var row : headed.rows()) {
            if (isTotals(row)) {
                totals = row;
            } else {
                rows.add(incoming(row));
            }
        }
        if (period == null) {
            return Optional.empty();
        }
        compareWithTotals();
        mentionUnknownColumns();
        return Optional.of(new AandeFile(period, AandeFile.saysRevised(table.fileName()), rows, problems, warnings));
    }

    private boolean isTotals(UploadedRow row) {
        return headed.cell(row, AandeFile.CODE).equalsIgnoreCase("total")
                || headed.cell(row, AandeFile.PERIOD).equalsIgnoreCase("total");
    }

    private Incoming<ProviderMonth> incoming(UploadedRow row) {
        var found = new ArrayList<RowProblem>();
        var code = headed.cell(row, AandeFile.CODE);
        if (!CODE.matcher(code).matches()) {
            found.add(problem(row, AandeFile.CODE, "“" + code + "” is not an organisation code."));
        }
        var month = month(row, found);
        var figures = figures(row, found);
        refuseSecondDifferent(row, code, found);
        if (month == null || !found.isEmpty()) {
            return new Incoming.Unusable<>(row.number(), found);
        }
        figures.forEach((column, figure) -> sums.merge(column, figure, Long::sum));
        return new Incoming.Read<>(
                row.number(),
                new ProviderMonth(
                        code, headed.cell(row, AandeFile.PARENT), headed.cell(row, AandeFile.NAME), month, figures));
    }

    private @Nullable YearMonth month(UploadedRow row, List<RowProblem> found) {
        var text = headed.cell(row, AandeFile.PERIOD);
        var month = month(text);
        if (month.isEmpty()) {
            found.add(problem(row, AandeFile.PERIOD, "“" + text + "” is not a month such as MSitAE-APRIL-2025."));
            return null;
        }
        if (period == null) {
            period = month.get();
        } else if (!period.equals(month.get())) {
            found.add(
                    problem(row, AandeFile.PERIOD, "This row is of " + month.get() + ", the file of " + period + "."));
        }
        return month.get();
    }

    /// The month of `MSitAE-APRIL-2025`, or of the same without its prefix; empty when it is none.
    static Optional<YearMonth> month(String text) {
        var match = PERIOD.matcher(text);
        if (!match.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(YearMonth.parse(match.group(1) + " " + match.group(2), MONTH));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private Map<AandeColumn, Long> figures(UploadedRow row, List<RowProblem> found) {
        var figures = new EnumMap<AandeColumn, Long>(AandeColumn.class);
        for (var column : AandeColumn.values()) {
            var text = headed.cell(row, column.heading());
            if (COUNT.matcher(text).matches()) {
                figures.put(column, Long.parseLong(text.replace(",", "")));
            } else {
                found.add(problem(
                        row,
                        column.heading(),
                        text.isEmpty() ? "There is no figure." : "“" + text + "” is not a whole number of 0 or more."));
            }
        }
        var attendances = figures.get(AandeColumn.ATTENDANCES_TYPE_1);
        var over = figures.get(AandeColumn.OVER_4_HOURS_TYPE_1);
        if (attendances != null && over != null && over > attendances) {
            found.add(problem(
                    row,
                    AandeColumn.OVER_4_HOURS_TYPE_1.heading(),
                    "More attendances over four hours (" + over + ") than attendances (" + attendances + ")."));
        }
        return figures;
    }

    /// A provider twice in a month cannot be told apart: each row after the first is refused and names the first.
    private void refuseSecondDifferent(UploadedRow row, String code, List<RowProblem> found) {
        var first = firstRowOf.putIfAbsent(code, row.number());
        if (first != null) {
            found.add(problem(row, AandeFile.CODE, code + " is in this file already, in row " + first + "."));
        }
    }

    private void compareWithTotals() {
        if (totals == null) {
            warnings.add("The file has no totals row, so its rows could not be checked against their sum.");
            return;
        }
        for (var column : AandeColumn.values()) {
            var stated = headed.cell(totals, column.heading()).replace(",", "");
            var sum = Long.toString(sums.getOrDefault(column, 0L));
            if (!stated.equals(sum)) {
                warnings.add("Row %d gives a total of %s for “%s”, but the rows add up to %s."
                        .formatted(totals.number(), stated.isEmpty() ? "nothing" : stated, column.heading(), sum));
            }
        }
    }

    private void mentionUnknownColumns() {
        var known = new ArrayList<String>();
        known.addAll(List.of(AandeFile.PERIOD, AandeFile.CODE, AandeFile.PARENT, AandeFile.NAME));
        for (var column : AandeColumn.values()) {
            known.add(column.heading());
        }
        headed.headings().stream()
                .filter(heading -> known.stream().noneMatch(heading::equalsIgnoreCase))
                .forEach(heading -> warnings.add("The column “" + heading + "” is not known and was left out."));
    }

    private static RowProblem problem(UploadedRow row, String column, String message) {
        return new RowProblem(row.number(), column, message);
    }
}

package uk.goldenthread.assessments.framework;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import uk.goldenthread.assessments.framework.FrameworkReading.Fault;
import uk.goldenthread.assessments.framework.SheetLayout.Field;
import uk.goldenthread.assessments.framework.SheetLayout.Form;
import uk.goldenthread.catalogue.CatalogueProblem;
import uk.goldenthread.imports.export.SpreadsheetText;
import uk.goldenthread.imports.intake.HeadedTable;
import uk.goldenthread.imports.intake.UploadedRow;
import uk.goldenthread.imports.intake.UploadedSheet;

/// The sheets of a workbook as the text of a framework file, so that one linter reads both; what that finds at a line
/// of
/// the text is told at the cell it came from.
final class FrameworkSheets {
    private static final Pattern FIRST_ON_LINE = Pattern.compile("first on line (\\d+)");
    private static final Pattern MISSING = Pattern.compile("^missing key \"(\\w+)\"");
    private static final List<String> SHEETS =
            List.of(SheetLayout.FRAMEWORK, SheetLayout.STANDARDS, SheetLayout.LINES, SheetLayout.QUESTIONS);

    private final Map<String, HeadedTable> sheets = new LinkedHashMap<>();
    private final List<Fault> faults = new ArrayList<>();
    private final FrameworkText text = new FrameworkText();
    private final Cells cells = new Cells(text, faults);

    private FrameworkSheets() {}

    /// Where something stands.
    ///
    /// @param column its heading; empty for the whole row
    record Place(String sheet, int row, String column) {}

    /// Reads the sheets; what they lack is noted among the faults, and the rest is written all the same.
    static FrameworkSheets read(List<UploadedSheet> found) {
        var reading = new FrameworkSheets();
        reading.find(found);
        reading.write();
        return reading;
    }

    /// The text of the framework file.
    String text() {
        return text.toString();
    }

    /// Every fault of the sheets themselves, and every problem of the file at the cell it came from; in the order of
    /// the
    /// sheets.
    List<Fault> faults(List<CatalogueProblem> problems) {
        var all = new ArrayList<>(faults);
        for (var problem : problems) {
            var place = place(problem);
            var fault = new Fault(place.sheet(), place.row(), place.column(), words(problem.message()));
            if (!all.contains(fault)) {
                all.add(fault);
            }
        }
        all.sort(Comparator.comparingInt((Fault fault) -> SHEETS.indexOf(fault.sheet()))
                .thenComparingInt(Fault::row));
        return all;
    }

    /// What is missing stands nowhere: its column in the row it is missing from, or the sheet Framework as a whole.
    private Place place(CatalogueProblem problem) {
        var place = text.placeOf(problem.line()).orElse(new Place(SheetLayout.FRAMEWORK, 1, ""));
        var missing = MISSING.matcher(problem.message());
        if (!missing.find()) {
            return place;
        }
        var column = fields(place.sheet()).stream()
                .filter(field -> field.key().equals(missing.group(1)))
                .map(Field::heading)
                .findFirst()
                .orElse("");
        return new Place(place.sheet(), place.sheet().equals(SheetLayout.FRAMEWORK) ? 1 : place.row(), column);
    }

    /// The linter speaks of keys and lines; the person sees columns and rows.
    private String words(String message) {
        var named = message.replace("missing key \"criteria\"", "no line of the sheet Lines names this standard")
                .replace("missing key \"standards\"", "the sheet Standards is empty")
                .replace("missing key", "missing");
        for (var field : List.of(
                SheetLayout.OF_FRAMEWORK, SheetLayout.OF_STANDARD, SheetLayout.OF_LINE, SheetLayout.OF_QUESTION)) {
            for (var each : field) {
                named = named.replace("missing \"" + each.key() + "\"", "missing \"" + each.heading() + "\"");
            }
        }
        return FIRST_ON_LINE
                .matcher(named)
                .replaceAll(found -> text.placeOf(Integer.parseInt(found.group(1)))
                        .map(place -> "first in row %d".formatted(place.row()))
                        .orElse("given before"));
    }

    private void find(List<UploadedSheet> found) {
        for (var name : SHEETS) {
            var sheet = found.stream()
                    .filter(each -> each.name().strip().equalsIgnoreCase(name))
                    .findFirst();
            if (sheet.isEmpty() && !name.equals(SheetLayout.QUESTIONS)) {
                faults.add(new Fault(name, 1, "", "there is no sheet of this name"));
            }
            sheet.ifPresent(each -> add(name, each.table().headed()));
        }
    }

    private void add(String name, HeadedTable table) {
        var wanted = name.equals(SheetLayout.FRAMEWORK)
                ? List.of(SheetLayout.WHAT, SheetLayout.VALUE)
                : SheetLayout.headings(fields(name));
        table.missing(wanted).forEach(heading -> faults.add(new Fault(name, 1, heading, "this column is missing")));
        table.headings().stream()
                .filter(heading -> !heading.equalsIgnoreCase(SheetLayout.ABOUT)
                        && wanted.stream().noneMatch(heading::equalsIgnoreCase))
                .forEach(heading -> faults.add(new Fault(name, 1, heading, "there is no such column")));
        table.problems()
                .forEach(problem -> faults.add(new Fault(name, problem.row(), problem.column(), problem.message())));
        sheets.put(name, table);
    }

    private static List<Field> fields(String sheet) {
        return switch (sheet) {
            case SheetLayout.STANDARDS -> SheetLayout.OF_STANDARD;
            case SheetLayout.LINES -> SheetLayout.OF_LINE;
            case SheetLayout.QUESTIONS -> SheetLayout.OF_QUESTION;
            default -> SheetLayout.OF_FRAMEWORK;
        };
    }

    private void write() {
        framework();
        var standards = rows(SheetLayout.STANDARDS);
        if (!standards.isEmpty()) {
            text.line(new Place(SheetLayout.STANDARDS, 1, ""), "standards:");
        }
        var lines = under(SheetLayout.LINES, SheetLayout.STANDARD, codes(SheetLayout.STANDARDS));
        var questions = under(SheetLayout.QUESTIONS, SheetLayout.LINE, codes(SheetLayout.LINES));
        var written = new HashSet<String>();
        for (var row : standards) {
            entry(SheetLayout.STANDARDS, row, "  ");
            // A code given twice is told once; its lines stand under the first.
            var code = cell(SheetLayout.STANDARDS, row, "Code");
            lines(written.add(code) ? lines.getOrDefault(code, List.of()) : List.of(), questions);
        }
        lines.keySet().removeAll(written);
        lines.values().forEach(strays -> strays(strays, questions));
    }

    /// Lines of no standard are read under one that stands in for it, so that all that is wrong with them is told too.
    private void strays(List<UploadedRow> lines, Map<String, List<UploadedRow>> questions) {
        var row = lines.getFirst().number();
        var place = new Place(SheetLayout.LINES, row, SheetLayout.STANDARD);
        text.line(place, "  - code: \"UNKNOWN-%d\"".formatted(row));
        text.line(place, "    name: \"Unknown\"");
        lines(lines, questions);
    }

    private void lines(List<UploadedRow> lines, Map<String, List<UploadedRow>> questions) {
        if (!lines.isEmpty()) {
            text.line(new Place(SheetLayout.LINES, lines.getFirst().number(), ""), "    criteria:");
        }
        for (var row : lines) {
            entry(SheetLayout.LINES, row, "      ");
            var beside = questions.remove(cell(SheetLayout.LINES, row, "Code"));
            if (beside != null) {
                text.line(new Place(SheetLayout.QUESTIONS, beside.getFirst().number(), ""), "        questions:");
                beside.forEach(each -> entry(SheetLayout.QUESTIONS, each, "          "));
            }
        }
    }

    private void framework() {
        var table = sheets.get(SheetLayout.FRAMEWORK);
        if (table == null) {
            return;
        }
        var seen = new HashSet<String>();
        for (var row : table.rows()) {
            var what = table.cell(row, SheetLayout.WHAT);
            var place = new Place(SheetLayout.FRAMEWORK, row.number(), SheetLayout.VALUE);
            var field = SheetLayout.OF_FRAMEWORK.stream()
                    .filter(each -> each.heading().equalsIgnoreCase(what))
                    .findFirst();
            if (field.isEmpty()) {
                faults.add(
                        new Fault(place.sheet(), place.row(), SheetLayout.WHAT, "there is no \"%s\"".formatted(what)));
            } else if (!seen.add(field.get().key())) {
                faults.add(new Fault(place.sheet(), place.row(), SheetLayout.WHAT, "\"%s\" twice".formatted(what)));
            } else {
                cells.write(field.get(), place, SpreadsheetText.clean(table.cell(row, SheetLayout.VALUE)), "");
            }
        }
    }

    /// One row as a mapping of a list.
    private void entry(String sheet, UploadedRow row, String indent) {
        var first = true;
        for (var field : fields(sheet)) {
            if (field.form() != Form.PLACE) {
                var place = new Place(sheet, row.number(), field.heading());
                var written =
                        cells.write(field, place, cell(sheet, row, field.heading()), indent + (first ? "- " : "  "));
                first = first && !written;
            }
        }
        if (first) {
            text.line(new Place(sheet, row.number(), ""), indent + "- {}");
        }
    }

    private List<UploadedRow> rows(String sheet) {
        var table = sheets.get(sheet);
        return table == null ? List.of() : table.rows();
    }

    private String cell(String sheet, UploadedRow row, String heading) {
        var table = sheets.get(sheet);
        return table == null
                ? ""
                : SpreadsheetText.clean(table.cell(row, heading)).strip();
    }

    private Set<String> codes(String sheet) {
        var codes = new HashSet<String>();
        rows(sheet).forEach(row -> codes.add(cell(sheet, row, "Code")));
        return codes;
    }

    /// The rows of a sheet by the code they stand under. One that stands under nothing is a fault.
    private Map<String, List<UploadedRow>> under(String sheet, String column, Set<String> known) {
        var under = new HashMap<String, List<UploadedRow>>();
        for (var row : rows(sheet)) {
            var code = cell(sheet, row, column);
            if (code.isEmpty()) {
                faults.add(new Fault(sheet, row.number(), column, "this cell is empty"));
            } else if (!known.contains(code)) {
                var what = column.toLowerCase(Locale.UK);
                faults.add(new Fault(sheet, row.number(), column, "there is no %s \"%s\"".formatted(what, code)));
            }
            under.computeIfAbsent(code, _ -> new ArrayList<>()).add(row);
        }
        return under;
    }
}

package uk.goldenthread.assessments.framework;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import uk.goldenthread.imports.intake.Intake;
import uk.goldenthread.imports.intake.Limits;
import uk.goldenthread.imports.intake.UploadedSheet;

/// A workbook as a person would fill it in, cell by cell.
public final class SheetsForTests {
    private final Map<String, List<List<String>>> sheets = new LinkedHashMap<>();

    /// A workbook with nothing but headings, and a framework named so.
    public static SheetsForTests of(String code, String edition, String from) {
        var book = new SheetsForTests();
        book.add(SheetLayout.FRAMEWORK, List.of("What", "Value"));
        book.framework("Code", code).framework("Name", "Care of people at home");
        book.framework("Edition", edition).framework("In force from", from);
        book.framework("Source", "Our own").framework("How sure", "KNOWN");
        book.framework("Scale", "MPN").framework("Asked of", "TRUST, GP, INDEPENDENT");
        book.framework("Legal basis", "Care Act 2014\nChildren Act 2004 s11");
        book.add(SheetLayout.STANDARDS, List.of("Code", "Name"));
        book.add(SheetLayout.LINES, SheetLayout.headings(SheetLayout.OF_LINE));
        book.add(SheetLayout.QUESTIONS, SheetLayout.headings(SheetLayout.OF_QUESTION));
        return book;
    }

    /// A small sound framework: two standards, three lines, one question that depends on a rating.
    public static SheetsForTests sound(String code, String edition, String from) {
        return of(code, edition, from)
                .standard("A", "Visits")
                .standard("B", "Records")
                .line("A", "A1", "Every visit is planned", "", "2", "YES")
                .line("A", "A2", "Missed visits are followed up", "A1 is at least P", "", "")
                .line("B", "B1", "Records are kept", "", "", "")
                .question("A1", "A1a", "What is missing?", "WORDS", "A1 is not M");
    }

    private void add(String sheet, List<String> row) {
        sheets.computeIfAbsent(sheet, _ -> new ArrayList<>()).add(row);
    }

    public SheetsForTests framework(String what, String value) {
        sheets.getOrDefault(SheetLayout.FRAMEWORK, List.of())
                .removeIf(row -> row.getFirst().equals(what));
        if (!value.isEmpty()) {
            add(SheetLayout.FRAMEWORK, List.of(what, value));
        }
        return this;
    }

    public SheetsForTests standard(String code, String name) {
        add(SheetLayout.STANDARDS, List.of(code, name));
        return this;
    }

    public SheetsForTests line(String standard, String code, String text, String when, String weight, String critical) {
        add(SheetLayout.LINES, List.of(standard, code, text, weight, critical, "", "", when));
        return this;
    }

    public SheetsForTests question(String line, String code, String text, String answer, String when) {
        add(SheetLayout.QUESTIONS, List.of(line, code, text, answer, "", "", "", when));
        return this;
    }

    /// Any row.
    public SheetsForTests row(String sheet, String... cells) {
        add(sheet, Arrays.asList(cells));
        return this;
    }

    public SheetsForTests without(String sheet) {
        sheets.remove(sheet);
        return this;
    }

    /// The file.
    public byte[] xlsx() {
        var out = new ByteArrayOutputStream();
        try {
            var workbook = new Workbook(out, "A person", null);
            sheets.forEach((name, rows) -> {
                var sheet = workbook.newWorksheet(name);
                for (var row = 0; row < rows.size(); row++) {
                    for (var column = 0; column < rows.get(row).size(); column++) {
                        sheet.value(row, column, rows.get(row).get(column));
                    }
                }
            });
            workbook.finish();
            return out.toByteArray();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /// The sheets as the intake reads a file.
    static List<UploadedSheet> read(byte[] xlsx) throws IOException {
        return Intake.readSheets(new ByteArrayInputStream(xlsx), "own.xlsx", Limits.STANDARD)
                .orElseThrow();
    }
}

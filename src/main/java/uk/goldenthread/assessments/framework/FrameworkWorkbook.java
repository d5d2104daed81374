package uk.goldenthread.assessments.framework;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import uk.goldenthread.assessments.framework.SheetLayout.Field;
import uk.goldenthread.assessments.model.AnswerKind;
import uk.goldenthread.assessments.model.Criterion;
import uk.goldenthread.assessments.model.FrameworkEdition;
import uk.goldenthread.assessments.model.Mapping;
import uk.goldenthread.assessments.model.Question;
import uk.goldenthread.imports.export.SafeXlsx;

/// A framework as the workbook that people fill in: empty, or holding an edition to make the next one from. What is
/// written here reads back as the same framework.
public final class FrameworkWorkbook {
    private static final String HEADER_FILL = "D8DDE0";
    private static final int ROOM = 500;
    private static final Map<String, Double> WIDTHS = Map.of(
            SheetLayout.WHAT, 22.0, SheetLayout.VALUE, 60.0, SheetLayout.ABOUT, 80.0, "Text", 80.0, "Name", 60.0);

    private FrameworkWorkbook() {}

    /// The empty template.
    public static void template(OutputStream out) throws IOException {
        write(out, Map.of(), List.of(), List.of(), List.of());
    }

    /// An edition with its mappings. Its edition and its dates are left for the person to give when it is the start of
    /// another.
    ///
    /// @param mappings those from its lines
    public static void of(FrameworkEdition edition, Collection<Mapping> mappings, OutputStream out) throws IOException {
        var usual = Usual.of(edition, mappings);
        write(
                out,
                usual.framework(edition),
                edition.standards().stream()
                        .map(standard -> Map.of("Code", standard.code(), "Name", standard.name()))
                        .toList(),
                edition.standards().stream()
                        .flatMap(standard -> standard.criteria().stream()
                                .map(line -> usual.line(edition.code(), standard.code(), line)))
                        .toList(),
                edition.criteria()
                        .flatMap(line -> line.questions().stream().map(question -> question(line, question)))
                        .toList());
    }

    private static Map<String, String> question(Criterion line, Question question) {
        var cells = new HashMap<String, String>();
        cells.put(SheetLayout.LINE, line.code());
        cells.put("Code", question.code());
        cells.put("Text", question.text());
        cells.put("Required", question.required() ? "YES" : "");
        question.condition().ifPresent(when -> cells.put("Shown when", ConditionText.of(when)));
        switch (question.kind()) {
            case AnswerKind.Rated(var scale) -> {
                cells.put("Answer", "RATED");
                cells.put("Scale", scale.name());
            }
            case AnswerKind.YesNo _ -> cells.put("Answer", "YES_NO");
            case AnswerKind.Words _ -> cells.put("Answer", "WORDS");
            case AnswerKind.Decimal _ -> cells.put("Answer", "NUMBER");
            case AnswerKind.Day _ -> cells.put("Answer", "DAY");
            case AnswerKind.Choice(var options) -> {
                cells.put("Answer", "CHOICE");
                cells.put("Options", String.join("\n", options));
            }
        }
        return cells;
    }

    /// What most lines of an edition share, which the sheet "Framework" says once.
    private record Usual(String scale, Set<String> applies, Criterion.Origin origin, List<Mapping> mappings) {
        static Usual of(FrameworkEdition edition, Collection<Mapping> mappings) {
            return new Usual(
                    most(edition, line -> line.scale().name()),
                    most(edition, Criterion::appliesTo),
                    most(edition, Criterion::origin),
                    List.copyOf(mappings));
        }

        private static <T> T most(FrameworkEdition edition, Function<Criterion, T> what) {
            var counts =
                    edition.criteria().map(what).collect(Collectors.groupingBy(each -> each, Collectors.counting()));
            return edition.criteria()
                    .map(what)
                    .reduce((one, two) -> count(counts, two) > count(counts, one) ? two : one)
                    .orElseThrow();
        }

        private static <T> long count(Map<T, Long> counts, T what) {
            return counts.getOrDefault(what, 0L);
        }

        Map<String, String> framework(FrameworkEdition edition) {
            var clauses = mappings.stream()
                    .map(Mapping::to)
                    .filter(to -> to.framework().equals(to.code()))
                    .map(Mapping.Line::code)
                    .collect(Collectors.toCollection(LinkedHashSet::new));
            var until = edition.validTo();
            var cells = new HashMap<String, String>();
            cells.put("Code", edition.code());
            cells.put("Name", edition.name());
            cells.put("Edition", edition.edition());
            cells.put("In force from", edition.validFrom().toString());
            cells.put("In force until", until == null ? "" : until.toString());
            cells.put("Source", origin.source());
            cells.put("How sure", origin.certainty().name());
            cells.put("Scale", scale);
            cells.put("Asked of", listed(applies));
            cells.put("Legal basis", String.join("\n", edition.basis()));
            cells.put("Contract clauses", String.join(", ", clauses));
            return cells;
        }

        Map<String, String> line(String framework, String standard, Criterion line) {
            var cells = new HashMap<String, String>();
            cells.put(SheetLayout.STANDARD, standard);
            cells.put("Code", line.code());
            cells.put("Text", line.rated().text());
            cells.put("Weight", line.weight().toPlainString());
            cells.put("Critical", line.critical() ? "YES" : "");
            cells.put("Scale", unless(scale, line.scale().name()));
            cells.put("Asked of", unless(listed(applies), listed(line.appliesTo())));
            line.rated().condition().ifPresent(when -> cells.put("Shown when", ConditionText.of(when)));
            cells.put(
                    "Maps to",
                    mappings.stream()
                            .filter(mapping -> mapping.from().equals(new Mapping.Line(framework, line.code())))
                            .map(mapping -> "%s %s %s".formatted(mapping.to(), mapping.relation(), mapping.certainty()))
                            .collect(Collectors.joining("\n")));
            cells.put("Source", unless(origin.source(), line.origin().source()));
            cells.put(
                    "How sure",
                    unless(origin.certainty().name(), line.origin().certainty().name()));
            return cells;
        }

        private static String unless(String usual, String own) {
            return own.equals(usual) ? "" : own;
        }

        private static String listed(Set<String> kinds) {
            return String.join(", ", new TreeSet<>(kinds));
        }
    }

    private static void write(
            OutputStream out,
            Map<String, String> framework,
            List<Map<String, String>> standards,
            List<Map<String, String>> lines,
            List<Map<String, String>> questions)
            throws IOException {
        var workbook = new Workbook(out, "Golden Thread", null);
        var about = SheetLayout.OF_FRAMEWORK.stream()
                .map(field -> Map.of(
                        SheetLayout.WHAT,
                        field.heading(),
                        SheetLayout.VALUE,
                        framework.getOrDefault(field.heading(), ""),
                        SheetLayout.ABOUT,
                        field.about()))
                .toList();
        sheet(workbook, SheetLayout.FRAMEWORK, List.of(SheetLayout.WHAT, SheetLayout.VALUE, SheetLayout.ABOUT), about);
        sheet(workbook, SheetLayout.STANDARDS, SheetLayout.headings(SheetLayout.OF_STANDARD), standards);
        sheet(workbook, SheetLayout.LINES, SheetLayout.headings(SheetLayout.OF_LINE), lines);
        sheet(workbook, SheetLayout.QUESTIONS, SheetLayout.headings(SheetLayout.OF_QUESTION), questions);
        guidance(workbook.newWorksheet(SheetLayout.GUIDANCE));
        workbook.finish();
    }

    private static void sheet(Workbook workbook, String name, List<String> headings, List<Map<String, String>> rows) {
        var sheet = workbook.newWorksheet(name);
        for (var column = 0; column < headings.size(); column++) {
            var heading = headings.get(column);
            SafeXlsx.write(sheet, 0, column, heading);
            sheet.style(0, column).bold().fillColor(HEADER_FILL).set();
            sheet.width(column, WIDTHS.getOrDefault(heading, 16.0));
            // As text, so that a code of 1.10 stays one.
            sheet.range(1, column, ROOM, column)
                    .style()
                    .format("@")
                    .wrapText(true)
                    .set();
            for (var row = 0; row < rows.size(); row++) {
                text(sheet, row + 1, column, rows.get(row).get(heading));
            }
        }
        sheet.freezePane(name.equals(SheetLayout.FRAMEWORK) ? 1 : 2, 1);
    }

    private static void text(Worksheet sheet, int row, int column, @Nullable String cell) {
        if (cell != null) {
            SafeXlsx.write(sheet, row, column, cell);
        }
    }

    private static void guidance(Worksheet sheet) {
        var lines = new ArrayList<>(List.of(
                "Fill in the sheets Framework, Standards and Lines; Questions may stay empty. Nothing is published before you have seen a preview.",
                "A condition: " + ConditionText.HOW + "."));
        Stream.of(SheetLayout.OF_STANDARD, SheetLayout.OF_LINE, SheetLayout.OF_QUESTION)
                .forEach(fields -> lines.addAll(about(fields)));
        sheet.width(0, 120);
        for (var row = 0; row < lines.size(); row++) {
            SafeXlsx.write(sheet, row, 0, lines.get(row));
            sheet.style(row, 0).wrapText(true).set();
        }
    }

    private static List<String> about(List<Field> fields) {
        var sheet = fields.equals(SheetLayout.OF_STANDARD)
                ? SheetLayout.STANDARDS
                : fields.equals(SheetLayout.OF_LINE) ? SheetLayout.LINES : SheetLayout.QUESTIONS;
        return fields.stream()
                .map(field -> "%s, %s: %s".formatted(sheet, field.heading(), field.about()))
                .toList();
    }
}

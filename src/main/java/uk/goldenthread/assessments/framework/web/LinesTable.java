package uk.goldenthread.assessments.framework.web;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import uk.goldenthread.assessments.framework.ConditionText;
import uk.goldenthread.assessments.framework.FrameworkWords;
import uk.goldenthread.assessments.model.Criterion;
import uk.goldenthread.assessments.model.FrameworkEdition;
import uk.goldenthread.assessments.model.Mapping;
import uk.goldenthread.shell.components.Cell;
import uk.goldenthread.shell.components.Column;

/// The lines of an edition as tables, one a standard. What is the same of every line stands above them, not in each
/// row.
final class LinesTable {
    private final FrameworkEdition edition;
    private final List<Mapping> mappings;
    private final List<Column> columns = new ArrayList<>(List.of(Column.text("Line")));
    private final List<Function<Criterion, String>> further = new ArrayList<>();

    LinesTable(FrameworkEdition edition, List<Mapping> mappings) {
        this.edition = edition;
        this.mappings = mappings;
        unlessAllAlike("Asked of", line -> FrameworkWords.kinds(line.appliesTo()));
        unlessAllAlike("Rated on", line -> FrameworkWords.scale(line.scale()));
        unlessAllAlike("Weight", line -> line.weight().stripTrailingZeros().toPlainString());
        unlessAllAlike("Bears on", this::mapped);
    }

    private void unlessAllAlike(String heading, Function<Criterion, String> words) {
        if (edition.criteria().map(words).distinct().count() > 1) {
            columns.add(Column.text(heading));
            further.add(words);
        }
    }

    List<FrameworkBody.Section> sections() {
        return edition.standards().stream()
                .map(standard -> new FrameworkBody.Section(
                        standard.code() + " " + standard.name(),
                        columns,
                        standard.criteria().stream().map(this::cells).toList()))
                .toList();
    }

    private List<Cell> cells(Criterion line) {
        var cells = new ArrayList<>(List.of(Cell.naming(words(line))));
        further.forEach(words -> cells.add(Cell.of(words.apply(line))));
        return cells;
    }

    private static String words(Criterion line) {
        var words = new StringBuilder(line.code() + " " + line.rated().text());
        if (line.critical()) {
            words.append(" (critical)");
        }
        line.rated()
                .condition()
                .ifPresent(when -> words.append(" (shown when ")
                        .append(ConditionText.of(when))
                        .append(')'));
        if (!line.questions().isEmpty()) {
            words.append(" (with ")
                    .append(line.questions().stream()
                            .map(question -> question.code() + " " + question.text())
                            .collect(Collectors.joining("; ")))
                    .append(')');
        }
        return words.toString();
    }

    private String mapped(Criterion line) {
        return mappings.stream()
                .filter(mapping -> mapping.from().equals(new Mapping.Line(edition.code(), line.code())))
                .map(FrameworkWords::mapping)
                .collect(Collectors.joining("; "));
    }
}

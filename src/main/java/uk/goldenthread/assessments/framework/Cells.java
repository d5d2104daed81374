package uk.goldenthread.assessments.framework;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import uk.goldenthread.assessments.framework.FrameworkReading.Fault;
import uk.goldenthread.assessments.framework.FrameworkSheets.Place;
import uk.goldenthread.assessments.framework.SheetLayout.Field;

/// Writes one cell as a key of a framework file. What it cannot read at all is a fault; what is merely wrong is written
/// as
/// it stands, for the linter to say so.
final class Cells {
    private static final Pattern NUMBER = Pattern.compile("[-+]?[0-9]+(\\.[0-9]+)?");
    private static final Pattern MAPPING = Pattern.compile("(\\S+)\\s+(\\S+)(?:\\s+(\\S+))?");

    private final FrameworkText text;
    private final List<Fault> faults;

    Cells(FrameworkText text, List<Fault> faults) {
        this.text = text;
        this.faults = faults;
    }

    /// @return whether anything was written: nothing is for an empty cell
    boolean write(Field field, Place place, String cell, String indent) {
        if (cell.isBlank()) {
            return false;
        }
        return switch (field.form()) {
            case TEXT -> line(place, indent, field, FrameworkText.quoted(cell));
            case NUMBER ->
                line(place, indent, field, NUMBER.matcher(cell).matches() ? cell : FrameworkText.quoted(cell));
            case FLAG -> line(place, indent, field, flag(cell));
            case SEVERAL -> line(place, indent, field, list(cell, "[,;\\n]"));
            case PHRASES -> line(place, indent, field, list(cell, cell.contains("\n") ? "\n" : ";"));
            case CONDITION -> condition(field, place, cell, indent);
            case MAPPINGS -> mappings(field, place, cell, indent);
            case PLACE -> false;
        };
    }

    private boolean line(Place place, String indent, Field field, String value) {
        text.line(place, indent + field.key() + ": " + value);
        return true;
    }

    private static String flag(String cell) {
        return switch (cell.toUpperCase(Locale.UK)) {
            case "YES", "Y", "TRUE" -> "true";
            case "NO", "N", "FALSE" -> "false";
            default -> FrameworkText.quoted(cell);
        };
    }

    private static String list(String cell, String between) {
        return parts(cell, between).stream().map(FrameworkText::quoted).collect(Collectors.joining(", ", "[", "]"));
    }

    private static List<String> parts(String cell, String between) {
        return Arrays.stream(cell.split(between))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    private boolean condition(Field field, Place place, String cell, String indent) {
        var condition = ConditionText.parse(cell);
        if (condition.isEmpty()) {
            faults.add(fault(place, "\"%s\" cannot be read: %s".formatted(cell, ConditionText.HOW)));
            return false;
        }
        var tests = condition.get().tests().stream()
                .map(test -> "{ question: %s, operator: %s, value: %s }"
                        .formatted(
                                FrameworkText.quoted(test.question()),
                                test.operator(),
                                FrameworkText.quoted(test.value())))
                .map(test -> test.replace(", value: \"\" }", " }"))
                .collect(Collectors.joining(", ", "[", "]"));
        return line(place, indent, field, "{ %s: %s }".formatted(condition.get().all() ? "all" : "any", tests));
    }

    private boolean mappings(Field field, Place place, String cell, String indent) {
        var written = parts(cell, "[;\\n]").stream()
                .map(part -> mapping(place, part))
                .filter(part -> !part.isEmpty())
                .toList();
        return !written.isEmpty() && line(place, indent, field, written.toString());
    }

    private String mapping(Place place, String part) {
        var found = MAPPING.matcher(part);
        if (!found.matches()) {
            faults.add(fault(place, "\"%s\" cannot be read: write it as S11_WT/1.1 EQUAL KNOWN".formatted(part)));
            return "";
        }
        var sure = found.group(3) == null ? "" : ", confidence: " + FrameworkText.quoted(found.group(3));
        return "{ to: %s, relation: %s%s }"
                .formatted(FrameworkText.quoted(found.group(1)), FrameworkText.quoted(found.group(2)), sure);
    }

    private static Fault fault(Place place, String message) {
        return new Fault(place.sheet(), place.row(), place.column(), message);
    }
}

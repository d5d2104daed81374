package uk.goldenthread.assessments.framework.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import uk.goldenthread.assessments.framework.FrameworkReading.Fault;
import uk.goldenthread.imports.export.SafeCsv;

/// What is wrong with a framework's file, as lines that a page holds and as a CSV file to work through.
final class FaultFile {
    private FaultFile() {}

    /// A line a fault, its parts divided by tabs.
    static String lines(List<Fault> faults) {
        return faults.stream()
                .map(fault -> "%s\t%d\t%s\t%s"
                        .formatted(plain(fault.sheet()), fault.row(), plain(fault.column()), plain(fault.message())))
                .collect(Collectors.joining("\n"));
    }

    private static String plain(String text) {
        return text.replaceAll("\\s", " ");
    }

    /// Reads what [#lines] wrote; other lines are passed over.
    static List<Fault> faults(String lines) {
        var faults = new ArrayList<Fault>();
        for (var line : lines.split("\\R", -1)) {
            var parts = line.split("\t", 4);
            if (parts.length == 4 && parts[1].matches("\\d{1,7}")) {
                faults.add(new Fault(parts[0], Integer.parseInt(parts[1]), parts[2], parts[3]));
            }
        }
        return faults;
    }

    /// The file: sheet, row, column, what is wrong. A spreadsheet takes none of it for a formula.
    static byte[] csv(List<Fault> faults) throws IOException {
        var text = new StringBuilder();
        var csv = new SafeCsv(text);
        csv.row(List.of("sheet", "row", "column", "problem"));
        for (var fault : faults) {
            csv.row(List.of(fault.sheet(), Integer.toString(fault.row()), fault.column(), fault.message()));
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}

package uk.goldenthread.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;
import uk.goldenthread.imports.export.SafeCsv;
import uk.goldenthread.imports.export.SafeXlsx;
import uk.goldenthread.imports.export.SpreadsheetText;
import uk.goldenthread.imports.intake.Intake;
import uk.goldenthread.imports.intake.Limits;
import uk.goldenthread.imports.intake.UploadedRow;
import uk.goldenthread.imports.intake.UploadedTable;

/// Naughty strings and formula-injection payloads, exported and read back.
class HostileStringsRoundTripTest {
    private static final Path DATA = Path.of(System.getProperty("shared.data", "../shared/data"), "hostile-strings");

    @ParameterizedTest
    @ValueSource(strings = {"blns-even.json", "csv-injection-even.json"})
    void everyStringComesBackFromCsvAndExcelAsItWentOut(String file) throws IOException {
        Assumptions.assumeTrue(Files.exists(DATA), "third-party data not here: skipped");
        var rows = rows(strings(file));

        assertThat(read(csv(rows), "x.csv")).isEqualTo(cleaned(rows));
        assertThat(read(xlsx(rows), "x.xlsx")).isEqualTo(cleaned(rows));
    }

    @ParameterizedTest
    @ValueSource(strings = {"blns-even.json", "csv-injection-even.json"})
    void noExportedCellBeginsLikeAFormulaUnlessItIsAPlainNumber(String file) throws IOException {
        Assumptions.assumeTrue(Files.exists(DATA), "third-party data not here: skipped");

        for (var text : strings(file)) {
            var written = SpreadsheetText.guarded(SpreadsheetText.clean(text));

            assertThat(written.matches("(?s)[=+\\-@\\t\\r\\n].*") && !written.matches("-\\d+(E[+-]?\\d+)?"))
                    .as(written)
                    .isFalse();
        }
    }

    private static List<String> strings(String file) throws IOException {
        var strings = new ArrayList<String>();
        JsonMapper.shared()
                .readTree(Files.readString(DATA.resolve(file)))
                .forEach(node -> strings.add(node.asString()));
        assertThat(strings).hasSizeGreaterThan(20);
        return strings;
    }

    private static List<List<String>> rows(List<String> strings) {
        var rows = new ArrayList<List<String>>();
        rows.add(List.of("id", "text", "end"));
        for (var i = 0; i < strings.size(); i++) {
            rows.add(List.of("n" + i, strings.get(i), "x"));
        }
        return rows;
    }

    private static List<List<String>> cleaned(List<List<String>> rows) {
        return rows.stream()
                .map(row -> row.stream().map(SpreadsheetText::clean).toList())
                .toList();
    }

    private static byte[] csv(List<List<String>> rows) throws IOException {
        var out = new StringBuilder();
        var csv = new SafeCsv(out);
        for (var row : rows) {
            csv.row(row);
        }
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] xlsx(List<List<String>> rows) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var xlsx = new SafeXlsx(out, "Export")) {
            for (var row : rows) {
                xlsx.row(row);
            }
        }
        return out.toByteArray();
    }

    private static List<List<String>> read(byte[] bytes, String name) throws IOException {
        var table = (UploadedTable) Intake.read(new ByteArrayInputStream(bytes), name, Limits.STANDARD);
        return table.rows().stream().map(UploadedRow::cells).toList();
    }
}

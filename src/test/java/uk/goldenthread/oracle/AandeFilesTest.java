package uk.goldenthread.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;
import uk.goldenthread.imports.aande.AandeColumn;
import uk.goldenthread.imports.aande.AandeFile;
import uk.goldenthread.imports.aande.AandeSeries;
import uk.goldenthread.imports.aande.Measurement;
import uk.goldenthread.imports.aande.ProviderMonth;
import uk.goldenthread.imports.intake.Intake;
import uk.goldenthread.imports.intake.Limits;
import uk.goldenthread.imports.intake.UploadedTable;

/// The thirteen real monthly files, compared with the series that the SPC oracle was computed on.
class AandeFilesTest {
    private static final Path DATA = Path.of(System.getProperty("shared.data", "../shared/data"));

    @Test
    void thirteenMonthsAreReadWithoutAProblemAndEveryTotalIsTheSumOfItsRows() throws IOException {
        Assumptions.assumeTrue(Files.exists(DATA), "third-party data not here: skipped");

        var files = files();

        assertThat(files.keySet()).hasSize(13).startsWith(YearMonth.of(2024, 6)).endsWith(YearMonth.of(2025, 6));
        assertThat(files.values()).allSatisfy(file -> {
            assertThat(file.allProblems()).isEmpty();
            assertThat(file.providers()).hasSizeBetween(197, 201);
        });
        assertThat(files.values().stream().flatMap(file -> file.warnings().stream()))
                .containsExactly("The column “a” is not known and was left out.");
        assertThat(files.values().stream().filter(AandeFile::namedRevised)).hasSize(4);
    }

    @ParameterizedTest
    @CsvSource({
        "local-ae-RTG-4h,RTG,AE_4H",
        "local-ae-RTG-att,RTG,AE_ATT",
        "local-ae-RKB-4h,RKB,AE_4H",
        "local-ae-RKB-att,RKB,AE_ATT"
    })
    void theSeriesAreThoseOfTheOracleToSixDecimals(String id, String provider, AandeSeries series) throws IOException {
        Assumptions.assumeTrue(Files.exists(DATA), "third-party data not here: skipped");
        var cases = JsonMapper.shared().readTree(Files.readString(DATA.resolve("spc/local-trust-ae-cases.json")));
        var expected = new TreeMap<YearMonth, BigDecimal>();
        for (var each : cases) {
            if (each.get("id").asString().equals(id)) {
                var input = each.get("input");
                for (var i = 0; i < input.get("dates").size(); i++) {
                    expected.put(
                            YearMonth.from(
                                    LocalDate.parse(input.get("dates").get(i).asString())),
                            new BigDecimal(input.get("values").get(i).asString()));
                }
            }
        }

        var actual = series(provider, series);

        assertThat(expected).hasSize(13);
        assertThat(actual.keySet()).isEqualTo(expected.keySet());
        expected.forEach((month, value) ->
                assertThat(actual.get(month).value()).as("%s", month).isEqualByComparingTo(value));
    }

    /// By hand from the rows of June 2024: (7027-2637)/7027, (8443-2539)/8443, (7038-2089)/7038.
    @ParameterizedTest
    @CsvSource({"RFS,0.624733,7027,57", "RJC,0.699278,8443,9", "RLT,0.703183,7038,51"})
    void theOtherLocalTrustsAreAsWorkedOutByHand(String provider, String share, String attendances, String waits)
            throws IOException {
        Assumptions.assumeTrue(Files.exists(DATA), "third-party data not here: skipped");
        var june = YearMonth.of(2024, 6);

        assertThat(series(provider, AandeSeries.AE_4H)).hasSize(13);
        assertThat(series(provider, AandeSeries.AE_4H).get(june).value()).isEqualByComparingTo(share);
        assertThat(series(provider, AandeSeries.AE_ATT).get(june).value()).isEqualByComparingTo(attendances);
        assertThat(series(provider, AandeSeries.AE_12H).get(june).value()).isEqualByComparingTo(waits);
    }

    @Test
    void trustsSitesAndPracticesAreAllRead() throws IOException {
        Assumptions.assumeTrue(Files.exists(DATA), "third-party data not here: skipped");

        assertThat(files().get(YearMonth.of(2025, 6)).providers())
                .extracting(ProviderMonth::code)
                .contains("RTG", "NNJ14");
        assertThat(files().get(YearMonth.of(2024, 9)).providers())
                .filteredOn(provider -> provider.code().equals("C83023"))
                .singleElement()
                .satisfies(practice -> assertThat(practice.figure(AandeColumn.ATTENDANCES_OTHER))
                        .isEqualTo(402));
    }

    private static Map<YearMonth, Measurement> series(String provider, AandeSeries series) throws IOException {
        var values = new TreeMap<YearMonth, Measurement>();
        files().forEach((month, file) -> file.providers().stream()
                .filter(row -> row.code().equals(provider))
                .flatMap(row -> row.measurements().stream())
                .filter(measurement -> measurement.series() == series)
                .forEach(measurement -> values.put(month, measurement)));
        return values;
    }

    private static TreeMap<YearMonth, AandeFile> files() throws IOException {
        List<Path> paths = new ArrayList<>();
        try (var listed = Files.newDirectoryStream(DATA.resolve("ae-monthly-providers"), "*.csv")) {
            listed.forEach(paths::add);
        }
        var files = new TreeMap<YearMonth, AandeFile>();
        for (var path : paths) {
            try (var in = Files.newInputStream(path)) {
                var table = (UploadedTable) Intake.read(in, path.getFileName().toString(), Limits.STANDARD);
                var file = AandeFile.read(table).orElseThrow();
                files.put(file.period(), file);
            }
        }
        return files;
    }
}

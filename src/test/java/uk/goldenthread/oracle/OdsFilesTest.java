package uk.goldenthread.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.goldenthread.imports.changeset.Changeset.Kind;
import uk.goldenthread.imports.intake.Intake;
import uk.goldenthread.imports.intake.Limits;
import uk.goldenthread.imports.intake.UploadedTable;
import uk.goldenthread.imports.ods.OdsFile;
import uk.goldenthread.imports.ods.OdsFile.RegisterList;
import uk.goldenthread.imports.ods.OdsKind;
import uk.goldenthread.imports.ods.OdsRecord;

/// The real register files; the numbers expected are those of the data's own SOURCE.md.
class OdsFilesTest {
    private static final Path ODS = Path.of(System.getProperty("shared.data", "../shared/data"), "ods");

    @ParameterizedTest
    @CsvSource({"epraccur-QJ2-derby-derbyshire.csv,113,15M", "epraccur-QWU-coventry-warwickshire.csv,120,B2M3M"})
    void theActivePracticesOfAnIcbAreThoseCounted(String name, int practices, String commissioner) throws IOException {
        Assumptions.assumeTrue(Files.exists(ODS), "third-party data not here: skipped");

        var file = file(name);

        assertThat(file.list()).isEqualTo(RegisterList.PRACTICES);
        assertThat(file.problems()).isEmpty();
        assertThat(file.records().stream().filter(OdsRecord::isActiveGpPractice))
                .hasSize(practices)
                .allMatch(practice -> practice.commissionerCode().equals(commissioner));
    }

    @Test
    void theWholeOfEnglandIsReadWithoutAProblemAndImportedAgainChangesNothing() throws IOException {
        Assumptions.assumeTrue(Files.exists(ODS), "third-party data not here: skipped");
        var file = file("epraccur-2023-12.csv");
        assertThat(file.problems()).isEmpty();
        assertThat(file.records()).hasSize(15_971);

        var first = OdsFile.comparison().compare(new TreeMap<>(), file.rows());
        var again = OdsFile.comparison().compare(first.appliedTo(new TreeMap<>()), file.rows());

        assertThat(first.counts()).containsEntry(Kind.NEW, 15_971);
        assertThat(again.counts()).containsEntry(Kind.IDENTICAL, 15_971);
        assertThat(again.changesNothing()).isTrue();
    }

    @Test
    void theTrustsFileIsRecognisedAndHolds210Trusts() throws IOException {
        Assumptions.assumeTrue(Files.exists(ODS), "third-party data not here: skipped");

        var file = file("etr-2025.csv");

        assertThat(file.list()).isEqualTo(RegisterList.TRUSTS);
        assertThat(file.problems()).isEmpty();
        assertThat(file.records()).hasSize(210).allMatch(trust -> trust.kind() == OdsKind.TRUST);
        assertThat(file.records().stream().filter(trust -> trust.code().equals("RTG")))
                .singleElement()
                .extracting(OdsRecord::displayName)
                .isEqualTo("University Hospitals of Derby and Burton NHS Foundation Trust");
    }

    @Test
    void theListsOfCodesBesideThemAreNotTakenForEither() throws IOException {
        Assumptions.assumeTrue(Files.exists(ODS), "third-party data not here: skipped");

        assertThat(OdsFile.recognise(table("icb-codes.csv"))).isEmpty();
        assertThat(OdsFile.recognise(table("midlands-sub-icb-locations.csv"))).isEmpty();
    }

    private static OdsFile file(String name) throws IOException {
        return OdsFile.read(table(name)).orElseThrow();
    }

    private static UploadedTable table(String name) throws IOException {
        try (var in = Files.newInputStream(ODS.resolve(name))) {
            return (UploadedTable) Intake.read(in, name, Limits.STANDARD);
        }
    }
}

package uk.goldenthread.imports.ods;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import uk.goldenthread.imports.RowProblem;
import uk.goldenthread.imports.intake.Intake;
import uk.goldenthread.imports.intake.Limits;
import uk.goldenthread.imports.intake.UploadedTable;

class OdsFileTest {
    private static final String OLD = practice("C81001", "19740401", "", "A", "4");
    private static final String NEW = practice("C81001", "19740401", "", "ACTIVE", "RO76");

    @Test
    void bothDialectsGiveTheSamePractice() throws IOException {
        var old = file(OLD).records().getFirst();
        var recent = file(NEW).records().getFirst();

        assertThat(old).isEqualTo(recent);
        assertThat(old.isActiveGpPractice()).isTrue();
        assertThat(old.displayName()).isEqualTo("Springs Health Centre");
        assertThat(old.opened()).isEqualTo(LocalDate.of(1974, 4, 1));
        assertThat(old.address()).containsExactly("RECREATION CLOSE, CLOWNE", "CHESTERFIELD");
        assertThat(old.commissionerCode()).isEqualTo("15M");
        assertThat(old.parentCode()).isEqualTo("U12345");
    }

    @Test
    void closedDormantAndInactivePracticesAreNotActive() throws IOException {
        for (var status : List.of("C", "D", "P", "INACTIVE", "DORMANT")) {
            assertThat(file(practice("C81001", "19740401", "20240331", status, "4"))
                            .records()
                            .getFirst()
                            .isActiveGpPractice())
                    .as(status)
                    .isFalse();
        }
    }

    @Test
    void aRowThatCannotBeUsedSaysWhyAndTheOthersAreKept() throws IOException {
        var file = file(OLD
                + OLD.replace("C81001", "C81002")
                + practice("C81003", "20250231", "", "X", "4")
                + NEW
                + NEW.repeat(10));

        assertThat(file.records()).hasSize(13);
        assertThat(file.problems())
                .containsExactly(
                        new RowProblem(3, "M", "“X” is not a status of these files."),
                        new RowProblem(3, "K", "“20250231” is not a date such as 20250401."));
    }

    @Test
    void aFileOfOtherShapeIsNotTakenForTheRegister() throws IOException {
        assertThat(OdsFile.recognise(table("organisation_code,period,kpi\nRTG,2025-04,K01\n")))
                .isEmpty();
        assertThat(OdsFile.recognise(table("a\n"))).isEmpty();
    }

    @Test
    void aPracticeThatTheNextFileClosesShowsAsClosedWithItsDate() throws IOException {
        var current = Map.of("C81001", file(OLD).records().getFirst());

        var changes = OdsFile.comparison()
                .compare(
                        current,
                        file(practice("C81001", "19740401", "20250331", "INACTIVE", "RO76"))
                                .rows());

        assertThat(changes.counts().get(uk.goldenthread.imports.changeset.Changeset.Kind.CLOSED))
                .isEqualTo(1);
    }

    private static String practice(String code, String opened, String closed, String status, String setting) {
        return "\"%s\",\"SPRINGS HEALTH CENTRE\",\"Y60\",\"QJ2\",\"RECREATION CLOSE, CLOWNE\",\"CHESTERFIELD\",\"\",\"\",\"\",\"S43 4PL\",\"%s\",\"%s\",\"%s\",\"B\",\"15M\",\"20190401\",\"\",\"01246 819444\",\"\",\"\",\"\",\"0\",\"\",\"U12345\",\"\",\"%s\",\"\"\r\n"
                .formatted(code, opened, closed, status, setting);
    }

    private static OdsFile file(String text) throws IOException {
        return OdsFile.read(table(text)).orElseThrow();
    }

    private static UploadedTable table(String text) throws IOException {
        return (UploadedTable) Intake.read(
                new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "ods.csv", Limits.STANDARD);
    }
}

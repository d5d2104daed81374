package uk.goldenthread.imports.aande;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import uk.goldenthread.imports.changeset.Changeset.Kind;
import uk.goldenthread.imports.intake.Intake;
import uk.goldenthread.imports.intake.Limits;
import uk.goldenthread.imports.intake.UploadedTable;

class AandeFileTest {
    private static final String HEADING = Stream.concat(
                    Stream.of("Period", "Org Code", "Parent Org", "Org name"),
                    Stream.of(AandeColumn.values()).map(AandeColumn::heading))
            .collect(Collectors.joining(","));
    private static final String RTG =
            "MSitAE-APRIL-2025,RTG,NHS ENGLAND MIDLANDS ,DERBY,1000,0,5,0,0,0,400,0,1,0,0,0,7,90,50,0,0,3";
    private static final String RFS =
            "MSitAE-APRIL-2025,RFS,NHS ENGLAND MIDLANDS ,CHESTERFIELD,200,0,5,0,0,0,50,0,1,0,0,0,7,10,50,0,0,3";
    private static final String TOTAL = "TOTAL,TOTAL,TOTAL,TOTAL,1200,0,10,0,0,0,450,0,2,0,0,0,14,100,100,0,0,6";

    @Test
    void theMonthIsReadFromItsCode() {
        assertThat(AandeReading.month("MSitAE-APRIL-2025")).contains(YearMonth.of(2025, 4));
        assertThat(AandeReading.month("MSitAE-June-2024")).contains(YearMonth.of(2024, 6));
        assertThat(AandeReading.month("MSitAE-SMARCH-2025")).isEmpty();
        assertThat(AandeReading.month("2025-04")).isEmpty();
    }

    @Test
    void theThreeMeasuresAreTakenFromTheTypeOneDepartment() throws IOException {
        var measurements = file(RTG, RFS, TOTAL).providers().getFirst().measurements();

        assertThat(measurements).extracting(Measurement::series).containsExactly(AandeSeries.values());
        assertThat(measurements.get(0).numerator()).isEqualTo(600);
        assertThat(measurements.get(0).denominator()).hasValue(1000);
        assertThat(measurements.get(0).value()).isEqualByComparingTo("0.6");
        assertThat(measurements.get(1).value()).isEqualByComparingTo("1000");
        assertThat(measurements.get(2).value()).isEqualByComparingTo("90");
    }

    @Test
    void aProviderWithoutATypeOneDepartmentHasNoShareRatherThanZero() throws IOException {
        var walkIn = "MSitAE-APRIL-2025,Y03007,NHS ENGLAND MIDLANDS ,ERDINGTON,0,0,2082,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0";

        assertThat(file(RTG, walkIn).providers().get(1).measurements()).isEmpty();
    }

    @Test
    void aTotalThatIsNotTheSumIsAWarningNamingBothNumbers() throws IOException {
        assertThat(file(RTG, RFS, TOTAL).warnings()).isEmpty();
        assertThat(file(RTG, RFS, TOTAL.replace("1200", "1201")).warnings())
                .containsExactly(
                        "Row 4 gives a total of 1201 for “A&E attendances Type 1”, but the rows add up to 1200.");
        assertThat(file(RTG, RFS, TOTAL.replace("TOTAL,TOTAL,TOTAL,TOTAL", "Total,Total ,,"))
                        .providers())
                .hasSize(2);
        assertThat(file(RTG, RFS).warnings()).singleElement().asString().contains("no totals row");
    }

    @Test
    void columnsAreFoundByTheirHeadingsAndAStrangeOneIsMentioned() throws IOException {
        var table = table(HEADING.replace("Org Code,Parent Org", "Parent Org,Org Code") + ",a\n"
                + RTG.replace("RTG,NHS ENGLAND MIDLANDS ", "NHS ENGLAND MIDLANDS ,RTG") + ",\n");

        var file = AandeFile.read(table).orElseThrow();

        assertThat(file.providers().getFirst().code()).isEqualTo("RTG");
        assertThat(file.warnings()).contains("The column “a” is not known and was left out.");
    }

    @Test
    void badFiguresAreNamedByRowAndColumn() throws IOException {
        var file = file(RTG.replace(",400,", ",-4,").replace(",1000,", ",1e3,"), RFS.replace(",50,0,1", ",201,0,1"));

        assertThat(file.allProblems())
                .extracting("row", "column")
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(2, "A&E attendances Type 1"),
                        org.assertj.core.groups.Tuple.tuple(2, "Attendances over 4hrs Type 1"),
                        org.assertj.core.groups.Tuple.tuple(3, "Attendances over 4hrs Type 1"));
    }

    @Test
    void aProviderTwiceAndARowOfAnotherMonthAreRefused() throws IOException {
        var file = file(RTG, RTG.replace(",1000,", ",999,"), RFS.replace("APRIL", "MAY"));

        assertThat(file.allProblems())
                .extracting("message")
                .containsExactly(
                        "RTG is in this file already, in row 2.", "This row is of 2025-05, the file of 2025-04.");
    }

    @Test
    void aReissueOfAMonthShowsExactlyWhatWasRevised() throws IOException {
        var first = file(RTG, RFS, TOTAL);
        var second = file(RTG.replace(",1000,", ",1001,"), RFS, TOTAL.replace("1200", "1201"));

        assertThat(second.isReissueOf(first)).isTrue();
        assertThat(second.differencesFrom(first).counts())
                .containsEntry(Kind.CHANGED, 1)
                .containsEntry(Kind.IDENTICAL, 1);
        assertThat(first.namedRevised()).isFalse();
        assertThat(AandeFile.saysRevised("Monthly-AE-July-2024-revised.csv")).isTrue();
    }

    @Test
    void anotherTableIsNotTakenForTheMonthlyFile() throws IOException {
        assertThat(AandeFile.read(table("Period,Org Code\nMSitAE-APRIL-2025,RTG\n")))
                .isEqualTo(Optional.empty());
    }

    private static AandeFile file(String... rows) throws IOException {
        return AandeFile.read(table(HEADING + "\n" + String.join("\n", rows) + "\n"))
                .orElseThrow();
    }

    private static UploadedTable table(String text) throws IOException {
        return (UploadedTable) Intake.read(
                new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "Monthly-AE.csv", Limits.STANDARD);
    }
}

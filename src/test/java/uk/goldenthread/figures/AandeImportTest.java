package uk.goldenthread.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import uk.goldenthread.access.Actor;
import uk.goldenthread.access.AsAt;
import uk.goldenthread.database.UnitOfWork;
import uk.goldenthread.figures.MeasureValue.Status;
import uk.goldenthread.imports.Batch;
import uk.goldenthread.imports.Decisions;
import uk.goldenthread.imports.Imports;
import uk.goldenthread.imports.UploadedFile;
import uk.goldenthread.imports.Verdict;
import uk.goldenthread.imports.aande.AandeColumn;
import uk.goldenthread.support.Given;
import uk.goldenthread.support.GoldenThreadTest;

/// Uploads files of NHS England's shape as an analyst and approves them as the designated nurse.
@GoldenThreadTest
class AandeImportTest {
    @Autowired
    Given given;

    @Autowired
    UnitOfWork work;

    @Autowired
    Measures measures;

    @Autowired
    Imports imports;

    @Autowired
    Decisions decisions;

    @Test
    void aMonthBecomesMeasuresARevisionBecomesRestatedValuesAndUndoingTakesItBack() {
        var icb = given.icb();
        var trust = trust(icb);
        var analyst = given.person("ANALYST", icb).actor();
        var nurse = given.person("DESIGNATED_NURSE", icb).actor();
        var key = new SeriesKey(icb.id(), trust.id(), "AE_4H");

        var first = approved(analyst, nurse, "Monthly-AE-April-2025.csv", file(trust, 1000, 400));
        var afterFirst = work.read(nurse.scope(), () -> measures.series(key)).points();
        var revised = approved(analyst, nurse, "Monthly-AE-April-2025-revised.csv", file(trust, 1000, 300));
        var afterRevision = work.read(nurse.scope(), () -> measures.series(key)).points();
        var undone = decisions.undo(nurse, revised.id(), "The revision was withdrawn by NHS England");
        var afterUndo = work.read(nurse.scope(), () -> measures.series(key)).points();

        assertThat(first.count(Verdict.NEW)).isEqualTo(3);
        assertThat(first.ignored()).isEqualTo(Map.of("belong to other ICBs", 1));
        assertThat(afterFirst).singleElement().satisfies(point -> {
            assertThat(point.value()).isEqualTo(60.0);
            assertThat(point.status()).isEqualTo(Status.FINAL);
            assertThat(point.source()).isEqualTo("import/" + first.id());
        });
        assertThat(revised.count(Verdict.CHANGED)).isEqualTo(1);
        assertThat(revised.count(Verdict.IDENTICAL)).isEqualTo(2);
        assertThat(afterRevision).singleElement().satisfies(point -> {
            assertThat(point.value()).isEqualTo(70.0);
            assertThat(point.status()).isEqualTo(Status.RESTATED);
            assertThat(point.revision()).isEqualTo(2);
        });
        assertThat(undone.isAccepted()).isTrue();
        assertThat(afterUndo)
                .singleElement()
                .satisfies(point -> assertThat(point.value()).isEqualTo(60.0));
    }

    @Test
    void undoingTheFirstFileLeavesNoValueAndNoState() {
        var icb = given.icb();
        var trust = trust(icb);
        var analyst = given.person("ANALYST", icb).actor();
        var nurse = given.person("DESIGNATED_NURSE", icb).actor();
        var key = new SeriesKey(icb.id(), trust.id(), "AE_ATT");

        var batch = approved(analyst, nurse, "Monthly-AE-April-2025.csv", file(trust, 1000, 400));
        var recorded = work.read(nurse.scope(), () -> measures.state(key));
        decisions.undo(nurse, batch.id(), "Uploaded to the wrong place by mistake");

        assertThat(recorded).isPresent();
        assertThat(work.read(nurse.scope(), () -> measures.state(key))).isEmpty();
        assertThat(work.read(nurse.scope(), () -> measures.series(key)).points())
                .isEmpty();
    }

    private Batch approved(Actor analyst, Actor nurse, String name, String csv) {
        var bytes = csv.getBytes(StandardCharsets.UTF_8);
        var id = imports.upload(analyst, new UploadedFile(name, bytes, null, null), Duration.ofSeconds(30))
                .orElseThrow();
        var batch = imports.batch(nurse, id, AsAt.PRESENT);
        return decisions.approve(nurse, id, batch.version()).orElseThrow();
    }

    /// Codes of the file have at least three characters.
    private Given.Organisation trust(Given.Organisation icb) {
        var trust = given.provider(icb, "ACUTE");
        while (trust.code().length() < 3) {
            trust = given.provider(icb, "ACUTE");
        }
        return trust;
    }

    private static String file(Given.Organisation trust, int attendances, int over) {
        var heading = new StringBuilder("Period,Org Code,Parent Org,Org name");
        for (var column : AandeColumn.values()) {
            heading.append(',').append(column.heading());
        }
        return heading + "\n" + row(trust.code(), attendances, over) + row("ZZ9", 50, 5) + total(attendances, over);
    }

    private static String row(String code, int attendances, int over) {
        return "MSitAE-APRIL-2025," + code + ",NHS ENGLAND MIDLANDS,A TRUST" + figures(attendances, over);
    }

    private static String total(int attendances, int over) {
        return "TOTAL,TOTAL,TOTAL,TOTAL" + figures(attendances + 50, over + 5);
    }

    private static String figures(int attendances, int over) {
        var line = new StringBuilder();
        for (var column : AandeColumn.values()) {
            line.append(',')
                    .append(
                            switch (column) {
                                case ATTENDANCES_TYPE_1 -> attendances;
                                case OVER_4_HOURS_TYPE_1 -> over;
                                default -> 0;
                            });
        }
        return line.append('\n').toString();
    }
}

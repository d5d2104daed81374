package uk.goldenthread.actions;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import uk.goldenthread.access.AsAt;
import uk.goldenthread.imports.Batch;
import uk.goldenthread.imports.BatchState;
import uk.goldenthread.imports.Decisions;
import uk.goldenthread.imports.Imports;
import uk.goldenthread.imports.UploadedFile;
import uk.goldenthread.imports.Verdict;
import uk.goldenthread.support.Given;
import uk.goldenthread.support.GoldenThreadTest;
import uk.goldenthread.support.SettableClock;

/// The file of the list of actions, out and in again.
@GoldenThreadTest
class ActionImportTest {
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Autowired
    Given given;

    @Autowired
    SettableClock clock;

    @Autowired
    ActionsForTests test;

    @Autowired
    Imports imports;

    @Autowired
    Decisions decisions;

    Given.Organisation icb;
    Given.Organisation trust;
    Given.Person nurse;
    Given.Person coordinator;
    Given.Person named;
    long id;

    @BeforeEach
    void anActionIsUnderWay() {
        clock.standAt(MONDAY);
        icb = given.icb();
        trust = given.provider(icb, "ACUTE");
        nurse = given.person("DESIGNATED_NURSE", icb);
        coordinator = given.person("SAFEGUARDING_COORDINATOR", icb);
        named = given.person("PROVIDER_NAMED_PROFESSIONAL", icb, trust);
        id = test.underWay(nurse, named, trust, "Audit supervision records");
    }

    @AfterEach
    void letGo() {
        clock.letGo();
    }

    @Test
    void theDownloadedFileChangesNothingWhenItComesBackAsItWas() {
        var batch = uploaded(given.get(nurse, "/actions.csv").body());

        assertThat(batch.state()).isEqualTo(BatchState.UNCHANGED);
        assertThat(batch.count(Verdict.IDENTICAL)).isEqualTo(1);
    }

    @Test
    void aLaterDateInTheFileIsReviewedApprovedByAnotherCountedAndTakenBack() {
        var file = given.get(nurse, "/actions.csv")
                .body()
                .replace("CHILDREN", "TRAINING")
                .replaceFirst("2027-01-22", "2027-02-15")
                .replace(",\r\n", ",Two auditors left\r\n");
        var batch = uploaded(file);

        assertThat(batch.count(Verdict.CHANGED)).isEqualTo(1);
        decisions.approve(nurse.actor(), batch.id(), batch.version()).orElseThrow();
        assertThat(test.find(nurse, id).timing().due()).isEqualTo(LocalDate.of(2027, 2, 15));
        assertThat(test.find(nurse, id).timing().original()).isEqualTo(LocalDate.of(2027, 1, 22));
        assertThat(test.find(nurse, id).timing().extensions()).isEqualTo(1);
        assertThat(test.find(nurse, id).plan().theme()).isEqualTo("TRAINING");

        decisions.undo(nurse.actor(), batch.id(), "It was last month's file").orElseThrow();
        assertThat(test.find(nurse, id).timing().due()).isEqualTo(LocalDate.of(2027, 1, 22));
        assertThat(test.find(nurse, id).timing().extensions()).isZero();
        assertThat(test.find(nurse, id).plan().theme()).isEqualTo("CHILDREN");
    }

    @Test
    void aRowThatCannotBeTakenSaysWhy() {
        var batch =
                uploaded("action,theme,priority,due_on,reason\n%d,NONE,HIGH,2027-02-15,\n999999999,,HIGH,2027-02-15,\n"
                        .formatted(id));

        assertThat(batch.count(Verdict.REJECTED)).isEqualTo(2);
        assertThat(given.get(coordinator, "/imports/" + batch.id()).body())
                .contains(
                        "is not the code of a theme", "Say why it needs longer", "There is no action with this number");
    }

    private Batch uploaded(String file) {
        var upload = new UploadedFile("actions.csv", file.getBytes(UTF_8), null, null);
        var batch = imports.upload(coordinator.actor(), upload, PATIENCE).orElseThrow();
        return imports.batch(nurse.actor(), batch, AsAt.PRESENT);
    }
}

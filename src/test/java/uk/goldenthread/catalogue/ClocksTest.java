package uk.goldenthread.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import uk.goldenthread.kernel.calendar.Pauses;
import uk.goldenthread.kernel.clocks.ClockDefinition;
import uk.goldenthread.kernel.clocks.Moment;
import uk.goldenthread.kernel.clocks.RunningClock;

class ClocksTest {
    /// The codes of the domain reference's table of clocks, with its combined rows taken apart.
    private static final Set<String> ANNEX_B = Set.of(
            "CDR-N24 CDR-N48 CDR-JAR CDR-HV CDR-KW CDR-FB CDR-M CDR-P6W CDR-P6M CDR-NCMD SIN-5 SIN-LAC RR-15 LCSPR-6M "
                    .concat("LCSPR-7 SAR-D SAR-6M DHR-1M DHR-6M DARDR-C OWHR-1M OWHR-12M LED-6M PFD-56 SI-2 SI-72 ")
                    .concat("SI-60 SI-20 DOC LAC-N5 LAC-IHA LAC-CP LAC-REV1 LAC-REV2 LAC-REV3 LAC-RHA6 LAC-RHA12 ")
                    .concat("LAC-HP LAC-OOA LAC-PN LAC-SDQ LAC-HS NTS-10 NRM-RG5 NRM-RG45 NRM-REC NRM-60 SVD-Y ")
                    .concat("ISTV-M CP-15 EPO PP CAO DOLS-U DOLS-S LADO-1 ACT-ACC ACT-DUE ACT-EMB BRF-CONF")
                    .split(" "));

    @Test
    void everyClockOfTheDomainReferenceIsShipped() {
        var codes = Clocks.read().all().stream().map(ClockDefinition::code).collect(Collectors.toSet());

        assertThat(codes).containsAll(ANNEX_B);
        assertThat(codes).contains("RET-20", "EVD-REQ", "SIG-10", "LAD-ENH", "LAD-INT", "RQR-2", "RQR-10", "IG-72");
    }

    @Test
    void everyClockSaysWhereItComesFromAndEachWarningComesNoLaterThanTheDeadline() {
        var start = Moment.find("2026-03-16T09:00:00Z").orElseThrow();
        for (var definition : Clocks.read().all()) {
            var clock = new RunningClock(definition, start, Pauses.none(), BankHolidays.workingDays());
            var due = clock.due().orElseThrow().instant();

            assertThat(definition.origin().source()).isNotBlank();
            assertThat(clock.amberAsOf(start).stream())
                    .as(definition.code())
                    .allMatch(at -> !at.instant().isAfter(due));
            assertThat(clock.redAsOf(start).stream())
                    .as(definition.code())
                    .allMatch(at -> !at.instant().isAfter(due));
        }
    }

    @Test
    void theRapidReviewIsCountedFromAwarenessUnderTheOldGuidanceAndFromTheNotificationUnderTheNew() {
        var clocks = Clocks.read();

        assertThat(clocks.inForce("RR-15", LocalDate.of(2023, 12, 14))
                        .orElseThrow()
                        .startEvent())
                .isEqualTo("the local authority became aware");
        assertThat(clocks.inForce("RR-15", LocalDate.of(2023, 12, 15))
                        .orElseThrow()
                        .startEvent())
                .isEqualTo("serious incident notification sent");
        assertThat(clocks.inForce("SI-2", LocalDate.of(2026, 1, 1))).isEmpty();
    }

    @Test
    void aFileWithABadDurationWarningOrBasisIsRefusedWithEachLine() {
        var file = YamlFile.of("clocks.yaml", """
                clocks:
                  - code: X
                    title: t
                    dutyHolder: h
                    start: s
                    stop: e
                    duration: 15 days
                    amber: soon
                    basis: HABIT
                    source: none
                    confidence: SEEN
                    validFrom: 2026-01-01
                """);

        assertThatThrownBy(() -> Clocks.read(file))
                .isInstanceOfSatisfying(
                        CatalogueInvalid.class,
                        invalid -> assertThat(invalid.problems())
                                .extracting(CatalogueProblem::line)
                                .containsExactly(7, 8, 9));
    }

    @Test
    void aBadLineOfTheBankHolidaysIsRefusedWithItsNumber() {
        assertThatThrownBy(
                        () -> BankHolidays.read(List.of("date,name,status", "2026-13-01,X,published", "2026-01-01,X")))
                .isInstanceOfSatisfying(
                        CatalogueInvalid.class,
                        invalid -> assertThat(invalid.problems())
                                .extracting(CatalogueProblem::line)
                                .containsExactly(2, 3));
    }
}

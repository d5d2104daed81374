package uk.goldenthread.organisations.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.goldenthread.organisations.model.Appointment.Type;
import uk.goldenthread.organisations.model.PostReading.Concern;
import uk.goldenthread.organisations.model.PostReading.Step;
import uk.goldenthread.organisations.model.PostReading.Vacant;

/// BR-ROLE-1: vacant from day 1, told at 28 days, escalated at 84. BR-ROLE-2: more than 7 days without cover is
/// critical.
class PostReadingTest {
    private static final PostReading.Limits LIMITS = new PostReading.Limits(28, 84, 7);
    private static final LocalDate LEFT = LocalDate.of(2026, 3, 1);
    private static final LocalDate REQUIRED = LocalDate.of(2022, 7, 1);

    @Test
    void aPostHeldSubstantivelyOrActingIsFilledAndCoverAloneDoesNotFillIt() {
        assertThat(reading(List.of(held(Type.ACTING, null)), LEFT)).isInstanceOf(PostReading.Filled.class);
        assertThat(reading(List.of(held(Type.COVER, null)), LEFT)).isInstanceOf(Vacant.class);
    }

    @Test
    void theDayAfterTheLastDayIsTheFirstVacantDay() {
        assertThat(reading(List.of(held(Type.SUBSTANTIVE, LEFT)), LEFT.minusDays(1)))
                .isInstanceOf(PostReading.Filled.class);
        assertThat(vacant(List.of(held(Type.SUBSTANTIVE, LEFT)), LEFT).days()).isEqualTo(1);
    }

    /// March has 31 days: 28 March is day 28 from 1 March, 23 May is day 84.
    @ParameterizedTest
    @CsvSource({"2026-03-01,FLAG", "2026-03-27,FLAG", "2026-03-28,NOTIFY", "2026-05-22,NOTIFY", "2026-05-23,ESCALATE"})
    void aVacancyIsFlaggedThenToldThenEscalated(LocalDate today, Step step) {
        assertThat(vacant(List.of(held(Type.SUBSTANTIVE, LEFT)), today).step()).isEqualTo(step);
    }

    @Test
    void moreThanSevenDaysWithoutCoverIsCriticalAndCoverPreventsIt() {
        var left = held(Type.SUBSTANTIVE, LEFT);
        var cover = new Appointment("NN-SC", "Lee Cover", Type.COVER, LEFT, null);

        assertThat(vacant(List.of(left), LocalDate.of(2026, 3, 7)).critical()).isFalse();
        assertThat(vacant(List.of(left), LocalDate.of(2026, 3, 8)).critical()).isTrue();
        assertThat(vacant(List.of(left, cover), LocalDate.of(2026, 3, 20)).critical())
                .isFalse();
    }

    @Test
    void aPostNeverHeldIsVacantSinceItWasRequired() {
        assertThat(vacant(List.of(), LEFT).since()).isEqualTo(REQUIRED);
    }

    @Test
    void aPracticeWithoutALeadIsRedAndWithoutADeputyAmber() {
        assertThat(reading(role("GP-L"), List.of(), LEFT).concern()).isEqualTo(Concern.RED);
        assertThat(reading(role("GP-DL"), List.of(), LEFT).concern()).isEqualTo(Concern.AMBER);
    }

    private static Appointment held(Type type, @Nullable LocalDate to) {
        return new Appointment("NN-SC", "Sam Held", type, LocalDate.of(2024, 1, 1), to);
    }

    private static Vacant vacant(List<Appointment> appointments, LocalDate today) {
        return (Vacant) reading(appointments, today);
    }

    private static PostReading reading(List<Appointment> appointments, LocalDate today) {
        return reading(role("NN-SC"), appointments, today);
    }

    private static PostReading reading(StatutoryRole role, List<Appointment> appointments, LocalDate today) {
        return PostReading.of(role, appointments, REQUIRED, today, LIMITS);
    }

    private static StatutoryRole role(String code) {
        return new StatutoryRole(code, code, Set.of("ACUTE"), true, "4", List.of(), "Working Together");
    }
}

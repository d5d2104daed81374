package uk.goldenthread.concerns.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import uk.goldenthread.concerns.model.Reconciliation.Found;
import uk.goldenthread.concerns.model.Reconciliation.Held;
import uk.goldenthread.concerns.model.Reconciliation.Place;
import uk.goldenthread.kernel.calendar.Period;

/// Which signals are new, which go on and which have ended.
@NullMarked
class ReconciliationTest {
    private static final Place PLACE = new Place(7, "K03");

    @Test
    void whatIsFoundForTheFirstTimeIsRaised() {
        var changes = Reconciliation.of(List.of(), found("2025/26 Q1", "2025/26 Q3"), latest("2025/26 Q3"));

        assertThat(changes.raised()).hasSize(1);
        assertThat(changes.kept()).isEmpty();
        assertThat(changes.ended()).isEmpty();
    }

    @Test
    void theSameConditionOnePeriodOnGoesOn() {
        var changes = Reconciliation.of(
                held("2025/26 Q1", "2025/26 Q3"), found("2025/26 Q1", "2025/26 Q4"), latest("2025/26 Q4"));

        assertThat(changes.raised()).isEmpty();
        assertThat(changes.kept())
                .singleElement()
                .satisfies(kept -> assertThat(kept.finding().last().code()).isEqualTo("2025-26-Q4"));
    }

    @Test
    void aConditionThatCeasedAndCameBackIsAnotherSignal() {
        var changes = Reconciliation.of(
                held("2024/25 Q1", "2024/25 Q3"), found("2025/26 Q1", "2025/26 Q3"), latest("2025/26 Q3"));

        assertThat(changes.raised()).hasSize(1);
        assertThat(changes.ended())
                .singleElement()
                .satisfies(ended -> assertThat(ended.restated()).isFalse());
    }

    @Test
    void aLaterPeriodThatDoesNotShowItEndsIt() {
        var changes = Reconciliation.of(held("2025/26 Q1", "2025/26 Q3"), List.of(), latest("2025/26 Q4"));

        assertThat(changes.ended())
                .singleElement()
                .satisfies(ended -> assertThat(ended.restated()).isFalse());
    }

    @Test
    void aChangeOfThePeriodItRestedOnIsARestatement() {
        var same = Reconciliation.of(held("2025/26 Q1", "2025/26 Q3"), List.of(), latest("2025/26 Q3"));
        var emptied = Reconciliation.of(held("2025/26 Q1", "2025/26 Q3"), List.of(), Map.of());

        assertThat(same.ended())
                .singleElement()
                .satisfies(ended -> assertThat(ended.restated()).isTrue());
        assertThat(emptied.ended())
                .singleElement()
                .satisfies(ended -> assertThat(ended.restated()).isTrue());
    }

    private static List<Held> held(String first, String last) {
        return List.of(new Held(1, 7, "W02", "K03", Period.parse(first), Period.parse(last)));
    }

    private static List<Found> found(String first, String last) {
        var finding = new Finding("W02", "K03", "K03", Period.parse(first), Period.parse(last), "words", true, false);
        return List.of(new Found(7, finding));
    }

    private static Map<Place, Period> latest(String period) {
        return Map.of(PLACE, Period.parse(period));
    }
}

package uk.goldenthread.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import uk.goldenthread.access.Actor;
import uk.goldenthread.access.HiddenException;
import uk.goldenthread.access.RefusedException;
import uk.goldenthread.database.UnitOfWork;
import uk.goldenthread.figures.MeasureValue.Status;
import uk.goldenthread.kernel.calendar.Period;
import uk.goldenthread.support.Given;
import uk.goldenthread.support.GoldenThreadTest;

@GoldenThreadTest
class NamedFiguresTest {
    @Autowired
    Given given;

    @Autowired
    UnitOfWork work;

    @Autowired
    Measures measures;

    @Autowired
    NamedFigures figures;

    private Given.Organisation icb;
    private Given.Organisation large;
    private Given.Organisation small;
    private Actor nurse;

    @BeforeEach
    void twoProvidersOfVeryDifferentSize() {
        icb = given.icb();
        large = given.provider(icb, "ACUTE");
        small = given.provider(icb, "HOSPICE");
        nurse = given.person("DESIGNATED_NURSE", icb).actor();
        record(large, 900, 1000, Status.FINAL);
        record(small, 5, 10, Status.PROVISIONAL);
    }

    private void record(Given.Organisation provider, int numerator, int denominator, Status status) {
        var value = new MeasureValue(
                new SeriesKey(icb.id(), provider.id(), "K03"),
                Period.parse("2025-26-Q2"),
                BigDecimal.valueOf(numerator),
                BigDecimal.valueOf(denominator),
                100.0 * numerator / denominator,
                status,
                "return/" + provider.id() + "/line/1",
                1);
        work.write(nurse.scope(), () -> measures.record(icb.id(), List.of(value)));
    }

    /// 905 of 1,010 is 89.60396...; the average of 90 and 50 would be 70.
    @Test
    void aTotalIsTheSumOfNumeratorsOverTheSumOfDenominators() {
        var request = new FigureRequest("measure-total", Map.of("kpi", "K03", "period", "2025-26-Q2"));

        var total = figures.work(request, nurse, null);

        assertThat(total.numerator()).isEqualByComparingTo("905");
        assertThat(total.denominator()).isEqualByComparingTo("1010");
        assertThat(total.value().doubleValue()).isBetween(89.60396, 89.60397);
        assertThat(total.rows()).hasSize(2);
        assertThat(total.cautions()).containsExactly("1 of 2 values is provisional");
        assertThat(total.requirements()).containsExactly("R-26", "R-27");
    }

    @Test
    void aFigureNamesTheRowBehindItAndWhereThatCameFrom() {
        var request = new FigureRequest(
                "measure", Map.of("kpi", "K03", "organisation", small.code(), "period", "2025-26-Q2"));

        var figure = figures.work(request, nurse, null);

        assertThat(figure.value()).isEqualByComparingTo("50");
        assertThat(figure.rows())
                .containsExactly(new FigureResult.Row(
                        List.of(small.name(), "5", "10", "50%", "Provisional", "0", "return " + small.id()),
                        "/measures/K03/" + small.code(),
                        "return/" + small.id()));
    }

    @Test
    void asAtAnInstantAFigureIsTheSameTextForEverWhateverIsRestatedAfter() {
        var then = Instant.now();
        var request = new FigureRequest("measure-total", Map.of("kpi", "K03", "period", "2025-26-Q2"));
        var before = NamedFigures.canonical(figures.work(request, nurse, then));
        record(large, 100, 1000, Status.RESTATED);

        assertThat(NamedFigures.canonical(figures.work(request, nurse, then))).isEqualTo(before);
        assertThat(NamedFigures.canonical(figures.work(request, nurse, null))).isNotEqualTo(before);
    }

    @Test
    void theAddressOfAFigureDoesNotDependOnTheOrderOfItsParameters() {
        var one = new LinkedHashMap<String, String>();
        one.put("period", "2025-26-Q2");
        one.put("kpi", "K03");
        one.put("kind", " ");

        assertThat(new FigureRequest("measure-total", one).address())
                .isEqualTo("/figures/measure-total?kpi=K03&period=2025-26-Q2");
    }

    @Test
    void aProviderSeesNeitherAnothersFigureNorTheTotal() {
        var named = given.person("PROVIDER_NAMED_PROFESSIONAL", icb, small).actor();
        var others = new FigureRequest(
                "measure", Map.of("kpi", "K03", "organisation", large.code(), "period", "2025-26-Q2"));
        var own = new FigureRequest(
                "measure", Map.of("kpi", "K03", "organisation", small.code(), "period", "2025-26-Q2"));
        var total = new FigureRequest("measure-total", Map.of("kpi", "K03", "period", "2025-26-Q2"));

        assertThat(figures.work(own, named, null).value()).isEqualByComparingTo("50");
        assertThatThrownBy(() -> figures.work(others, named, null)).isInstanceOf(HiddenException.class);
        assertThatThrownBy(() -> figures.work(total, named, null)).isInstanceOf(RefusedException.class);
    }
}

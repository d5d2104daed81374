package uk.goldenthread.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import uk.goldenthread.database.UnitOfWork;
import uk.goldenthread.figures.MeasureValue.Status;
import uk.goldenthread.kernel.calendar.Month;
import uk.goldenthread.kernel.spc.Assurance;
import uk.goldenthread.kernel.spc.Standing;
import uk.goldenthread.kernel.spc.Variation;
import uk.goldenthread.rulebook.Rules;
import uk.goldenthread.support.CountingJdbc;
import uk.goldenthread.support.Given;
import uk.goldenthread.support.GoldenThreadTest;

@GoldenThreadTest
@RecordApplicationEvents
class MeasuresTest {
    @Autowired
    Given given;

    @Autowired
    UnitOfWork work;

    @Autowired
    Measures measures;

    @Autowired
    DataSource dataSource;

    @Autowired
    Rules rules;

    @Autowired
    ApplicationEvents events;

    /// Hand computation: the ranges of the first 12 points are 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, so 16 /
    /// 11; with the fall from 90 to 60 the twelve ranges sum to 46 and average 46 / 12; 30 is beyond
    /// 3.267 of that, so screening brings the average back to 16 / 11. The mean is (12 x 90 + 0 + 60) /
    /// 13.
    @Test
    void aFallOutOfTheUsualRangeIsAConcernTheMomentItIsRecorded() {
        var icb = given.icb();
        var trust = given.provider(icb, "ACUTE");
        var nurse = given.person("DESIGNATED_NURSE", icb).actor();
        var key = new SeriesKey(icb.id(), trust.id(), "K03");
        double[] steady = {90, 91, 89, 90, 88, 89, 91, 90, 92, 91, 89, 90};
        double range = (1 + 2 + 1 + 2 + 1 + 2 + 1 + 2 + 1 + 2 + 1) / 11.0;
        double mean = (90 + 91 + 89 + 90 + 88 + 89 + 91 + 90 + 92 + 91 + 89 + 90 + 60) / 13.0;

        work.write(nurse.scope(), () -> measures.record(icb.id(), months(key, steady)));
        var before = work.read(nurse.scope(), () -> measures.state(key)).orElseThrow();
        work.write(nurse.scope(), () -> measures.record(icb.id(), List.of(value(key, 13, 60.0, Status.PROVISIONAL))));
        var after = work.read(nurse.scope(), () -> measures.state(key)).orElseThrow();

        assertThat(before.variation()).isEqualTo(Variation.COMMON_CAUSE);
        assertThat(before.basis()).isEqualTo(Standing.FULL);
        assertThat(before.assurance()).isEqualTo(Assurance.PASS);
        assertThat(after.variation()).isEqualTo(Variation.CONCERN_LOW);
        assertThat(after.mean()).isCloseTo(mean, within(1e-9));
        assertThat(after.lowerLimit()).isCloseTo(mean - 2.66 * range, within(1e-9));
        assertThat(after.upperLimit()).isCloseTo(mean + 2.66 * range, within(1e-9));
        assertThat(after.points()).isEqualTo(13);
        assertThat(after.status()).isEqualTo(Status.PROVISIONAL);
        assertThat(after.period()).isEqualTo(Month.of(2025, 4));
        assertThat(events.stream(SeriesChanged.class).filter(event -> event.icb() == icb.id()))
                .containsExactly(new SeriesChanged(icb.id(), Set.of(key)), new SeriesChanged(icb.id(), Set.of(key)));
    }

    @Test
    void theSameValuesAgainWriteNothingAndARestatedOneGetsTheNextRevision() {
        var icb = given.icb();
        var trust = given.provider(icb, "ACUTE");
        var nurse = given.person("DESIGNATED_NURSE", icb).actor();
        var key = new SeriesKey(icb.id(), trust.id(), "K03");
        var values = months(key, 90, 91, 89, 90, 88, 89, 91, 90, 92, 91, 89, 60);

        var first = work.write(nurse.scope(), () -> measures.record(icb.id(), values));
        var again = work.write(nurse.scope(), () -> measures.record(icb.id(), values));
        var restated = work.write(
                nurse.scope(), () -> measures.record(icb.id(), List.of(value(key, 12, 90.0, Status.RESTATED))));
        var made =
                work.write(nurse.scope(), () -> measures.record(icb.id(), List.of(value(key, 12, 90.0, Status.FINAL))));

        assertThat(first).containsExactly(key);
        assertThat(again).isEmpty();
        assertThat(restated).containsExactly(key);
        assertThat(made).containsExactly(key);
        var series = work.read(nurse.scope(), () -> measures.series(key));
        assertThat(series.points().get(10).revision()).isEqualTo(1);
        assertThat(series.points().get(11).revision()).isEqualTo(2);
        assertThat(series.points().get(11).status()).isEqualTo(Status.FINAL);
        assertThat(work.read(nurse.scope(), () -> measures.state(key))
                        .orElseThrow()
                        .variation())
                .isEqualTo(Variation.COMMON_CAUSE);
    }

    @Test
    void aSeriesIsSeenAsItStoodBeforeItWasRestated() {
        var icb = given.icb();
        var trust = given.provider(icb, "ACUTE");
        var nurse = given.person("DESIGNATED_NURSE", icb).actor();
        var key = new SeriesKey(icb.id(), trust.id(), "K03");
        work.write(
                nurse.scope(),
                () -> measures.record(icb.id(), months(key, 90, 91, 89, 90, 88, 89, 91, 90, 92, 91, 89, 90, 60)));
        var then = java.time.Instant.now();
        work.write(nurse.scope(), () -> measures.record(icb.id(), List.of(value(key, 13, 90.0, Status.RESTATED))));

        var before = work.read(nurse.scope(), then, () -> measures.state(key)).orElseThrow();
        var pointBefore = work.read(nurse.scope(), then, () -> measures.series(key))
                .points()
                .getLast();

        assertThat(before.variation()).isEqualTo(Variation.CONCERN_LOW);
        assertThat(pointBefore.value()).isEqualTo(60);
        assertThat(work.read(nurse.scope(), () -> measures.state(key))
                        .orElseThrow()
                        .variation())
                .isEqualTo(Variation.COMMON_CAUSE);
    }

    @Test
    void fewerThanEightPointsHaveNoLimitsNoSignalAndNoAssurance() {
        var icb = given.icb();
        var trust = given.provider(icb, "ACUTE");
        var nurse = given.person("DESIGNATED_NURSE", icb).actor();
        var key = new SeriesKey(icb.id(), trust.id(), "K03");

        work.write(nurse.scope(), () -> measures.record(icb.id(), months(key, 90, 91, 89, 90, 88, 89, 10)));
        var short7 = work.read(nurse.scope(), () -> measures.state(key)).orElseThrow();
        work.write(nurse.scope(), () -> measures.record(icb.id(), months(key, 90, 91, 89, 90, 88, 89, 91, 10)));
        var trial = work.read(nurse.scope(), () -> measures.state(key)).orElseThrow();

        assertThat(short7.basis()).isEqualTo(Standing.LINE_ONLY);
        assertThat(short7.lowerLimit()).isNull();
        assertThat(short7.assurance()).isNull();
        assertThat(short7.variation()).isEqualTo(Variation.COMMON_CAUSE);
        assertThat(trial.basis()).isEqualTo(Standing.TRIAL);
        assertThat(trial.variation()).isEqualTo(Variation.CONCERN_LOW);
    }

    @Test
    void aPeriodForWhichNothingWasGivenBreaksARun() {
        var icb = given.icb();
        var trust = given.provider(icb, "ACUTE");
        var nurse = given.person("DESIGNATED_NURSE", icb).actor();
        var whole = new SeriesKey(icb.id(), trust.id(), "K03");
        var broken = new SeriesKey(icb.id(), trust.id(), "K02");
        double[] shift = {92, 88, 92, 88, 92, 88, 92, 88, 89, 88, 89, 88, 89, 88};
        var withGap = new ArrayList<>(months(broken, shift));
        withGap.remove(10);

        work.write(nurse.scope(), () -> measures.record(icb.id(), months(whole, shift)));
        work.write(nurse.scope(), () -> measures.record(icb.id(), withGap));

        var runOfSeven = work.read(nurse.scope(), () -> measures.reading(measures.series(whole)))
                .orElseThrow();
        var runBroken = work.read(nurse.scope(), () -> measures.reading(measures.series(broken)))
                .orElseThrow();
        assertThat(runOfSeven.variation()).isEqualTo(Variation.CONCERN_LOW);
        assertThat(runBroken.origin()).hasSize(14);
        assertThat(runBroken.origin().get(10)).isEqualTo(-1);
        assertThat(runBroken.chart().label(9)).isEqualTo(uk.goldenthread.kernel.spc.Label.COMMON_CAUSE);
    }

    @Test
    void tenThousandValuesAreRecordedInOneCall() {
        var icb = given.icb();
        var nurse = given.person("DESIGNATED_NURSE", icb).actor();
        var all = new ArrayList<MeasureValue>();
        for (int provider = 0; provider < 10; provider++) {
            var trust = given.provider(icb, "ACUTE");
            for (int kpi = 1; kpi <= 40; kpi++) {
                var key = new SeriesKey(icb.id(), trust.id(), "K%02d".formatted(kpi));
                for (int month = 1; month <= 25; month++) {
                    all.add(value(key, month, 80.0 + (month * 7 + kpi) % 10, Status.FINAL));
                }
            }
        }
        work.write(nurse.scope(), () -> measures.record(icb.id(), all.subList(0, 500)));

        var start = System.nanoTime();
        var changed = work.write(nurse.scope(), () -> measures.record(icb.id(), all));
        var took = Duration.ofNanos(System.nanoTime() - start);

        assertThat(all).hasSize(10_000);
        assertThat(changed).hasSize(380);
        assertThat(took).isLessThan(Duration.ofSeconds(5));
        assertThat(work.read(nurse.scope(), () -> measures.states(icb.id()))).hasSize(400);
    }

    @Test
    void theNumberOfStatementsDoesNotGrowWithTheNumberOfValues() {
        var icb = given.icb();
        var nurse = given.person("DESIGNATED_NURSE", icb).actor();
        var counting = new CountingJdbc(dataSource);
        var counted = new Measures(counting.client(), rules, _ -> {});
        var few = List.of(value(key(icb, "K03"), 1, 90.0, Status.FINAL));
        var many = new ArrayList<MeasureValue>();
        for (int provider = 0; provider < 5; provider++) {
            many.addAll(months(key(icb, "K03"), 90, 91, 89, 90, 88));
            many.addAll(months(key(icb, "K02"), 90, 91, 89, 90, 88));
        }

        work.write(nurse.scope(), () -> counted.record(icb.id(), few));
        var forFew = counting.taken();
        work.write(nurse.scope(), () -> counted.record(icb.id(), many));
        var forMany = counting.taken();
        work.write(nurse.scope(), () -> counted.record(icb.id(), many));
        var forNothing = counting.taken();
        work.read(nurse.scope(), () -> counted.states(icb.id()));
        var forTheMap = counting.taken();

        assertThat(forFew).isEqualTo(4);
        assertThat(forMany).isEqualTo(4);
        assertThat(forNothing).isEqualTo(1);
        assertThat(forTheMap).isEqualTo(1);
    }

    private SeriesKey key(Given.Organisation icb, String kpi) {
        return new SeriesKey(icb.id(), given.provider(icb, "ACUTE").id(), kpi);
    }

    @Test
    void valuesOfAnotherIcbAreRefused() {
        var icb = given.icb();
        var other = given.icb();
        var trust = given.provider(icb, "ACUTE");
        var nurse = given.person("DESIGNATED_NURSE", icb).actor();
        var foreign = value(new SeriesKey(other.id(), trust.id(), "K03"), 1, 90.0, Status.FINAL);

        org.assertj.core.api.Assertions.assertThatIllegalArgumentException()
                .isThrownBy(() -> work.write(nurse.scope(), () -> measures.record(icb.id(), List.of(foreign))));
    }

    static List<MeasureValue> months(SeriesKey key, double... values) {
        var list = new ArrayList<MeasureValue>();
        for (int i = 0; i < values.length; i++) {
            list.add(value(key, i + 1, values[i], Status.FINAL));
        }
        return list;
    }

    /// The value of month 1 = April 2024.
    static MeasureValue value(SeriesKey key, int month, @Nullable Double value, Status status) {
        var period = Month.of(2024 + (month + 2) / 12, (month + 2) % 12 + 1);
        return new MeasureValue(
                key,
                period,
                value == null ? null : BigDecimal.valueOf(value),
                value == null ? BigDecimal.ZERO : BigDecimal.valueOf(100),
                value,
                status,
                "test/1",
                1);
    }
}

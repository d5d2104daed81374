package uk.goldenthread.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import uk.goldenthread.access.Actor;
import uk.goldenthread.access.RefusedException;
import uk.goldenthread.database.UnitOfWork;
import uk.goldenthread.kernel.outcome.Reason;
import uk.goldenthread.ledger.Ledger;
import uk.goldenthread.support.Given;
import uk.goldenthread.support.GoldenThreadTest;

@GoldenThreadTest
class BaselinesTest {
    private static final String REASON = "New learning system from April 2025; see board minute 12";
    private static final LocalDate APRIL_2025 = LocalDate.of(2025, 4, 1);

    @Autowired
    Given given;

    @Autowired
    UnitOfWork work;

    @Autowired
    Measures measures;

    @Autowired
    Baselines baselines;

    @Autowired
    Ledger ledger;

    private Given.Organisation icb;
    private Actor nurse;
    private SeriesKey key;

    /// Twelve months about 80, then eight about 90 from April 2025.
    @BeforeEach
    void aSeriesThatRoseInApril() {
        icb = given.icb();
        nurse = given.person("DESIGNATED_NURSE", icb).actor();
        key = new SeriesKey(icb.id(), given.provider(icb, "ACUTE").id(), "K03");
        work.write(
                nurse.scope(),
                () -> measures.record(
                        icb.id(),
                        MeasuresTest.months(
                                key, 80, 81, 79, 80, 81, 79, 80, 81, 79, 80, 81, 79, 90, 91, 89, 90, 91, 89, 90, 90)));
    }

    @Test
    void limitsAreWorkedOutAnewFromTheChangeAndTheOldOnesStayInTheHistory() {
        var before = Instant.now();

        var done = baselines.set(nurse, key, APRIL_2025, REASON);

        assertThat(done.isAccepted()).isTrue();
        var now = work.read(nurse.scope(), () -> measures.state(key)).orElseThrow();
        var then = work.read(nurse.scope(), before, () -> measures.state(key)).orElseThrow();
        assertThat(now.mean()).isCloseTo(90.0, within(1e-9));
        assertThat(now.points()).isEqualTo(8);
        assertThat(then.mean()).isCloseTo((12 * 80 + 8 * 90) / 20.0, within(1e-9));
        var entries = work.read(nurse.scope(), () -> measures.series(key).baselines());
        assertThat(entries).singleElement().satisfies(baseline -> {
            assertThat(baseline.reason()).isEqualTo(REASON);
            assertThat(baseline.approver()).isEqualTo(nurse.account());
        });
    }

    @Test
    void rebasingAgainOrRemovingItGivesTheSameLimitsAsEverBefore() {
        var first = work.read(nurse.scope(), () -> measures.state(key)).orElseThrow();
        baselines.set(nurse, key, APRIL_2025, REASON);
        var once = work.read(nurse.scope(), () -> measures.state(key)).orElseThrow();
        baselines.set(nurse, key, APRIL_2025, REASON);

        assertThat(work.read(nurse.scope(), () -> measures.state(key))).hasValue(once);
        assertThat(baselines.remove(nurse, key, APRIL_2025).isAccepted()).isTrue();
        assertThat(work.read(nurse.scope(), () -> measures.state(key))).hasValue(first);
        assertThat(baselines.remove(nurse, key, APRIL_2025).isAccepted()).isFalse();
    }

    @Test
    void everyReasonAgainstARebaseIsGivenAtOnce() {
        var outcome = baselines.set(nurse, key, LocalDate.of(2026, 4, 1), "too short");

        assertThat(outcome.reasons().stream().map(Reason::field)).containsExactly("reason", "starts");
    }

    @Test
    void pointsThatDoNotBearOutAChangeAreNoGroundForOne() {
        assertThat(baselines.set(nurse, key, LocalDate.of(2024, 9, 1), REASON).reasons())
                .singleElement()
                .satisfies(reason -> assertThat(reason.message()).contains("do not bear out a change"));
        assertThat(baselines.set(nurse, key, LocalDate.of(2025, 6, 1), REASON).reasons())
                .singleElement()
                .satisfies(reason -> assertThat(reason.message()).contains("the first 7 from there"));
        assertThat(baselines.set(nurse, key, LocalDate.of(2024, 4, 1), REASON).reasons())
                .singleElement()
                .satisfies(reason -> assertThat(reason.message()).contains("begin already"));
    }

    @Test
    void anAnalystMayNotRebase() {
        var analyst = given.person("ANALYST", icb).actor();

        assertThatThrownBy(() -> baselines.set(analyst, key, APRIL_2025, REASON))
                .isInstanceOf(RefusedException.class);
    }
}

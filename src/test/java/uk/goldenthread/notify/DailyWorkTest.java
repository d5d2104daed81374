package uk.goldenthread.notify;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.goldenthread.database.UnitOfWork;
import uk.goldenthread.support.Given;
import uk.goldenthread.support.GoldenThreadTest;
import uk.goldenthread.support.SettableClock;

@GoldenThreadTest
class DailyWorkTest {
    @Autowired
    Given given;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    UnitOfWork work;

    @Autowired
    SettableClock clock;

    @AfterEach
    void letTheClockGo() {
        clock.letGo();
    }

    @Test
    void aDayIsDoneOnce() {
        var icb = given.icb();
        var job = new Counting("counting");
        var daily = daily(job);

        daily.runFor(icb.id(), LocalDate.of(2026, 6, 1));
        daily.runFor(icb.id(), LocalDate.of(2026, 6, 1));

        assertThat(job.days).containsExactly(LocalDate.of(2026, 6, 1));
    }

    @Test
    void missedDaysAreCaughtUpInOrder() {
        var icb = given.icb();
        var job = new Counting("missed");
        var daily = daily(job);
        daily.runFor(icb.id(), LocalDate.of(2026, 6, 1));

        daily.runFor(icb.id(), LocalDate.of(2026, 6, 4));

        assertThat(job.days)
                .containsExactly(
                        LocalDate.of(2026, 6, 1),
                        LocalDate.of(2026, 6, 2),
                        LocalDate.of(2026, 6, 3),
                        LocalDate.of(2026, 6, 4));
    }

    @Test
    void aJobThatFailsIsTriedAgainAndTheOthersGoOn() {
        var icb = given.icb();
        var failing = new Counting("a failing job");
        var other = new Counting("b other");
        failing.fails = true;
        var daily = daily(failing, other);
        daily.runFor(icb.id(), LocalDate.of(2026, 6, 1));
        failing.fails = false;

        daily.runFor(icb.id(), LocalDate.of(2026, 6, 1));

        assertThat(failing.days).containsExactly(LocalDate.of(2026, 6, 1));
        assertThat(other.days).containsExactly(LocalDate.of(2026, 6, 1));
    }

    @Test
    void aDayBeginsAtHalfPastFiveInLondon() {
        var icb = given.icb();
        given.provider(icb, "ACUTE");
        var job = new Counting("dawn");
        var daily = daily(job);
        clock.standAt(Instant.parse("2026-06-01T04:29:00Z")); // 5:29am in summer
        daily.catchUp();
        clock.standAt(Instant.parse("2026-06-01T04:30:00Z"));
        daily.catchUp();

        assertThat(job.daysOf(icb.id())).containsExactly(LocalDate.of(2026, 5, 31), LocalDate.of(2026, 6, 1));
    }

    private DailyWork daily(DailyJob... jobs) {
        var beans = new StaticListableBeanFactory();
        for (var job : jobs) {
            beans.addBean(job.name(), job);
        }
        return new DailyWork(beans.getBeanProvider(DailyJob.class), jdbc, work, clock);
    }

    private static final class Counting implements DailyJob {
        private final String name;
        private final List<LocalDate> days = new ArrayList<>();
        private final List<Integer> icbs = new ArrayList<>();
        private boolean fails;

        Counting(String name) {
            this.name = name;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public void run(int icb, LocalDate today) {
            if (fails) {
                throw new IllegalStateException("not today");
            }
            icbs.add(icb);
            days.add(today);
        }

        List<LocalDate> daysOf(int icb) {
            return java.util.stream.IntStream.range(0, days.size())
                    .filter(i -> icbs.get(i) == icb)
                    .mapToObj(days::get)
                    .toList();
        }
    }
}

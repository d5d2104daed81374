package uk.goldenthread.support;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import uk.goldenthread.database.Replay;

/// The application's clock in tests: real time until a test stands it still. A test that sets it lets go after itself.
public final class SettableClock extends Clock {
    private static final Clock NOW = Replay.over(Clock.systemUTC());

    private volatile @Nullable Instant still;

    /// Noon in London on that day, until [#letGo()].
    public void standAt(LocalDate day) {
        still = day.atTime(LocalTime.NOON).atZone(ZoneId.of("Europe/London")).toInstant();
    }

    public void standAt(Instant instant) {
        still = instant;
    }

    public void letGo() {
        still = null;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }

    @Override
    public Instant instant() {
        var set = still;
        return set == null ? NOW.instant() : set;
    }

    @TestConfiguration
    static class Configuration {
        @Bean
        @Primary
        SettableClock settableClock() {
            return new SettableClock();
        }
    }
}

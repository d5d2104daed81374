package uk.goldenthread.database;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/// Does work as if it were an instant of the past: the application's clock says so, and rows are recorded as of it. For
/// the invented history of the demonstration alone, so that its past can be looked at; anywhere else it is refused,
/// because a record that can be dated back proves nothing. The ledger always carries the true time.
@Component
public class Replay {
    private static final ThreadLocal<@Nullable Instant> NOW = new ThreadLocal<>();

    private final boolean allowed;

    @Autowired
    Replay(Environment environment) {
        this(environment.getProperty("GOLDENTHREAD_DEMO", Boolean.class, false));
    }

    protected Replay(boolean allowed) {
        this.allowed = allowed;
    }

    /// Runs the work at that instant, on this thread. Calls must go forward in time for the history to be true.
    ///
    /// @throws IllegalStateException where this is no demonstration, inside another replay, or in the future
    public <T extends @Nullable Object> T at(Instant instant, Supplier<T> work) {
        if (!allowed) {
            throw new IllegalStateException("only a demonstration may be given a past");
        }
        if (NOW.get() != null || instant.isAfter(Instant.now())) {
            throw new IllegalStateException("cannot replay " + instant);
        }
        NOW.set(instant);
        try {
            return work.get();
        } finally {
            NOW.remove();
        }
    }

    /// The instant being replayed on this thread; null outside a replay.
    static @Nullable Instant instant() {
        return NOW.get();
    }

    /// A clock that follows a replay, and the given one otherwise.
    public static Clock over(Clock clock) {
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return clock.getZone();
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return over(clock.withZone(zone));
            }

            @Override
            public Instant instant() {
                var replayed = NOW.get();
                return replayed == null ? clock.instant() : replayed;
            }
        };
    }
}

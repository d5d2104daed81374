package uk.goldenthread.access;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.goldenthread.database.Replay;

/// The one clock that services and pages read; tests set it, and the demonstration replays its past by it.
@Configuration(proxyBeanMethods = false)
class ClockConfiguration {
    @Bean
    Clock clock() {
        return Replay.over(Clock.systemUTC());
    }
}

package uk.goldenthread.organisations.register;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.goldenthread.imports.ImportTarget;
import uk.goldenthread.imports.ods.OdsFile.RegisterList;

/// The two register files that the directory takes in.
@Configuration(proxyBeanMethods = false)
class RegisterConfiguration {
    @Bean
    ImportTarget practicesTarget(RegisterStore store, Clock clock) {
        return new OdsTarget(RegisterList.PRACTICES, store, clock);
    }

    @Bean
    ImportTarget trustsTarget(RegisterStore store, Clock clock) {
        return new OdsTarget(RegisterList.TRUSTS, store, clock);
    }
}

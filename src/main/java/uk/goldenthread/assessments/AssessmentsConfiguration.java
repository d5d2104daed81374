package uk.goldenthread.assessments;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The shipped frameworks, read once when the system starts, which a bad file stops.
@Configuration(proxyBeanMethods = false)
class AssessmentsConfiguration {
    @Bean
    Frameworks frameworks() {
        return Frameworks.load();
    }

    @Bean
    Profiles profiles(Frameworks frameworks) {
        return Profiles.load(frameworks);
    }
}

package uk.goldenthread.visits.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.goldenthread.access.NavigationEntry;
import uk.goldenthread.access.Permission;

/// Visits in the navigation; audits are reached from there.
@Configuration(proxyBeanMethods = false)
class VisitsConfiguration {
    @Bean
    NavigationEntry visitsEntry() {
        return new NavigationEntry(48, "Visits", "/visits", Permission.VISIT_VIEW);
    }
}

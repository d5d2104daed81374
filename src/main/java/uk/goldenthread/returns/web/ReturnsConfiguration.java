package uk.goldenthread.returns.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.goldenthread.access.NavigationEntry;
import uk.goldenthread.access.Permission;

/// Returns in the navigation.
@Configuration(proxyBeanMethods = false)
class ReturnsConfiguration {
    @Bean
    NavigationEntry returnsEntry() {
        return new NavigationEntry(40, "Returns", "/returns", Permission.RETURN_VIEW);
    }
}

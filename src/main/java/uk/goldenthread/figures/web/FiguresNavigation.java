package uk.goldenthread.figures.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.goldenthread.access.NavigationEntry;
import uk.goldenthread.access.Permission;

/// Measures in the navigation.
@Configuration(proxyBeanMethods = false)
class FiguresNavigation {
    @Bean
    NavigationEntry measuresEntry() {
        return new NavigationEntry(45, "Measures", "/measures", Permission.FIGURE_VIEW);
    }
}

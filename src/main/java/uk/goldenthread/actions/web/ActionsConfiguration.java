package uk.goldenthread.actions.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.goldenthread.access.NavigationEntry;
import uk.goldenthread.access.Permission;

/// Actions in the navigation.
@Configuration(proxyBeanMethods = false)
class ActionsConfiguration {
    @Bean
    NavigationEntry actionsEntry() {
        return new NavigationEntry(46, "Actions", "/actions", Permission.ACTION_VIEW);
    }
}

package uk.goldenthread.assessments.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.goldenthread.access.NavigationEntry;
import uk.goldenthread.access.Permission;

/// Assessments in the navigation.
@Configuration(proxyBeanMethods = false)
class AssessmentsPlace {
    @Bean
    NavigationEntry assessmentsEntry() {
        return new NavigationEntry(45, "Assessments", "/assessments", Permission.ASSESSMENT_VIEW);
    }
}

package uk.goldenthread.access;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/// Scheduled work is on unless GOLDENTHREAD_JOBS is false (tests call the work themselves).
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@ConditionalOnProperty(name = "GOLDENTHREAD_JOBS", havingValue = "true", matchIfMissing = true)
class JobsConfiguration {}

package uk.goldenthread.support;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/// A test against the whole running application, on its own embedded PostgreSQL and a real port. All such tests share
/// one
/// application: never change its configuration in a test; make an ICB of your own with [Given] instead.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = TestData.class)
@Import({SettableClock.Configuration.class, Given.class, SwitchablePolicy.class, AllowedReplay.class})
public @interface GoldenThreadTest {}

package uk.goldenthread;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

/// Starts the running system: pages, API and scheduled work. Beans are named by their whole class name, so that two
/// modules may each have a store of the same name.
@SpringBootApplication(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
public class GoldenThread {
    public static void main(String[] args) {
        var problems = StartSettings.problems(System.getenv());
        if (!problems.isEmpty()) {
            problems.forEach(System.err::println);
            System.exit(1);
        }
        SpringApplication.run(GoldenThread.class, args);
    }
}

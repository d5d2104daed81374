package uk.goldenthread.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;

/// A fresh data folder for each test run.
class TestData implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    @Override
    public void initialize(ConfigurableApplicationContext context) {
        try {
            var folder =
                    Path.of("target", "test-data-" + ProcessHandle.current().pid());
            FileSystemUtils.deleteRecursively(folder);
            Files.createDirectories(folder);
            TestPropertyValues.of(Map.of("GOLDENTHREAD_DATA", folder.toString(), "GOLDENTHREAD_JOBS", "false"))
                    .applyTo(context);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

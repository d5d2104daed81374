package uk.goldenthread.support;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The program as processes of its own, for tests that start it more than once. Classes are kept, once a start has
/// ended in good order, as the next can have them without reading and checking them again; which Java does for classes
/// in jars alone, so ours are put into jars first.
public final class OwnProcess {
    private final Path folder;
    private final String classPath;

    /// @param folder for the jars and the kept classes; made if it is not there
    public OwnProcess(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
        var number = new AtomicInteger();
        this.classPath = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .filter(Files::exists)
                .map(entry -> Files.isDirectory(entry) ? jar(entry, number.incrementAndGet()) : entry)
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));
    }

    private Path jar(Path classes, int number) {
        var jar = folder.resolve("classes-%d.jar".formatted(number));
        var done = ToolProvider.findFirst("jar")
                .orElseThrow()
                .run(
                        System.out,
                        System.err,
                        "--create",
                        "--no-compress",
                        "--file",
                        jar.toString(),
                        "-C",
                        classes.toString(),
                        ".");
        if (done != 0) {
            throw new IllegalStateException("no jar could be made of " + classes);
        }
        return jar;
    }

    /// A process that runs this class.
    public ProcessBuilder of(String main, String... arguments) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+AutoCreateSharedArchive",
                "-XX:SharedArchiveFile=" + folder.resolve("classes.jsa"),
                "-Xmx400m",
                "-cp",
                classPath,
                main));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).redirectErrorStream(true);
    }
}

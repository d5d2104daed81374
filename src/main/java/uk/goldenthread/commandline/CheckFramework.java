package uk.goldenthread.commandline;

import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import uk.goldenthread.assessments.FrameworkFile;
import uk.goldenthread.assessments.Frameworks;

/// Whether a framework file could be shipped: every fault with its line.
@Command(name = "framework", description = "Lint a framework file.", mixinStandardHelpOptions = true)
final class CheckFramework implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "YAML; - for standard input")
    private String input = "";

    @Option(names = "--output", description = "CSV: file,line,severity,message; - for standard output")
    private String output = "-";

    private final Console console;

    CheckFramework(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        var text = CsvInput.lines(console, input).stream().collect(Collectors.joining("\n", "", "\n"));
        var read = FrameworkFile.read(input, text, Frameworks.load().lines());
        var result = new CsvOutput("file", "line", "severity", "message");
        read.problems().forEach(problem -> result.row(problem.file(), problem.line(), "error", problem.message()));
        result.writeTo(console, output);
        return read.problems().isEmpty() ? 0 : 1;
    }
}

package uk.goldenthread.commandline;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import uk.goldenthread.kernel.identifiers.NhsNumber;
import uk.goldenthread.kernel.outcome.Outcome;

/// NHS numbers, one a line, each found valid or not with the reason.
@Command(name = "nhs-number", description = "Check NHS numbers, one a line.", mixinStandardHelpOptions = true)
final class CheckNhsNumber implements Callable<Integer> {
    @Option(names = "--input", required = true, description = "text, one number a line; - for standard input")
    private String input = "";

    @Option(names = "--output", description = "CSV: number,valid,reason; - for standard output")
    private String output = "-";

    private final Console console;

    CheckNhsNumber(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        var result = new CsvOutput("number", "valid", "reason");
        boolean allValid = true;
        for (var line : CsvInput.lines(console, input)) {
            if (line.isBlank()) {
                continue;
            }
            switch (NhsNumber.read(line)) {
                case Outcome.Accepted<NhsNumber>(var number) ->
                    result.row(line.strip(), true, number.isTestNumber() ? "test range, never given to a person" : "");
                case Outcome.Refused<NhsNumber>(var reasons) -> {
                    result.row(line.strip(), false, reasons.getFirst().message());
                    allValid = false;
                }
            }
        }
        result.writeTo(console, output);
        return allValid ? 0 : 1;
    }
}

package uk.goldenthread.commandline;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/// `goldenthread`: every command, by group. A new one is one more line in [#commandLine].
public final class Main {
    private static final String VERSION =
            Objects.requireNonNullElse(Main.class.getPackage().getImplementationVersion(), "from its sources");

    private Main() {}

    /// Runs one command and ends the program: 0 done, 1 the input has errors, 2 wrong usage.
    public static void main(String[] args) {
        var standard = new StandardOutput(new FileOutputStream(FileDescriptor.out));
        var out = new PrintStream(standard, false, StandardCharsets.UTF_8);
        var err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        int code = run(new Console(System.in, out, err), args);
        out.flush();
        System.exit(standard.ended(code, err));
    }

    /// Runs one command with these streams and answers its exit code.
    static int run(Console console, String... args) {
        var commands = commandLine(console);
        commands.setOut(console.outWriter());
        commands.setErr(console.errWriter());
        commands.setExecutionExceptionHandler((exception, _, _) -> {
            var unusable = Unusable.of(exception);
            if (unusable == null) {
                throw exception;
            }
            console.err().println(unusable.getMessage());
            return unusable.exitCode();
        });
        commands.setParameterExceptionHandler((wrong, _) -> {
            var command = wrong.getCommandLine().getCommandSpec().qualifiedName();
            console.err().println("%s. See %s --help".formatted(wrong.getMessage(), command));
            return CommandLine.ExitCode.USAGE;
        });
        version(commands);
        int code = commands.execute(args);
        console.out().flush();
        return code;
    }

    private static void version(CommandLine command) {
        command.getCommandSpec().version("Golden Thread " + VERSION);
        command.getSubcommands().values().forEach(Main::version);
    }

    private static CommandLine commandLine(Console console) {
        return group("goldenthread", "Safeguarding arithmetic over CSV files, and care of a system.")
                .addSubcommand(
                        "calc",
                        group("calc", "Work something out.")
                                .addSubcommand("clocks", new CalcClocks(console))
                                .addSubcommand("spc", new CalcSpc(console))
                                .addSubcommand("score", new CalcScore(console))
                                .addSubcommand("suppress", new CalcSuppress(console)))
                .addSubcommand(
                        "check",
                        group("check", "Check a file.")
                                .addSubcommand("nhs-number", new CheckNhsNumber(console))
                                .addSubcommand("questionnaire", new CheckQuestionnaire(console))
                                .addSubcommand("framework", new CheckFramework(console)))
                .addSubcommand("backup", new BackUp(console))
                .addSubcommand("restore", new Restore(console))
                .addSubcommand(
                        "ledger",
                        group("ledger", "Look after the ledger.").addSubcommand("verify", new LedgerVerify(console)));
    }

    /// A command that only holds others: alone it is wrong usage.
    private static CommandLine group(String name, String description) {
        var spec = CommandSpec.create().name(name).mixinStandardHelpOptions(true);
        spec.usageMessage().description(description);
        spec.parser().collectErrors(false);
        return new CommandLine(spec).setExecutionStrategy(parsed -> {
            var last = parsed.asCommandLineList().getLast();
            if (last.getCommandSpec().userObject() == null
                    && !last.isUsageHelpRequested()
                    && !last.isVersionHelpRequested()) {
                last.usage(last.getErr());
                return CommandLine.ExitCode.USAGE;
            }
            return new CommandLine.RunLast().execute(parsed);
        });
    }
}

package uk.goldenthread.commandline;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import uk.goldenthread.database.Backup;
import uk.goldenthread.database.OwnerConnection;

/// `goldenthread restore FILE`: a system from a backup, where there is none yet; its ledger is verified at once.
@Command(
        name = "restore",
        description = "Fill an empty system from a backup, and verify its ledger. Exit 1 when anything was changed.")
final class Restore implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "The backup.")
    private Path file = Path.of("");

    @Option(names = "--data", description = "The data folder (default: GOLDENTHREAD_DATA, else data).")
    private Path data = Path.of(System.getenv().getOrDefault("GOLDENTHREAD_DATA", "data"));

    private final Console console;

    Restore(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw Unusable.input("There is no backup to read in %s.".formatted(file)); // before a database is made
        }
        try (var owner = OwnerConnection.openOrMake(data, System.getenv())) {
            new Backup(owner, System.getenv().getOrDefault("PATH", "")).restore(file);
            return LedgerVerify.verify(owner, data, console);
        } catch (IllegalStateException e) {
            throw Unusable.input(String.valueOf(e.getMessage()));
        }
    }
}

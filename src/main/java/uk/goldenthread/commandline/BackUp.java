package uk.goldenthread.commandline;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import uk.goldenthread.database.Backup;
import uk.goldenthread.database.OwnerConnection;

/// `goldenthread backup FILE`: one consistent state of the whole database in a file.
@Command(name = "backup", description = "Write the whole database to one file, while the system runs or not.")
final class BackUp implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "The backup.")
    private Path file = Path.of("");

    @Option(names = "--data", description = "The data folder (default: GOLDENTHREAD_DATA, else data).")
    private Path data = Path.of(System.getenv().getOrDefault("GOLDENTHREAD_DATA", "data"));

    private final Console console;

    BackUp(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        try (var owner = OwnerConnection.open(data, System.getenv())) {
            new Backup(owner, System.getenv().getOrDefault("PATH", "")).write(file);
            console.out()
                    .println("The database is in " + file + ". Keep the identity key and ledger-seals.csv of " + data
                            + " too, apart from it.");
            return 0;
        } catch (IllegalStateException e) {
            throw Unusable.input(String.valueOf(e.getMessage()));
        }
    }
}

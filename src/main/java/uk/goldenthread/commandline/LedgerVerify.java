package uk.goldenthread.commandline;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import org.springframework.jdbc.core.simple.JdbcClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import uk.goldenthread.database.OwnerConnection;
import uk.goldenthread.ledger.OutsideSeals;
import uk.goldenthread.ledger.Verification;

/// `goldenthread ledger verify`: works every seal out again and compares it with the database and with the copy
/// outside.
@Command(name = "verify", description = "Work the ledger's seals out again. Exit 1 when anything was changed.")
final class LedgerVerify implements Callable<Integer> {
    @Option(names = "--data", description = "The data folder (default: GOLDENTHREAD_DATA, else data).")
    private Path data = Path.of(System.getenv().getOrDefault("GOLDENTHREAD_DATA", "data"));

    private final Console console;

    LedgerVerify(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        try (var owner = OwnerConnection.open(data, System.getenv())) {
            return verify(owner, data, console);
        } catch (IllegalStateException e) {
            throw Unusable.input(String.valueOf(e.getMessage()));
        }
    }

    /// Prints what it finds. Answers 0 when all is as it was sealed, else 1.
    static int verify(OwnerConnection owner, Path data, Console console) {
        var jdbc = JdbcClient.create(owner.source());
        var result = new Verification(jdbc).verify();
        var problems = new ArrayList<>(result.problems());
        problems.addAll(OutsideSeals.differences(data.resolve("ledger-seals.csv"), jdbc));
        problems.forEach(console.out()::println);
        console.out()
                .printf(
                        "%d entries in %d seals: %s%n",
                        result.entries(), result.seals(), problems.isEmpty() ? "intact" : "NOT as they were sealed");
        return problems.isEmpty() ? 0 : 1;
    }
}

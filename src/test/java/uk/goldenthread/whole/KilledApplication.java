package uk.goldenthread.whole;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.goldenthread.GoldenThread;
import uk.goldenthread.access.Accounts;
import uk.goldenthread.access.ActorsForTests;
import uk.goldenthread.database.Scope;
import uk.goldenthread.database.UnitOfWork;

/// The real application as a process of its own that a test may kill. On its first start it makes one person and signs
/// them in, and leaves what their session's cookie holds in the data folder.
final class KilledApplication {
    private KilledApplication() {}

    public static void main(String[] args) throws Exception {
        var application = new SpringApplication(GoldenThread.class);
        var context = application.run(args);
        var session = Path.of(context.getEnvironment().getRequiredProperty("GOLDENTHREAD_DATA"), "session");
        if (!Files.exists(session)) {
            var icb = context.getBean(UnitOfWork.class)
                    .write(
                            Scope.system(),
                            () -> context.getBean(JdbcClient.class)
                                    .sql("insert into organisation (code, name, kind, fictional) "
                                            + "values ('QKILL', 'NHS Endurance ICB', 'ICB', true) returning id")
                                    .query(Integer.class)
                                    .single());
            var accounts = context.getBean(Accounts.class);
            var account = accounts.make(
                    new Accounts.NewAccount("endurance@test.invalid", "Endurance", "a long password", false));
            accounts.grant(account, "DESIGNATED_NURSE", icb, icb, LocalDate.of(2022, 7, 1));
            Files.writeString(
                    session,
                    context.getBean(ActorsForTests.class)
                            .session(account, "endurance@test.invalid", "a long password"));
        }
        var port = context.getEnvironment().getRequiredProperty("local.server.port");
        Files.writeString(Path.of(context.getEnvironment().getRequiredProperty("GOLDENTHREAD_DATA"), "port"), port);
        List.of("ready").forEach(System.out::println);
    }
}

package uk.goldenthread.access;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.goldenthread.database.Scope;
import uk.goldenthread.database.UnitOfWork;

/// Makes the [Actor] of an account the way a session would.
@Component
public class ActorsForTests {
    private final AccountStore accounts;
    private final Roles roles;
    private final UnitOfWork work;
    private final JdbcClient jdbc;

    ActorsForTests(AccountStore accounts, Roles roles, UnitOfWork work, JdbcClient jdbc) {
        this.accounts = accounts;
        this.roles = roles;
        this.work = work;
        this.jdbc = jdbc;
    }

    public Actor actor(int account, int icb, int organisation) {
        return work.read(Scope.system(), () -> {
            var who = accounts.byId(account).orElseThrow();
            var code = jdbc.sql("select code from organisation where id = :id")
                    .param("id", organisation)
                    .query(String.class)
                    .single();
            var place = accounts.places(account, java.time.LocalDate.now(java.time.ZoneOffset.UTC)).stream()
                    .filter(p -> p.icb() == icb && p.organisation() == organisation)
                    .findFirst()
                    .orElseThrow();
            List<String> held = place.roles();
            return new Actor(
                    account,
                    who.name(),
                    icb,
                    place.icbName(),
                    organisation,
                    place.organisationName(),
                    code,
                    held,
                    held.stream().map(roles::name).toList(),
                    roles.permissionsOf(held),
                    roles.reachOf(held),
                    false,
                    null);
        });
    }
}

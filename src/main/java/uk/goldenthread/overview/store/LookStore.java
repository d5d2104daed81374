package uk.goldenthread.overview.store;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import uk.goldenthread.access.Actor;

/// SQL of when a person last looked at Home.
@Repository
public class LookStore {
    private static final String FIND = """
            select since, seen
            from last_look
            where account = :account and icb = :icb and organisation = :organisation
            """;
    private static final String KEEP = """
            insert into last_look (account, icb, organisation, since, seen)
            values (:account, :icb, :organisation, :since, :seen)
            on conflict (account, icb, organisation) do update set since = excluded.since, seen = excluded.seen
            """;

    private final JdbcClient jdbc;

    LookStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @param since where what is shown as changed begins
    /// @param seen when Home was last opened, to within a few minutes
    public record Look(Instant since, Instant seen) {}

    public Optional<Look> find(Actor actor) {
        return jdbc.sql(FIND)
                .param("account", actor.account())
                .param("icb", actor.icb())
                .param("organisation", actor.organisation())
                .query((row, _) -> new Look(
                        row.getTimestamp("since").toInstant(),
                        row.getTimestamp("seen").toInstant()))
                .optional();
    }

    public void keep(Actor actor, Look look) {
        jdbc.sql(KEEP)
                .param("account", actor.account())
                .param("icb", actor.icb())
                .param("organisation", actor.organisation())
                .param("since", Timestamp.from(look.since()))
                .param("seen", Timestamp.from(look.seen()))
                .update();
    }
}

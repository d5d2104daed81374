package uk.goldenthread.notify.mail;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import uk.goldenthread.access.AccessPolicy;
import uk.goldenthread.access.Actor;
import uk.goldenthread.access.Permission;
import uk.goldenthread.database.UnitOfWork;
import uk.goldenthread.ledger.Ledger;

/// How mail stands in an ICB, for whoever administers accounts: counts and kinds of trouble, never an address.
@Service
class MailStanding {
    private static final String COUNTS = """
            select state, count(*) as rows, min(created) as oldest, max(sent_at) as latest
            from outgoing_mail
            where icb = :icb
            group by state
            order by state
            """;
    private static final String TROUBLES = """
            select problem, count(*) as rows, max(claimed) as latest
            from outgoing_mail
            where icb = :icb and problem is not null and state in ('WAITING', 'FAILED', 'DOUBTFUL')
                and claimed > :since
            group by problem
            order by max(claimed) desc, problem
            limit 10
            """;
    private static final String GIVEN_UP =
            "select count(*) from outgoing_mail where icb = :icb and state = 'FAILED' and claimed > :since";
    private static final String AGAIN = """
            update outgoing_mail
            set state = 'WAITING', attempts = 0, next_try = :now, problem = null
            where icb = :icb and state = 'FAILED' and created > :since
            """;

    private final JdbcClient jdbc;
    private final OutboxStore outbox;
    private final Post post;
    private final AccessPolicy policy;
    private final UnitOfWork work;
    private final Ledger ledger;
    private final Clock clock;

    MailStanding(
            JdbcClient jdbc,
            OutboxStore outbox,
            Post post,
            AccessPolicy policy,
            UnitOfWork work,
            Ledger ledger,
            Clock clock) {
        this.jdbc = jdbc;
        this.outbox = outbox;
        this.post = post;
        this.policy = policy;
        this.work = work;
        this.ledger = ledger;
        this.clock = clock;
    }

    /// Rows in one state.
    ///
    /// @param latest when the last of them was sent; null when none was
    record Count(
            String state,
            int rows,
            Instant oldest,
            @Nullable Instant latest) {}

    /// Rows with one kind of trouble, newest first, within the last week.
    record Trouble(String problem, int rows, Instant latest) {}

    /// @param server the server's name and port; empty while none is set
    record Standing(Optional<String> server, List<Count> counts, List<Trouble> troubles) {}

    Standing of(Actor actor) {
        return work.read(actor.scope(), () -> {
            policy.require(actor, Permission.ACCOUNT_ADMINISTER);
            return new Standing(
                    post.server(),
                    jdbc.sql(COUNTS)
                            .param("icb", actor.icb())
                            .query(MailStanding::count)
                            .list(),
                    jdbc.sql(TROUBLES)
                            .param("icb", actor.icb())
                            .param("since", weekAgo())
                            .query((row, _) -> new Trouble(
                                    row.getString("problem"),
                                    row.getInt("rows"),
                                    row.getTimestamp("latest").toInstant()))
                            .list());
        });
    }

    private static Count count(ResultSet row, int number) throws SQLException {
        var latest = row.getTimestamp("latest");
        return new Count(
                row.getString("state"),
                row.getInt("rows"),
                row.getTimestamp("oldest").toInstant(),
                latest == null ? null : latest.toInstant());
    }

    /// How many were given up within a week. Called inside a unit of work.
    int givenUp(int icb) {
        return jdbc.sql(GIVEN_UP)
                .param("icb", icb)
                .param("since", weekAgo())
                .query((row, _) -> row.getInt(1))
                .single();
    }

    boolean isSetUp() {
        return post.server().isPresent();
    }

    /// Tries what was given up within a week again.
    ///
    /// @return how many
    int again(Actor actor) {
        return work.write(actor.scope(), () -> {
            policy.require(actor, Permission.ACCOUNT_ADMINISTER);
            var rows = jdbc.sql(AGAIN)
                    .param("icb", actor.icb())
                    .param("now", Timestamp.from(clock.instant()))
                    .param("since", weekAgo())
                    .update();
            ledger.record("MAIL_TRIED_AGAIN", "mail", java.util.Map.of("rows", rows));
            return rows;
        });
    }

    /// Puts a mail to the administrator themselves into the outbox.
    void test(Actor actor) {
        work.write(actor.scope(), () -> {
            policy.require(actor, Permission.ACCOUNT_ADMINISTER);
            var now = clock.instant();
            outbox.put(new OutboxStore.Wanted(
                    actor.icb(),
                    actor.organisation(),
                    actor.account(),
                    "test/" + now.toEpochMilli(),
                    Sort.TEST,
                    List.of(new Matter("This is a test", 1)),
                    now));
            ledger.record("MAIL_TESTED", "account/" + actor.account());
            return true;
        });
    }

    private Timestamp weekAgo() {
        return Timestamp.from(clock.instant().minus(Outbox.OLDEST));
    }
}

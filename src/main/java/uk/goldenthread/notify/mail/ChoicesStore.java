package uk.goldenthread.notify.mail;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import uk.goldenthread.access.Actor;

/// SQL of how people wish to be written to.
@Repository
class ChoicesStore {
    private static final String OF = """
            select digest, at_once, extract(hour from quiet_from)::int as quiet_from,
                extract(hour from quiet_to)::int as quiet_to, version
            from digest_preference
            where account = :account and icb = :icb and organisation = :organisation
            """;
    private static final String KEEP = """
            insert into digest_preference (account, icb, organisation, digest, at_once, quiet_from, quiet_to)
            select :account, :icb, :organisation, :digest, :atOnce, :from, :to
            where :version = 0 or exists (select from digest_preference
                where account = :account and icb = :icb and organisation = :organisation)
            on conflict (account, icb, organisation) do update
            set digest = excluded.digest, at_once = excluded.at_once, quiet_from = excluded.quiet_from,
                quiet_to = excluded.quiet_to, version = digest_preference.version + 1
            where digest_preference.version = :version
            """;
    private static final String STOP_WAITING = """
            update outgoing_mail set state = 'STOPPED', problem = 'NOT_WANTED'
            where account = :account and icb = :icb and organisation = :organisation and state = 'WAITING'
                and ((sort = 'AT_ONCE' and not :atOnce) or (sort = 'DIGEST' and :digest = 'OFF'))
            """;
    private static final String PEOPLE = """
            select distinct h.account, h.organisation, coalesce(p.digest, 'WEEKLY') as digest
            from pub_role_holder h
            join pub_account a on a.id = h.account and a.disabled_at is null and not a.demonstration
            left join digest_preference p
                on p.account = h.account and p.icb = h.icb and p.organisation = h.organisation
            where h.icb = :icb and h.valid_from <= :today and (h.valid_to is null or h.valid_to > :today)
                and coalesce(p.digest, 'WEEKLY') <> 'OFF'
            order by h.account, h.organisation
            """;
    private static final String STOP = "select lib.stop_mail(:token)";
    private static final String UNREAD = """
            select count(*)
            from notification n
            where n.icb = :icb and n.organisation = :organisation and n.created > :since
                and (n.account = :account or n.role = any(:roles))
                and not exists (select from notification_reading r
                                where r.notification = n.id and r.account = :account)
            """;

    private final JdbcClient jdbc;

    ChoicesStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Someone whom a digest may be written to.
    record Reader(int account, int organisation, Choices.Digest digest) {}

    Choices of(Actor actor) {
        return as(actor, OF)
                .query((row, _) -> new Choices(
                        Choices.Digest.valueOf(row.getString("digest")),
                        row.getBoolean("at_once"),
                        row.getInt("quiet_from"),
                        row.getInt("quiet_to"),
                        row.getInt("version")))
                .optional()
                .orElse(Choices.UNTIL_CHOSEN);
    }

    /// @throws OptimisticLockingFailureException when they were changed since they were read
    void keep(Actor actor, Choices wanted) {
        var kept = as(actor, KEEP)
                .param("digest", wanted.digest().name())
                .param("atOnce", wanted.atOnce())
                .param("from", LocalTime.of(wanted.quietFrom(), 0))
                .param("to", LocalTime.of(wanted.quietTo(), 0))
                .param("version", wanted.version())
                .update();
        if (kept == 0) {
            throw new OptimisticLockingFailureException("the choices about mail changed since they were read");
        }
        as(actor, STOP_WAITING)
                .param("digest", wanted.digest().name())
                .param("atOnce", wanted.atOnce())
                .update();
    }

    List<Reader> readers(int icb, LocalDate today) {
        return jdbc.sql(PEOPLE)
                .param("icb", icb)
                .param("today", today)
                .query((row, _) -> new Reader(
                        row.getInt("account"),
                        row.getInt("organisation"),
                        Choices.Digest.valueOf(row.getString("digest"))))
                .list();
    }

    int unread(Actor actor, Instant since) {
        return as(actor, UNREAD)
                .param("roles", actor.roles().toArray(String[]::new))
                .param("since", Timestamp.from(since))
                .query((row, _) -> row.getInt(1))
                .single();
    }

    boolean stop(String token) {
        return jdbc.sql(STOP)
                .param("token", token)
                .query((row, _) -> row.getBoolean(1))
                .single();
    }

    private JdbcClient.StatementSpec as(Actor actor, String sql) {
        return jdbc.sql(sql)
                .param("account", actor.account())
                .param("icb", actor.icb())
                .param("organisation", actor.organisation());
    }
}

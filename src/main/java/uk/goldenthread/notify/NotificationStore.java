package uk.goldenthread.notify;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import uk.goldenthread.access.Actor;

/// SQL of what people are told.
@Repository
class NotificationStore {
    private static final String TELL =
            "select lib.tell(:organisation, :account, :role, :kind, :sentence, :href, :source, :atOnce)";
    private static final String TOLD = """
            select n.id, n.kind, n.sentence, n.href, n.created, r.read_at is not null as read
            from notification n
            left join notification_reading r on r.notification = n.id and r.account = :account
            where n.icb = :icb and n.organisation = :organisation
                and (n.account = :account or n.role = any(:roles))
                and r.dismissed_at is null
            order by n.id desc
            limit 100
            """;
    private static final String DISMISS = """
            insert into notification_reading (notification, account, icb, read_at, dismissed_at)
            select n.id, :account, n.icb, :now, :now
            from notification n
            where n.id = :id and n.icb = :icb and n.organisation = :organisation
                and (n.account = :account or n.role = any(:roles))
            on conflict (notification, account) do update set dismissed_at = excluded.dismissed_at
            """;
    private static final String READ_ALL = """
            insert into notification_reading (notification, account, icb, read_at)
            select n.id, :account, n.icb, :now
            from notification n
            where n.icb = :icb and n.organisation = :organisation
                and (n.account = :account or n.role = any(:roles))
            on conflict (notification, account) do nothing
            """;

    private final JdbcClient jdbc;

    NotificationStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean tell(Addressee to, Message message) {
        return jdbc.sql(TELL)
                .param("organisation", to.organisation())
                .param("account", to instanceof Addressee.Person person ? person.account() : null, Types.INTEGER)
                .param("role", to instanceof Addressee.Holders holders ? holders.role() : null, Types.VARCHAR)
                .param("kind", message.kind())
                .param("sentence", message.sentence())
                .param("href", message.href())
                .param("source", message.source())
                .param("atOnce", message.atOnce())
                .query(Boolean.class)
                .single();
    }

    List<Notifications.Told> toldTo(Actor actor) {
        return as(actor, TOLD)
                .query((row, _) -> new Notifications.Told(
                        row.getLong("id"),
                        row.getString("kind"),
                        row.getString("sentence"),
                        row.getString("href"),
                        row.getTimestamp("created").toInstant(),
                        row.getBoolean("read")))
                .list();
    }

    boolean dismiss(Actor actor, long id, Instant now) {
        return as(actor, DISMISS)
                        .param("id", id)
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
    }

    int readAll(Actor actor, Instant now) {
        return as(actor, READ_ALL).param("now", Timestamp.from(now)).update();
    }

    private JdbcClient.StatementSpec as(Actor actor, String sql) {
        return jdbc.sql(sql)
                .param("account", actor.account())
                .param("icb", actor.icb())
                .param("organisation", actor.organisation())
                .param("roles", actor.roles().toArray(String[]::new));
    }
}

package uk.goldenthread.notify;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import uk.goldenthread.access.Actor;

/// SQL of what people are told.
@Repository
class NotificationStore {
    private static final String TELL =
            "select lib.tell(:organisation, :account, :role, :kind, :sentence, :href, :source, :atOnce)";
    private static final String TELL_ALL = """
            select count(*) filter (where lib.tell(t.organisation, t.account, t.role, t.kind, t.sentence, t.href, t.source,
                t.at_once))
            from unnest(:organisations::int[], :accounts::int[], :roles::text[], :kinds::text[], :sentences::text[],
                :hrefs::text[], :sources::text[], :atOnce::boolean[])
                as t (organisation, account, role, kind, sentence, href, source, at_once)
            """;
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
                .param("account", account(to), Types.INTEGER)
                .param("role", role(to), Types.VARCHAR)
                .param("kind", message.kind())
                .param("sentence", message.sentence())
                .param("href", message.href())
                .param("source", message.source())
                .param("atOnce", message.atOnce())
                .query(Boolean.class)
                .single();
    }

    /// @return how many were not told before
    int tellAll(List<Telling> all) {
        return jdbc.sql(TELL_ALL)
                .param("organisations", column(all, each -> each.to().organisation(), Integer[]::new))
                .param("accounts", column(all, each -> account(each.to()), Integer[]::new))
                .param("roles", column(all, each -> role(each.to()), String[]::new))
                .param("kinds", column(all, each -> each.message().kind(), String[]::new))
                .param("sentences", column(all, each -> each.message().sentence(), String[]::new))
                .param("hrefs", column(all, each -> each.message().href(), String[]::new))
                .param("sources", column(all, each -> each.message().source(), String[]::new))
                .param("atOnce", column(all, each -> each.message().atOnce(), Boolean[]::new))
                .query((row, _) -> row.getInt(1))
                .single();
    }

    private static <T extends @Nullable Object> T[] column(
            List<Telling> all, Function<Telling, T> of, IntFunction<T[]> array) {
        return all.stream().map(of).toArray(array);
    }

    private static @Nullable Integer account(Addressee to) {
        return to instanceof Addressee.Person person ? person.account() : null;
    }

    private static @Nullable String role(Addressee to) {
        return to instanceof Addressee.Holders holders ? holders.role() : null;
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

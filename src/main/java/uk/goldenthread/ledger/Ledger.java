package uk.goldenthread.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import uk.goldenthread.database.Scope;
import uk.goldenthread.database.UnitOfWork;

/// Appends to the ledger, and reads it. Who acted, for which organisation, comes from the running unit of work and
/// cannot be passed in.
@Component
public class Ledger {
    private static final String APPEND =
            "insert into ledger.entry (action, subject, detail) values (:action, :subject, cast(:detail as jsonb))";
    private static final String APPEND_ALL = """
            insert into ledger.entry (action, subject, detail)
            select :action, s.subject, jsonb '{}'
            from unnest(:subjects::text[]) with ordinality as s (subject, place)
            order by s.place
            """;
    private static final String OF_SUBJECT = """
            select id, at, account, action, subject, detail::text as detail
            from ledger.entry
            where subject = :subject
            order by id desc
            limit :limit
            """;

    private static final String LATEST = """
            select id, at, account, action, subject, detail::text as detail
            from ledger.entry
            where icb = :icb and id < :before
                and (:action = '' or action = :action)
                and (:subject = '' or subject = :subject)
                and (:account = '' or account = :account)
            order by id desc
            limit :limit
            """;

    private final JdbcClient jdbc;
    private final UnitOfWork work;
    private final JsonMapper json;

    public Ledger(JdbcClient jdbc, UnitOfWork work, JsonMapper json) {
        this.jdbc = jdbc;
        this.work = work;
        this.json = json;
    }

    /// Records an act in the running unit of work.
    ///
    /// @param action what was done, as `RETURN_SUBMITTED`
    /// @param subject what it was done to, as `return/123`: never a person's name or number
    public void record(String action, String subject, Map<String, ?> detail) {
        jdbc.sql(APPEND)
                .param("action", action)
                .param("subject", subject)
                .param("detail", json.writeValueAsString(detail))
                .update();
    }

    public void record(String action, String subject) {
        record(action, subject, Map.of());
    }

    /// Records one act on several things, an entry each, with one statement.
    public void recordEach(String action, Collection<String> subjects) {
        jdbc.sql(APPEND_ALL)
                .param("action", action)
                .param("subjects", subjects.toArray(String[]::new))
                .update();
    }

    /// Records something that must stay even though the unit of work it happened in is undone: a refusal, a failed
    /// sign-in.
    public void recordApart(Scope scope, String action, String subject, Map<String, ?> detail) {
        work.writeApart(scope, () -> {
            record(action, subject, detail);
            return true;
        });
    }

    /// The latest entries about a subject, newest first, as far as the actor may see them.
    public List<Entry> about(String subject, int limit) {
        return jdbc.sql(OF_SUBJECT)
                .param("subject", subject)
                .param("limit", limit)
                .query(Ledger::entry)
                .list();
    }

    /// What to look for; an empty text does not narrow.
    ///
    /// @param before only entries numbered below this: for the next page
    public record Search(String action, String subject, String account, long before) {}

    /// An ICB's latest entries that match, newest first.
    public List<Entry> latest(int icb, Search search, int limit) {
        return jdbc.sql(LATEST)
                .param("icb", icb)
                .param("before", search.before())
                .param("action", search.action())
                .param("subject", search.subject())
                .param("account", search.account())
                .param("limit", limit)
                .query(Ledger::entry)
                .list();
    }

    private static Entry entry(ResultSet row, int number) throws SQLException {
        return new Entry(
                row.getLong("id"),
                row.getTimestamp("at").toInstant(),
                row.getString("account"),
                row.getString("action"),
                row.getString("subject"),
                row.getString("detail"));
    }

    /// One entry.
    ///
    /// @param account who acted
    /// @param detail JSON, without personal data
    public record Entry(
            long id,
            Instant at,
            String account,
            String action,
            String subject,
            @Nullable String detail) {}
}

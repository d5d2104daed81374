package uk.goldenthread.visits.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import uk.goldenthread.access.Actor;
import uk.goldenthread.database.Conditions;
import uk.goldenthread.visits.model.AuditRules.Details;
import uk.goldenthread.visits.model.AuditRules.Said;
import uk.goldenthread.visits.model.Line;

/// Audits and their chain. Called inside a unit of work.
@Repository
@SuppressWarnings("InlineFormatString") // SQL reads better as a named text block
public class AuditStore {
    private static final String ADD = """
            insert into audit (icb, organisation, kind, title, question, standard, sample_size, method, covers_from,
                covers_to, met, result, topic, framework, edition, requirement, confidence, learning, shared_on, shared_by,
                shared_by_name, re_audit_due, re_audits)
            values (:icb, :organisation, :kind, :title, :question, :standard, :sample, :method, :from, :to, :met, :result,
                :topic, :framework, :edition, :requirement, :confidence, :learning, :on, :by, :byName, :again, :reAudits)
            on conflict (re_audits) do nothing
            returning id
            """;
    private static final String AUDITS = """
            select a.id, a.organisation, o.code, o.name, a.kind, a.title, a.question, a.standard, a.sample_size, a.method,
                a.covers_from, a.covers_to, a.met, a.result, a.topic, a.framework, a.edition, a.requirement, a.confidence, a.learning, a.shared_on, a.shared_by_name, a.re_audit_due,
                a.re_audits, (select again.id from audit again where again.icb = a.icb and again.re_audits = a.id) as again
            from audit a
            join pub_organisation o on o.id = a.organisation
            """;
    private static final String LIST = AUDITS + """
            where %s
            order by a.shared_on desc, a.id desc
            limit 200
            """;
    private static final String OWED = AUDITS + """
            where a.icb = :icb and a.re_audit_due <= :by
                and not exists (select from audit again where again.icb = a.icb and again.re_audits = a.id)
            order by a.re_audit_due, a.id
            limit 50
            """;
    private static final String ON_LINES = """
            select a.id, q.framework, q.edition, q.code
            from unnest(cast(:frameworks as text[]), cast(:editions as text[]), cast(:codes as text[])) as q(framework, edition, code)
            join audit a on a.icb = :icb and a.requirement = q.code and a.framework = q.framework
                and replace(a.edition, '/', '-') = q.edition
            order by a.id
            """;

    private final JdbcClient jdbc;

    AuditStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// An audit.
    ///
    /// @param line the line of a framework that it bears on; null where none
    /// @param again the audit that repeats it; null while nobody has, and then it is not complete
    public record Audit(
            long id,
            String organisationCode,
            String organisationName,
            Details details,
            Said said,
            LocalDate sharedOn,
            String sharedBy,
            @Nullable Line line,
            @Nullable Long again) {
        /// Complete only when its re-audit is linked.
        public boolean complete() {
            return again != null;
        }
    }

    /// Adds an audit.
    ///
    /// @return nothing when another repeats the same one already
    public Optional<Long> add(Actor actor, Details details, @Nullable Line line, Said said, LocalDate on) {
        return jdbc.sql(ADD)
                .param("icb", actor.icb())
                .param("organisation", details.organisation())
                .param("kind", details.kind())
                .param("title", said.title().strip())
                .param("question", said.question().strip())
                .param("standard", details.standard().strip())
                .param("sample", said.sample())
                .param("method", details.method().strip())
                .param("from", said.from())
                .param("to", said.to())
                .param("met", said.met())
                .param("result", details.result())
                .param("topic", details.topic())
                .param("framework", line == null ? null : line.framework(), java.sql.Types.VARCHAR)
                .param("edition", line == null ? null : line.edition(), java.sql.Types.VARCHAR)
                .param("requirement", line == null ? null : line.code(), java.sql.Types.VARCHAR)
                .param("confidence", details.confidence())
                .param("learning", said.learning().strip())
                .param("on", on)
                .param("by", actor.account())
                .param("byName", actor.name())
                .param("again", said.reAuditDue())
                .param("reAudits", details.reAudits(), java.sql.Types.BIGINT)
                .query((row, _) -> row.getLong("id"))
                .optional();
    }

    /// The audit as far as the running unit of work may see it.
    public Optional<Audit> find(int icb, long id) {
        return jdbc.sql(AUDITS + "where a.icb = :icb and a.id = :id")
                .param("icb", icb)
                .param("id", id)
                .query(AuditStore::audit)
                .optional();
    }

    /// These audits and those that repeat them.
    public List<Audit> withRepeats(int icb, Collection<Long> ids) {
        return jdbc.sql(AUDITS
                        + "where a.icb = :icb and (a.id = any (:ids) or a.re_audits = any (:ids))\norder by a.id")
                .param("icb", icb)
                .param("ids", ids.toArray(Long[]::new))
                .query(AuditStore::audit)
                .list();
    }

    /// The audits that bear on these lines, their editions written as on the thread.
    public List<FindingStore.Bearing> on(int icb, Collection<Line> lines) {
        return FindingStore.bearing(jdbc, ON_LINES, icb, lines);
    }

    /// The latest audits, at most 200.
    public List<Audit> list(int icb, @Nullable Integer organisation) {
        var where = Conditions.of("a.icb = :icb", "icb", icb)
                .given("a.organisation = :organisation", "organisation", organisation);
        return jdbc.sql(LIST.formatted(where.sql()))
                .params(where.values())
                .query(AuditStore::audit)
                .list();
    }

    /// Audits that are to be repeated by a day and were not, soonest first, at most 50.
    public List<Audit> owed(int icb, LocalDate by) {
        return jdbc.sql(OWED)
                .param("icb", icb)
                .param("by", by)
                .query(AuditStore::audit)
                .list();
    }

    private static Audit audit(ResultSet row, int number) throws SQLException {
        return new Audit(
                row.getLong("id"),
                row.getString("code"),
                row.getString("name"),
                new Details(
                        row.getInt("organisation"),
                        row.getString("kind"),
                        row.getString("standard"),
                        row.getString("method"),
                        row.getString("result"),
                        row.getString("confidence"),
                        row.getString("topic"),
                        row.getObject("re_audits", Long.class)),
                new Said(
                        row.getString("title"),
                        row.getString("question"),
                        row.getString("learning"),
                        row.getInt("sample_size"),
                        row.getInt("met"),
                        row.getObject("covers_from", LocalDate.class),
                        row.getObject("covers_to", LocalDate.class),
                        row.getObject("re_audit_due", LocalDate.class)),
                row.getObject("shared_on", LocalDate.class),
                row.getString("shared_by_name"),
                FindingStore.line(row),
                row.getObject("again", Long.class));
    }
}

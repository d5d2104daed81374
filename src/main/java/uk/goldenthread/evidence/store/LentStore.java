package uk.goldenthread.evidence.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import uk.goldenthread.evidence.DocumentKind;
import uk.goldenthread.evidence.EvidenceClass;
import uk.goldenthread.evidence.EvidenceItem;
import uk.goldenthread.evidence.EvidenceLending.Count;
import uk.goldenthread.evidence.EvidenceLending.Line;
import uk.goldenthread.evidence.EvidenceLending.Loan;
import uk.goldenthread.evidence.LentItem;
import uk.goldenthread.kernel.Reference;

/// SQL of evidence that a further ICB may look at.
@Repository
public class LentStore {
    private static final String LEND = """
            insert into evidence_lent (icb, organisation, with_icb, under, stood_at, line, evidence, number, held, title, kind,
                document, covers_from, covers_to, received_on, valid_until, file_name, media_type, size_bytes, sha256, scan,
                lent_at)
            select e.icb, e.organisation, :with, :under, :stoodAt, t.line, e.id, e.latest, e.personal_data,
                case when not e.personal_data then e.title end, e.kind, e.document, e.covers_from, e.covers_to,
                (e.received_at at time zone 'Europe/London')::date, e.valid_until,
                case when not e.personal_data then v.file_name end, v.media_type, v.size_bytes,
                case when not e.personal_data then v.sha256 end, v.scan, :at
            from unnest(:subjects::text[], :lines::text[]) as t (subject, line)
            join evidence_claim c on c.icb = :icb and c.subject = t.subject
            join evidence e on e.id = c.evidence and e.organisation = :organisation and e.withdrawn_at is null
            join evidence_version v on v.evidence = e.id and v.number = e.latest
            where not exists (select from evidence_lent l where l.under = :under and l.stood_at = :stoodAt)
            """;
    private static final String CLOSE = """
            update evidence_lent
            set closed_at = :at, version = version + 1
            where icb = :icb and under = :under and closed_at is null
            """;
    private static final String HOLD = """
            update evidence_lent
            set held = true, title = null, file_name = null, sha256 = null, version = version + 1
            where icb = :icb and evidence = :evidence and not held
            """;
    private static final String WITHDRAWN = """
            update evidence_lent
            set withdrawn_at = :at, version = version + 1
            where icb = :icb and evidence = :evidence and withdrawn_at is null
            """;
    /// Held then, or held today: what an item was called before it was found to hold personal data is no more for the
    /// further ICB to read in the past than it is now.
    private static final String LENT = """
            select l.id, l.icb, o.name as keeper, l.organisation, l.line, l.evidence, l.number,
                (l.held or exists (select from app.evidence_lent today where today.id = l.id and today.held)) as held,
                l.title, l.kind,
                l.document, l.covers_from, l.covers_to, l.received_on, l.valid_until, l.file_name, l.media_type, l.size_bytes,
                l.sha256, l.scan, l.lent_at, l.withdrawn_at, l.closed_at
            from evidence_lent l
            join pub_organisation o on o.id = l.icb
            """;
    private static final String UNDER =
            LENT + "where l.under = :under and l.stood_at = :stoodAt order by l.evidence, l.id";
    private static final String ONE = LENT + "where l.id = :id and l.with_icb = :icb";
    private static final String SOME = LENT + "where l.with_icb = :icb and l.id = any(:ids) order by l.id";
    private static final String LINES = """
            select id, under, stood_at, line
            from evidence_lent
            where with_icb = :icb and (under = any(:under) or id = any(:ids))
            order by id
            """;
    private static final String COUNT = """
            select under, count(distinct evidence) filter (where not held) as open,
                count(distinct evidence) filter (where held) as held
            from evidence_lent
            where under = any(:under::text[])
            group by under
            """;

    private final JdbcClient jdbc;

    LentStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @return how many rows are new
    public int lend(Loan loan, Map<?, String> lines, Instant at) {
        return jdbc.sql(LEND)
                .param("icb", loan.icb())
                .param("organisation", loan.organisation())
                .param("with", loan.with())
                .param("under", loan.under().toString())
                .param("stoodAt", Timestamp.from(loan.stoodAt()))
                .param("subjects", lines.keySet().stream().map(String::valueOf).toArray(String[]::new))
                .param("lines", lines.values().toArray(String[]::new))
                .param("at", Timestamp.from(at))
                .update();
    }

    /// @return how many were open
    public int close(int icb, String under, Instant at) {
        return jdbc.sql(CLOSE)
                .param("icb", icb)
                .param("under", under)
                .param("at", Timestamp.from(at))
                .update();
    }

    /// From now on an item is only named wherever it is lent: it holds personal data after all.
    public void hold(int icb, long evidence) {
        jdbc.sql(HOLD).param("icb", icb).param("evidence", evidence).update();
    }

    /// Says wherever an item is lent that its owner withdrew it.
    public void withdrawn(int icb, long evidence, Instant at) {
        jdbc.sql(WITHDRAWN)
                .param("icb", icb)
                .param("evidence", evidence)
                .param("at", Timestamp.from(at))
                .update();
    }

    /// What is lent under an agreement for what was shared as of a moment.
    public List<LentItem> under(String under, Instant stoodAt) {
        return jdbc.sql(UNDER)
                .param("under", under)
                .param("stoodAt", Timestamp.from(stoodAt))
                .query(LentStore::item)
                .list();
    }

    /// One item that is lent to this ICB.
    public Optional<LentItem> find(int icb, long id) {
        return jdbc.sql(ONE)
                .param("icb", icb)
                .param("id", id)
                .query(LentStore::item)
                .optional();
    }

    /// Those of these items that are lent to this ICB.
    public List<LentItem> some(int icb, Collection<Long> ids) {
        return jdbc.sql(SOME)
                .param("icb", icb)
                .param("ids", ids.toArray(Long[]::new))
                .query(LentStore::item)
                .list();
    }

    /// What is lent to this ICB under these agreements, and these items of it, each with the line that it stands
    /// behind.
    public List<Line> lines(int icb, Collection<String> under, Collection<Long> ids) {
        return jdbc.sql(LINES)
                .param("icb", icb)
                .param("under", under.toArray(String[]::new))
                .param("ids", ids.toArray(Long[]::new))
                .query((row, _) -> new Line(
                        row.getLong("id"),
                        Reference.parse(row.getString("under")),
                        row.getTimestamp("stood_at").toInstant(),
                        row.getString("line")))
                .list();
    }

    /// How much is lent under each; what has none is missing.
    public Map<String, Count> count(Collection<String> under) {
        var counted = new HashMap<String, Count>();
        jdbc.sql(COUNT).param("under", under.toArray(String[]::new)).query(row -> {
            counted.put(row.getString("under"), new Count(row.getInt("open"), row.getInt("held")));
        });
        return counted;
    }

    private static LentItem item(ResultSet row, int number) throws SQLException {
        var held = row.getBoolean("held");
        var title = held ? null : row.getString("title");
        var file = held ? null : row.getString("file_name");
        var sha256 = held ? null : row.getBytes("sha256");
        return new LentItem(
                row.getLong("id"),
                row.getInt("icb"),
                row.getString("keeper"),
                row.getInt("organisation"),
                row.getString("line"),
                row.getLong("evidence"),
                row.getInt("number"),
                held,
                title == null ? EvidenceItem.UNTOLD : title,
                EvidenceClass.valueOf(row.getString("kind")),
                DocumentKind.valueOf(row.getString("document")),
                row.getObject("covers_from", LocalDate.class),
                row.getObject("covers_to", LocalDate.class),
                row.getObject("received_on", LocalDate.class),
                row.getObject("valid_until", LocalDate.class),
                file == null ? "" : file,
                row.getString("media_type"),
                row.getLong("size_bytes"),
                sha256 == null ? "" : HexFormat.of().formatHex(sha256),
                row.getString("scan"),
                row.getTimestamp("lent_at").toInstant(),
                instant(row.getTimestamp("withdrawn_at")),
                instant(row.getTimestamp("closed_at")));
    }

    private static @Nullable Instant instant(@Nullable Timestamp stamp) {
        return stamp == null ? null : stamp.toInstant();
    }
}

package uk.goldenthread.visits.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import uk.goldenthread.visits.model.Grade;
import uk.goldenthread.visits.model.Line;
import uk.goldenthread.visits.model.Visit;

/// Reads what visits found. Called inside a unit of work.
@Repository
public class FindingStore {
    private static final String FINDING = """
            select f.id, f.visit, f.organisation, f.grade, f.part, f.question, f.framework, f.edition, f.requirement,
                f.words, f.told_to, f.told_at, f.written_at, f.withdrawn_why, f.open_to_provider
            from visit_finding f
            """;
    private static final String RISKS = FINDING + """
            where f.icb = :icb and f.grade = 'IMMEDIATE' and f.withdrawn_why is null and exists (
                select from visit v where v.id = f.visit and v.state not in ('FOLLOW_UP', 'CLOSED'))
            order by f.told_at, f.id
            """;
    private static final String ON_LINES = """
            select f.id, q.framework, q.edition, q.code
            from unnest(cast(:frameworks as text[]), cast(:editions as text[]), cast(:codes as text[])) as q(framework, edition, code)
            join visit_finding f on f.icb = :icb and f.requirement = q.code and f.framework = q.framework
                and replace(f.edition, '/', '-') = q.edition
            where f.withdrawn_why is null
            order by f.id
            """;

    private final JdbcClient jdbc;

    FindingStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// A finding.
    ///
    /// @param about the code of the question it answers, or of the part where it is about the whole of
    ///     one
    /// @param line the line of a framework that it bears on; null where none
    /// @param open whether the provider may read it
    public record Finding(
            long id,
            long visit,
            int organisation,
            Grade grade,
            String about,
            @Nullable Line line,
            String words,
            String toldTo,
            @Nullable Instant toldAt,
            @Nullable Instant writtenAt,
            @Nullable String withdrawnWhy,
            boolean open) {
        /// The code under which a visit that follows writes down whether it is put right.
        public String again() {
            return "AGAIN-" + id;
        }

        /// Whether it stands.
        public boolean stands() {
            return withdrawnWhy == null;
        }
    }

    /// A thing that bears on a line of a framework.
    public record Bearing(long id, Line line) {}

    /// The findings of a visit, in order.
    public List<Finding> ofVisit(int icb, long visit) {
        return ofVisits(icb, List.of(visit));
    }

    /// The findings of these visits, in order.
    public List<Finding> ofVisits(int icb, Collection<Long> visits) {
        return numbered("where f.icb = :icb and f.visit = any (:ids)\norder by f.id", icb, visits);
    }

    /// What a visit looks at again: the findings of the visit it follows that stand and asked for
    /// something. Nothing where it follows none.
    public List<Finding> again(Visit visit) {
        var follows = visit.follows();
        return follows == null
                ? List.of()
                : ofVisit(visit.icb(), follows).stream()
                        .filter(each -> each.stands() && each.grade().needsAction())
                        .toList();
    }

    /// Findings by number.
    public List<Finding> ofNumbers(int icb, Collection<Long> ids) {
        return numbered("where f.icb = :icb and f.id = any (:ids)\norder by f.id", icb, ids);
    }

    private List<Finding> numbered(String where, int icb, Collection<Long> ids) {
        return jdbc.sql(FINDING + where)
                .param("icb", icb)
                .param("ids", ids.toArray(Long[]::new))
                .query(FindingStore::finding)
                .list();
    }

    /// Immediate risks of visits whose actions are not all verified.
    public List<Finding> risks(int icb) {
        return jdbc.sql(RISKS).param("icb", icb).query(FindingStore::finding).list();
    }

    /// The findings that bear on these lines, their editions written as on the thread.
    public List<Bearing> on(int icb, Collection<Line> lines) {
        return bearing(jdbc, ON_LINES, icb, lines);
    }

    /// What bears on these lines, by a statement that takes them apart.
    static List<Bearing> bearing(JdbcClient jdbc, String sql, int icb, Collection<Line> lines) {
        return jdbc.sql(sql)
                .param("icb", icb)
                .param("frameworks", column(lines, Line::framework))
                .param("editions", column(lines, Line::edition))
                .param("codes", column(lines, Line::code))
                .query((row, _) -> new Bearing(
                        row.getLong("id"),
                        new Line(row.getString("framework"), row.getString("edition"), row.getString("code"))))
                .list();
    }

    private static String[] column(Collection<Line> lines, Function<Line, String> of) {
        return lines.stream().map(of).toArray(String[]::new);
    }

    private static Finding finding(ResultSet row, int number) throws SQLException {
        var question = row.getString("question");
        return new Finding(
                row.getLong("id"),
                row.getLong("visit"),
                row.getInt("organisation"),
                Grade.valueOf(row.getString("grade")),
                question.isEmpty() ? row.getString("part") : question,
                line(row),
                row.getString("words"),
                row.getString("told_to"),
                instant(row.getTimestamp("told_at")),
                instant(row.getTimestamp("written_at")),
                row.getString("withdrawn_why"),
                row.getBoolean("open_to_provider"));
    }

    /// The line of a framework that a row names; null where it names none.
    static @Nullable Line line(ResultSet row) throws SQLException {
        var framework = row.getString("framework");
        return framework == null ? null : new Line(framework, row.getString("edition"), row.getString("requirement"));
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }
}

package uk.goldenthread.assessments.store;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.goldenthread.assessments.model.Progress;
import uk.goldenthread.database.Conditions;

/// Assessments as lists show them. Called inside a unit of work.
@Component
@SuppressWarnings("InlineFormatString") // SQL reads better as a named text block
public class AssessmentList {
    private static final String ROWS = """
            select a.id, a.round, r.name as round_name, r.framework, r.edition, o.code, o.name, a.kind, a.light, a.state, a.due_on,
                a.submitted_at, a.first_submitted_at, a.asked, a.answered, a.carried, a.confirmed, a.filled, a.version,
                s.score, s.rag
            from assessment a
            join assessment_round r on r.id = a.round
            join pub_organisation o on o.id = a.organisation
            left join assessment_card s on s.assessment = a.id and s.icb = a.icb and s.view = 'CLAIMED'
            where %s
            """;
    private static final String ORDER = " order by r.opens_on desc, r.id desc, o.name, a.id limit :size offset :skip";
    private static final String HOW_MANY = "select count(*) from assessment a where %s";
    private static final String COUNTS = """
            select a.round, count(*) as issued,
                count(*) filter (where a.state not in ('ISSUED', 'IN_PROGRESS', 'WITH_APPROVER', 'RETURNED', 'EXEMPT', 'NON_RETURN'))
                    as handed_in,
                count(*) filter (where a.state in ('ISSUED', 'IN_PROGRESS', 'WITH_APPROVER', 'RETURNED') and a.due_on < :today)
                    as late
            from assessment a
            where a.icb = :icb
            group by a.round
            order by a.round
            """;

    private final JdbcClient jdbc;

    public AssessmentList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Which assessments are wanted; null for any.
    public record Filter(
            @Nullable Integer organisation,
            @Nullable Long round,
            @Nullable String state) {}

    /// A line of a list.
    ///
    /// @param score claimed, of the whole; null while nothing is rated
    public record Row(
            long id,
            long round,
            String roundName,
            String framework,
            String edition,
            String code,
            String name,
            boolean light,
            String state,
            LocalDate dueOn,
            @Nullable Instant submittedAt,
            @Nullable Instant firstSubmittedAt,
            Progress progress,
            int version,
            @Nullable BigDecimal score,
            @Nullable String rag) {}

    /// How a round stands.
    public record Count(long round, int issued, int handedIn, int late) {}

    /// Assessments, the latest rounds first.
    public List<Row> rows(int icb, Filter filter, int page, int size) {
        var conditions = conditions(icb, filter);
        return jdbc.sql(ROWS.formatted(conditions.sql()) + ORDER)
                .params(conditions.values())
                .param("size", size)
                .param("skip", (long) (page - 1) * size)
                .query(AssessmentList::row)
                .list();
    }

    /// How many assessments there are of these.
    public int count(int icb, Filter filter) {
        var conditions = conditions(icb, filter);
        return jdbc.sql(HOW_MANY.formatted(conditions.sql()))
                .params(conditions.values())
                .query((row, _) -> row.getInt(1))
                .single();
    }

    private static Conditions conditions(int icb, Filter filter) {
        return Conditions.of("a.icb = :icb", "icb", icb)
                .given("a.organisation = :organisation", "organisation", filter.organisation())
                .given("a.round = :round", "round", filter.round())
                .given("a.state = :state", "state", filter.state());
    }

    /// How each round of the ICB stands today.
    public List<Count> counts(int icb, LocalDate today) {
        return jdbc.sql(COUNTS)
                .param("icb", icb)
                .param("today", today)
                .query((row, _) -> new Count(
                        row.getLong("round"), row.getInt("issued"), row.getInt("handed_in"), row.getInt("late")))
                .list();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                row.getLong("id"),
                row.getLong("round"),
                row.getString("round_name"),
                row.getString("framework"),
                row.getString("edition"),
                row.getString("code"),
                row.getString("name"),
                row.getBoolean("light"),
                row.getString("state"),
                row.getObject("due_on", LocalDate.class),
                RoundStore.instant(row.getTimestamp("submitted_at")),
                RoundStore.instant(row.getTimestamp("first_submitted_at")),
                new Progress(
                        row.getInt("asked"),
                        row.getInt("answered"),
                        row.getInt("carried"),
                        row.getInt("confirmed"),
                        row.getInt("filled")),
                row.getInt("version"),
                row.getBigDecimal("score"),
                row.getString("rag"));
    }
}

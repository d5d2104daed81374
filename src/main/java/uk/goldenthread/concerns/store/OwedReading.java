package uk.goldenthread.concerns.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import uk.goldenthread.concerns.model.OwedRule;
import uk.goldenthread.database.Conditions;

/// Reads what providers owe: the questions that wait for an answer, and those whose signal must end.
@Repository
@SuppressWarnings("InlineFormatString") // SQL reads better as a named text block
public class OwedReading {
    /// Of a closed signal nobody waits for the answer. A question whose own signal holds is read whatever became of it.
    private static final String QUESTIONS = """
            select q.id, q.organisation, q.question, q.asked_on, q.answered_on, s.kpi, s.state = 'CLOSED' as moot
            from signal_question q
            join signal s on s.icb = q.icb and s.id = q.signal
            where %s
                and (q.answer is null and q.asked_on < :before and s.state <> 'CLOSED'
                    or exists (
                        select 1 from signal own
                        where own.icb = q.icb and own.organisation = q.organisation and own.holds
                            and own.rule = 'W08' and own.series = 'OWED-' || 'QUESTION-' || q.id))
            order by q.id
            """;

    /// Overdue for long, or with a signal of its own that holds: that one is read whatever became of the action.
    private static final String ACTIONS = """
            select a.id, a.organisation, a.title, a.due_on, a.priority,
                case when a.state in ('PROPOSED', 'OPEN', 'IN_PROGRESS', 'RETURNED') then null
                    else (a.updated_at at time zone 'Europe/London')::date end as done_on
            from pub_action a
            where %s
                and (a.state in ('PROPOSED', 'OPEN', 'IN_PROGRESS', 'RETURNED') and a.due_on < :before
                        and a.priority = 'HIGH'
                    or a.id in (
                        select substring(own.series from 'OWED-ACTION-([0-9]+)')::bigint from signal own
                        where own.icb = :icb and own.holds and own.rule = 'W08' and own.series like 'OWED-ACTION-%%'))
            order by a.id
            """;

    private final JdbcClient jdbc;

    OwedReading(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// A question that is, or was until lately, waited for.
    ///
    /// @param kpi the figure its signal is about; null when it is about returns
    /// @param moot its signal is closed, so that nobody waits
    public record Waiting(
            long id,
            int organisation,
            String question,
            @Nullable String kpi,
            LocalDate askedOn,
            @Nullable LocalDate answeredOn,
            boolean moot) {
        /// The name of the matter, and so of the series of its signal.
        public String matter() {
            return "QUESTION-" + id;
        }

        /// The series of its signal.
        public String series() {
            return OwedRule.SERIES + matter();
        }
    }

    /// An action that is, or was until lately, long overdue.
    ///
    /// @param doneOn when the organisation owed it no more; null while it does
    public record OwedAction(
            long id,
            int organisation,
            String title,
            LocalDate due,
            boolean high,
            @Nullable LocalDate doneOn) {
        /// The name of the matter.
        public String matter() {
            return "ACTION-" + id;
        }

        /// The series of its signal.
        public String series() {
            return OwedRule.SERIES + matter();
        }
    }

    /// @param organisation one provider, or null for all of the ICB
    /// @param before actions due from this day on cannot be long overdue
    public List<OwedAction> actions(int icb, @Nullable Integer organisation, LocalDate before) {
        var conditions = Conditions.of("a.icb = :icb", "icb", icb)
                .given("a.organisation = :organisation", "organisation", organisation);
        return jdbc.sql(ACTIONS.formatted(conditions.sql()))
                .params(conditions.values())
                .param("before", before)
                .query((row, _) -> new OwedAction(
                        row.getLong("id"),
                        row.getInt("organisation"),
                        row.getString("title"),
                        row.getObject("due_on", LocalDate.class),
                        row.getString("priority").equals("HIGH"),
                        row.getObject("done_on", LocalDate.class)))
                .list();
    }

    /// @param organisation one provider, or null for all of the ICB
    /// @param before questions asked from this day on cannot be long overdue
    public List<Waiting> questions(int icb, @Nullable Integer organisation, LocalDate before) {
        var conditions = Conditions.of("q.icb = :icb", "icb", icb)
                .given("q.organisation = :organisation", "organisation", organisation);
        return jdbc.sql(QUESTIONS.formatted(conditions.sql()))
                .params(conditions.values())
                .param("before", before)
                .query(OwedReading::waiting)
                .list();
    }

    private static Waiting waiting(ResultSet row, int number) throws SQLException {
        return new Waiting(
                row.getLong("id"),
                row.getInt("organisation"),
                row.getString("question"),
                row.getString("kpi"),
                row.getObject("asked_on", LocalDate.class),
                row.getObject("answered_on", LocalDate.class),
                row.getBoolean("moot"));
    }
}

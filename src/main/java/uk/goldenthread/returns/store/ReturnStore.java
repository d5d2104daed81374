package uk.goldenthread.returns.store;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.goldenthread.kernel.calendar.Period;
import uk.goldenthread.returns.model.Answer;
import uk.goldenthread.returns.model.LineState;
import uk.goldenthread.returns.model.Lock;
import uk.goldenthread.returns.model.ReturnHeader;
import uk.goldenthread.returns.model.ReturnLine;
import uk.goldenthread.returns.model.ReturnState;

/// Reads one return and what belongs to it. Called inside a unit of work.
@Component
public class ReturnStore {
    static final String HEADER_COLUMNS = """
            r.id, r.icb, r.organisation, o.code, o.name, r.kind, r.period, r.due_on, r.executive_approval, r.state,
            r.entered_by, r.submitted_at, r.approved_at, r.approved_by, r.accepted_at, r.changed_since_approval, r.version
            """;
    private static final String HEADER = """
            select %s
            from data_return r
            join pub_organisation o on o.id = r.organisation
            where r.id = :id and r.icb = :icb
            """.formatted(HEADER_COLUMNS);
    static final String LINE_COLUMNS = """
            kpi, definition_version, period, numerator, denominator, value, narrative, confidence,
            denominator_confirmed, state, question, answer, revision, entered_by, version
            """;
    private static final String LINES = """
            select %s
            from return_line
            where return_id = :id and icb = :icb
            order by kpi
            """.formatted(LINE_COLUMNS);
    private static final String EARLIER = """
            select l.kpi, p.numerator, p.denominator, p.value, p.narrative, p.confidence, p.denominator_confirmed
            from return_line l
            cross join lateral (
                select e.numerator, e.denominator, e.value, e.narrative, e.confidence, e.denominator_confirmed,
                    e.period_start
                from return_line e
                where e.icb = l.icb and e.organisation = l.organisation and e.kpi = l.kpi
                    and e.period_start < l.period_start
                order by e.period_start desc
                limit :periods) p
            where l.return_id = :id and l.icb = :icb
            order by l.kpi, p.period_start desc
            """;
    private static final String STEPS = """
            select at, by_name, step, kpi, words from return_step where return_id = :id and icb = :icb order by id
            """;
    private static final String EXCEPTIONS = """
            select account, until, reason from lock_exception where return_id = :id and icb = :icb order by id
            """;
    private static final String BY_PLACE = """
            select r.id
            from data_return r
            join pub_organisation o on o.id = r.organisation
            where r.icb = :icb and o.code = :code and r.period = :period
            order by r.id
            """;

    private static final String ORGANISATION = "select id from pub_organisation where code = :code";

    private final JdbcClient jdbc;

    public ReturnStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// One thing that happened to a return.
    ///
    /// @param kpi the line it is about; null for the whole
    public record Step(
            Instant at,
            String byName,
            String step,
            @Nullable String kpi,
            String words) {}

    /// The return as far as the running unit of work may see it.
    public Optional<ReturnHeader> header(int icb, long id) {
        return header(HEADER, icb, id);
    }

    /// The same, locked until the unit of work ends, so that writes to one return follow one another.
    public Optional<ReturnHeader> lock(int icb, long id) {
        return header(HEADER + "for no key update of r", icb, id);
    }

    private Optional<ReturnHeader> header(String sql, int icb, long id) {
        return jdbc.sql(sql)
                .param("id", id)
                .param("icb", icb)
                .query(ReturnStore::header)
                .optional();
    }

    /// The return of an organisation for a period.
    public Optional<Long> find(int icb, String organisationCode, String period) {
        return jdbc.sql(BY_PLACE)
                .param("icb", icb)
                .param("code", organisationCode)
                .param("period", period)
                .query((row, _) -> row.getLong("id"))
                .optional();
    }

    /// The number of an organisation by its register code.
    public Optional<Integer> organisation(String code) {
        return jdbc.sql(ORGANISATION)
                .param("code", code)
                .query((row, _) -> row.getInt("id"))
                .optional();
    }

    /// Its lines, by code.
    public List<ReturnLine> lines(int icb, long id) {
        return jdbc.sql(LINES)
                .param("id", id)
                .param("icb", icb)
                .query(ReturnStore::line)
                .list();
    }

    /// What was answered to the same lines in the periods before, newest first; lines without any are left
    /// out.
    public Map<String, List<Answer>> earlier(int icb, long id, int periods) {
        var earlier = new HashMap<String, List<Answer>>();
        jdbc.sql(EARLIER)
                .param("id", id)
                .param("icb", icb)
                .param("periods", periods)
                .query((row, _) -> earlier.computeIfAbsent(row.getString("kpi"), _ -> new ArrayList<>())
                        .add(answer(row)))
                .list();
        return earlier;
    }

    /// What happened to it, in order.
    public List<Step> steps(int icb, long id) {
        return jdbc.sql(STEPS)
                .param("id", id)
                .param("icb", icb)
                .query((row, _) -> new Step(
                        row.getTimestamp("at").toInstant(),
                        row.getString("by_name"),
                        row.getString("step"),
                        row.getString("kpi"),
                        row.getString("words")))
                .list();
    }

    /// The exceptions to its lock.
    public List<Lock.Lifted> exceptions(int icb, long id) {
        return jdbc.sql(EXCEPTIONS)
                .param("id", id)
                .param("icb", icb)
                .query((row, _) -> new Lock.Lifted(
                        row.getInt("account"), row.getObject("until", LocalDate.class), row.getString("reason")))
                .list();
    }

    static ReturnHeader header(ResultSet row, int number) throws SQLException {
        var approvedBy = row.getInt("approved_by");
        return new ReturnHeader(
                row.getLong("id"),
                row.getInt("icb"),
                row.getInt("organisation"),
                row.getString("code"),
                row.getString("name"),
                row.getString("kind"),
                Period.parse(row.getString("period")),
                row.getObject("due_on", LocalDate.class),
                row.getBoolean("executive_approval"),
                state(row.getString("state")),
                numbers(row.getArray("entered_by")),
                instant(row.getTimestamp("submitted_at")),
                instant(row.getTimestamp("approved_at")),
                approvedBy == 0 ? null : Integer.valueOf(approvedBy),
                instant(row.getTimestamp("accepted_at")),
                row.getBoolean("changed_since_approval"),
                row.getInt("version"));
    }

    static ReturnLine line(ResultSet row, int number) throws SQLException {
        var enteredBy = row.getInt("entered_by");
        return new ReturnLine(
                row.getString("kpi"),
                row.getInt("definition_version"),
                Period.parse(row.getString("period")),
                answer(row),
                LineState.valueOf(row.getString("state")),
                row.getString("question"),
                row.getString("answer"),
                row.getInt("revision"),
                enteredBy == 0 ? null : Integer.valueOf(enteredBy),
                row.getInt("version"));
    }

    private static Answer answer(ResultSet row) throws SQLException {
        return new Answer(
                row.getBigDecimal("numerator"),
                row.getBigDecimal("denominator"),
                row.getBigDecimal("value"),
                row.getString("narrative"),
                row.getString("confidence"),
                row.getBoolean("denominator_confirmed"));
    }

    private static ReturnState state(String name) {
        return switch (name) {
            case "NOT_STARTED" -> new ReturnState.NotStarted();
            case "IN_PROGRESS" -> new ReturnState.InProgress();
            case "SUBMITTED" -> new ReturnState.Submitted();
            case "APPROVED" -> new ReturnState.Approved();
            case "RETURNED" -> new ReturnState.Returned();
            case "ACCEPTED" -> new ReturnState.Accepted();
            default -> throw new IllegalStateException("no state " + name);
        };
    }

    static String name(ReturnState state) {
        return switch (state) {
            case ReturnState.NotStarted _ -> "NOT_STARTED";
            case ReturnState.InProgress _ -> "IN_PROGRESS";
            case ReturnState.Submitted _ -> "SUBMITTED";
            case ReturnState.Approved _ -> "APPROVED";
            case ReturnState.Returned _ -> "RETURNED";
            case ReturnState.Accepted _ -> "ACCEPTED";
        };
    }

    private static Set<Integer> numbers(Array array) throws SQLException {
        return Set.of((Integer[]) array.getArray());
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }
}

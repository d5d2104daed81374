package uk.goldenthread.returns.store;

import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import uk.goldenthread.returns.model.ReturnHeader;
import uk.goldenthread.returns.model.ReturnLine;

/// Writes returns. Called inside a unit of work that has locked the return.
@Component
public class ReturnWrites {
    private static final String OPEN = """
            with asked as (
                select kind, kpi, version, period, period_start, executive_approval
                from jsonb_to_recordset(cast(:asked as jsonb)) as a(kind text, kpi text, version int, period text,
                    period_start date, executive_approval boolean)),
            opened as (
                insert into data_return (icb, organisation, kind, period, period_start, period_end, frequency, due_on,
                    executive_approval)
                select p.icb, p.organisation, p.kind, :period, :start, :end, :frequency, :due, k.executive_approval
                from pub_provider p
                join (select distinct kind, executive_approval from asked) k on k.kind = p.kind
                where p.icb = :icb and p.valid_from <= :end and (p.valid_to is null or p.valid_to > :end)
                    and (p.closed is null or p.closed > :end)
                on conflict (icb, organisation, period_start, frequency) do nothing
                returning id, icb, organisation, kind),
            lines as (
                insert into return_line (return_id, icb, organisation, kpi, definition_version, period, period_start)
                select o.id, o.icb, o.organisation, a.kpi, a.version, a.period, a.period_start
                from opened o
                join asked a on a.kind = o.kind),
            steps as (
                insert into return_step (return_id, icb, organisation, at, by_name, step)
                select id, icb, organisation, :at, :by, 'OPENED' from opened)
            select count(*) from opened
            """;
    private static final String SAVE_LINES = """
            update return_line l
            set numerator = n.numerator, denominator = n.denominator, value = n.value, narrative = n.narrative,
                confidence = n.confidence, denominator_confirmed = n.denominator_confirmed, state = n.state,
                question = n.question, answer = n.answer, revision = n.revision, entered_by = n.entered_by,
                version = :version
            from jsonb_to_recordset(cast(:lines as jsonb)) as n(kpi text, numerator numeric, denominator numeric,
                value numeric, narrative text, confidence text, denominator_confirmed boolean, state text,
                question text, answer text, revision int, entered_by int)
            where l.return_id = :id and l.icb = :icb and l.kpi = n.kpi
            """;
    private static final String SAVE_HEADER = """
            update data_return
            set state = :state, entered_by = :enteredBy, submitted_at = :submittedAt,
                submitted_by = case when :submittedAt::timestamptz is null then null else coalesce(submitted_by, :by) end,
                approved_at = :approvedAt, approved_by = :approvedBy, accepted_at = :acceptedAt,
                accepted_by = case when :acceptedAt::timestamptz is null then null else coalesce(accepted_by, :by) end,
                changed_since_approval = :changed, version = :version + 1
            where id = :id and icb = :icb and version = :version
            """;
    private static final String ODD = "update data_return set odd = :odd where id = :id and icb = :icb";
    private static final String ADD_STEP = """
            insert into return_step (return_id, icb, organisation, at, by_name, step, kpi, words)
            values (:id, :icb, :organisation, :at, :by, :step, :kpi, :words)
            """;
    private static final String ADD_EXCEPTION = """
            insert into lock_exception (return_id, icb, organisation, account, until, reason, granted_by, granted_at)
            values (:id, :icb, :organisation, :account, :until, :reason, :by, :at)
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    public ReturnWrites(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /// One figure asked of one kind of organisation.
    public record AskedOf(
            String kind, String kpi, int version, String period, LocalDate period_start, boolean executive_approval) {}

    /// What is opened: the period's facts, who opens it and when.
    public record Opening(
            int icb,
            String period,
            LocalDate start,
            LocalDate end,
            String frequency,
            LocalDate due,
            Instant at,
            String by) {}

    /// Opens the return of every organisation of the ICB that is asked for anything and has none yet.
    ///
    /// @return how many were opened
    public int open(Opening opening, List<AskedOf> asked) {
        return jdbc.sql(OPEN)
                .param("asked", json.writeValueAsString(asked))
                .param("icb", opening.icb())
                .param("period", opening.period())
                .param("start", opening.start())
                .param("end", opening.end())
                .param("frequency", opening.frequency())
                .param("due", opening.due())
                .param("at", Timestamp.from(opening.at()))
                .param("by", opening.by())
                .query((row, _) -> row.getInt(1))
                .single();
    }

    private record Row(
            String kpi,
            @Nullable BigDecimal numerator,
            @Nullable BigDecimal denominator,
            @Nullable BigDecimal value,
            String narrative,
            String confidence,
            boolean denominator_confirmed,
            String state,
            String question,
            String answer,
            int revision,
            @Nullable Integer entered_by) {
        static Row of(ReturnLine line) {
            var answer = line.answer();
            return new Row(
                    line.kpi(),
                    answer.numerator(),
                    answer.denominator(),
                    answer.value(),
                    answer.narrative(),
                    answer.confidence(),
                    answer.denominatorConfirmed(),
                    line.state().name(),
                    line.question(),
                    line.reply(),
                    line.revision(),
                    line.enteredBy());
        }
    }

    /// Saves the lines in one statement; they then carry the return's next version.
    ///
    /// @param header the return as it was read
    public void lines(ReturnHeader header, List<ReturnLine> lines) {
        if (lines.isEmpty()) {
            return;
        }
        jdbc.sql(SAVE_LINES)
                .param("id", header.id())
                .param("icb", header.icb())
                .param("version", header.version() + 1)
                .param(
                        "lines",
                        json.writeValueAsString(lines.stream().map(Row::of).toList()))
                .update();
    }

    /// Saves the return itself, whose version grows by one.
    ///
    /// @param after as it is to be, with the version it was read at
    /// @param by who submits or accepts, when this does
    /// @throws OptimisticLockingFailureException when it changed meanwhile
    public void header(ReturnHeader after, int by) {
        var updated = jdbc.sql(SAVE_HEADER)
                .param("id", after.id())
                .param("icb", after.icb())
                .param("state", ReturnStore.name(after.state()))
                .param("enteredBy", after.enteredBy().toArray(Integer[]::new))
                .param("submittedAt", timestamp(after.submittedAt()))
                .param("approvedAt", timestamp(after.approvedAt()))
                .param("approvedBy", after.approvedBy(), java.sql.Types.INTEGER)
                .param("acceptedAt", timestamp(after.acceptedAt()))
                .param("changed", after.changedSinceApproval())
                .param("by", by)
                .param("version", after.version())
                .update();
        if (updated == 0) {
            throw new OptimisticLockingFailureException("return %d changed since it was read".formatted(after.id()));
        }
    }

    /// Notes how many figures are worth a second look.
    public void odd(ReturnHeader header, int odd) {
        jdbc.sql(ODD)
                .param("odd", odd)
                .param("id", header.id())
                .param("icb", header.icb())
                .update();
    }

    /// Adds to the story of a return.
    public void step(ReturnHeader header, ReturnStore.Step step) {
        jdbc.sql(ADD_STEP)
                .param("id", header.id())
                .param("icb", header.icb())
                .param("organisation", header.organisation())
                .param("at", Timestamp.from(step.at()))
                .param("by", step.byName())
                .param("step", step.step())
                .param("kpi", step.kpi())
                .param("words", step.words())
                .update();
    }

    /// Lets a person change a locked return.
    public void exception(
            ReturnHeader header, uk.goldenthread.returns.model.Lock.Lifted exception, int by, Instant at) {
        jdbc.sql(ADD_EXCEPTION)
                .param("id", header.id())
                .param("icb", header.icb())
                .param("organisation", header.organisation())
                .param("account", exception.account())
                .param("until", exception.until())
                .param("reason", exception.reason())
                .param("by", by)
                .param("at", Timestamp.from(at))
                .update();
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }
}

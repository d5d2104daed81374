package uk.goldenthread.returns.store;

import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.goldenthread.returns.model.ReturnHeader;
import uk.goldenthread.returns.model.ReturnLine;

/// Reads and writes figures of many returns at once: the number of statements does not grow with theirs. Called inside
/// a unit of work.
@Component
public class ReturnBulk {
    private static final String HEADERS = """
            select %s
            from data_return r
            join pub_organisation o on o.id = r.organisation
            where r.icb = :icb and r.period = any (:periods) and o.code = any (:codes)
            order by r.id
            """.formatted(ReturnStore.HEADER_COLUMNS);
    private static final String HOLD = HEADERS + "for no key update of r";
    private static final String LINES = """
            select return_id, %s
            from return_line
            where return_id = any (:returns) and icb = :icb
            order by return_id, kpi
            """.formatted(ReturnStore.LINE_COLUMNS);
    private static final String BEGIN = """
            update data_return r
            set state = case r.state when 'NOT_STARTED' then 'IN_PROGRESS' else r.state end,
                entered_by = case when :account = any (r.entered_by) then r.entered_by
                    else r.entered_by || cast(:account as int) end,
                changed_since_approval = r.changed_since_approval or r.approved_at is not null,
                version = r.version + 1
            where r.id = any (:returns) and r.icb = :icb
            """;
    private static final String SAVE = """
            update return_line l
            set numerator = n.numerator::numeric, denominator = n.denominator::numeric, value = n.value::numeric,
                narrative = n.narrative, confidence = n.confidence, entered_by = n.entered_by, version = r.version
            from unnest(cast(:lineReturns as bigint[]), cast(:kpis as text[]), cast(:numerators as text[]),
                cast(:denominators as text[]), cast(:values as text[]), cast(:narratives as text[]),
                cast(:confidences as text[]), cast(:enteredBy as int[]))
                as n (return_id, kpi, numerator, denominator, value, narrative, confidence, entered_by)
            join data_return r on r.id = n.return_id and r.icb = :icb
            where l.return_id = n.return_id and l.kpi = n.kpi and l.icb = :icb
            """;
    private static final String STEPS = """
            insert into return_step (return_id, icb, organisation, at, by_name, step, words)
            select id, icb, organisation, :at, :by, 'UPLOADED', :words
            from data_return
            where id = any (:returns) and icb = :icb
            order by id
            """;

    private final JdbcClient jdbc;

    public ReturnBulk(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// An organisation's return for a period.
    ///
    /// @param period its code
    public record Place(String organisationCode, String period) {}

    /// One line and the return it belongs to.
    public record Line(long returnId, ReturnLine line) {}

    /// Who uploads, and what the story of each return says of it.
    public record Upload(int icb, int account, String byName, Instant at, String words) {}

    /// The returns at these places, as far as they are open, and perhaps others of the same organisations and periods;
    /// held until the unit of work ends when that is asked.
    public List<ReturnHeader> headers(int icb, Collection<Place> places, boolean hold) {
        return jdbc.sql(hold ? HOLD : HEADERS)
                .param("icb", icb)
                .param(
                        "codes",
                        places.stream().map(Place::organisationCode).distinct().toArray(String[]::new))
                .param("periods", places.stream().map(Place::period).distinct().toArray(String[]::new))
                .query(ReturnStore::header)
                .list();
    }

    /// The lines of these returns, by return.
    public Map<Long, List<ReturnLine>> lines(int icb, Collection<Long> returns) {
        var lines = new HashMap<Long, List<ReturnLine>>();
        jdbc.sql(LINES)
                .param("icb", icb)
                .param("returns", returns.toArray(Long[]::new))
                .query((row, number) -> lines.computeIfAbsent(row.getLong("return_id"), _ -> new ArrayList<>())
                        .add(ReturnStore.line(row, number)))
                .list();
        return lines;
    }

    /// Saves the answers of these lines; their returns are begun, marked as changed since approval where there was
    /// one, and tell it in their story. The returns are held.
    public void save(Upload upload, List<Line> lines) {
        var returns = lines.stream().map(Line::returnId).distinct().toArray(Long[]::new);
        jdbc.sql(BEGIN)
                .param("icb", upload.icb())
                .param("account", upload.account())
                .param("returns", returns)
                .update();
        jdbc.sql(SAVE)
                .param("icb", upload.icb())
                .param("lineReturns", lines.stream().map(Line::returnId).toArray(Long[]::new))
                .param("kpis", texts(lines, ReturnLine::kpi))
                .param("numerators", texts(lines, line -> plain(line.answer().numerator())))
                .param("denominators", texts(lines, line -> plain(line.answer().denominator())))
                .param("values", texts(lines, line -> plain(line.answer().value())))
                .param("narratives", texts(lines, line -> line.answer().narrative()))
                .param("confidences", texts(lines, line -> line.answer().confidence()))
                .param(
                        "enteredBy",
                        lines.stream().map(line -> line.line().enteredBy()).toArray(Integer[]::new))
                .update();
        jdbc.sql(STEPS)
                .param("icb", upload.icb())
                .param("returns", returns)
                .param("at", Timestamp.from(upload.at()))
                .param("by", upload.byName())
                .param("words", upload.words())
                .update();
    }

    private static @Nullable String[] texts(List<Line> lines, Function<ReturnLine, @Nullable String> text) {
        return lines.stream().map(line -> text.apply(line.line())).toArray(String[]::new);
    }

    private static @Nullable String plain(@Nullable BigDecimal number) {
        return number == null ? null : number.toPlainString();
    }
}

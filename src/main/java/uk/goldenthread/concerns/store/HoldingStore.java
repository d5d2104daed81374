package uk.goldenthread.concerns.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;
import uk.goldenthread.concerns.model.Finding;
import uk.goldenthread.concerns.model.Matter;
import uk.goldenthread.concerns.model.Reconciliation;
import uk.goldenthread.concerns.model.Reconciliation.Held;
import uk.goldenthread.concerns.model.Reconciliation.Place;
import uk.goldenthread.database.Conditions;
import uk.goldenthread.kernel.calendar.Period;

/// The signals that hold, many at once: read, raised, brought up to date and ended set by set.
@Repository
@SuppressWarnings("InlineFormatString") // SQL reads better as a named text block
public class HoldingStore {
    private static final String HELD = """
            select s.id, s.organisation, s.rule, s.series, s.first_period, s.last_period
            from jsonb_to_recordset(cast(:places as jsonb)) as p(organisation int, series text)
            join signal s on s.icb = :icb and s.organisation = p.organisation and s.series = p.series
            where s.holds
            order by s.id
            """;
    private static final String HELD_BY = """
            select s.id, s.organisation, s.rule, s.series, s.first_period, s.last_period
            from signal s
            where %s and s.rule = any (:rules::text[]) and s.holds
            order by s.id
            """;
    private static final String END = """
            update signal s
            set holds = false, ended_on = :today, version = s.version + 1,
                state = 'CLOSED',
                closed_how = coalesce(s.closed_how, case when e.restated then 'RESTATED' else 'ENDED' end),
                closed_why = coalesce(s.closed_why, e.why),
                closed_on = coalesce(s.closed_on, :today)
            from jsonb_to_recordset(cast(:ended as jsonb)) as e(id bigint, restated boolean, why text)
            where s.icb = :icb and s.id = e.id and s.holds
            """;
    private static final String RAISE = """
            insert into signal (icb, organisation, rule, series, kpi, first_period, first_start, last_period, last_start,
                words, escalates, provisional, raised_on)
            select :icb, f.organisation, f.rule, f.series, f.kpi, f.first_period, f.first_start, f.last_period, f.last_start,
                f.words, f.escalates, f.provisional, :today
            from jsonb_to_recordset(cast(:raised as jsonb)) as f(organisation int, rule text, series text, kpi text,
                first_period text, first_start date, last_period text, last_start date, words text, escalates boolean,
                provisional boolean)
            on conflict (icb, organisation, series, rule) where holds do nothing
            returning id
            """;
    private static final String KEEP = """
            update signal s
            set first_period = f.first_period, first_start = f.first_start, last_period = f.last_period,
                last_start = f.last_start, words = f.words, escalates = f.escalates, provisional = f.provisional,
                version = s.version + 1
            from jsonb_to_recordset(cast(:kept as jsonb)) as f(id bigint, first_period text, first_start date,
                last_period text, last_start date, words text, escalates boolean, provisional boolean)
            where s.icb = :icb and s.id = f.id and s.holds
                and (s.first_period, s.last_period, s.words, s.escalates, s.provisional)
                    is distinct from (f.first_period, f.last_period, f.words, f.escalates, f.provisional)
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    HoldingStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /// What was changed.
    ///
    /// @param raised the numbers of new signals
    /// @param ended how many ended
    /// @param updated how many say something new
    public record Applied(List<Long> raised, int ended, int updated) {
        public boolean changedAnything() {
            return !raised.isEmpty() || ended > 0 || updated > 0;
        }
    }

    /// The signals that hold in these series, dismissed ones among them.
    public List<Held> held(int icb, Collection<Place> places) {
        return jdbc.sql(HELD)
                .param("icb", icb)
                .param("places", json.writeValueAsString(places))
                .query(HoldingStore::held)
                .list();
    }

    /// The signals of these rules that hold, dismissed ones among them.
    ///
    /// @param organisation one provider, or null for every one
    public List<Held> heldBy(int icb, @Nullable Integer organisation, Collection<String> rules) {
        var conditions = Conditions.of("s.icb = :icb", "icb", icb)
                .given("s.organisation = :organisation", "organisation", organisation);
        return jdbc.sql(HELD_BY.formatted(conditions.sql()))
                .params(conditions.values())
                .param("rules", rules.toArray(String[]::new))
                .query(HoldingStore::held)
                .list();
    }

    private static Held held(ResultSet row, int number) throws SQLException {
        return new Held(
                row.getLong("id"),
                row.getInt("organisation"),
                row.getString("rule"),
                row.getString("series"),
                Period.parse(row.getString("first_period")),
                Period.parse(row.getString("last_period")));
    }

    /// Stores what must change. Doing it twice changes nothing the second time.
    public Applied apply(int icb, Reconciliation changes, LocalDate today) {
        int ended = changes.ended().isEmpty() ? 0 : end(icb, changes, today);
        var raised = changes.raised().isEmpty() ? List.<Long>of() : raise(icb, changes, today);
        int updated = changes.kept().isEmpty() ? 0 : keep(icb, changes);
        return new Applied(raised, ended, updated);
    }

    private int end(int icb, Reconciliation changes, LocalDate today) {
        var ended = changes.ended().stream()
                .map(each -> Map.of("id", each.held().id(), "restated", each.restated(), "why", why(each)))
                .toList();
        return jdbc.sql(END)
                .param("icb", icb)
                .param("today", today)
                .param("ended", json.writeValueAsString(ended))
                .update();
    }

    private static String why(Reconciliation.Ended ended) {
        return Matter.of(ended.held().series())
                .map(Matter::ended)
                .orElse(ended.restated() ? "No longer holds after restatement." : "A later period no longer shows it.");
    }

    private List<Long> raise(int icb, Reconciliation changes, LocalDate today) {
        var raised = changes.raised().stream()
                .map(each -> row(each.organisation(), 0, each.finding()))
                .toList();
        return jdbc.sql(RAISE)
                .param("icb", icb)
                .param("today", today)
                .param("raised", json.writeValueAsString(raised))
                .query((row, _) -> row.getLong("id"))
                .list();
    }

    private int keep(int icb, Reconciliation changes) {
        var kept = changes.kept().stream()
                .map(each -> row(each.held().organisation(), each.held().id(), each.finding()))
                .toList();
        return jdbc.sql(KEEP)
                .param("icb", icb)
                .param("kept", json.writeValueAsString(kept))
                .update();
    }

    /// A finding as the statements above read it: the names are their columns.
    private static Map<String, Object> row(int organisation, long id, Finding finding) {
        var row = new java.util.HashMap<String, Object>();
        row.put("id", id);
        row.put("organisation", organisation);
        row.put("rule", finding.rule());
        row.put("series", finding.series());
        if (finding.kpi() != null) {
            row.put("kpi", finding.kpi());
        }
        row.put("first_period", finding.first().code());
        row.put("first_start", finding.first().start().toString());
        row.put("last_period", finding.last().code());
        row.put("last_start", finding.last().start().toString());
        row.put("words", finding.words());
        row.put("escalates", finding.escalates());
        row.put("provisional", finding.provisional());
        return row;
    }
}

package uk.goldenthread.concerns.store;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// The signals that a score counts, and the score of each provider.
@Repository
public class ScoreStore {
    private static final String COUNTED = """
            select s.organisation, s.id, s.rule, s.kpi, s.words, s.escalates, s.state,
                coalesce(s.closed_how in ('DISMISSED', 'CLOSED'), false) as dismissed
            from signal s
            where s.icb = :icb and s.organisation = any (cast(:organisations as int[])) and s.holds
            order by s.organisation, s.id
            """;
    private static final String KEEP = """
            insert into concern_score (icb, organisation, score, proposed, open_signals, unacknowledged)
            select :icb, r.organisation, r.score, r.proposed, r.open_signals, r.unacknowledged
            from jsonb_to_recordset(cast(:rows as jsonb)) as r(organisation int, score int, proposed text, open_signals int,
                unacknowledged int)
            on conflict (icb, organisation) do update
            set score = excluded.score, proposed = excluded.proposed, open_signals = excluded.open_signals,
                unacknowledged = excluded.unacknowledged
            where (concern_score.score, concern_score.proposed, concern_score.open_signals, concern_score.unacknowledged)
                is distinct from (excluded.score, excluded.proposed, excluded.open_signals, excluded.unacknowledged)
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    ScoreStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /// A signal that holds.
    ///
    /// @param dismissed a person dismissed or closed it while it holds
    public record Holding(
            long id,
            String rule,
            @org.jspecify.annotations.Nullable String kpi,
            String words,
            boolean escalates,
            String state,
            boolean dismissed) {}

    /// One provider's roll-up.
    public record Rollup(int organisation, int score, String proposed, int openSignals, int unacknowledged) {}

    /// The signals that hold, by provider; a provider without any has an empty list.
    public Map<Integer, List<Holding>> holding(int icb, Collection<Integer> organisations) {
        var found = new LinkedHashMap<Integer, List<Holding>>();
        organisations.forEach(each -> found.put(each, new java.util.ArrayList<>()));
        jdbc.sql(COUNTED)
                .param("icb", icb)
                .param(
                        "organisations",
                        "{"
                                + String.join(
                                        ",",
                                        organisations.stream()
                                                .map(String::valueOf)
                                                .toList()) + "}")
                .query(row -> {
                    var holding = new Holding(
                            row.getLong("id"),
                            row.getString("rule"),
                            row.getString("kpi"),
                            row.getString("words"),
                            row.getBoolean("escalates"),
                            row.getString("state"),
                            row.getBoolean("dismissed"));
                    found.computeIfAbsent(row.getInt("organisation"), _ -> new java.util.ArrayList<>())
                            .add(holding);
                });
        return found;
    }

    /// Stores the roll-ups that differ from what is there.
    public void keep(int icb, List<Rollup> rollups) {
        var rows = rollups.stream()
                .map(each -> Map.of(
                        "organisation", each.organisation(),
                        "score", each.score(),
                        "proposed", each.proposed(),
                        "open_signals", each.openSignals(),
                        "unacknowledged", each.unacknowledged()))
                .toList();
        jdbc.sql(KEEP)
                .param("icb", icb)
                .param("rows", json.writeValueAsString(rows))
                .update();
    }
}

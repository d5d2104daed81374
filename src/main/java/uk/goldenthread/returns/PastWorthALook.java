package uk.goldenthread.returns;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import uk.goldenthread.returns.model.Answer;
import uk.goldenthread.returns.model.Asked;
import uk.goldenthread.returns.model.LineRules;
import uk.goldenthread.returns.store.ReturnStore;

/// How many figures of a past return are worth a second look, counted as submitting counts them.
@Component
class PastWorthALook {
    private static final String ODD = """
            update data_return r set odd = n.odd
            from jsonb_to_recordset(cast(:returns as jsonb)) as n(return_id bigint, odd int)
            where r.id = n.return_id and r.icb = :icb and r.odd <> n.odd
            """;

    private final ReturnStore store;
    private final ReturnRules rules;
    private final JdbcClient jdbc;
    private final JsonMapper json;

    PastWorthALook(ReturnStore store, ReturnRules rules, JdbcClient jdbc, JsonMapper json) {
        this.store = store;
        this.rules = rules;
        this.jdbc = jdbc;
        this.json = json;
    }

    private record Odd(long return_id, int odd) {}

    /// Counts and stores, in the caller's unit of work. The lines have been stored, those of the periods before too.
    ///
    /// @param returns what was asked and answered, by the number of the return
    void count(int icb, Map<Long, Map<Asked, Answer>> returns) {
        var limits = rules.limits();
        var counts = new ArrayList<Odd>();
        returns.forEach((number, lines) -> {
            var earlier = store.earlier(icb, number, limits.repeatedPeriods());
            var odd = lines.entrySet().stream()
                    .filter(line -> !LineRules.odd(
                                    line.getKey(),
                                    line.getValue(),
                                    earlier.getOrDefault(line.getKey().kpi(), List.<Answer>of()),
                                    limits)
                            .isEmpty())
                    .count();
            counts.add(new Odd(number, (int) odd));
        });
        jdbc.sql(ODD)
                .param("icb", icb)
                .param("returns", json.writeValueAsString(counts))
                .update();
    }
}

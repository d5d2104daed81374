package uk.goldenthread.assessments.store;

import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.goldenthread.assessments.model.AssessmentHeader;

/// How the other organisations of a round answered, without their names. Called inside a unit of work.
@Component
public class SpreadStore {
    private static final String SPREAD = """
            select w.code, w.value, count(*) as organisations
            from assessment a
            join answer w on w.assessment = a.id and w.code = any (:codes)
            where a.icb = :icb and a.round = :round and a.id <> :id and a.submitted_at is not null and w.value <> ''
            group by w.code, w.value
            order by w.code, w.value
            """;

    private final JdbcClient jdbc;

    public SpreadStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// How many organisations gave one answer.
    public record Count(String code, String value, int organisations) {}

    /// The answers of all others in the round that were handed in, counted by question and value.
    public List<Count> others(AssessmentHeader header, Collection<String> codes) {
        return jdbc.sql(SPREAD)
                .param("icb", header.icb())
                .param("round", header.round().id())
                .param("id", header.id())
                .param("codes", codes.toArray(String[]::new))
                .query((row, _) ->
                        new Count(row.getString("code"), row.getString("value"), row.getInt("organisations")))
                .list();
    }
}

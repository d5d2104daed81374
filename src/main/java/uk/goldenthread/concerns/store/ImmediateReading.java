package uk.goldenthread.concerns.store;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import uk.goldenthread.visits.Oversight;

/// Reads the immediate risks that visits found, and tells the plan of visits how closely each provider is watched.
/// Called inside a unit of work.
@Repository
public class ImmediateReading implements Oversight {
    private static final String RISKS = """
            select f.finding, (f.told_at at time zone 'Europe/London')::date as told_on,
                f.stands and not exists (
                    select from pub_action_source s
                    join pub_action a on a.icb = s.icb and a.id = s.action
                    where s.icb = f.icb and s.subject = 'finding/' || f.finding
                        and a.state in ('ASSURED', 'EMBEDDED', 'EVALUATED', 'CLOSED')) as holds
            from pub_visit_finding f
            where f.icb = :icb and f.organisation = :organisation and f.grade = 'IMMEDIATE'
            order by f.finding
            """;
    private static final String LEVELS = "select organisation, level from ladder_position where icb = :icb";

    private final JdbcClient jdbc;

    ImmediateReading(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// A risk.
    ///
    /// @param holds whether the finding stands and no action for it was verified
    public record Risk(long finding, LocalDate toldOn, boolean holds) {}

    /// All that were found at a provider.
    public List<Risk> of(int icb, int organisation) {
        return jdbc.sql(RISKS)
                .param("icb", icb)
                .param("organisation", organisation)
                .query((row, _) -> new Risk(
                        row.getLong("finding"), row.getObject("told_on", LocalDate.class), row.getBoolean("holds")))
                .list();
    }

    @Override
    public Map<Integer, String> levels(int icb) {
        var levels = new HashMap<Integer, String>();
        jdbc.sql(LEVELS).param("icb", icb).query(row -> {
            levels.put(row.getInt("organisation"), row.getString("level"));
        });
        return levels;
    }
}

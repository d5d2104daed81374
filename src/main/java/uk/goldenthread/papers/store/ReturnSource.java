package uk.goldenthread.papers.store;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What a paper reads of returns, through their published view.
@Component
public class ReturnSource {
    private static final String DUE = """
            select o.code, o.name, r.period, r.due_on, (r.submitted_at at time zone 'Europe/London')::date as submitted_on,
                r.changed_since_approval
            from pub_return r
            join pub_organisation o on o.id = r.organisation
            where r.icb = :icb and r.period_start >= :start and r.period_end <= :end
            order by o.code, r.period_start, r.id
            """;

    private final JdbcClient jdbc;

    public ReturnSource(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// A return of the paper's period.
    ///
    /// @param submittedOn when it first came; null while it has not
    public record Due(
            String code,
            String name,
            String period,
            LocalDate dueOn,
            @Nullable LocalDate submittedOn,
            boolean changedSinceApproval) {}

    public List<Due> due(int icb, LocalDate start, LocalDate end) {
        return jdbc.sql(DUE)
                .param("icb", icb)
                .param("start", start)
                .param("end", end)
                .query((row, _) -> new Due(
                        row.getString("code"),
                        row.getString("name"),
                        row.getString("period"),
                        row.getObject("due_on", LocalDate.class),
                        row.getObject("submitted_on", LocalDate.class),
                        row.getBoolean("changed_since_approval")))
                .list();
    }
}

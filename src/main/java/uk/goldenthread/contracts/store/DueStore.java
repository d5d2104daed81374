package uk.goldenthread.contracts.store;

import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// SQL of what falls due under contracts.
@Repository("contractDueStore")
public class DueStore {
    private static final String REACHING = """
            select id, reference, end_on from contract
            where icb = :icb and (end_on - make_interval(months => :months))::date = :today
                and stage in ('LIVE', 'PERFORMANCE_NOTICE', 'RAP', 'RAP_BREACHED', 'WITHHOLDING', 'RENEWAL_REVIEW', 'VARIED')
            order by id
            """;
    private static final String DUE_ON = """
            select id, organisation from evidence_request
            where icb = :icb and due_on = :day and answered_on is null
            order by id
            """;

    private final JdbcClient jdbc;

    DueStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// A contract in force that is coming to its end.
    public record Ending(long id, String reference, LocalDate endOn) {}

    /// Contracts in force that end so many months after that day.
    public List<Ending> reaching(int icb, LocalDate today, int months) {
        return jdbc.sql(REACHING)
                .param("icb", icb)
                .param("months", months)
                .param("today", today)
                .query((row, _) -> new Ending(
                        row.getLong("id"), row.getString("reference"), row.getObject("end_on", LocalDate.class)))
                .list();
    }

    /// A request that is not answered.
    public record Open(long id, int organisation) {}

    /// Requests due that day and not answered.
    public List<Open> dueOn(int icb, LocalDate day) {
        return jdbc.sql(DUE_ON)
                .param("icb", icb)
                .param("day", day)
                .query((row, _) -> new Open(row.getLong("id"), row.getInt("organisation")))
                .list();
    }
}

package uk.goldenthread.papers.store;

import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The signals that a paper counts, one by one, through their published view.
@Component
public class SignalSource {
    private static final String COUNTED = """
            select s.id, o.name, s.rule, s.words, s.raised_on, s.state
            from pub_signal s
            join pub_organisation o on o.id = s.organisation
            where s.icb = :icb and s.last_start between :start and :end and (not :open or s.state <> 'CLOSED')
            order by o.name, s.raised_on, s.id
            """;

    private final JdbcClient jdbc;

    SignalSource(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// A signal.
    ///
    /// @param state RAISED, ACKNOWLEDGED, TRIAGED or CLOSED
    public record Counted(long id, String provider, String rule, String words, LocalDate raisedOn, String state) {}

    /// Those whose latest point lies in these days.
    ///
    /// @param open only those that are not closed
    public List<Counted> counted(int icb, LocalDate start, LocalDate end, boolean open) {
        return jdbc.sql(COUNTED)
                .param("icb", icb)
                .param("start", start)
                .param("end", end)
                .param("open", open)
                .query((row, _) -> new Counted(
                        row.getLong("id"),
                        row.getString("name"),
                        row.getString("rule"),
                        row.getString("words"),
                        row.getObject("raised_on", LocalDate.class),
                        row.getString("state")))
                .list();
    }
}

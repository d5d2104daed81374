package uk.goldenthread.concerns.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What waits for people: signals nobody took, questions without an answer, proposals without a
/// decision. At most 50
/// lines each.
@Repository
public class WaitingStore {
    private static final String RAISED = """
            select s.id, o.code, o.name, s.kpi, s.words, s.raised_on as on_day
            from signal s
            join pub_organisation o on o.id = s.organisation
            where s.icb = :icb and s.state = 'RAISED' and s.escalates and s.raised_on <= :until
            order by s.raised_on, s.id
            limit 50
            """;
    private static final String QUESTIONS = """
            select q.id, o.code, o.name, null as kpi, q.question as words, q.asked_on as on_day
            from signal_question q
            join pub_organisation o on o.id = q.organisation
            where q.icb = :icb and q.organisation = :organisation and q.answer is null
            order by q.id
            limit 50
            """;
    private static final String ASKED = """
            select q.signal as id, o.code, o.name, null as kpi, q.question as words, q.asked_on as on_day
            from signal_question q
            join pub_organisation o on o.id = q.organisation
            where q.icb = :icb and q.asked_by = :account and q.answer is null
            order by q.id
            limit 50
            """;
    private static final String PROPOSALS = """
            select m.id, o.code, o.name, null as kpi, m.to_level as words, m.proposed_on as on_day
            from ladder_move m
            join pub_organisation o on o.id = m.organisation
            where m.icb = :icb and m.decision = 'PROPOSED'
            order by m.id
            limit 50
            """;
    private static final String DONE = """
            select s.id, o.code, o.name, s.kpi, s.words, max(n.written_on) as on_day
            from signal_note n
            join signal s on s.id = n.signal
            join pub_organisation o on o.id = s.organisation
            where n.icb = :icb and n.author = :account
            group by s.id, o.code, o.name, s.kpi, s.words
            order by max(n.id) desc
            limit 20
            """;

    private final JdbcClient jdbc;

    WaitingStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// One thing that waits, or was done.
    ///
    /// @param on when it was raised, asked, proposed or done
    public record Line(
            long id, String code, String provider, @Nullable String kpi, String words, LocalDate on) {}

    /// Signals that nobody has acknowledged, oldest first.
    public List<Line> raised(int icb) {
        return raisedBefore(icb, LocalDate.of(9999, 12, 31));
    }

    /// The same, raised by that day.
    public List<Line> raisedBefore(int icb, LocalDate until) {
        return jdbc.sql(RAISED)
                .param("icb", icb)
                .param("until", until)
                .query(WaitingStore::line)
                .list();
    }

    public List<Line> questionsTo(int icb, int organisation) {
        return jdbc.sql(QUESTIONS)
                .param("icb", icb)
                .param("organisation", organisation)
                .query(WaitingStore::line)
                .list();
    }

    public List<Line> askedBy(int icb, int account) {
        return jdbc.sql(ASKED)
                .param("icb", icb)
                .param("account", account)
                .query(WaitingStore::line)
                .list();
    }

    public List<Line> proposals(int icb) {
        return jdbc.sql(PROPOSALS).param("icb", icb).query(WaitingStore::line).list();
    }

    public List<Line> doneBy(int icb, int account) {
        return jdbc.sql(DONE)
                .param("icb", icb)
                .param("account", account)
                .query(WaitingStore::line)
                .list();
    }

    private static Line line(ResultSet row, int number) throws SQLException {
        return new Line(
                row.getLong("id"),
                row.getString("code"),
                row.getString("name"),
                row.getString("kpi"),
                row.getString("words"),
                row.getObject("on_day", LocalDate.class));
    }
}

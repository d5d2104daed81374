package uk.goldenthread.assessments.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.goldenthread.assessments.model.Answer;
import uk.goldenthread.assessments.model.AssessmentHeader;
import uk.goldenthread.assessments.model.CutOffs;
import uk.goldenthread.assessments.model.Progress;

/// Reads one assessment and its answers. Called inside a unit of work.
@Component
public class AssessmentStore {
    static final String HEADER = """
            select a.id, a.icb, a.organisation, o.code, o.name, a.round, r.name as round_name, r.framework, r.edition, r.green,
                r.amber, a.kind, a.light, r.opens_on, a.due_on, a.state, a.lead, a.answered_by, a.approver, a.handed_by,
                a.handed_at, a.submitted_by, a.submitted_at, a.asked, a.answered, a.carried, a.confirmed, a.filled, a.version
            from assessment a
            join assessment_round r on r.id = a.round
            join pub_organisation o on o.id = a.organisation
            """;
    private static final String ONE = HEADER + "where a.id = :id and a.icb = :icb";
    private static final String LOCKED = ONE + " for no key update of a";
    private static final String BEFORE = HEADER + """
            where a.icb = :icb and a.organisation = :organisation and a.id <> :id and r.framework = :framework
                and a.submitted_at is not null and r.opens_on <= :opens
            order by a.submitted_at desc, a.id desc
            limit 1
            """;
    private static final String ANSWERED_LATELY = HEADER + """
            where a.icb = :icb and a.organisation = :organisation and a.id <> :id and r.framework <> :framework
                and a.answered > 0 and a.state not in ('EXEMPT', 'NON_RETURN')
            order by r.opens_on desc, a.id desc
            limit 12
            """;
    private static final String ANSWERS = """
            select id, code, value, words, reason, source, source_answer, source_words, source_value, decision, evidenced,
                answered_by, answered_at, version
            from answer
            where assessment = :id and icb = :icb
            order by id
            """;

    private final JdbcClient jdbc;

    public AssessmentStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// The assessment as far as the running unit of work may see it.
    public Optional<AssessmentHeader> find(int icb, long id) {
        return one(ONE, icb, id);
    }

    /// The same, locked until the unit of work ends, so that writes to one assessment follow one another.
    public Optional<AssessmentHeader> lock(int icb, long id) {
        return one(LOCKED, icb, id);
    }

    private Optional<AssessmentHeader> one(String sql, int icb, long id) {
        return jdbc.sql(sql)
                .param("id", id)
                .param("icb", icb)
                .query(AssessmentStore::header)
                .optional();
    }

    /// What the organisation last handed in to the same framework, whatever the edition, before this one.
    public Optional<AssessmentHeader> before(AssessmentHeader header) {
        return jdbc.sql(BEFORE)
                .param("icb", header.icb())
                .param("organisation", header.organisation())
                .param("id", header.id())
                .param("framework", header.round().framework())
                .param("opens", header.opensOn())
                .query(AssessmentStore::header)
                .optional();
    }

    /// What the organisation answered to other frameworks, the latest rounds first, at most twelve.
    public List<AssessmentHeader> ofOtherFrameworks(AssessmentHeader header) {
        return jdbc.sql(ANSWERED_LATELY)
                .param("icb", header.icb())
                .param("organisation", header.organisation())
                .param("id", header.id())
                .param("framework", header.round().framework())
                .query(AssessmentStore::header)
                .list();
    }

    /// Its answers, in the order they are asked.
    public List<Answer> answers(int icb, long id) {
        return jdbc.sql(ANSWERS)
                .param("id", id)
                .param("icb", icb)
                .query(AssessmentStore::answer)
                .list();
    }

    static AssessmentHeader header(ResultSet row, int number) throws SQLException {
        return new AssessmentHeader(
                row.getLong("id"),
                row.getInt("icb"),
                row.getInt("organisation"),
                row.getString("code"),
                row.getString("name"),
                new AssessmentHeader.Round(
                        row.getLong("round"),
                        row.getString("round_name"),
                        row.getString("framework"),
                        row.getString("edition"),
                        new CutOffs(row.getBigDecimal("green"), row.getBigDecimal("amber"))),
                row.getString("kind"),
                row.getBoolean("light"),
                row.getObject("opens_on", LocalDate.class),
                row.getObject("due_on", LocalDate.class),
                States.state(row.getString("state"), row.getInt("approver")),
                number(row, "lead"),
                Set.of((Integer[]) row.getArray("answered_by").getArray()),
                number(row, "approver"),
                number(row, "handed_by"),
                RoundStore.instant(row.getTimestamp("handed_at")),
                number(row, "submitted_by"),
                RoundStore.instant(row.getTimestamp("submitted_at")),
                new Progress(
                        row.getInt("asked"),
                        row.getInt("answered"),
                        row.getInt("carried"),
                        row.getInt("confirmed"),
                        row.getInt("filled")),
                row.getInt("version"));
    }

    static Answer answer(ResultSet row, int number) throws SQLException {
        var source = row.getLong("source_answer");
        return new Answer(
                row.getLong("id"),
                row.getString("code"),
                row.getString("value"),
                row.getString("words"),
                row.getString("reason"),
                new Answer.Origin(
                        Answer.Origin.Kind.valueOf(row.getString("source")),
                        source == 0 ? null : Long.valueOf(source),
                        row.getString("source_words"),
                        row.getString("source_value")),
                Answer.Decision.valueOf(row.getString("decision")),
                row.getObject("evidenced", Boolean.class),
                number(row, "answered_by"),
                RoundStore.instant(row.getTimestamp("answered_at")),
                row.getInt("version"));
    }

    private static @Nullable Integer number(ResultSet row, String column) throws SQLException {
        return row.getObject(column, Integer.class);
    }
}

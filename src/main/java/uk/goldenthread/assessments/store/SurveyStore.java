package uk.goldenthread.assessments.store;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// The practitioner survey. Called inside a unit of work.
@Component
public class SurveyStore {
    private static final String OPEN = """
            insert into survey (round, icb, opened_by, opened_at, closes_on)
            values (:round, :icb, :by, :at, :closes)
            on conflict (round) do update set closes_on = excluded.closes_on, version = survey.version + 1
            """;
    private static final String LINKS = """
            insert into survey_link (round, organisation, icb, token)
            select a.round, a.organisation, a.icb, replace(cast(gen_random_uuid() as text), '-', '')
            from assessment a
            where a.icb = :icb and a.round = :round
            on conflict (round, organisation) do nothing
            """;
    private static final String ROWS = """
            select l.organisation, o.name, l.token, s.closes_on, a.id as assessment, coalesce(c.replies, 0) as replies
            from survey s
            join survey_link l on l.round = s.round
            join assessment a on a.round = l.round and a.organisation = l.organisation
            join pub_organisation o on o.id = l.organisation
            left join survey_count c on c.round = l.round and c.organisation = l.organisation and c.question = '*'
            where s.icb = :icb and s.round = :round
            order by o.name, l.organisation
            """;
    private static final String COUNTS = """
            select question, value, replies
            from survey_count
            where icb = :icb and round = :round and organisation = :organisation
            order by question, value
            """;
    private static final String ASKED =
            "select round_name, framework, edition, kind, organisation_name, closes_on from lib.survey(:token)";
    private static final String REPLY = "select lib.survey_reply(:token, cast(:answers as jsonb), :today)";

    private final JdbcClient jdbc;
    private final JsonMapper json;

    public SurveyStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /// One organisation's address.
    ///
    /// @param replies how many came; 0 to who may not know
    public record Row(int organisation, String name, String token, LocalDate closesOn, long assessment, int replies) {}

    /// How often an answer was given.
    ///
    /// @param question `*` for the replies themselves
    public record Count(String question, String value, int replies) {}

    /// What a person who holds an address is shown.
    public record Asked(String roundName, String framework, String organisationName, LocalDate closesOn) {}

    /// Opens a round's survey until that day, or moves that day; organisations that joined since get an
    /// address.
    public void open(int icb, long round, LocalDate closes, int by, Instant at) {
        jdbc.sql(OPEN)
                .param("round", round)
                .param("icb", icb)
                .param("by", by)
                .param("at", Timestamp.from(at))
                .param("closes", closes)
                .update();
        jdbc.sql(LINKS).param("icb", icb).param("round", round).update();
    }

    /// The addresses of a round that this person may see, by name.
    public List<Row> rows(int icb, long round) {
        return jdbc.sql(ROWS)
                .param("icb", icb)
                .param("round", round)
                .query((row, _) -> new Row(
                        row.getInt("organisation"),
                        row.getString("name"),
                        row.getString("token"),
                        row.getObject("closes_on", LocalDate.class),
                        row.getLong("assessment"),
                        row.getInt("replies")))
                .list();
    }

    /// One organisation's counts.
    public List<Count> counts(int icb, long round, int organisation) {
        return jdbc.sql(COUNTS)
                .param("icb", icb)
                .param("round", round)
                .param("organisation", organisation)
                .query((row, _) -> new Count(row.getString("question"), row.getString("value"), row.getInt("replies")))
                .list();
    }

    /// The survey of an address, for somebody whom nobody knows.
    public Optional<Asked> asked(String token) {
        return jdbc.sql(ASKED)
                .param("token", token)
                .query((row, _) -> new Asked(
                        row.getString("round_name"),
                        row.getString("framework"),
                        row.getString("organisation_name"),
                        row.getObject("closes_on", LocalDate.class)))
                .optional();
    }

    /// Counts a reply.
    ///
    /// @return false when there is no such survey, or it is over
    public boolean reply(String token, Map<String, String> answers, LocalDate today) {
        return jdbc.sql(REPLY)
                .param("token", token)
                .param("answers", json.writeValueAsString(answers))
                .param("today", today)
                .query((row, _) -> row.getBoolean(1))
                .single();
    }
}

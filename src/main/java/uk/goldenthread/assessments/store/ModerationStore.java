package uk.goldenthread.assessments.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import uk.goldenthread.assessments.model.AssessmentHeader;
import uk.goldenthread.assessments.model.Criterion;
import uk.goldenthread.assessments.model.Moderation;
import uk.goldenthread.assessments.model.Rating;

/// The ICB's judgements of answers. Called inside a unit of work that has locked the assessment when it
/// writes.
@Component
public class ModerationStore {
    private static final String OF_ASSESSMENT = """
            select id, answer, code, claimed, value, words, accepted, accepted_words, stage, moderated_by, moderated_at, version
            from moderation
            where assessment = :id and icb = :icb
            order by id
            """;
    private static final String SAVE = """
            with saved as (
                insert into moderation as m (answer, assessment, icb, organisation, code, claimed, value, words, accepted,
                    accepted_words, claimed_points, points, accepted_points, critical, moderated_by, moderated_at, version)
                select n.answer, :id, :icb, :organisation, n.code, n.claimed, n.value, n.words, n.accepted, n.accepted_words,
                    n.claimed_points, n.points, n.accepted_points, n.critical, n.moderated_by, n.moderated_at, :version + 1
                from jsonb_to_recordset(cast(:rows as jsonb)) as n(answer bigint, code text, claimed text, value text,
                    words text, accepted text, accepted_words text, claimed_points int, points int, accepted_points int,
                    critical boolean, moderated_by int, moderated_at timestamptz)
                on conflict (answer) do update
                set claimed = excluded.claimed, value = excluded.value, words = excluded.words, accepted = excluded.accepted,
                    accepted_words = excluded.accepted_words, claimed_points = excluded.claimed_points, points = excluded.points,
                    accepted_points = excluded.accepted_points, critical = excluded.critical,
                    moderated_by = excluded.moderated_by, moderated_at = excluded.moderated_at, version = excluded.version)
            update assessment_review
            set version = version + 1
            where assessment = :id and icb = :icb and version = :version
            """;
    private static final String STAND = """
            update moderation set stage = 'STANDS' where assessment = :id and icb = :icb and stage = 'DRAFT'
            """;
    private static final String ACCEPT = """
            update moderation
            set stage = 'ACCEPTED', accepted = case when accepted = '' then value else accepted end,
                accepted_points = case when accepted = '' then points else accepted_points end
            where assessment = :id and icb = :icb and stage = 'STANDS'
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    public ModerationStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    record Row(
            long answer,
            String code,
            String claimed,
            String value,
            String words,
            String accepted,
            String accepted_words,
            @Nullable Integer claimed_points,
            @Nullable Integer points,
            @Nullable Integer accepted_points,
            boolean critical,
            int moderated_by,
            Instant moderated_at) {
        static Row of(Judged judged) {
            var moderation = judged.moderation();
            return new Row(
                    moderation.answer(),
                    moderation.code(),
                    moderation.claimed(),
                    moderation.value(),
                    moderation.words(),
                    moderation.accepted(),
                    moderation.acceptedWords(),
                    points(judged.criterion(), moderation.claimed()),
                    points(judged.criterion(), moderation.value()),
                    points(judged.criterion(), moderation.accepted()),
                    judged.criterion().critical(),
                    moderation.by(),
                    moderation.at());
        }

        private static @Nullable Integer points(Criterion criterion, String value) {
            return !value.isEmpty() && Moderation.rating(criterion, value, "") instanceof Rating.Scored scored
                    ? Integer.valueOf(scored.point().normalised())
                    : null;
        }
    }

    /// A judgement and the criterion it is of.
    public record Judged(Criterion criterion, Moderation moderation) {}

    /// The judgements of an assessment, as far as the running unit of work may see them.
    public List<Moderation> of(int icb, long assessment) {
        return jdbc.sql(OF_ASSESSMENT)
                .param("id", assessment)
                .param("icb", icb)
                .query(ModerationStore::moderation)
                .list();
    }

    /// Keeps judgements, new ones and changed ones; the review's version then is one more.
    ///
    /// @param version of the review when it was read
    /// @throws OptimisticLockingFailureException when it changed meanwhile
    public void save(AssessmentHeader header, int version, Collection<Judged> changed) {
        var updated = jdbc.sql(SAVE)
                .param(
                        "rows",
                        json.writeValueAsString(changed.stream().map(Row::of).toList()))
                .param("id", header.id())
                .param("icb", header.icb())
                .param("organisation", header.organisation())
                .param("version", version)
                .update();
        if (updated == 0) {
            throw new OptimisticLockingFailureException(
                    "the review of assessment %d changed since it was read".formatted(header.id()));
        }
    }

    /// Every judgement of an assessment stands: the provider sees them.
    public void stand(AssessmentHeader header) {
        jdbc.sql(STAND).param("id", header.id()).param("icb", header.icb()).update();
    }

    /// Every judgement of an assessment is agreed, as it stood or as the event settled it.
    public void accept(AssessmentHeader header) {
        jdbc.sql(ACCEPT).param("id", header.id()).param("icb", header.icb()).update();
    }

    static Moderation moderation(ResultSet row, int number) throws SQLException {
        return new Moderation(
                row.getLong("id"),
                row.getLong("answer"),
                row.getString("code"),
                row.getString("claimed"),
                row.getString("value"),
                row.getString("words"),
                row.getString("accepted"),
                row.getString("accepted_words"),
                Moderation.Stage.valueOf(row.getString("stage")),
                row.getInt("moderated_by"),
                row.getTimestamp("moderated_at").toInstant(),
                row.getInt("version"));
    }
}

package uk.goldenthread.visits.store;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import uk.goldenthread.access.Actor;
import uk.goldenthread.visits.model.Programme.Line;

/// Keeps the plans of visits as they were proposed. Called inside a unit of work.
@Repository
public class ProgrammeStore {
    private static final String ADD = """
            insert into visit_programme (icb, starts_on, seed, made_at, made_by, lines)
            values (:icb, :start, :seed, :at, :by, cast(:lines as jsonb))
            returning id
            """;
    private static final String LATEST = """
            select id, starts_on, seed, made_at, approved_at, lines::text as lines
            from visit_programme
            where icb = :icb
            order by id desc
            limit 1
            """;
    private static final String APPROVE = """
            update visit_programme set approved_at = :at, approved_by = :by
            where icb = :icb and id = :id and approved_at is null
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    ProgrammeStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /// A plan.
    public record Plan(int id, LocalDate start, long seed, Instant madeAt, boolean approved, List<Line> lines) {}

    /// Keeps a plan that was proposed.
    public int add(Actor actor, LocalDate start, long seed, List<Line> lines, Instant at) {
        return jdbc.sql(ADD)
                .param("icb", actor.icb())
                .param("start", start)
                .param("seed", seed)
                .param("at", Timestamp.from(at))
                .param("by", actor.account())
                .param("lines", json.writeValueAsString(lines))
                .query((row, _) -> row.getInt("id"))
                .single();
    }

    /// The plan proposed last.
    public Optional<Plan> latest(int icb) {
        return jdbc.sql(LATEST)
                .param("icb", icb)
                .query((row, _) -> new Plan(
                        row.getInt("id"),
                        row.getObject("starts_on", LocalDate.class),
                        row.getLong("seed"),
                        row.getTimestamp("made_at").toInstant(),
                        row.getTimestamp("approved_at") != null,
                        json.readValue(row.getString("lines"), new TypeReference<List<Line>>() {})))
                .optional();
    }

    /// Notes that it was approved.
    ///
    /// @return false when it was approved before
    public boolean approve(Actor actor, int id, Instant at) {
        return jdbc.sql(APPROVE)
                        .param("icb", actor.icb())
                        .param("id", id)
                        .param("by", actor.account())
                        .param("at", Timestamp.from(at))
                        .update()
                == 1;
    }
}

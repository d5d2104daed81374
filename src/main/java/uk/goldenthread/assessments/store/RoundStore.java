package uk.goldenthread.assessments.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import uk.goldenthread.assessments.model.CutOffs;
import uk.goldenthread.assessments.model.Round;
import uk.goldenthread.assessments.model.RoundDates;

/// Rounds: preparing, issuing, listing. Called inside a unit of work.
@Component
public class RoundStore {
    private static final String COLUMNS = """
            select id, icb, framework, edition, name, kinds, organisations, light, opens_on, due_on, moderated_by, event_on,
                closes_on, green, amber, state, published_at, version
            from assessment_round
            """;
    private static final String ONE = COLUMNS + "where id = :id and icb = :icb";
    private static final String LOCKED = ONE + " for no key update";
    private static final String ALL = COLUMNS + "where icb = :icb order by opens_on desc, id desc";
    private static final String NAMED =
            "select exists (select from assessment_round where icb = :icb and name = :name)";
    private static final String PREPARE = """
            insert into assessment_round (icb, framework, edition, name, kinds, organisations, light, opens_on, due_on,
                moderated_by, event_on, closes_on, green, amber, prepared_by)
            values (:icb, :framework, :edition, :name, :kinds, :organisations, :light, :opens, :due, :moderated, :event,
                :closes, :green, :amber, :by)
            returning id
            """;
    private static final String ISSUE = """
            with form as (
                select organisation_kind, kind, light
                from jsonb_to_recordset(cast(:forms as jsonb)) as f(organisation_kind text, kind text, light boolean)),
            question as (
                select kind, light, code, required
                from jsonb_to_recordset(cast(:questions as jsonb)) as q(kind text, light boolean, code text, required boolean)),
            member as (
                select distinct p.organisation, f.kind, f.light
                from pub_provider p
                join form f on f.organisation_kind = p.kind
                where p.icb = :icb and p.valid_from <= :on and (p.valid_to is null or p.valid_to > :on)
                    and (p.closed is null or p.closed > :on)
                    and (p.kind = any (:kinds) or p.organisation = any (:organisations))),
            issued as (
                insert into assessment (icb, organisation, round, kind, light, due_on, issued_at, asked)
                select :icb, m.organisation, :round, m.kind, m.light, :due, :at,
                    (select count(*) from question q where q.kind = m.kind and q.light = m.light and q.required)
                from member m
                where exists (select from question q where q.kind = m.kind and q.light = m.light)
                on conflict (round, organisation) do nothing
                returning id, icb, organisation, kind, light),
            answers as (
                insert into answer (assessment, icb, organisation, code)
                select i.id, i.icb, i.organisation, q.code
                from issued i
                join question q on q.kind = i.kind and q.light = i.light),
            steps as (
                insert into assessment_step (assessment, icb, organisation, at, by_name, step)
                select id, icb, organisation, :at, :by, 'ISSUED' from issued)
            select id, organisation from issued order by id
            """;
    private static final String PUBLISHED = """
            update assessment_round
            set state = 'PUBLISHED', published_at = coalesce(published_at, :at), version = version + 1
            where id = :id and icb = :icb and version = :version
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    public RoundStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /// The round as far as the running unit of work may see it.
    public Optional<Round> find(int icb, long id) {
        return jdbc.sql(ONE)
                .param("id", id)
                .param("icb", icb)
                .query(RoundStore::round)
                .optional();
    }

    /// The same, locked until the unit of work ends.
    public Optional<Round> lock(int icb, long id) {
        return jdbc.sql(LOCKED)
                .param("id", id)
                .param("icb", icb)
                .query(RoundStore::round)
                .optional();
    }

    /// The ICB's rounds, the latest first.
    public List<Round> all(int icb) {
        return jdbc.sql(ALL).param("icb", icb).query(RoundStore::round).list();
    }

    /// Whether the ICB has a round of that name.
    public boolean isNamed(int icb, String name) {
        return jdbc.sql(NAMED)
                .param("icb", icb)
                .param("name", name)
                .query((row, _) -> row.getBoolean(1))
                .single();
    }

    /// Keeps a round that is being prepared.
    ///
    /// @param round whose number does not count
    public long prepare(Round round, int by) {
        return jdbc.sql(PREPARE)
                .param("icb", round.icb())
                .param("framework", round.framework())
                .param("edition", round.edition())
                .param("name", round.name())
                .param("kinds", round.kinds().toArray(String[]::new))
                .param("organisations", round.organisations().toArray(Integer[]::new))
                .param("light", round.light())
                .param("opens", round.dates().opens())
                .param("due", round.dates().due())
                .param("moderated", round.dates().moderated())
                .param("event", round.dates().event(), java.sql.Types.DATE)
                .param("closes", round.dates().closes())
                .param("green", round.cutOffs().green())
                .param("amber", round.cutOffs().amber())
                .param("by", by)
                .query((row, _) -> row.getLong(1))
                .single();
    }

    /// Which form a kind of organisation is asked.
    ///
    /// @param kind as frameworks name it
    public record Form(String organisation_kind, String kind, boolean light) {}

    /// One question of a form.
    public record FormQuestion(String kind, boolean light, String code, boolean required) {}

    /// One assessment that was issued.
    public record IssuedTo(long assessment, int organisation) {}

    /// Issues the round to its organisations, each with its questions; those that have it already keep
    /// theirs.
    ///
    /// @param on the day whose providers are asked
    public List<IssuedTo> issue(
            Round round, List<Form> forms, List<FormQuestion> questions, LocalDate on, Instant at, String by) {
        return jdbc.sql(ISSUE)
                .param("forms", json.writeValueAsString(forms))
                .param("questions", json.writeValueAsString(questions))
                .param("icb", round.icb())
                .param("on", on)
                .param("kinds", round.kinds().toArray(String[]::new))
                .param("organisations", round.organisations().toArray(Integer[]::new))
                .param("round", round.id())
                .param("due", round.dates().due())
                .param("at", Timestamp.from(at))
                .param("by", by)
                .query((row, _) -> new IssuedTo(row.getLong("id"), row.getInt("organisation")))
                .list();
    }

    /// Notes that a round is published.
    ///
    /// @throws OptimisticLockingFailureException when it changed meanwhile
    public void published(Round round, Instant at) {
        var updated = jdbc.sql(PUBLISHED)
                .param("id", round.id())
                .param("icb", round.icb())
                .param("version", round.version())
                .param("at", Timestamp.from(at))
                .update();
        if (updated == 0) {
            throw new OptimisticLockingFailureException("round %d changed since it was read".formatted(round.id()));
        }
    }

    private static Round round(ResultSet row, int number) throws SQLException {
        return new Round(
                row.getLong("id"),
                row.getInt("icb"),
                row.getString("framework"),
                row.getString("edition"),
                row.getString("name"),
                Set.of((String[]) row.getArray("kinds").getArray()),
                Set.of((Integer[]) row.getArray("organisations").getArray()),
                row.getBoolean("light"),
                new RoundDates(
                        row.getObject("opens_on", LocalDate.class),
                        row.getObject("due_on", LocalDate.class),
                        row.getObject("moderated_by", LocalDate.class),
                        row.getObject("event_on", LocalDate.class),
                        row.getObject("closes_on", LocalDate.class)),
                new CutOffs(row.getBigDecimal("green"), row.getBigDecimal("amber")),
                Round.Stage.valueOf(row.getString("state")),
                instant(row.getTimestamp("published_at")),
                row.getInt("version"));
    }

    static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }
}

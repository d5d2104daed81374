package uk.goldenthread.actions.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import uk.goldenthread.actions.Priority;
import uk.goldenthread.actions.Proof;
import uk.goldenthread.actions.model.Action;
import uk.goldenthread.actions.model.Effect;
import uk.goldenthread.actions.model.States;
import uk.goldenthread.kernel.Reference;

/// Reads one action and what belongs to it. Called inside a unit of work.
@Repository
public class ActionStore {
    static final String ACTIONS = """
            select a.id, a.icb, a.organisation, o.code, o.name, a.title, a.outcome, a.measure, a.theme, a.priority,
                a.critical, a.expects, a.owner, a.owner_name, a.state, a.due_on, a.original_due_on, a.extensions,
                a.every_months, a.first_due_on, a.follows, a.proposed_at, a.updated_at, a.submitted_at, a.returned_at,
                a.assured_at, a.embed_check_on, a.effect, a.closed_at, a.minute, a.version
            from action a
            join pub_organisation o on o.id = a.organisation
            """;
    private static final String ONE = ACTIONS + "where a.id = :id and a.icb = :icb\n";
    private static final String SEVERAL =
            ACTIONS + "where a.id = any (:ids) and a.icb = :icb\norder by a.id for no key update of a";
    private static final String SOURCES = """
            select subject from action_source where action = :id and icb = :icb order by subject
            """;
    private static final String STEPS = """
            select at, by_name, step, words from action_update where action = :id and icb = :icb order by id
            """;
    private static final String EXTENSIONS = """
            select id, from_due, to_due, reason, asked_at, decision, decided_at, words, minute
            from action_extension
            where action = :id and icb = :icb
            order by id
            """;
    private static final String JUDGEMENTS = """
            select at, by_name, decision, words, evidence, effect, minute
            from action_assurance
            where action = :id and icb = :icb
            order by id
            """;
    /// A review that asks again for what was verified not long ago (a repeat finding).
    private static final String EARLIER_OF_THEME = """
            select a.id, a.title, a.assured_at
            from action a
            where a.icb = :icb and a.organisation = :organisation and a.theme = :theme and a.id <> :id
                and a.assured_at is not null and a.assured_at < :proposed and a.assured_at >= :since
                and a.follows is distinct from :follows
            order by a.assured_at desc, a.id desc
            limit 5
            """;
    private static final String FOLLOWER = "select id from action where icb = :icb and follows = :id";
    private static final String ORGANISATION = "select id from pub_organisation where code = :code";
    private static final String PEOPLE = "select id, name, roles from lib.people_at(:organisation) order by name, id";

    private final JdbcClient jdbc;

    ActionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// One thing that happened to an action.
    public record Step(Instant at, String byName, String step, String words) {}

    /// A later date that was asked for.
    public record Extension(
            long id,
            LocalDate from,
            LocalDate to,
            String reason,
            Instant askedAt,
            String decision,
            @Nullable Instant decidedAt,
            String words,
            @Nullable String minute) {}

    /// A judgement.
    ///
    /// @param evidence names of the evidence it rests on, with versions
    public record Judgement(
            Instant at,
            String byName,
            String decision,
            String words,
            Set<String> evidence,
            @Nullable String effect,
            @Nullable String minute) {}

    /// An earlier action of the same theme that was verified.
    public record Earlier(long id, String title, Instant assuredAt) {}

    /// Someone who works for an organisation, with the codes of their roles there.
    public record Colleague(int account, String name, List<String> roles) {}

    /// The action as far as the running unit of work may see it.
    public Optional<Action> find(int icb, long id) {
        return jdbc.sql(ONE)
                .param("id", id)
                .param("icb", icb)
                .query(ActionStore::action)
                .optional();
    }

    /// The same, locked until the unit of work ends, so that writes to one action follow one
    /// another.
    public Optional<Action> lock(int icb, long id) {
        return jdbc.sql(ONE + "for no key update of a")
                .param("id", id)
                .param("icb", icb)
                .query(ActionStore::action)
                .optional();
    }

    /// Several, locked in order.
    public List<Action> lock(int icb, Collection<Long> ids) {
        return jdbc.sql(SEVERAL)
                .param("ids", ids.toArray(Long[]::new))
                .param("icb", icb)
                .query(ActionStore::action)
                .list();
    }

    /// What asked for it.
    public List<Reference> sources(int icb, long id) {
        return jdbc.sql(SOURCES)
                .param("id", id)
                .param("icb", icb)
                .query((row, _) -> Reference.parse(row.getString("subject")))
                .list();
    }

    /// What happened to it, in order.
    public List<Step> steps(int icb, long id) {
        return jdbc.sql(STEPS)
                .param("id", id)
                .param("icb", icb)
                .query((row, _) -> new Step(
                        at(row.getTimestamp("at")),
                        row.getString("by_name"),
                        row.getString("step"),
                        row.getString("words")))
                .list();
    }

    /// The later dates that were asked for, in order.
    public List<Extension> extensions(int icb, long id) {
        return jdbc.sql(EXTENSIONS)
                .param("id", id)
                .param("icb", icb)
                .query((row, _) -> new Extension(
                        row.getLong("id"),
                        row.getObject("from_due", LocalDate.class),
                        row.getObject("to_due", LocalDate.class),
                        row.getString("reason"),
                        at(row.getTimestamp("asked_at")),
                        row.getString("decision"),
                        instant(row.getTimestamp("decided_at")),
                        row.getString("words"),
                        row.getString("minute")))
                .list();
    }

    /// Its judgements, in order.
    public List<Judgement> judgements(int icb, long id) {
        return jdbc.sql(JUDGEMENTS)
                .param("id", id)
                .param("icb", icb)
                .query((row, _) -> new Judgement(
                        at(row.getTimestamp("at")),
                        row.getString("by_name"),
                        row.getString("decision"),
                        row.getString("words"),
                        Set.of((String[]) row.getArray("evidence").getArray()),
                        row.getString("effect"),
                        row.getString("minute")))
                .list();
    }

    /// Actions of the organisation with the same theme that were verified since that instant and
    /// before this one was proposed; the one that this one follows by recurrence is none.
    public List<Earlier> earlierOfTheme(Action action, Instant since) {
        if (action.plan().theme().isEmpty()) {
            return List.of();
        }
        return jdbc.sql(EARLIER_OF_THEME)
                .param("icb", action.icb())
                .param("organisation", action.organisation())
                .param("theme", action.plan().theme())
                .param("id", action.id())
                .param("proposed", Timestamp.from(action.progress().proposedAt()))
                .param("since", Timestamp.from(since))
                .param("follows", action.timing().follows(), java.sql.Types.BIGINT)
                .query((row, _) ->
                        new Earlier(row.getLong("id"), row.getString("title"), at(row.getTimestamp("assured_at"))))
                .list();
    }

    /// The occurrence that followed a recurring action.
    public Optional<Long> follower(int icb, long id) {
        return jdbc.sql(FOLLOWER)
                .param("icb", icb)
                .param("id", id)
                .query((row, _) -> row.getLong("id"))
                .optional();
    }

    /// The number of an organisation by its register code.
    public Optional<Integer> organisation(String code) {
        return jdbc.sql(ORGANISATION)
                .param("code", code)
                .query((row, _) -> row.getInt("id"))
                .optional();
    }

    /// Who works for an organisation; nobody where the actor may not know.
    public List<Colleague> peopleAt(int organisation) {
        return jdbc.sql(PEOPLE)
                .param("organisation", organisation)
                .query((row, _) -> new Colleague(row.getInt("id"), row.getString("name"), List.of((String[])
                        row.getArray("roles").getArray())))
                .list();
    }

    static Action action(ResultSet row, int number) throws SQLException {
        var owner = row.getObject("owner", Integer.class);
        return new Action(
                row.getLong("id"),
                row.getInt("icb"),
                row.getInt("organisation"),
                row.getString("code"),
                row.getString("name"),
                new Action.Plan(
                        row.getString("title"),
                        row.getString("outcome"),
                        row.getString("measure"),
                        row.getString("theme"),
                        Priority.valueOf(row.getString("priority")),
                        row.getBoolean("critical"),
                        proofs((String[]) row.getArray("expects").getArray())),
                owner == null ? null : new Action.Owner(owner, row.getString("owner_name")),
                States.named(row.getString("state")),
                new Action.Timing(
                        row.getObject("due_on", LocalDate.class),
                        row.getObject("original_due_on", LocalDate.class),
                        row.getInt("extensions"),
                        row.getObject("every_months", Integer.class),
                        row.getObject("first_due_on", LocalDate.class),
                        row.getObject("follows", Long.class)),
                progress(row),
                row.getInt("version"));
    }

    private static Action.Progress progress(ResultSet row) throws SQLException {
        var effect = row.getString("effect");
        return new Action.Progress(
                at(row.getTimestamp("proposed_at")),
                at(row.getTimestamp("updated_at")),
                instant(row.getTimestamp("submitted_at")),
                instant(row.getTimestamp("returned_at")),
                instant(row.getTimestamp("assured_at")),
                row.getObject("embed_check_on", LocalDate.class),
                effect == null ? null : Effect.valueOf(effect),
                instant(row.getTimestamp("closed_at")),
                row.getString("minute"));
    }

    private static Set<Proof> proofs(String[] names) {
        return Arrays.stream(names).map(Proof::valueOf).collect(Collectors.toUnmodifiableSet());
    }

    private static Instant at(Timestamp timestamp) {
        return timestamp.toInstant();
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }
}

package uk.goldenthread.actions.store;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import uk.goldenthread.actions.model.Action;
import uk.goldenthread.actions.model.ActionState;
import uk.goldenthread.actions.model.States;
import uk.goldenthread.database.Changes;
import uk.goldenthread.kernel.Reference;

/// Writes actions. Called inside a unit of work that has locked the action.
@Repository
public class ActionWrites {
    private static final String ADD = """
            insert into action (icb, organisation, title, outcome, measure, theme, priority, critical, expects, owner,
                owner_name, state, proposed_at, proposed_by, due_on, original_due_on, updated_at, every_months,
                first_due_on, follows)
            values (:icb, :organisation, :title, :outcome, :measure, :theme, :priority, :critical, :expects, :owner,
                :ownerName, :state, :at, :by, :due, :due, :at, :every, :firstDue, :follows)
            on conflict (icb, follows) where follows is not null do nothing
            returning id
            """;
    private static final String ADD_SOURCES = """
            insert into action_source (action, icb, organisation, subject)
            select :action, :icb, :organisation, unnest(:subjects)
            on conflict do nothing
            """;
    private static final String ADD_STEP = """
            insert into action_update (action, icb, organisation, at, by_account, by_name, step, words)
            values (:action, :icb, :organisation, :at, :by, :byName, :step, :words)
            """;
    private static final String ASK_EXTENSION = """
            insert into action_extension (action, icb, organisation, from_due, to_due, reason, asked_by, asked_at,
                decision, decided_by, decided_at, words, minute)
            values (:action, :icb, :organisation, :from, :to, :reason, :by, :at, :decision, :decidedBy, :decidedAt, '',
                :minute)
            """;
    private static final String STEP_EACH = """
            insert into action_update (action, icb, organisation, at, by_account, by_name, step, words)
            select a.id, a.icb, a.organisation, :at, :by, :byName, :step, :words
            from action a
            where a.icb = :icb and a.id = any (:ids)
            order by a.id
            """;
    /// Written before the dates move.
    private static final String EXTEND_EACH = """
            insert into action_extension (action, icb, organisation, from_due, to_due, reason, asked_by, asked_at,
                decision, decided_by, decided_at, words, minute)
            select a.id, a.icb, a.organisation, a.due_on, :to, :reason, :by, :at, 'APPROVED', :by, :at, '', :minute
            from action a
            where a.icb = :icb and a.id = any (:ids)
            order by a.id
            """;
    private static final String DECIDE_EXTENSION = """
            update action_extension
            set decision = :decision, decided_by = :by, decided_at = :at, words = :words, minute = :minute
            where action = :action and icb = :icb and decision = 'ASKED'
            """;
    private static final String ADD_JUDGEMENT = """
            insert into action_assurance (action, icb, organisation, at, by_account, by_name, decision, words, evidence,
                effect, minute)
            values (:action, :icb, :organisation, :at, :by, :byName, :decision, :words, :evidence, :effect, :minute)
            """;

    private final JdbcClient jdbc;

    ActionWrites(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Who does it, and when; account null for the system.
    public record By(@Nullable Integer account, String name, Instant at) {}

    /// A new action.
    public record New(
            int icb,
            int organisation,
            Action.Plan plan,
            Action.@Nullable Owner owner,
            ActionState state,
            LocalDate due,
            @Nullable Integer everyMonths,
            LocalDate firstDue,
            @Nullable Long follows) {}

    /// Adds an action.
    ///
    /// @return its number; nothing when another follows the same one already
    public Optional<Long> add(New action, By by) {
        var plan = action.plan();
        var owner = action.owner();
        return jdbc.sql(ADD)
                .param("icb", action.icb())
                .param("organisation", action.organisation())
                .param("title", plan.title())
                .param("outcome", plan.outcome())
                .param("measure", plan.measure())
                .param("theme", plan.theme())
                .param("priority", plan.priority().name())
                .param("critical", plan.critical())
                .param(
                        "expects",
                        plan.expects().stream().map(Enum::name).sorted().toArray(String[]::new))
                .param("owner", owner == null ? null : Integer.valueOf(owner.account()), java.sql.Types.INTEGER)
                .param("ownerName", owner == null ? "" : owner.name())
                .param("state", States.name(action.state()))
                .param("at", Timestamp.from(by.at()))
                .param("by", by.account(), java.sql.Types.INTEGER)
                .param("due", action.due())
                .param("every", action.everyMonths(), java.sql.Types.INTEGER)
                .param("firstDue", action.firstDue())
                .param("follows", action.follows(), java.sql.Types.BIGINT)
                .query((row, _) -> row.getLong("id"))
                .optional();
    }

    /// Says what asked for it.
    public void sources(long action, int icb, int organisation, Collection<Reference> subjects) {
        if (!subjects.isEmpty()) {
            jdbc.sql(ADD_SOURCES)
                    .param("action", action)
                    .param("icb", icb)
                    .param("organisation", organisation)
                    .param(
                            "subjects",
                            subjects.stream().map(Reference::toString).toArray(String[]::new))
                    .update();
        }
    }

    /// A change to the next state.
    public static Changes to(ActionState state) {
        return Changes.none().set("state", States.name(state));
    }

    /// Changes an action.
    ///
    /// @throws OptimisticLockingFailureException when it changed since it was read
    public void change(Action action, Changes change) {
        change.write(jdbc, new Changes.Row("action", action.id(), action.icb(), action.version()));
    }

    /// The same change of several actions of one ICB.
    ///
    /// @throws OptimisticLockingFailureException when one changed since it was read
    public void change(Collection<Action> actions, Changes change) {
        var versions = actions.stream().collect(Collectors.toMap(Action::id, Action::version));
        change.write(jdbc, new Changes.Rows("action", actions.iterator().next().icb(), versions));
    }

    /// The same step of the story of several.
    public void step(Collection<Action> actions, By by, String step, String words) {
        said(STEP_EACH, actions, by)
                .param("byName", by.name())
                .param("step", step)
                .param("words", words)
                .update();
    }

    /// The same later date for several, approved at once.
    public void extensions(Collection<Action> actions, By by, LocalDate to, String reason, @Nullable String minute) {
        said(EXTEND_EACH, actions, by)
                .param("to", to)
                .param("reason", reason)
                .param("minute", minute, java.sql.Types.VARCHAR)
                .update();
    }

    private JdbcClient.StatementSpec said(String sql, Collection<Action> actions, By by) {
        return jdbc.sql(sql)
                .param("icb", actions.iterator().next().icb())
                .param("ids", actions.stream().map(Action::id).toArray(Long[]::new))
                .param("at", Timestamp.from(by.at()))
                .param("by", by.account(), java.sql.Types.INTEGER);
    }

    /// A step of its story.
    public void step(Action action, By by, String step, String words) {
        step(action.id(), action.icb(), action.organisation(), by, step, words);
    }

    /// A step of the story of one that was only just added.
    public void step(long action, int icb, int organisation, By by, String step, String words) {
        jdbc.sql(ADD_STEP)
                .param("action", action)
                .param("icb", icb)
                .param("organisation", organisation)
                .param("at", Timestamp.from(by.at()))
                .param("by", by.account(), java.sql.Types.INTEGER)
                .param("byName", by.name())
                .param("step", step)
                .param("words", words)
                .update();
    }

    /// A later date that is asked for, or approved at once.
    ///
    /// @param approved whether whoever asks may approve and does
    public void extension(
            Action action, By by, LocalDate to, String reason, boolean approved, @Nullable String minute) {
        jdbc.sql(ASK_EXTENSION)
                .param("action", action.id())
                .param("icb", action.icb())
                .param("organisation", action.organisation())
                .param("from", action.timing().due())
                .param("to", to)
                .param("reason", reason)
                .param("by", by.account(), java.sql.Types.INTEGER)
                .param("at", Timestamp.from(by.at()))
                .param("decision", approved ? "APPROVED" : "ASKED")
                .param("decidedBy", approved ? by.account() : null, java.sql.Types.INTEGER)
                .param("decidedAt", approved ? Timestamp.from(by.at()) : null, java.sql.Types.TIMESTAMP)
                .param("minute", minute, java.sql.Types.VARCHAR)
                .update();
    }

    /// Decides on the later date that is asked for.
    public void decide(Action action, By by, String decision, String words, @Nullable String minute) {
        jdbc.sql(DECIDE_EXTENSION)
                .param("action", action.id())
                .param("icb", action.icb())
                .param("decision", decision)
                .param("by", by.account(), java.sql.Types.INTEGER)
                .param("at", Timestamp.from(by.at()))
                .param("words", words)
                .param("minute", minute, java.sql.Types.VARCHAR)
                .update();
    }

    /// A judgement, with the evidence it rests on.
    public record Judged(
            String decision,
            String words,
            List<String> evidence,
            @Nullable String effect,
            @Nullable String minute) {}

    /// Keeps a judgement.
    public void judgement(Action action, By by, Judged judged) {
        jdbc.sql(ADD_JUDGEMENT)
                .param("action", action.id())
                .param("icb", action.icb())
                .param("organisation", action.organisation())
                .param("at", Timestamp.from(by.at()))
                .param("by", by.account(), java.sql.Types.INTEGER)
                .param("byName", by.name())
                .param("decision", judged.decision())
                .param("words", judged.words())
                .param("evidence", judged.evidence().toArray(String[]::new))
                .param("effect", judged.effect(), java.sql.Types.VARCHAR)
                .param("minute", judged.minute(), java.sql.Types.VARCHAR)
                .update();
    }
}

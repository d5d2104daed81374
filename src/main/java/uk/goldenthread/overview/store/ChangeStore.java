package uk.goldenthread.overview.store;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import uk.goldenthread.access.Actor;
import uk.goldenthread.access.Permission;
import uk.goldenthread.shell.view.Dates;

/// SQL of what happened lately, over the published views: one statement.
@Repository
public class ChangeStore {
    private static final String CHANGES = """
            select c.happened, c.day, c.kind, c.subject, c.detail, o.name, o.code
            from (
                select organisation, submitted_at as happened, cast(null as date) as day, 'SUBMITTED' as kind,
                    id as subject, period as detail
                from pub_return where icb = :icb and submitted_at > :since and :returns
                union all
                select organisation, accepted_at, null, 'ACCEPTED', id, period
                from pub_return where icb = :icb and accepted_at > :since and :returns
                union all
                select organisation, null, due_on + 1, 'LATE', id, period
                from pub_return
                where icb = :icb and submitted_at is null and due_on >= :day and due_on < :today and :returns
                union all
                select organisation, null, raised_on, 'SIGNAL', id, words
                from pub_signal where icb = :icb and raised_on >= :day and state <> 'CLOSED' and :signals
                union all
                select organisation, null, decided_on, 'LEVEL', id, to_level
                from pub_ladder_move where icb = :icb and decided_on >= :day and decision = 'MADE' and :ladder) c
            join pub_organisation o on o.id = c.organisation
            order by coalesce(c.happened, c.day::timestamp at time zone 'Europe/London') desc, c.kind, c.subject
            limit 40
            """;

    private final JdbcClient jdbc;

    ChangeStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Something that happened.
    ///
    /// @param at the instant; null where only the day is known
    /// @param kind SUBMITTED, ACCEPTED, LATE, SIGNAL or LEVEL
    /// @param subject the return, the signal or the move
    /// @param detail the period, the signal's words, or the new level
    public record Happened(
            @Nullable Instant at,
            @Nullable LocalDate day,
            String kind,
            long subject,
            String detail,
            String provider,
            String code) {}

    /// What happened since then that this person may see, newest first.
    public List<Happened> since(Actor actor, Instant since, LocalDate today) {
        return jdbc.sql(CHANGES)
                .param("icb", actor.icb())
                .param("since", Timestamp.from(since))
                .param("day", LocalDate.ofInstant(since, Dates.LONDON))
                .param("today", today)
                .param("returns", actor.may(Permission.RETURN_VIEW))
                .param("signals", actor.may(Permission.SIGNAL_VIEW))
                .param("ladder", actor.may(Permission.LADDER_VIEW))
                .query((row, _) -> new Happened(
                        row.getTimestamp("happened") == null
                                ? null
                                : row.getTimestamp("happened").toInstant(),
                        row.getObject("day", LocalDate.class),
                        row.getString("kind"),
                        row.getLong("subject"),
                        row.getString("detail"),
                        row.getString("name"),
                        row.getString("code")))
                .list();
    }
}

package uk.goldenthread.notify.mail;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;
import uk.goldenthread.shell.view.Dates;

/// SQL of the outbox.
@Repository
class OutboxStore {
    private static final String ICBS = "select lib.icbs_with_mail(:now) as icb";
    /// For those who left, lost the role, or are not written to in time any more.
    private static final String DROP = """
            update outgoing_mail m
            set state = 'STOPPED', problem = case when m.created < :oldest then 'TOO_OLD' else 'NO_LONGER_THERE' end
            where m.icb = :icb and m.state = 'WAITING' and m.next_try <= :now
              and (m.created < :oldest
                   or not exists (select from pub_account a
                                  join pub_role_holder h on h.account = a.id
                                  where a.id = m.account and a.disabled_at is null and not a.demonstration
                                    and h.icb = m.icb and h.organisation = m.organisation
                                    and h.valid_from <= :today and (h.valid_to is null or h.valid_to > :today)))
            """;
    private static final String DOUBT = """
            update outgoing_mail set state = 'DOUBTFUL', problem = 'STOPPED_WHILE_SENDING'
            where icb = :icb and state = 'SENDING' and claimed < :before
            """;
    /// All that is due for the person whose mail waited longest: one mail. Others' rows in work are passed over.
    private static final String CLAIM = """
            with first as (
                select account, organisation, sort
                from outgoing_mail
                where icb = :icb and state = 'WAITING' and next_try <= :now
                order by next_try, id
                limit 1
                for update skip locked
            ), due as (
                select m.id
                from outgoing_mail m
                join first f on f.account = m.account and f.organisation = m.organisation and f.sort = m.sort
                where m.icb = :icb and m.state = 'WAITING' and m.next_try <= :now
                order by m.id
                limit 200
                for update of m skip locked
            ), taken as (
                update outgoing_mail m
                set state = 'SENDING', attempts = m.attempts + 1, claimed = :now
                from due
                where m.id = due.id and m.icb = :icb
                returning m.id, m.account, m.organisation, m.sort, m.counts, m.attempts, m.stop_token
            )
            select t.id, t.sort, t.counts, t.attempts, t.stop_token, a.address, o.name as organisation
            from taken t
            join pub_account a on a.id = t.account
            join pub_organisation o on o.id = t.organisation
            order by t.id
            """;
    private static final String FINISH = """
            update outgoing_mail
            set state = :state, problem = :problem, next_try = coalesce(cast(:next as timestamptz), next_try),
                sent_at = case when :state = 'SENT' then cast(:now as timestamptz) end
            where icb = :icb and id = any(:ids) and state = 'SENDING'
            """;
    private static final String PUT = """
            insert into outgoing_mail (icb, organisation, account, source, sort, counts, next_try)
            select :icb, :organisation, a.id, :source, :sort, cast(:counts as jsonb),
                case :sort
                    when 'DIGEST' then lib.after_quiet(cast(:next as timestamptz),
                        coalesce(p.quiet_from, '19:00'), coalesce(p.quiet_to, '08:00'))
                    else cast(:next as timestamptz)
                end
            from pub_account a
            left join digest_preference p
                on p.account = a.id and p.icb = :icb and p.organisation = :organisation
            where a.id = :account and a.disabled_at is null and not a.demonstration
            on conflict (account, icb, organisation, source) do nothing
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    OutboxStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /// One mail about to be handed over: rows of one person, place and sort.
    ///
    /// @param attempts of the row tried most often, this try included
    record Claimed(
            List<Long> ids,
            Sort sort,
            List<Matter> matters,
            int attempts,
            String stopToken,
            String address,
            String organisation) {
        long number() {
            return ids.getFirst();
        }
    }

    private record Row(long id, Sort sort, List<Matter> matters, int attempts, String stop, String to, String place) {}

    /// Called in a unit of work of the system.
    List<Integer> icbs(Instant now) {
        return jdbc.sql(ICBS)
                .param("now", Timestamp.from(now))
                .query((row, _) -> row.getInt("icb"))
                .list();
    }

    void drop(int icb, Instant now, Duration age) {
        jdbc.sql(DROP)
                .param("icb", icb)
                .param("now", Timestamp.from(now))
                .param("oldest", Timestamp.from(now.minus(age)))
                .param("today", LocalDate.ofInstant(now, Dates.LONDON))
                .update();
    }

    int doubt(int icb, Instant before) {
        return jdbc.sql(DOUBT)
                .param("icb", icb)
                .param("before", Timestamp.from(before))
                .update();
    }

    Optional<Claimed> claim(int icb, Instant now) {
        var rows = jdbc.sql(CLAIM)
                .param("icb", icb)
                .param("now", Timestamp.from(now))
                .query(this::row)
                .list();
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        var first = rows.getFirst();
        return Optional.of(new Claimed(
                rows.stream().map(Row::id).toList(),
                first.sort(),
                Matter.together(rows.stream().flatMap(r -> r.matters().stream()).toList()),
                rows.stream().mapToInt(Row::attempts).max().orElseThrow(),
                first.stop(),
                first.to(),
                first.place()));
    }

    private Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                row.getLong("id"),
                Sort.valueOf(row.getString("sort")),
                Arrays.asList(json.readValue(row.getString("counts"), Matter[].class)),
                row.getInt("attempts"),
                row.getString("stop_token"),
                row.getString("address"),
                row.getString("organisation"));
    }

    void sent(int icb, Claimed claimed, Instant now) {
        finish(icb, claimed, "SENT", null, now, null);
    }

    /// @param next when it is tried again; null to give up
    void failed(int icb, Claimed claimed, String problem, Instant now, @Nullable Instant next) {
        finish(icb, claimed, next == null ? "FAILED" : "WAITING", problem, now, next);
    }

    private void finish(
            int icb, Claimed claimed, String state, @Nullable String problem, Instant now, @Nullable Instant next) {
        jdbc.sql(FINISH)
                .param("icb", icb)
                .param("ids", claimed.ids().toArray(Long[]::new))
                .param("state", state)
                .param("problem", problem, java.sql.Types.VARCHAR)
                .param("now", Timestamp.from(now))
                .param("next", next == null ? null : Timestamp.from(next), java.sql.Types.TIMESTAMP)
                .update();
    }

    /// A mail to be written to one person where they act.
    ///
    /// @param source so that it is put once
    record Wanted(
            int icb, int organisation, int account, String source, Sort sort, List<Matter> matters, Instant next) {}

    boolean put(Wanted mail) {
        return jdbc.sql(PUT)
                        .param("icb", mail.icb())
                        .param("organisation", mail.organisation())
                        .param("account", mail.account())
                        .param("source", mail.source())
                        .param("sort", mail.sort().name())
                        .param("counts", json.writeValueAsString(mail.matters()))
                        .param("next", Timestamp.from(mail.next()))
                        .update()
                == 1;
    }
}

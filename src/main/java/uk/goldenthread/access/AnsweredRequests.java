package uk.goldenthread.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.goldenthread.database.UnitOfWork;

/// The answers that programs were given to writes with an `Idempotency-Key`, for a week.
@Component
class AnsweredRequests {
    static final Duration KEPT = Duration.ofDays(7);
    /// After this a request that was never answered, because the program ended, may be tried again.
    static final Duration GIVEN_UP = Duration.ofMinutes(10);

    private static final String SWEEP = """
            delete from answered_request
            where icb = :icb and account = :account
                and (began_at < :old or (status is null and key = :key and began_at < :givenUp))
            """;
    private static final String RESERVE = """
            insert into answered_request (account, icb, organisation, key, request, began_at)
            values (:account, :icb, :organisation, :key, :request, :now)
            on conflict (account, icb, organisation, key) do nothing
            """;
    private static final String FIND = """
            select request, status, content_type, etag, location, body
            from answered_request
            where account = :account and icb = :icb and organisation = :organisation and key = :key
            """;
    private static final String ANSWER = """
            update answered_request
            set status = :status, content_type = :contentType, etag = :etag, location = :location, body = :body
            where account = :account and icb = :icb and organisation = :organisation and key = :key
            """;
    private static final String RELEASE = """
            delete from answered_request
            where account = :account and icb = :icb and organisation = :organisation and key = :key and status is null
            """;

    private final JdbcClient jdbc;
    private final UnitOfWork work;

    AnsweredRequests(JdbcClient jdbc, UnitOfWork work) {
        this.jdbc = jdbc;
        this.work = work;
    }

    /// What is known of a key.
    sealed interface Known {
        /// Nothing before: it is now this request's.
        record Mine() implements Known {}

        /// The same request is being worked on.
        record Running() implements Known {}

        /// It was used for another request.
        record Another() implements Known {}

        /// The same request was answered.
        record Answered(Answer answer) implements Known {}
    }

    /// What a program was told.
    @SuppressWarnings("ArrayRecordComponent")
    record Answer(
            int status,
            @Nullable String contentType,
            @Nullable String etag,
            @Nullable String location,
            byte[] body) {}

    /// Takes the key for this request, or says what it was taken for.
    ///
    /// @param request what tells one request from another, 32 bytes
    Known reserve(Actor actor, String key, byte[] request, Instant now) {
        return work.write(actor.scope(), () -> {
            at(SWEEP, actor, key)
                    .param("old", Timestamp.from(now.minus(KEPT)))
                    .param("givenUp", Timestamp.from(now.minus(GIVEN_UP)))
                    .update();
            var taken = of(RESERVE, actor, key)
                    .param("request", request)
                    .param("now", Timestamp.from(now))
                    .update();
            return taken == 1
                    ? new Known.Mine()
                    : of(FIND, actor, key)
                            .query((row, _) -> known(row, request))
                            .optional()
                            .orElseGet(Known.Running::new);
        });
    }

    private static Known known(ResultSet row, byte[] request) throws SQLException {
        if (!Arrays.equals(row.getBytes("request"), request)) {
            return new Known.Another();
        }
        var status = row.getInt("status");
        return row.wasNull()
                ? new Known.Running()
                : new Known.Answered(new Answer(
                        status,
                        row.getString("content_type"),
                        row.getString("etag"),
                        row.getString("location"),
                        row.getBytes("body")));
    }

    void answered(Actor actor, String key, Answer answer) {
        work.write(
                actor.scope(),
                () -> of(ANSWER, actor, key)
                        .param("status", answer.status())
                        .param("contentType", answer.contentType(), Types.VARCHAR)
                        .param("etag", answer.etag(), Types.VARCHAR)
                        .param("location", answer.location(), Types.VARCHAR)
                        .param("body", answer.body())
                        .update());
    }

    /// Gives the key back: nothing was done under it.
    void release(Actor actor, String key) {
        work.write(actor.scope(), () -> of(RELEASE, actor, key).update());
    }

    private JdbcClient.StatementSpec of(String sql, Actor actor, String key) {
        return at(sql, actor, key).param("organisation", actor.organisation());
    }

    private JdbcClient.StatementSpec at(String sql, Actor actor, String key) {
        return jdbc.sql(sql)
                .param("account", actor.account())
                .param("icb", actor.icb())
                .param("key", key);
    }
}

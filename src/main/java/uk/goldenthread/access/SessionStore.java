package uk.goldenthread.access;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// SQL of sessions and API tokens.
@Repository
class SessionStore {
    private static final String BY_SESSION =
            "select * from lib.acting_by_session(:hash, cast(:idle || ' seconds' as interval))";
    private static final String BY_TOKEN = "select * from lib.acting_by_token(:hash)";
    private static final String BY_ACCOUNT =
            "select * from lib.acting_of(:account, :icb, :organisation, clock_timestamp())";
    private static final String OPEN = """
            insert into session (token_hash, account, icb, organisation, second_factor)
            values (:hash, :account, :icb, :organisation, :second)
            """;
    private static final String CLOSE = "delete from session where token_hash = :hash";
    private static final String CLOSE_OTHERS = "delete from session where account = :account and token_hash <> :hash";
    private static final String MOVE =
            "update session set icb = :icb, organisation = :organisation where token_hash = :hash";
    private static final String SWEEP = "delete from session where last_used_at < :before";
    private static final String ADD_TOKEN = """
            insert into api_token (account, icb, organisation, label, token_hash, expires_on)
            values (:account, :icb, :organisation, :label, :hash, :expires)
            """;
    private static final String TOKENS = """
            select id, label, created_at, last_used_on, expires_on
            from api_token
            where account = :account and revoked_at is null
            order by id
            """;
    private static final String REVOKE = """
            update api_token set revoked_at = clock_timestamp()
            where id = :id and account = :account and revoked_at is null
            """;

    private final JdbcClient jdbc;

    SessionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Who acts, as the database knows it for this request.
    record Acting(
            int account,
            String name,
            int icb,
            String icbName,
            int organisation,
            String organisationName,
            String organisationCode,
            List<String> roles,
            Instant lastUsed,
            boolean demonstration,
            int places,
            boolean secondFactor) {}

    /// A personal token as its owner sees it; the token itself is shown once, when made.
    record ApiToken(
            int id,
            String label,
            Instant createdAt,
            java.time.@org.jspecify.annotations.Nullable LocalDate lastUsedOn,
            java.time.LocalDate expiresOn) {}

    Optional<Acting> bySession(byte[] hash, Duration idle) {
        return jdbc.sql(BY_SESSION)
                .param("hash", hash)
                .param("idle", idle.toSeconds())
                .query(SessionStore::acting)
                .optional();
    }

    Optional<Acting> byToken(byte[] hash) {
        return jdbc.sql(BY_TOKEN)
                .param("hash", hash)
                .query(SessionStore::acting)
                .optional();
    }

    Optional<Acting> byAccount(int account, int icb, int organisation) {
        return jdbc.sql(BY_ACCOUNT)
                .param("account", account)
                .param("icb", icb)
                .param("organisation", organisation)
                .query(SessionStore::acting)
                .optional();
    }

    private static Acting acting(java.sql.ResultSet row, int number) throws java.sql.SQLException {
        return new Acting(
                row.getInt("account"),
                row.getString("name"),
                row.getInt("icb"),
                row.getString("icb_name"),
                row.getInt("organisation"),
                row.getString("organisation_name"),
                row.getString("organisation_code"),
                List.of((String[]) row.getArray("roles").getArray()),
                row.getTimestamp("last_used_at").toInstant(),
                row.getBoolean("demonstration"),
                row.getInt("places"),
                row.getBoolean("second_factor"));
    }

    /// @param second whether an identity provider asked for a second factor
    void open(byte[] hash, int account, int icb, int organisation, boolean second) {
        jdbc.sql(OPEN)
                .param("hash", hash)
                .param("account", account)
                .param("icb", icb)
                .param("organisation", organisation)
                .param("second", second)
                .update();
    }

    void close(byte[] hash) {
        jdbc.sql(CLOSE).param("hash", hash).update();
    }

    /// Signs the account out everywhere but in the session with this hash.
    void closeOthers(int account, byte[] hash) {
        jdbc.sql(CLOSE_OTHERS).param("account", account).param("hash", hash).update();
    }

    void move(byte[] hash, int icb, int organisation) {
        jdbc.sql(MOVE)
                .param("hash", hash)
                .param("icb", icb)
                .param("organisation", organisation)
                .update();
    }

    int sweep(Instant before) {
        return jdbc.sql(SWEEP).param("before", java.sql.Timestamp.from(before)).update();
    }

    void addToken(Actor actor, String label, byte[] hash, java.time.LocalDate expires) {
        jdbc.sql(ADD_TOKEN)
                .param("account", actor.account())
                .param("icb", actor.icb())
                .param("organisation", actor.organisation())
                .param("label", label)
                .param("hash", hash)
                .param("expires", expires)
                .update();
    }

    List<ApiToken> tokens(int account) {
        return jdbc.sql(TOKENS)
                .param("account", account)
                .query((row, _) -> new ApiToken(
                        row.getInt("id"),
                        row.getString("label"),
                        row.getTimestamp("created_at").toInstant(),
                        row.getObject("last_used_on", java.time.LocalDate.class),
                        row.getObject("expires_on", java.time.LocalDate.class)))
                .list();
    }

    boolean revoke(int id, int account) {
        return jdbc.sql(REVOKE).param("id", id).param("account", account).update() == 1;
    }
}

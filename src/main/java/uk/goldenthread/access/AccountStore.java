package uk.goldenthread.access;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// SQL of accounts, grants and known devices.
@Repository
class AccountStore {
    private static final String BY_NAME = """
            select id, sign_in_name, name, password_hash, second_factor, demonstration, version
            from account
            where sign_in_name = lower(:name) and disabled_at is null
            """;
    private static final String BY_ID = """
            select id, sign_in_name, name, password_hash, second_factor, demonstration, version
            from account
            where id = :id and disabled_at is null
            """;
    private static final String ADD = """
            insert into account (sign_in_name, name, password_hash, demonstration)
            values (lower(:signInName), :name, :hash, :demonstration)
            returning id
            """;
    private static final String GRANT = """
            insert into role_grant (account, role, icb, organisation, valid_from)
            values (:account, :role, :icb, :organisation, :from)
            on conflict (account, role, icb, organisation) where valid_to is null do nothing
            """;
    private static final String PLACES = """
            select g.icb, i.name as icb_name, g.organisation, o.name as organisation_name,
                array_agg(g.role order by g.role) as roles
            from role_grant g
            join organisation i on i.id = g.icb
            join organisation o on o.id = g.organisation
            where g.account = :account and g.valid_from <= :today and (g.valid_to is null or g.valid_to > :today)
            group by g.icb, i.name, g.organisation, o.name
            order by i.name, o.name, g.icb, g.organisation
            """;
    private static final String OTHERS_HOLDING = """
            select distinct a.name
            from role_grant g
            join account a on a.id = g.account and a.disabled_at is null
            where g.icb = :icb and g.role in (:roles) and g.account <> :account
              and g.valid_from <= :today and (g.valid_to is null or g.valid_to > :today)
            order by a.name
            limit 5
            """;
    private static final String SET_SECOND_FACTOR =
            "update account set second_factor = :secret, version = version + 1 where id = :id";
    private static final String USE_STEP =
            "update account set second_factor_step = :step where id = :id and second_factor_step < :step";
    private static final String FORGET_RECOVERY = "delete from recovery_code where account = :account";
    private static final String ADD_RECOVERY =
            "insert into recovery_code (account, code_mac) select :account, unnest(cast(:macs as bytea[]))";
    private static final String USE_RECOVERY = """
            update recovery_code set used_at = clock_timestamp()
            where account = :account and code_mac = :mac and used_at is null
            """;
    private static final String RECOVERY_LEFT =
            "select count(*) from recovery_code where account = :account and used_at is null";
    private static final String START_AGAIN = "select lib.start_account_again(:account, :hash)";
    private static final String SET_PASSWORD =
            "update account set password_hash = :hash, version = version + 1 where id = :id";
    private static final String FAIL = "insert into sign_in_failure (bucket) values (:bucket)";
    private static final String FAILURES =
            "select count(*) from sign_in_failure where bucket = :bucket and at > :since";
    private static final String FORGET_FAILURES = "delete from sign_in_failure where bucket = :bucket or at < :before";
    private static final String KNOW_DEVICE = "insert into known_device (token_hash, account) values (:hash, :account)";
    private static final String DEVICE_KNOWN =
            "select count(*) from known_device where token_hash = :hash and account = :account";
    private static final String DEMONSTRATION = """
            select a.sign_in_name, a.name, o.name as organisation_name, i.name as icb_name, g.role
            from account a
            join role_grant g on g.id =
                (select min(f.id) from role_grant f where f.account = a.id and f.valid_to is null)
            join organisation o on o.id = g.organisation
            join organisation i on i.id = g.icb
            where a.demonstration and a.disabled_at is null
            order by g.id
            """;

    private final JdbcClient jdbc;

    AccountStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @param secondFactor the encrypted secret of the authenticator app, or null when none is set up
    @SuppressWarnings("ArrayRecordComponent")
    record Account(
            int id,
            String signInName,
            String name,
            String passwordHash,
            byte @Nullable [] secondFactor,
            boolean demonstration,
            int version) {}

    /// Where an account may act, with the roles held there.
    record Place(int icb, String icbName, int organisation, String organisationName, List<String> roles) {}

    record DemonstrationAccount(String signInName, String name, String organisationName, String icbName, String role) {}

    Optional<Account> byName(String name) {
        return jdbc.sql(BY_NAME)
                .param("name", name)
                .query(AccountStore::account)
                .optional();
    }

    List<String> othersHolding(List<String> roles, Actor actor, LocalDate today) {
        return jdbc.sql(OTHERS_HOLDING)
                .param("icb", actor.icb())
                .param("roles", roles)
                .param("account", actor.account())
                .param("today", today)
                .query((row, _) -> row.getString("name"))
                .list();
    }

    Optional<Account> byId(int id) {
        return jdbc.sql(BY_ID).param("id", id).query(AccountStore::account).optional();
    }

    private static Account account(java.sql.ResultSet row, int number) throws java.sql.SQLException {
        return new Account(
                row.getInt("id"),
                row.getString("sign_in_name"),
                row.getString("name"),
                row.getString("password_hash"),
                row.getBytes("second_factor"),
                row.getBoolean("demonstration"),
                row.getInt("version"));
    }

    int add(String signInName, String name, String passwordHash, boolean demonstration) {
        return jdbc.sql(ADD)
                .param("signInName", signInName)
                .param("name", name)
                .param("hash", passwordHash)
                .param("demonstration", demonstration)
                .query(Integer.class)
                .single();
    }

    /// @return whether the person did not hold the role already
    boolean grant(int account, String role, int icb, int organisation, LocalDate from) {
        return jdbc.sql(GRANT)
                        .param("account", account)
                        .param("role", role)
                        .param("icb", icb)
                        .param("organisation", organisation)
                        .param("from", from)
                        .update()
                > 0;
    }

    List<Place> places(int account, LocalDate today) {
        return jdbc.sql(PLACES)
                .param("account", account)
                .param("today", today)
                .query((row, _) -> new Place(
                        row.getInt("icb"),
                        row.getString("icb_name"),
                        row.getInt("organisation"),
                        row.getString("organisation_name"),
                        List.of((String[]) row.getArray("roles").getArray())))
                .list();
    }

    void setSecondFactor(int account, byte @Nullable [] encrypted) {
        jdbc.sql(SET_SECOND_FACTOR)
                .param("id", account)
                .param("secret", encrypted, java.sql.Types.BINARY)
                .update();
    }

    void setPassword(int account, String hash) {
        jdbc.sql(SET_PASSWORD).param("id", account).param("hash", hash).update();
    }

    /// Remembers that the code of that step was used.
    ///
    /// @return false when it, or a later one, was used before
    boolean useStep(int account, long step) {
        return jdbc.sql(USE_STEP).param("id", account).param("step", step).update() == 1;
    }

    void replaceRecoveryCodes(int account, List<byte[]> macs) {
        jdbc.sql(FORGET_RECOVERY).param("account", account).update();
        jdbc.sql(ADD_RECOVERY)
                .param("account", account)
                .param("macs", macs.toArray(byte[][]::new))
                .update();
    }

    /// @return false when there is no such code or it was used
    boolean useRecoveryCode(int account, byte[] mac) {
        return jdbc.sql(USE_RECOVERY)
                        .param("account", account)
                        .param("mac", mac)
                        .update()
                == 1;
    }

    int recoveryCodesLeft(int account) {
        return jdbc.sql(RECOVERY_LEFT)
                .param("account", account)
                .query((row, _) -> row.getInt(1))
                .single();
    }

    /// @return false when the account is not one that the acting ICB alone gives roles to
    boolean startAgain(int account, String hash) {
        return jdbc.sql(START_AGAIN)
                .param("account", account)
                .param("hash", hash)
                .query((row, _) -> row.getBoolean(1))
                .single();
    }

    void fail(byte[] bucket) {
        jdbc.sql(FAIL).param("bucket", bucket).update();
    }

    int failures(byte[] bucket, Instant since) {
        return jdbc.sql(FAILURES)
                .param("bucket", bucket)
                .param("since", java.sql.Timestamp.from(since))
                .query(Integer.class)
                .single();
    }

    void forgetFailures(byte[] bucket, Instant before) {
        jdbc.sql(FORGET_FAILURES)
                .param("bucket", bucket)
                .param("before", java.sql.Timestamp.from(before))
                .update();
    }

    void knowDevice(byte[] hash, int account) {
        jdbc.sql(KNOW_DEVICE).param("hash", hash).param("account", account).update();
    }

    boolean deviceKnown(byte[] hash, int account) {
        return jdbc.sql(DEVICE_KNOWN)
                        .param("hash", hash)
                        .param("account", account)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    List<DemonstrationAccount> demonstrationAccounts() {
        return jdbc.sql(DEMONSTRATION)
                .query((row, _) -> new DemonstrationAccount(
                        row.getString("sign_in_name"),
                        row.getString("name"),
                        row.getString("organisation_name"),
                        row.getString("icb_name"),
                        row.getString("role")))
                .list();
    }
}

package uk.goldenthread.database;

import com.zaxxer.hikari.HikariDataSource;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Starts or finds the database, brings it up to date as its owner, and gives the application a pool of connections
/// that
/// are only `gt_app`.
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {
    private static final int OLDEST = 150_000;

    /// What the application connects to, and what it must stop at the end.
    record Started(
            String url,
            String user,
            @Nullable String password,
            @Nullable EmbeddedPostgres embedded,
            boolean giveAway) implements AutoCloseable {
        @Override
        public void close() {
            if (embedded != null) {
                embedded.close();
            }
        }
    }

    @Bean(destroyMethod = "close")
    Started startedDatabase(ObjectProvider<EarlyStart.Underway> early, Environment environment) {
        var underway = early.getIfAvailable();
        return underway == null ? start(environment) : underway.await();
    }

    static Started start(Environment environment) {
        var settings = DatabaseSettings.from(environment);
        return settings.url() == null ? embedded(settings) : external(settings, settings.url());
    }

    @Bean(destroyMethod = "close")
    HikariDataSource dataSource(Started started) {
        var pool = new HikariDataSource();
        pool.setPoolName("golden-thread");
        pool.setJdbcUrl(started.url());
        pool.setUsername(started.user());
        if (started.password() != null) {
            pool.setPassword(started.password());
        }
        pool.setMaximumPoolSize(20);
        pool.setMinimumIdle(4);
        pool.setConnectionTimeout(5_000);
        pool.addDataSourceProperty("ApplicationName", "golden-thread");
        pool.addDataSourceProperty("tcpKeepAlive", "true");
        pool.addDataSourceProperty("prepareThreshold", "3");
        pool.setConnectionInitSql((started.giveAway() ? "set role gt_app; " : "")
                + "set search_path = app, lib; set statement_timeout = '60s'; set timezone = 'UTC'; "
                // Planning a statement under row-level security takes longer than running it: plan each once.
                + "set plan_cache_mode = force_generic_plan");
        return pool;
    }

    @Bean
    JdbcClient jdbcClient(DataSource dataSource) {
        return JdbcClient.create(dataSource);
    }

    private static Started embedded(DatabaseSettings settings) {
        var postgres = EmbeddedPostgres.start(settings.dataFolder());
        var password = HexFormat.of().formatHex(new SecureRandom().generateSeed(16));
        var owner = owner(postgres.url(), postgres.owner(), postgres.password());
        Migrations.bringUpToDate(owner);
        JdbcClient.create(owner)
                .sql("alter role gt_app login password '" + password + "'")
                .update();
        return new Started(postgres.url(), "gt_app", password, postgres, false);
    }

    private static Started external(DatabaseSettings settings, String url) {
        var apart = settings.ownerUser() != null;
        var owner = apart
                ? owner(url, settings.ownerUser(), settings.ownerPassword())
                : owner(url, settings.user(), settings.password());
        refuseTooOld(JdbcClient.create(owner)
                .sql("select current_setting('server_version_num')::int")
                .query(Integer.class)
                .single());
        Migrations.bringUpToDate(owner);
        if (!apart) {
            JdbcClient.create(owner).sql(MAY_GIVE_AWAY).update();
        }
        return new Started(url, java.util.Objects.requireNonNull(settings.user()), settings.password(), null, !apart);
    }

    /// @param version as PostgreSQL numbers itself: 150004 is 15.4
    /// @throws IllegalStateException when the system cannot run on it
    static void refuseTooOld(int version) {
        if (version < OLDEST) {
            throw new IllegalStateException(
                    "GOLDENTHREAD_DB_URL leads to PostgreSQL %d, and 15 to 18 is needed".formatted(version / 10_000));
        }
    }

    /// Who made a role may since PostgreSQL 16 administer it, but become it only when granted so.
    private static final String MAY_GIVE_AWAY = """
            do $$
            begin
                begin
                    set local role gt_app;
                    reset role;
                exception when insufficient_privilege then
                    execute format('grant gt_app to %I', current_user);
                end;
            end
            $$
            """;

    private static DataSource owner(String url, @Nullable String user, @Nullable String password) {
        var source = new PGSimpleDataSource();
        source.setURL(url);
        source.setUser(user);
        source.setPassword(password);
        return source;
    }
}

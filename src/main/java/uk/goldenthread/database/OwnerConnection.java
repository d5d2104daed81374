package uk.goldenthread.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/// The database as its owner sees it, for commands run beside or without the application: the external one that the
/// environment names, the embedded one where it is running, or the embedded one started for the command alone.
public final class OwnerConnection implements AutoCloseable {
    private static final int POSTGRES_PORT = 5432;

    private final PGSimpleDataSource source;
    private final @Nullable EmbeddedPostgres started;

    private OwnerConnection(PGSimpleDataSource source, @Nullable EmbeddedPostgres started) {
        this.source = source;
        this.started = started;
    }

    /// Opens it.
    ///
    /// @param data the data folder of the embedded database
    /// @param environment where GOLDENTHREAD_DB_URL and its companions are looked for
    /// @throws IllegalStateException when there is no database there
    public static OwnerConnection open(Path data, Map<String, String> environment) {
        var url = environment.get("GOLDENTHREAD_DB_URL");
        if (url != null) {
            if (!url.startsWith("jdbc:postgresql:")) {
                throw new IllegalStateException("GOLDENTHREAD_DB_URL must start with jdbc:postgresql:");
            }
            var user = environment.getOrDefault("GOLDENTHREAD_DB_OWNER_USER", environment.get("GOLDENTHREAD_DB_USER"));
            var password = environment.getOrDefault(
                    "GOLDENTHREAD_DB_OWNER_PASSWORD", environment.get("GOLDENTHREAD_DB_PASSWORD"));
            return new OwnerConnection(source(url, user, password), null);
        }
        var base = OperatingUser.current().reachable(data.resolve("database")).toAbsolutePath();
        if (!Files.exists(base.resolve("cluster"))) {
            throw new IllegalStateException("there is no Golden Thread database in " + data);
        }
        return EmbeddedPostgres.isInUse(data) ? running(base) : started(data);
    }

    /// Opens it, and makes an embedded one, empty, where there is none.
    public static OwnerConnection openOrMake(Path data, Map<String, String> environment) {
        var base = OperatingUser.current().reachable(data.resolve("database")).toAbsolutePath();
        return environment.get("GOLDENTHREAD_DB_URL") == null && !Files.exists(base.resolve("cluster"))
                ? started(data)
                : open(data, environment);
    }

    private static OwnerConnection started(Path data) {
        var postgres = EmbeddedPostgres.start(data);
        return new OwnerConnection(source(postgres.url(), postgres.owner(), postgres.password()), postgres);
    }

    private static OwnerConnection running(Path base) {
        try {
            var port = Files.readAllLines(base.resolve("cluster/postmaster.pid"))
                    .get(3)
                    .strip();
            var password = Files.readString(base.resolve("owner-password")).strip();
            return new OwnerConnection(
                    source("jdbc:postgresql://127.0.0.1:%s/postgres".formatted(port), "gt_owner", password), null);
        } catch (IOException e) {
            throw new UncheckedIOException("the running database's address could not be read", e);
        }
    }

    private static PGSimpleDataSource source(String url, @Nullable String user, @Nullable String password) {
        var source = new PGSimpleDataSource();
        source.setURL(url);
        source.setUser(user);
        source.setPassword(password);
        source.setCurrentSchema("app,lib");
        return source;
    }

    public DataSource source() {
        return source;
    }

    /// Its address and login as PostgreSQL's own programs read them from the environment.
    Map<String, String> libpq() {
        var variables = new HashMap<String, String>();
        variables.put("PGHOST", String.join(",", source.getServerNames()));
        variables.put(
                "PGPORT",
                Arrays.stream(source.getPortNumbers())
                        .mapToObj(port -> Integer.toString(port == 0 ? POSTGRES_PORT : port))
                        .collect(Collectors.joining(",")));
        put(variables, "PGDATABASE", source.getDatabaseName());
        put(variables, "PGUSER", source.getUser());
        put(variables, "PGPASSWORD", source.getPassword());
        put(variables, "PGSSLMODE", source.getSslMode());
        put(variables, "PGSSLROOTCERT", source.getSslRootCert());
        if (source.getServerNames().length > 1) {
            variables.put("PGTARGETSESSIONATTRS", "read-write");
        }
        return variables;
    }

    private static void put(Map<String, String> variables, String name, @Nullable String value) {
        if (value != null) {
            variables.put(name, value);
        }
    }

    @Override
    public void close() {
        if (started != null) {
            started.close();
        }
    }
}

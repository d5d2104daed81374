package uk.goldenthread.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/// The database as its owner sees it, for commands run beside or without the application: the external one that the
/// environment names, the embedded one where it is running, or the embedded one started for the command alone.
public final class OwnerConnection implements AutoCloseable {
    private final DataSource source;
    private final @Nullable EmbeddedPostgres started;

    private OwnerConnection(DataSource source, @Nullable EmbeddedPostgres started) {
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
            var user = environment.getOrDefault("GOLDENTHREAD_DB_OWNER_USER", environment.get("GOLDENTHREAD_DB_USER"));
            var password = environment.getOrDefault(
                    "GOLDENTHREAD_DB_OWNER_PASSWORD", environment.get("GOLDENTHREAD_DB_PASSWORD"));
            return new OwnerConnection(source(url, user, password), null);
        }
        var base = OperatingUser.current().reachable(data.resolve("database")).toAbsolutePath();
        if (!Files.exists(base.resolve("cluster"))) {
            throw new IllegalStateException("there is no Golden Thread database in " + data);
        }
        if (EmbeddedPostgres.isInUse(data)) {
            return running(base);
        }
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

    private static DataSource source(String url, @Nullable String user, @Nullable String password) {
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

    @Override
    public void close() {
        if (started != null) {
            started.close();
        }
    }
}

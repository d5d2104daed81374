package uk.goldenthread.database;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;

/// Which database: the embedded one in the data folder, or one named by address.
///
/// @param url the JDBC address of an external PostgreSQL, or null for the embedded one
/// @param user the external database's user for the application
/// @param ownerUser the external database's user for migrations; when absent `user` migrates, and the application gives
///     its rights away (`set role gt_app`) on each connection
/// @param dataFolder the folder of the embedded database, and of the identity key
record DatabaseSettings(
        @Nullable String url,
        @Nullable String user,
        @Nullable String password,
        @Nullable String ownerUser,
        @Nullable String ownerPassword,
        Path dataFolder) {

    static DatabaseSettings from(Environment environment) {
        var url = environment.getProperty("GOLDENTHREAD_DB_URL");
        if (url != null && !url.startsWith("jdbc:postgresql:")) {
            throw new IllegalStateException("GOLDENTHREAD_DB_URL must start with jdbc:postgresql:");
        }
        var user = environment.getProperty("GOLDENTHREAD_DB_USER");
        if (url != null && user == null) {
            throw new IllegalStateException("GOLDENTHREAD_DB_URL is set, so GOLDENTHREAD_DB_USER is needed too");
        }
        return new DatabaseSettings(
                url,
                user,
                environment.getProperty("GOLDENTHREAD_DB_PASSWORD"),
                environment.getProperty("GOLDENTHREAD_DB_OWNER_USER"),
                environment.getProperty("GOLDENTHREAD_DB_OWNER_PASSWORD"),
                Path.of(environment.getProperty("GOLDENTHREAD_DATA", "data")));
    }
}

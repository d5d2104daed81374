package uk.goldenthread.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Brings the schema up to date. Migrations are named by date and may land out of order from
/// several branches.
///
/// Flyway reads and checks every migration at each start, which takes longer than the rest of the
/// database's start. So
/// the database remembers a fingerprint of the migrations it was last brought to, and Flyway is
/// asked only when the
/// program's are others.
final class Migrations {
    private static final String KNOWN = """
            select obj_description(oid, 'pg_namespace') from pg_namespace where nspname = 'lib'
            """;

    private Migrations() {}

    static void bringUpToDate(DataSource owner) {
        var jdbc = JdbcClient.create(owner);
        var wanted = "Functions. Migrations: " + fingerprint();
        var known = jdbc.sql(KNOWN).query(String.class).optional().orElse("");
        if (wanted.equals(known)) {
            return;
        }
        Flyway.configure()
                .dataSource(owner)
                .locations("classpath:db/migration")
                .defaultSchema("app")
                .outOfOrder(true)
                .validateMigrationNaming(true)
                .load()
                .migrate();
        jdbc.sql("comment on schema lib is '" + wanted + "'").update();
    }

    /// SHA-256 over the names and texts of the migrations that this program carries.
    static String fingerprint() {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            var all = new PathMatchingResourcePatternResolver().getResources("classpath*:db/migration/**/*.sql");
            Arrays.sort(all, Comparator.comparing(Migrations::name));
            for (var each : all) {
                var text = each.getContentAsByteArray();
                sha.update((name(each) + ":" + text.length + "\n").getBytes(StandardCharsets.UTF_8));
                sha.update(text);
            }
            return HexFormat.of().formatHex(sha.digest());
        } catch (IOException e) {
            throw new UncheckedIOException("the migrations could not be read", e);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    private static String name(Resource migration) {
        return String.valueOf(migration.getFilename());
    }
}

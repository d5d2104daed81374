package uk.goldenthread.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;

/// Backup and restore on a server of our own, or on the one whose superuser the settings GOLDENTHREAD_TEST_DB_URL,
/// _USER and _PASSWORD name. The round trip needs a `pg_dump` no older than that server.
class BackupTest {
    private static final Path FOLDER =
            Path.of("target", "backup-" + ProcessHandle.current().pid()).toAbsolutePath();
    private static final String PATH = System.getenv("PATH");

    private static EmbeddedPostgres server;
    private static String url;
    private static String user;
    private static String password;

    @BeforeAll
    static void aServerWithASystem() throws IOException {
        Files.createDirectories(FOLDER);
        url = System.getenv("GOLDENTHREAD_TEST_DB_URL");
        user = System.getenv("GOLDENTHREAD_TEST_DB_USER");
        password = System.getenv("GOLDENTHREAD_TEST_DB_PASSWORD");
        if (url == null) {
            server = EmbeddedPostgres.start(FOLDER);
            url = server.url();
            user = server.owner();
            password = server.password();
        }
        var superuser = client("");
        superuser.sql("create database backup_full").update();
        superuser.sql("create database backup_empty").update();
        try (var full = open("backup_full")) {
            Migrations.bringUpToDate(full.source());
        }
    }

    @AfterAll
    static void end() throws IOException {
        client("").sql("drop database backup_full").update();
        client("").sql("drop database backup_empty").update();
        if (server != null) {
            server.close();
        }
        FileSystemUtils.deleteRecursively(FOLDER);
    }

    @Test
    void withoutTheProgramsOneSentenceSaysSoAndNamesTheColdCopy() {
        try (var full = open("backup_full")) {
            assertThatThrownBy(() -> new Backup(full, FOLDER.toString()).write(FOLDER.resolve("none.backup")))
                    .hasMessage("PostgreSQL's pg_dump is not on the PATH. Stop the system and copy its data folder"
                            + " instead (docs/operations.md, Backup).");
        }
        assertThat(FOLDER.resolve("none.backup")).doesNotExist();
    }

    @Test
    void aProgramOlderThanTheServerIsNotTried() throws IOException {
        var old = Files.createDirectories(FOLDER.resolve("old"));
        Files.writeString(
                Files.createFile(
                        old.resolve("pg_dump"),
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x"))),
                "#!/bin/sh\necho 'pg_dump (PostgreSQL) 9.6.24'\n");

        try (var full = open("backup_full")) {
            assertThatThrownBy(() -> new Backup(full, old.toString()).write(FOLDER.resolve("old.backup")))
                    .hasMessageStartingWith("pg_dump (PostgreSQL) 9.6.24 is older than the server, PostgreSQL 1")
                    .hasMessageContaining("copy its data folder");
        }
    }

    @Test
    void aSystemThatIsThereIsNeitherRestoredOverNorABackupWrittenOver() throws IOException {
        var file = Files.writeString(FOLDER.resolve("there.backup"), "kept");

        try (var full = open("backup_full")) {
            assertThatThrownBy(() -> new Backup(full, PATH).restore(file))
                    .hasMessage("This database already holds a system; restore into an empty one.");
            assertThatThrownBy(() -> new Backup(full, PATH).write(file)).hasMessageContaining("is there already");
            assertThatThrownBy(() -> new Backup(full, PATH).restore(FOLDER.resolve("missing")))
                    .hasMessageStartingWith("There is no backup to read");
        }
        assertThat(file).hasContent("kept");
    }

    @Test
    void whatIsRestoredIsWhatWasThereWithItsPoliciesAndRights() throws IOException {
        var file = FOLDER.resolve("whole.backup");
        try (var full = open("backup_full");
                var empty = open("backup_empty")) {
            try {
                new Backup(full, PATH).write(file);
            } catch (IllegalStateException e) {
                Assumptions.abort(e.getMessage());
            }
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");

            new Backup(empty, PATH).restore(file);

            assertThat(contents("backup_empty"))
                    .isEqualTo(contents("backup_full"))
                    .isNotEmpty();
            Migrations.bringUpToDate(empty.source()); // as the program's next start does: nothing to do
        }
    }

    /// Every migration made, every policy, every right given on a table.
    private static List<String> contents(String database) {
        return client(database).sql("""
                        select script || checksum from app.flyway_schema_history
                        union all
                        select concat_ws(' ', schemaname, tablename, policyname, qual, with_check) from pg_policies
                        union all
                        select concat_ws(' ', n.nspname, c.relname, c.relrowsecurity, c.relacl) from pg_class c
                        join pg_namespace n on n.oid = c.relnamespace
                        where n.nspname in ('app', 'lib', 'ledger', 'history', 'asat', 'person')
                        order by 1
                        """).query((row, _) -> row.getString(1)).list();
    }

    private static OwnerConnection open(String database) {
        var settings = Map.of(
                "GOLDENTHREAD_DB_URL", in(database),
                "GOLDENTHREAD_DB_OWNER_USER", user,
                "GOLDENTHREAD_DB_OWNER_PASSWORD", password);
        return OwnerConnection.open(FOLDER, settings);
    }

    private static JdbcClient client(String database) {
        var source = new org.postgresql.ds.PGSimpleDataSource();
        source.setURL(database.isEmpty() ? url : in(database));
        source.setUser(user);
        source.setPassword(password);
        return JdbcClient.create(source);
    }

    private static String in(String database) {
        return url.substring(0, url.lastIndexOf('/') + 1) + database;
    }
}

package uk.goldenthread.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The whole database in one file while the system runs, and an empty database filled from such a file: by PostgreSQL's
/// own `pg_dump` and `pg_restore`, which must be on the PATH and no older than the server.
public final class Backup {
    private static final Pattern MAJOR = Pattern.compile("(\\d+)");
    private static final String COLD = "Stop the system and copy its data folder instead (docs/operations.md, Backup).";
    private static final String EMPTY = """
            select count(*) from information_schema.schemata where schema_name in ('app', 'lib', 'ledger', 'history')
            """;
    /// Roles belong to the server and not to the database, so that no dump holds them.
    private static final String ROLES = """
            do $$ begin
                if not exists (select from pg_roles where rolname = 'gt_app') then create role gt_app nologin; end if;
                if not exists (select from pg_roles where rolname = 'gt_read') then create role gt_read nologin; end if;
            end $$
            """;

    private final OwnerConnection database;
    private final String path;

    /// @param path where the programs are looked for, as the environment's PATH
    public Backup(OwnerConnection database, String path) {
        this.database = database;
        this.path = path;
    }

    /// Writes one consistent state of the database, readable by this user alone.
    ///
    /// @throws IllegalStateException when the file is there already, the program is missing or too old,
    /// or it failed
    public void write(Path file) {
        if (Files.exists(file)) {
            throw new IllegalStateException(file + " is there already; a backup is never written over another.");
        }
        var program = program("pg_dump");
        var whole = file.toAbsolutePath();
        try {
            var partial = Files.createTempFile(
                    whole.getParent(),
                    ".backup-",
                    ".partial",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            try {
                run(List.of(program, "--format=custom", "--no-password", "--file=" + partial));
                Files.move(partial, whole, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(partial);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the backup could not be written to " + file, e);
        }
    }

    /// Fills this database, which must hold nothing of ours, in one transaction: a restore that fails leaves it empty.
    ///
    /// @throws IllegalStateException when it is not empty, the file is missing, the program is missing or
    /// too old, or it failed
    public void restore(Path file) {
        if (!Files.isReadable(file)) {
            throw new IllegalStateException("There is no backup to read in " + file + ".");
        }
        var jdbc = JdbcClient.create(database.source());
        if (jdbc.sql(EMPTY).query((row, _) -> row.getInt(1)).single() > 0) {
            throw new IllegalStateException("This database already holds a system; restore into an empty one.");
        }
        var program = program("pg_restore");
        jdbc.sql(ROLES).update();
        run(List.of(
                program,
                "--no-owner",
                "--single-transaction",
                "--exit-on-error",
                "--no-password",
                "--dbname=" + database.libpq().get("PGDATABASE"),
                file.toAbsolutePath().toString()));
    }

    /// Where the program lies.
    private String program(String name) {
        var found = Arrays.stream(path.split(java.io.File.pathSeparator))
                .filter(folder -> !folder.isBlank())
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(
                        () -> new IllegalStateException("PostgreSQL's %s is not on the PATH. %s".formatted(name, COLD)))
                .toString();
        int server = JdbcClient.create(database.source())
                .sql("select current_setting('server_version_num')::int / 10000")
                .query((row, _) -> row.getInt(1))
                .single();
        var says = run(List.of(found, "--version"));
        var number = MAJOR.matcher(says);
        if (!number.find() || Integer.parseInt(number.group()) < server) {
            throw new IllegalStateException(
                    "%s is older than the server, PostgreSQL %d. %s".formatted(says.strip(), server, COLD));
        }
        return found;
    }

    /// What it printed. The address and password go by the environment, which other users cannot read.
    private String run(List<String> command) {
        try {
            var output = Files.createTempFile("golden-thread-backup", ".log");
            try {
                var builder = new ProcessBuilder(new ArrayList<>(command))
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile());
                builder.environment().putAll(database.libpq());
                int code = builder.start().waitFor();
                var said = Files.readString(output);
                if (code != 0) {
                    throw new IllegalStateException("%s did not succeed: %s"
                            .formatted(Path.of(command.getFirst()).getFileName(), said.strip()));
                }
                return said;
            } finally {
                Files.delete(output);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for " + command.getFirst(), e);
        }
    }
}

package uk.goldenthread.database;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/// PostgreSQL's programs for this machine, unpacked once from the jar into a folder named after their content.
final class PostgresBinaries {
    private static final Set<PosixFilePermission> FOR_ALL_TO_RUN =
            java.nio.file.attribute.PosixFilePermissions.fromString("rwxr-xr-x");

    private PostgresBinaries() {}

    /// The folder that holds `bin/postgres`; unpacks on first use. Unpacking goes beside and is then moved, so a killed
    /// first start leaves nothing half-made.
    ///
    /// @throws IllegalStateException when there are no programs for this kind of machine
    static Path unpackInto(Path folder) {
        var archive = archiveName();
        try {
            var target = folder.resolve("postgresql-" + digest(archive));
            if (Files.exists(target)) {
                return target;
            }
            Files.createDirectories(folder);
            var beside = Files.createTempDirectory(folder, "unpacking-");
            unpack(archive, beside);
            Files.setPosixFilePermissions(beside, FOR_ALL_TO_RUN);
            try {
                Files.move(beside, target, StandardCopyOption.ATOMIC_MOVE);
            } catch (FileAlreadyExistsException e) {
                return target; // another start was quicker; what it unpacked is the same
            }
            return target;
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL could not be unpacked into " + folder, e);
        }
    }

    private static String archiveName() {
        var system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        var os = system.contains("mac") ? "darwin" : system.contains("win") ? "windows" : "linux";
        var machine = System.getProperty("os.arch", "");
        var architecture = machine.equals("aarch64") ? "arm_64" : "x86_64";
        var name = "postgres-%s-%s.txz".formatted(os, architecture);
        if (PostgresBinaries.class.getResource("/" + name) == null) {
            throw new IllegalStateException(
                    "There is no embedded PostgreSQL for %s on %s. Set GOLDENTHREAD_DB_URL to use a PostgreSQL 15 to 18 of your own."
                            .formatted(system, machine));
        }
        return name;
    }

    private static InputStream open(String archive) {
        var stream = PostgresBinaries.class.getResourceAsStream("/" + archive);
        return java.util.Objects.requireNonNull(stream);
    }

    private static String digest(String archive) throws IOException {
        try (var in = open(archive)) {
            var sha = MessageDigest.getInstance("SHA-256");
            var buffer = new byte[1 << 16];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                sha.update(buffer, 0, n);
            }
            return HexFormat.of().formatHex(sha.digest()).substring(0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    private static void unpack(String archive, Path into) throws IOException {
        try (var tar = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(open(archive))))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                var path = into.resolve(entry.getName()).normalize();
                if (!path.startsWith(into)) {
                    throw new IOException("an entry of the PostgreSQL archive leads out of its folder");
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(path);
                } else if (entry.isSymbolicLink()) {
                    Files.createDirectories(path.getParent());
                    Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
                } else {
                    Files.createDirectories(path.getParent());
                    Files.copy(tar, path);
                    if ((entry.getMode() & 0100) != 0) {
                        Files.setPosixFilePermissions(path, FOR_ALL_TO_RUN);
                    }
                }
            }
        }
    }
}

package uk.goldenthread.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The operating system's user under whom PostgreSQL runs. PostgreSQL refuses to run as root, so root hands it to an
/// account without rights; anyone else runs it as themselves.
///
/// @param account the account to change to, or null to stay as we are
record OperatingUser(@Nullable String account) {

    static OperatingUser current() {
        if (!"root".equals(System.getProperty("user.name"))) {
            return new OperatingUser(null);
        }
        return new OperatingUser(exists("postgres") ? "postgres" : "nobody");
    }

    /// The command as it must be run so that this user runs it.
    List<String> running(List<String> command) {
        if (account == null) {
            return command;
        }
        var whole = new ArrayList<String>(
                List.of("setpriv", "--reuid", account, "--regid", groupOf(account), "--clear-groups", "--"));
        whole.addAll(command);
        return whole;
    }

    /// Where the database's files can lie: the wanted folder when this user can get to it, otherwise (root's own home
    /// is
    /// closed to everyone else) a folder under /var/lib named after the wanted one.
    Path reachable(Path wanted) {
        if (account == null
                || everyoneMayPass(wanted.toAbsolutePath().normalize().getParent())) {
            return wanted;
        }
        var name = HexFormat.of()
                .toHexDigits(wanted.toAbsolutePath().normalize().toString().hashCode());
        return Path.of("/var/lib/golden-thread", name);
    }

    void own(Path path) {
        if (account == null) {
            return;
        }
        try {
            var lookup = path.getFileSystem().getUserPrincipalLookupService();
            Files.setOwner(path, lookup.lookupPrincipalByName(account));
            Files.setAttribute(
                    path,
                    "posix:group",
                    lookup.lookupPrincipalByGroupName(groupName(account)),
                    LinkOption.NOFOLLOW_LINKS);
        } catch (IOException e) {
            throw new UncheckedIOException("could not hand %s to the account %s".formatted(path, account), e);
        }
    }

    private static boolean everyoneMayPass(@Nullable Path folder) {
        for (var f = folder; f != null; f = f.getParent()) {
            try {
                if (Files.exists(f)
                        && !Files.getPosixFilePermissions(f)
                                .contains(java.nio.file.attribute.PosixFilePermission.OTHERS_EXECUTE)) {
                    return false;
                }
            } catch (IOException e) {
                return false;
            }
        }
        return true;
    }

    private static boolean exists(String account) {
        return passwd(account) != null;
    }

    private static String groupOf(String account) {
        var line = passwd(account);
        return line == null ? account : line.split(":", -1)[3];
    }

    private static String groupName(String account) {
        var id = groupOf(account);
        try (var lines = Files.lines(Path.of("/etc/group"))) {
            return lines.map(l -> l.split(":", -1))
                    .filter(fields -> fields[2].equals(id))
                    .map(fields -> fields[0])
                    .findFirst()
                    .orElse(id);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable String passwd(String account) {
        try (var lines = Files.lines(Path.of("/etc/passwd"))) {
            return lines.filter(l -> l.startsWith(account + ":")).findFirst().orElse(null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

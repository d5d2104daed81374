package uk.goldenthread.evidence.service;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import org.springframework.stereotype.Component;
import uk.goldenthread.access.Actor;
import uk.goldenthread.evidence.intake.FileCheck;
import uk.goldenthread.evidence.intake.FileType;
import uk.goldenthread.evidence.service.AntiVirus.Scan;
import uk.goldenthread.kernel.outcome.Clause;
import uk.goldenthread.kernel.outcome.Outcome;
import uk.goldenthread.ledger.Ledger;

/// Looks at a file before anything of it is stored: what it is, whether it is safe, and its digest (BR-
/// EVD-3 and -4). No
/// database connection is held meanwhile.
@Component
class FileIntake {
    private static final Clause SCANNED = new Clause("BR-EVD-4", "Files of evidence are scanned by antivirus");

    private final AntiVirus antiVirus;
    private final Ledger ledger;

    FileIntake(AntiVirus antiVirus, Ledger ledger) {
        this.antiVirus = antiVirus;
        this.ledger = ledger;
    }

    /// A file that may be taken.
    ///
    /// @param sha256 of its bytes, in hexadecimal
    /// @param scan `CLEAN` or `NOT_SCANNED`
    record Checked(FileType type, String name, long bytes, String sha256, String scan) {}

    Outcome<Checked> check(Actor actor, Incoming incoming) {
        try {
            return switch (FileCheck.check(incoming.file(), incoming.name())) {
                case Outcome.Refused<FileType>(var reasons) -> Outcome.refused(reasons);
                case Outcome.Accepted<FileType>(var type) -> scanned(actor, incoming, type);
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Outcome<Checked> scanned(Actor actor, Incoming incoming, FileType type) throws IOException {
        return switch (antiVirus.scan(incoming.file())) {
            case Scan.Clean _ -> Outcome.accepted(checked(incoming, type, "CLEAN"));
            case Scan.NotScanned _ -> Outcome.accepted(checked(incoming, type, "NOT_SCANNED"));
            case Scan.Infected(var signature) -> {
                ledger.recordApart(
                        actor.scope(), "EVIDENCE_VIRUS_REFUSED", "evidence/refused", Map.of("signature", signature));
                yield Outcome.refused(
                        "file",
                        "The antivirus scan found a virus in this file. Nothing of it was kept. Tell your IT service desk.",
                        SCANNED);
            }
            case Scan.NoAnswer _ ->
                Outcome.refused(
                        "file",
                        "The antivirus scan does not answer, so no file can be taken now. Try again in a few minutes.",
                        SCANNED);
        };
    }

    private static Checked checked(Incoming incoming, FileType type, String scan) throws IOException {
        return new Checked(type, incoming.name(), Files.size(incoming.file()), digest(incoming), scan);
    }

    private static String digest(Incoming incoming) throws IOException {
        try (var in = Files.newInputStream(incoming.file())) {
            var digest = MessageDigest.getInstance("SHA-256");
            var buffer = new byte[64 * 1024];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }
}

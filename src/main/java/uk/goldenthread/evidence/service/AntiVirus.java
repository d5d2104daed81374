package uk.goldenthread.evidence.service;

import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/// Asks an antivirus daemon of what comes in, over clamd's INSTREAM: `GOLDENTHREAD_CLAMD=host:port`.
/// Where none is set
/// files are taken unscanned, and pages say so; where one is set and does not answer, none is taken.
@Component
public final class AntiVirus {
    private static final Logger LOG = LoggerFactory.getLogger(AntiVirus.class);
    private static final String SETTING = "GOLDENTHREAD_CLAMD";
    private static final int CONNECT_MILLISECONDS = 3_000;
    private static final int ANSWER_MILLISECONDS = 60_000;
    private static final int PIECE = 64 * 1024;
    private static final int LONGEST_ANSWER = 1024;

    private final Environment environment;

    /// @throws IllegalArgumentException when the daemon's address is none
    public AntiVirus(Environment environment) {
        this.environment = environment;
        if (isSet()) {
            daemon(); // a wrong value stops the start
        }
    }

    /// What the daemon said of a file.
    public sealed interface Scan {
        /// Nothing was found.
        record Clean() implements Scan {}

        /// No daemon is set up.
        record NotScanned() implements Scan {}

        /// A virus.
        ///
        /// @param signature the daemon's name for it
        record Infected(String signature) implements Scan {}

        /// The daemon is set up and gave no answer.
        record NoAnswer() implements Scan {}
    }

    public boolean isSet() {
        return !environment.getProperty(SETTING, "").isBlank();
    }

    private InetSocketAddress daemon() {
        var written = environment.getProperty(SETTING, "").strip();
        int colon = written.lastIndexOf(':');
        if (colon < 1
                || !written.substring(colon + 1).matches("[1-9]\\d{0,4}")
                || Integer.parseInt(written.substring(colon + 1)) > 0xFFFF) {
            throw new IllegalArgumentException(SETTING + " must be like localhost:3310");
        }
        return new InetSocketAddress(written.substring(0, colon), Integer.parseInt(written.substring(colon + 1)));
    }

    Scan scan(Path file) {
        if (!isSet()) {
            return new Scan.NotScanned();
        }
        try {
            return read(ask(file));
        } catch (IOException e) {
            LOG.error("the antivirus daemon does not answer: {}", e.getMessage());
            return new Scan.NoAnswer();
        }
    }

    /// Sends the file in pieces, each after its length, and an empty one at the end.
    private String ask(Path file) throws IOException {
        try (var socket = new Socket();
                var content = Files.newInputStream(file)) {
            socket.connect(daemon(), CONNECT_MILLISECONDS);
            socket.setSoTimeout(ANSWER_MILLISECONDS);
            var out = new DataOutputStream(socket.getOutputStream());
            out.write("zINSTREAM\0".getBytes(StandardCharsets.US_ASCII));
            for (var piece = content.readNBytes(PIECE); piece.length > 0; piece = content.readNBytes(PIECE)) {
                out.writeInt(piece.length);
                out.write(piece);
            }
            out.writeInt(0);
            out.flush();
            return new String(socket.getInputStream().readNBytes(LONGEST_ANSWER), StandardCharsets.UTF_8)
                    .replace("\0", "")
                    .strip();
        }
    }

    /// `stream: OK`, `stream: Eicar-Test-Signature FOUND`, or an error in words.
    private static Scan read(String answer) {
        if (answer.equals("stream: OK")) {
            return new Scan.Clean();
        }
        if (answer.startsWith("stream: ") && answer.endsWith(" FOUND")) {
            return new Scan.Infected(answer.substring("stream: ".length(), answer.length() - " FOUND".length()));
        }
        LOG.error("the antivirus daemon answered: {}", answer);
        return new Scan.NoAnswer();
    }
}

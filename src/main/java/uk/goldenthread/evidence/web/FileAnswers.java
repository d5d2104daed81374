package uk.goldenthread.evidence.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.IntFunction;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import uk.goldenthread.access.HiddenException;
import uk.goldenthread.evidence.store.FileStore.Version;
import uk.goldenthread.evidence.web.EvidenceWords.Showing;

/// How files leave: chunk by chunk, always to be saved, but for kinds that can be looked at safely in the page.
/// Whatever
/// a file is, a browser takes it for nothing else and runs nothing in it.
final class FileAnswers {
    private static final String DOES_NOTHING = "sandbox; default-src 'none'; frame-ancestors 'none'";
    private static final String SHOWN_ONLY =
            "sandbox; default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'self'";
    /// A browser's own PDF reader does not start in a sandbox of ours; it has its own.
    private static final String PDF_ONLY =
            "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'self'";

    private FileAnswers() {}

    /// @param chunk reads one part of the file
    static void save(Version version, IntFunction<byte[]> chunk, HttpServletResponse response) throws IOException {
        response.setContentType(version.mediaType());
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(version.fileName(), StandardCharsets.UTF_8)
                        .build()
                        .toString());
        response.setHeader("Content-Security-Policy", DOES_NOTHING);
        write(version, chunk, response);
    }

    /// A picture, a PDF or a text to be looked at beside a question.
    ///
    /// @throws HiddenException when only its own program can show it
    static void show(Version version, IntFunction<byte[]> chunk, HttpServletResponse response) throws IOException {
        var showing = Showing.of(version.mediaType());
        if (showing == null) {
            throw new HiddenException();
        }
        response.setContentType(showing == Showing.TEXT ? "text/plain;charset=UTF-8" : version.mediaType());
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "inline");
        response.setHeader("Content-Security-Policy", showing == Showing.PDF ? PDF_ONLY : SHOWN_ONLY);
        write(version, chunk, response);
    }

    private static void write(Version version, IntFunction<byte[]> chunk, HttpServletResponse response)
            throws IOException {
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-store");
        response.setContentLengthLong(version.bytes());
        var out = response.getOutputStream();
        for (int part = 0; part < version.chunks(); part++) {
            out.write(chunk.apply(part));
        }
    }
}

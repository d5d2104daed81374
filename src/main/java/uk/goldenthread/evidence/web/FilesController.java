package uk.goldenthread.evidence.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import uk.goldenthread.access.Actor;
import uk.goldenthread.access.HiddenException;
import uk.goldenthread.access.Needs;
import uk.goldenthread.access.Permission;
import uk.goldenthread.evidence.service.EvidenceDesk;
import uk.goldenthread.evidence.store.FileStore.Version;
import uk.goldenthread.evidence.web.EvidenceWords.Showing;

/// Hands files out, chunk by chunk: always to be saved, but for kinds that can be looked at safely in the
/// page. Whatever
/// a file is, a browser takes it for nothing else and runs nothing in it.
@Controller
class FilesController {
    private static final String DOES_NOTHING = "sandbox; default-src 'none'; frame-ancestors 'none'";
    private static final String SHOWN_ONLY =
            "sandbox; default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'self'";
    /// A browser's own PDF reader does not start in a sandbox of ours; it has its own.
    private static final String PDF_ONLY =
            "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'self'";

    private final EvidenceDesk desk;

    FilesController(EvidenceDesk desk) {
        this.desk = desk;
    }

    @GetMapping("/evidence/{id:\\d+}/file")
    @Needs(Permission.EVIDENCE_VIEW)
    void newest(Actor actor, @PathVariable long id, HttpServletResponse response) throws IOException {
        save(actor, desk.file(actor, id, null), response);
    }

    @GetMapping("/evidence/{id:\\d+}/versions/{number:\\d+}/file")
    @Needs(Permission.EVIDENCE_VIEW)
    void version(Actor actor, @PathVariable long id, @PathVariable int number, HttpServletResponse response)
            throws IOException {
        save(actor, desk.file(actor, id, number), response);
    }

    private void save(Actor actor, Version version, HttpServletResponse response) throws IOException {
        response.setContentType(version.mediaType());
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(version.fileName(), StandardCharsets.UTF_8)
                        .build()
                        .toString());
        response.setHeader("Content-Security-Policy", DOES_NOTHING);
        write(actor, version, response);
    }

    /// A picture, a PDF or a text to be looked at beside a question.
    @GetMapping("/evidence/{id:\\d+}/shown")
    @Needs(Permission.EVIDENCE_VIEW)
    void shown(Actor actor, @PathVariable long id, HttpServletResponse response) throws IOException {
        var version = desk.file(actor, id, null);
        var showing = Showing.of(version.mediaType());
        if (showing == null) {
            throw new HiddenException();
        }
        response.setContentType(showing == Showing.TEXT ? "text/plain;charset=UTF-8" : version.mediaType());
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "inline");
        response.setHeader("Content-Security-Policy", showing == Showing.PDF ? PDF_ONLY : SHOWN_ONLY);
        write(actor, version, response);
    }

    private void write(Actor actor, Version version, HttpServletResponse response) throws IOException {
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-store");
        response.setContentLengthLong(version.bytes());
        var out = response.getOutputStream();
        for (int part = 0; part < version.chunks(); part++) {
            out.write(desk.chunk(actor, version, part));
        }
    }
}

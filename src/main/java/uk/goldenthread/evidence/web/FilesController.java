package uk.goldenthread.evidence.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import uk.goldenthread.access.Actor;
import uk.goldenthread.access.Needs;
import uk.goldenthread.access.Permission;
import uk.goldenthread.evidence.service.EvidenceDesk;
import uk.goldenthread.evidence.store.FileStore.Version;

/// Hands out the files of an ICB's own evidence.
@Controller
class FilesController {
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
        FileAnswers.save(version, part -> desk.chunk(actor, version, part), response);
    }

    @GetMapping("/evidence/{id:\\d+}/shown")
    @Needs(Permission.EVIDENCE_VIEW)
    void shown(Actor actor, @PathVariable long id, HttpServletResponse response) throws IOException {
        var version = desk.file(actor, id, null);
        FileAnswers.show(version, part -> desk.chunk(actor, version, part), response);
    }
}

package uk.goldenthread.assessments.moderation.web;

import java.nio.charset.StandardCharsets;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import uk.goldenthread.access.Actor;
import uk.goldenthread.access.AsAt;
import uk.goldenthread.access.Needs;
import uk.goldenthread.access.Permission;
import uk.goldenthread.assessments.moderation.ResultsExport;

/// An agreed assessment as a file for other assurance tools.
@Controller
class ResultsController {
    private final ResultsExport export;

    ResultsController(ResultsExport export) {
        this.export = export;
    }

    @GetMapping("/assessments/{id:\\d+}/results.json")
    @Needs(Permission.ASSESSMENT_VIEW)
    ResponseEntity<byte[]> oscal(Actor actor, AsAt asAt, @PathVariable long id) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header("Content-Disposition", "attachment; filename=\"assessment-%d-oscal.json\"".formatted(id))
                .body(export.oscal(actor, asAt, id).toPrettyString().getBytes(StandardCharsets.UTF_8));
    }
}

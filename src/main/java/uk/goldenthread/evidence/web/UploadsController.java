package uk.goldenthread.evidence.web;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestParam;
import uk.goldenthread.access.Actor;
import uk.goldenthread.access.Needs;
import uk.goldenthread.access.Permission;
import uk.goldenthread.evidence.service.Uploads;
import uk.goldenthread.evidence.store.UploadStore.Upload;
import uk.goldenthread.kernel.outcome.Outcome;

/// Files over a bad line: begun, sent part by part, gone on with after a break. The form that then takes
/// the file names
/// the upload.
@Controller
class UploadsController {
    private final Uploads uploads;

    UploadsController(Uploads uploads) {
        this.uploads = uploads;
    }

    @PostMapping("/evidence/uploads")
    @Needs(Permission.EVIDENCE_ADD)
    ResponseEntity<Map<String, Object>> begin(
            Actor actor, @RequestParam(defaultValue = "") String name, @RequestParam(defaultValue = "0") long size) {
        return answer(uploads.begin(actor, name, size), HttpStatus.CREATED, HttpStatus.UNPROCESSABLE_CONTENT);
    }

    /// Where to go on.
    @GetMapping("/evidence/uploads/{upload}")
    @Needs(Permission.EVIDENCE_ADD)
    ResponseEntity<Map<String, Object>> reading(Actor actor, @PathVariable String upload) {
        return ResponseEntity.ok(told(uploads.reading(actor, upload)));
    }

    /// The part that begins at that byte, of at most 1 MB; 409 where the file has come to another byte.
    @PutMapping("/evidence/uploads/{upload}/parts/{start:\\d+}")
    @Needs(Permission.EVIDENCE_ADD)
    ResponseEntity<Map<String, Object>> part(
            Actor actor, @PathVariable String upload, @PathVariable long start, InputStream content)
            throws IOException {
        return answer(uploads.add(actor, upload, start, content), HttpStatus.OK, HttpStatus.CONFLICT);
    }

    private static ResponseEntity<Map<String, Object>> answer(
            Outcome<Upload> outcome, HttpStatus accepted, HttpStatus refused) {
        return switch (outcome) {
            case Outcome.Accepted<Upload>(var upload) ->
                ResponseEntity.status(accepted).body(told(upload));
            case Outcome.Refused<Upload>(var reasons) ->
                ResponseEntity.status(refused)
                        .body(Map.of("message", reasons.getFirst().message()));
        };
    }

    private static Map<String, Object> told(Upload upload) {
        return Map.of("id", upload.id().toString(), "received", upload.received(), "size", upload.size());
    }
}

package uk.goldenthread.imports.web;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import uk.goldenthread.access.Actor;
import uk.goldenthread.access.ApiAnswers;
import uk.goldenthread.access.AsAt;
import uk.goldenthread.access.Needs;
import uk.goldenthread.access.Permission;
import uk.goldenthread.imports.Batch;
import uk.goldenthread.imports.Decisions;
import uk.goldenthread.imports.Imports;
import uk.goldenthread.imports.UploadedFile;
import uk.goldenthread.imports.Verdict;
import uk.goldenthread.kernel.outcome.Outcome;
import uk.goldenthread.kernel.outcome.Reason;

/// Imports for other programs: the same upload, review and decisions as the pages.
@RestController
class ImportsApi {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Imports imports;
    private final Decisions decisions;

    ImportsApi(Imports imports, Decisions decisions) {
        this.imports = imports;
        this.decisions = decisions;
    }

    /// An import as other programs see it.
    ///
    /// @param counts lines by verdict
    /// @param ignored rows left aside on purpose, by reason
    record Answer(
            long id,
            String kind,
            String fileName,
            String sha256,
            String state,
            Map<Verdict, Integer> counts,
            Map<String, Integer> ignored,
            List<String> notes,
            @Nullable String failure,
            int version) {
        static Answer of(Batch batch) {
            return new Answer(
                    batch.id(),
                    batch.kind(),
                    batch.fileName(),
                    batch.sha256(),
                    batch.state().name(),
                    batch.counts(),
                    batch.ignored(),
                    batch.notes(),
                    batch.failure(),
                    batch.version());
        }
    }

    @PostMapping("/api/v1/imports")
    @Needs(Permission.IMPORT_PREPARE)
    ResponseEntity<?> upload(
            Actor actor,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam("file") MultipartFile file,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key)
            throws IOException {
        var name = file.getOriginalFilename();
        var uploaded = new UploadedFile(name == null ? "file" : name, file.getBytes(), kind, key);
        return switch (imports.upload(actor, uploaded, PATIENCE)) {
            case Outcome.Accepted<Long>(var id) ->
                ResponseEntity.created(URI.create("/api/v1/imports/" + id))
                        .body(Answer.of(imports.batch(actor, id, AsAt.PRESENT)));
            case Outcome.Refused<Long>(var reasons) -> ApiAnswers.refused(reasons);
        };
    }

    @GetMapping("/api/v1/imports/{id}")
    @Needs(value = Permission.IMPORT_PREPARE, or = Permission.IMPORT_APPROVE)
    Answer show(Actor actor, AsAt asAt, @PathVariable long id) {
        return Answer.of(imports.batch(actor, id, asAt));
    }

    /// Approves the import as it stands, or as it stood in version `If-Match`.
    @PostMapping("/api/v1/imports/{id}/approve")
    @Needs(Permission.IMPORT_APPROVE)
    ResponseEntity<?> approve(
            Actor actor,
            @PathVariable long id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String version) {
        var seen = ApiAnswers.ifMatch(version);
        if (version != null && seen.isEmpty()) {
            var reason = Reason.house("If-Match", "Send If-Match with the version you last read, as \"3\".");
            return ApiAnswers.refused(HttpStatus.BAD_REQUEST, List.of(reason));
        }
        int expected =
                seen.orElseGet(() -> imports.batch(actor, id, AsAt.PRESENT).version());
        return decided(decisions.approve(actor, id, expected));
    }

    @PostMapping("/api/v1/imports/{id}/undo")
    @Needs(Permission.IMPORT_APPROVE)
    ResponseEntity<?> undo(Actor actor, @PathVariable long id, @RequestParam String reason) {
        return decided(decisions.undo(actor, id, reason));
    }

    private static ResponseEntity<?> decided(Outcome<Batch> outcome) {
        return switch (outcome) {
            case Outcome.Accepted<Batch>(var batch) -> ResponseEntity.ok(Answer.of(batch));
            case Outcome.Refused<Batch>(var reasons) -> ApiAnswers.refused(HttpStatus.CONFLICT, reasons);
        };
    }
}

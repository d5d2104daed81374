package uk.goldenthread.imports.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import uk.goldenthread.access.Actor;
import uk.goldenthread.access.AsAt;
import uk.goldenthread.access.Needs;
import uk.goldenthread.access.Notices;
import uk.goldenthread.access.Permission;
import uk.goldenthread.imports.Batch;
import uk.goldenthread.imports.Decisions;
import uk.goldenthread.imports.ImportTarget;
import uk.goldenthread.imports.ImportTargets;
import uk.goldenthread.imports.Imports;
import uk.goldenthread.imports.UploadedFile;
import uk.goldenthread.imports.Verdict;
import uk.goldenthread.kernel.outcome.Outcome;
import uk.goldenthread.shell.components.FieldError;
import uk.goldenthread.shell.components.FieldErrors;
import uk.goldenthread.shell.components.Option;
import uk.goldenthread.shell.forms.FormPage;
import uk.goldenthread.shell.view.Dates;

/// The pages of imports: the list, choosing a file, reviewing what it would do, deciding.
@Controller
class ImportsController {
    private static final int LISTED = 50;
    private static final String LINE = "line-";

    private final Imports imports;
    private final Decisions decisions;
    private final ImportTargets targets;
    private final BatchPages pages;

    ImportsController(Imports imports, Decisions decisions, ImportTargets targets, BatchPages pages) {
        this.imports = imports;
        this.decisions = decisions;
        this.targets = targets;
        this.pages = pages;
    }

    @GetMapping("/imports")
    @Needs(value = Permission.IMPORT_PREPARE, or = Permission.IMPORT_APPROVE)
    ModelAndView list(Actor actor, AsAt asAt, @RequestParam(defaultValue = "1") int page) {
        var shown = Math.max(1, page);
        var found = imports.latest(actor, asAt, LISTED + 1, (shown - 1) * LISTED);
        var lines = found.stream().limit(LISTED).map(this::line).toList();
        var mayUpload = !asAt.isPast() && !targets.open(actor).isEmpty();
        return new ModelAndView(
                "imports/list", Map.of("page", new ImportsPage(lines, mayUpload, shown, found.size() > LISTED)));
    }

    private ImportsPage.Line line(Batch batch) {
        var tone =
                switch (batch.state()) {
                    case READING, REVIEW -> "BLUE";
                    case FAILED -> "RED";
                    case UNCHANGED, REJECTED -> "GREY";
                    case APPROVED -> "GREEN";
                    case UNDONE -> "ORANGE";
                };
        var kind = targets.find(batch.kind()).map(ImportTarget::name).orElse(batch.kind());
        var uploaded =
                batch.uploaded().name() + ", " + Dates.moment(batch.uploaded().at());
        return new ImportsPage.Line(
                batch.id(), batch.fileName(), kind, batch.state().words(), tone, BatchPages.would(batch), uploaded);
    }

    @GetMapping("/imports/new")
    @Needs(Permission.IMPORT_PREPARE)
    ModelAndView choose(Actor actor) {
        return upload(actor, "", List.of(), FieldErrors.NONE);
    }

    @PostMapping("/imports")
    @Needs(Permission.IMPORT_PREPARE)
    ModelAndView upload(
            Actor actor,
            @RequestParam(name = "file", required = false) @Nullable List<MultipartFile> chosen,
            @RequestParam(defaultValue = "") String kind,
            HttpServletResponse response)
            throws IOException {
        var files = chosen == null
                ? List.<MultipartFile>of()
                : chosen.stream().filter(file -> !name(file).isEmpty()).toList();
        if (files.isEmpty()) {
            return upload(actor, kind, List.of(), FieldErrors.of("file", "Choose a file"));
        }
        var taken = new LinkedHashMap<String, Long>();
        var refused = new ArrayList<FieldError>();
        for (var file : files) {
            var uploaded = new UploadedFile(name(file), file.getBytes(), kind.isEmpty() ? null : kind, null);
            switch (imports.upload(actor, uploaded, Imports.PATIENCE)) {
                case Outcome.Accepted<Long>(var id) -> taken.put(name(file), id);
                case Outcome.Refused<Long>(var reasons) ->
                    reasons.forEach(
                            reason -> refused.add(new FieldError("file", name(file) + ": " + reason.message())));
            }
        }
        if (!refused.isEmpty()) {
            return upload(actor, kind, List.copyOf(taken.keySet()), new FieldErrors(refused));
        }
        if (taken.size() == 1) {
            return new ModelAndView(
                    "redirect:/imports/" + taken.values().iterator().next());
        }
        Notices.leave(response, "%d files were read. Nothing has been changed yet.".formatted(taken.size()));
        return new ModelAndView("redirect:/imports");
    }

    private static String name(MultipartFile file) {
        var name = file.getOriginalFilename();
        return name == null ? "" : name;
    }

    private ModelAndView upload(Actor actor, String kind, List<String> taken, FieldErrors errors) {
        var options = new ArrayList<Option>();
        options.add(Option.of("", "Recognise it by its columns"));
        targets.open(actor).forEach(target -> options.add(Option.of(target.code(), target.name())));
        var about = targets.open(actor).stream()
                .map(target -> target.name() + ": " + target.about())
                .toList();
        return FormPage.of("imports/upload", new UploadPage(options, kind, about, taken, errors), errors);
    }

    @GetMapping("/imports/{id}")
    @Needs(value = Permission.IMPORT_PREPARE, or = Permission.IMPORT_APPROVE)
    ModelAndView show(Actor actor, AsAt asAt, @PathVariable long id, LineQuery query, HttpServletResponse response) {
        var asked = new BatchPages.Asked(
                id,
                verdict(query.verdict()),
                query.search() == null ? "" : query.search(),
                query.page() == null ? 1 : Math.max(1, query.page()),
                asAt);
        var shown = pages.page(actor, asked, null, FieldErrors.NONE);
        if (shown.reading()) {
            response.setHeader("Refresh", "2"); // works without JavaScript
        }
        return FormPage.of("imports/batch", shown, FieldErrors.NONE);
    }

    /// Which lines of an import are asked for, as the address says it.
    record LineQuery(
            @Nullable String verdict,
            @Nullable String search,
            @Nullable Integer page) {}

    private static @Nullable Verdict verdict(@Nullable String name) {
        return List.of(Verdict.values()).stream()
                .filter(verdict -> verdict.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    /// Choices made on a page of lines: `line-12=NEW`, or one pressed button `choice=12:LEAVE`.
    @PostMapping("/imports/{id}/choose")
    @Needs(value = Permission.IMPORT_PREPARE, or = Permission.IMPORT_APPROVE)
    ModelAndView choose(
            Actor actor, @PathVariable long id, @RequestParam Map<String, String> form, HttpServletResponse response) {
        var choices = new LinkedHashMap<Integer, String>();
        var pressed = form.get("choice");
        if (pressed != null && pressed.matches("\\d{1,9}:[A-Z]+")) {
            var parts = pressed.split(":", 2);
            choices.put(Integer.valueOf(parts[0]), parts[1]);
        } else {
            form.forEach((name, value) -> {
                if (name.matches(LINE + "\\d{1,9}")) {
                    choices.put(Integer.valueOf(name.substring(LINE.length())), value);
                }
            });
        }
        return decided(actor, id, decisions.choose(actor, id, choices), null, () -> Notices.leave(response, "Noted."));
    }

    @PostMapping("/imports/{id}/approve")
    @Needs(Permission.IMPORT_APPROVE)
    ModelAndView approve(Actor actor, @PathVariable long id, @RequestParam int version, HttpServletResponse response) {
        return decided(
                actor,
                id,
                decisions.approve(actor, id, version),
                null,
                () -> Notices.leave(response, "The import was approved and is in the record."));
    }

    @PostMapping("/imports/{id}/reject")
    @Needs(value = Permission.IMPORT_PREPARE, or = Permission.IMPORT_APPROVE)
    ModelAndView reject(Actor actor, @PathVariable long id, HttpServletResponse response) {
        return decided(
                actor,
                id,
                decisions.reject(actor, id),
                null,
                () -> Notices.leave(response, "The file was put aside. Nothing was changed."));
    }

    @PostMapping("/imports/{id}/undo")
    @Needs(Permission.IMPORT_APPROVE)
    ModelAndView undo(
            Actor actor,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String reason,
            HttpServletResponse response) {
        return decided(
                actor,
                id,
                decisions.undo(actor, id, reason),
                reason,
                () -> Notices.leave(response, "The import was taken back. Everything it touched is as it was."));
    }

    @PostMapping("/imports/{id}/read-again")
    @Needs(value = Permission.IMPORT_PREPARE, or = Permission.IMPORT_APPROVE)
    ModelAndView readAgain(Actor actor, @PathVariable long id) {
        return decided(actor, id, imports.readAgain(actor, id, Imports.PATIENCE), null, () -> {});
    }

    private ModelAndView decided(
            Actor actor, long id, Outcome<?> outcome, @Nullable String reason, Runnable whenAccepted) {
        if (outcome.isAccepted()) {
            whenAccepted.run();
            return new ModelAndView("redirect:/imports/" + id);
        }
        var errors = FieldErrors.of(outcome.reasons());
        var asked = new BatchPages.Asked(id, null, "", 1, AsAt.PRESENT);
        return FormPage.of("imports/batch", pages.page(actor, asked, reason, errors), errors);
    }
}

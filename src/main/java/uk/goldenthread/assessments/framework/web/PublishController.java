package uk.goldenthread.assessments.framework.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import uk.goldenthread.access.Actor;
import uk.goldenthread.access.Needs;
import uk.goldenthread.access.Notices;
import uk.goldenthread.access.Permission;
import uk.goldenthread.assessments.framework.FrameworkLibrary;
import uk.goldenthread.assessments.framework.FrameworkLibrary.Content;
import uk.goldenthread.assessments.framework.FrameworkReading;
import uk.goldenthread.assessments.framework.FrameworkReading.Fault;
import uk.goldenthread.assessments.framework.FrameworkWorkbook;
import uk.goldenthread.assessments.framework.GraphPicture;
import uk.goldenthread.assessments.framework.OwnFrameworks;
import uk.goldenthread.assessments.model.FrameworkEdition;
import uk.goldenthread.kernel.outcome.Outcome;
import uk.goldenthread.shell.components.Cell;
import uk.goldenthread.shell.components.Column;
import uk.goldenthread.shell.components.FieldError;
import uk.goldenthread.shell.components.FieldErrors;
import uk.goldenthread.shell.forms.FormPage;

/// Publishing an ICB's own framework: the template, the upload, the preview, the edition.
@Controller
class PublishController {
    private static final MediaType XLSX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private static final MediaType CSV = MediaType.parseMediaType("text/csv;charset=UTF-8");

    private final OwnFrameworks own;
    private final FrameworkLibrary shelf;

    PublishController(OwnFrameworks own, FrameworkLibrary shelf) {
        this.own = own;
        this.shelf = shelf;
    }

    @GetMapping(FrameworkPages.ROOT + "/new")
    @Needs(Permission.CATALOGUE_EDIT)
    ModelAndView choose() {
        return choose(FieldErrors.NONE, null);
    }

    @GetMapping(FrameworkPages.ROOT + "/template.xlsx")
    @Needs(Permission.CATALOGUE_EDIT)
    ResponseEntity<byte[]> template() throws IOException {
        var out = new ByteArrayOutputStream();
        FrameworkWorkbook.template(out);
        return FrameworksController.file(XLSX, "framework.xlsx", out.toByteArray());
    }

    /// Reads the file. Nothing is kept: what would be published goes to the preview and comes back from there.
    @PostMapping(FrameworkPages.ROOT + "/new")
    @Needs(Permission.CATALOGUE_EDIT)
    ModelAndView read(Actor actor, @RequestParam(name = "file", required = false) @Nullable MultipartFile file)
            throws IOException {
        if (file == null || file.isEmpty()) {
            return choose(FieldErrors.of("file", "Choose a file"), null);
        }
        var name = Objects.requireNonNullElse(file.getOriginalFilename(), "");
        var reading = own.read(actor, name, file.getBytes());
        var sound = reading.sound();
        return sound == null
                ? choose(FieldErrors.of("file", refusal(reading)), reading)
                : preview(actor, reading, sound);
    }

    /// What was wrong with a file, as a file to work through. The browser sends back what the page held,
    /// since nothing of a refused file is kept.
    @PostMapping(FrameworkPages.ROOT + "/faults.csv")
    @Needs(Permission.CATALOGUE_EDIT)
    ResponseEntity<byte[]> faults(@RequestParam(defaultValue = "") String faults) throws IOException {
        return FrameworksController.file(CSV, "framework-faults.csv", FaultFile.csv(FaultFile.faults(faults)));
    }

    private static String refusal(FrameworkReading reading) {
        var faults = reading.faults();
        if (faults.isEmpty()) {
            return "%s holds duties; an own framework holds questions.".formatted(reading.fileName());
        }
        return reading.content().isEmpty()
                ? reading.fileName() + ": " + faults.getFirst().message()
                : "%s was refused: %s. Nothing of it was kept."
                        .formatted(
                                reading.fileName(),
                                faults.size() == 1 ? "1 thing is wrong" : faults.size() + " things are wrong");
    }

    @PostMapping(FrameworkPages.ROOT)
    @Needs(Permission.CATALOGUE_EDIT)
    ModelAndView publish(
            Actor actor,
            @RequestParam(defaultValue = "") String fileName,
            @RequestParam(defaultValue = "") String content,
            HttpServletResponse response) {
        // A browser sends line ends its own way; what was looked at had line feeds.
        var sent = content.replace("\r\n", "\n");
        return switch (own.publish(actor, fileName, sent)) {
            case Outcome.Accepted<FrameworkEdition>(var edition) -> {
                Notices.leave(
                        response,
                        "Edition %s is published. Rounds can ask it from now on.".formatted(edition.edition()));
                yield new ModelAndView("redirect:" + FrameworkPages.ROOT + "/" + edition.code());
            }
            case Outcome.Refused<FrameworkEdition>(var reasons) ->
                choose(
                        new FieldErrors(reasons.stream()
                                .map(reason -> new FieldError("file", reason.message()))
                                .toList()),
                        null);
        };
    }

    private ModelAndView preview(Actor actor, FrameworkReading reading, FrameworkEdition edition) {
        var mappings = Objects.requireNonNull(reading.file()).mappings();
        var page = new PreviewPage(
                "%s, edition %s".formatted(edition.name(), edition.edition()),
                reading.fileName(),
                reading.content(),
                FrameworkPages.facts(edition, mappings),
                FrameworkPages.body(new Content.Questions(edition, mappings)),
                shelf.against(actor, edition, mappings)
                        .map(DifferencePages::difference)
                        .orElse(null));
        return new ModelAndView("assessments/frameworkpreview", Map.of("page", page));
    }

    private static ModelAndView choose(FieldErrors errors, @Nullable FrameworkReading read) {
        var reading = read == null || read.content().isEmpty() ? null : read;
        var faults = reading == null ? List.<Fault>of() : reading.faults();
        var sheets = faults.stream().anyMatch(fault -> !fault.sheet().isEmpty());
        var graph = reading == null || reading.questions().isEmpty() ? null : GraphPicture.of(reading.questions());
        var page = new PublishPage(
                errors,
                reading == null ? "" : "What is wrong with " + reading.fileName(),
                sheets
                        ? List.of(
                                Column.text("Sheet"),
                                Column.text("Row"),
                                Column.text("Column"),
                                Column.text("What is wrong"))
                        : List.of(Column.text("Line"), Column.text("What is wrong")),
                faults.stream().map(fault -> cells(fault, sheets)).toList(),
                FaultFile.lines(faults),
                graph == null || graph.drawing() == null ? null : graph);
        return FormPage.of("assessments/frameworknew", page, errors);
    }

    private static List<Cell> cells(Fault fault, boolean sheets) {
        var row = String.valueOf(fault.row());
        return sheets
                ? List.of(Cell.naming(fault.sheet()), Cell.of(row), Cell.of(fault.column()), Cell.of(fault.message()))
                : List.of(Cell.naming(row), Cell.of(fault.message()));
    }
}

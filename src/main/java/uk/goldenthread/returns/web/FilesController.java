package uk.goldenthread.returns.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
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
import uk.goldenthread.access.Permission;
import uk.goldenthread.imports.RowProblem;
import uk.goldenthread.imports.export.SafeCsv;
import uk.goldenthread.imports.intake.Intake;
import uk.goldenthread.imports.intake.Limits;
import uk.goldenthread.imports.intake.Rejection;
import uk.goldenthread.imports.intake.UploadedTable;
import uk.goldenthread.returns.ReturnFiles;
import uk.goldenthread.returns.ReturnReading;
import uk.goldenthread.shell.components.FieldErrors;

/// A return as an Excel file, there and back. A file changes nothing until the person has seen what it
/// would do; what
/// they then save goes through the same door as a typed form, with the version they had seen.
@Controller
class FilesController {
    private static final MediaType EXCEL =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    private static final Limits LIMITS = Limits.STANDARD.withMaxRows(1_000);

    private final ReturnReading reading;
    private final ReturnFiles files;

    FilesController(ReturnReading reading, ReturnFiles files) {
        this.reading = reading;
        this.files = files;
    }

    @GetMapping("/returns/{id:\\d+}/template.xlsx")
    @Needs(Permission.RETURN_VIEW)
    ResponseEntity<byte[]> template(Actor actor, AsAt asAt, @PathVariable long id) throws IOException {
        var whole = reading.whole(actor, asAt.instant(), id);
        var out = new ByteArrayOutputStream();
        files.write(whole, out);
        var name = "return-%s-%s.xlsx"
                .formatted(
                        whole.header().organisationCode(),
                        whole.header().period().code());
        return ResponseEntity.ok()
                .contentType(EXCEL)
                .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .body(out.toByteArray());
    }

    @GetMapping("/returns/{id:\\d+}/upload")
    @Needs(Permission.RETURN_ENTER)
    ModelAndView choose(Actor actor, @PathVariable long id) {
        return page(reading.whole(actor, null, id), null, List.of(), FieldErrors.NONE);
    }

    @PostMapping("/returns/{id:\\d+}/upload")
    @Needs(Permission.RETURN_ENTER)
    ModelAndView upload(
            Actor actor,
            @PathVariable long id,
            @RequestParam(name = "file", required = false) @Nullable MultipartFile file)
            throws IOException {
        var whole = reading.whole(actor, null, id);
        var name = file == null ? null : file.getOriginalFilename();
        if (file == null || name == null || name.isEmpty()) {
            return page(whole, null, List.of(), FieldErrors.of("file", "Choose a file"));
        }
        try (var in = file.getInputStream()) {
            return switch (Intake.read(in, name, LIMITS)) {
                case Rejection(var sentence) -> page(whole, null, List.of(), FieldErrors.of("file", sentence));
                case UploadedTable table -> page(whole, files.review(whole, table), table.notes(), FieldErrors.NONE);
            };
        }
    }

    /// The rows that cannot be used, as a file to work through. The browser sends back what the page listed.
    @PostMapping("/returns/{id:\\d+}/problems.csv")
    @Needs(Permission.RETURN_ENTER)
    ResponseEntity<byte[]> problems(
            Actor actor,
            @PathVariable long id,
            @RequestParam(defaultValue = "") List<Integer> row,
            @RequestParam Map<String, String> fields)
            throws IOException {
        reading.whole(actor, null, id);
        var problems = new ArrayList<RowProblem>();
        for (var index = 0; index < row.size(); index++) {
            problems.add(new RowProblem(
                    row.get(index),
                    fields.getOrDefault("column-" + index, ""),
                    fields.getOrDefault("message-" + index, "")));
        }
        var text = new StringBuilder();
        SafeCsv.problems(problems, text);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/csv;charset=UTF-8"))
                .header("Content-Disposition", "attachment; filename=\"rows-not-used.csv\"")
                .body(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static ModelAndView page(
            ReturnReading.Whole whole, ReturnFiles.@Nullable Review review, List<String> notes, FieldErrors errors) {
        var header = whole.header();
        List<ReturnFiles.Difference> differences = review == null ? List.of() : review.differences();
        var page = new UploadPage(
                header.id(),
                header.version(),
                "%s, return for %s"
                        .formatted(header.organisationName(), header.period().label()),
                review != null,
                differences,
                differences.stream()
                        .filter(each -> each.verdict() != ReturnFiles.Verdict.IDENTICAL)
                        .count(),
                review == null ? 0 : review.unanswered(),
                review == null ? List.of() : review.problems(),
                notes,
                errors);
        var view = new ModelAndView("returns/upload", Map.of("page", page));
        if (errors.any()) {
            view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return view;
    }
}

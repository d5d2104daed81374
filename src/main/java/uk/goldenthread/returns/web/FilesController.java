package uk.goldenthread.returns.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
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
import uk.goldenthread.imports.intake.Upload;
import uk.goldenthread.imports.intake.UploadedTable;
import uk.goldenthread.kernel.outcome.Outcome;
import uk.goldenthread.returns.ReturnFiles;
import uk.goldenthread.returns.ReturnReading;
import uk.goldenthread.shell.components.FieldErrors;
import uk.goldenthread.shell.forms.FormPage;

/// A return as an Excel file, there and back. A file changes nothing until the person has seen what it
/// would do; what
/// they then save goes through the same door as a typed form, with the version they had seen.
@Controller
class FilesController {
    private static final MediaType EXCEL =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    private static final MediaType CSV = MediaType.parseMediaType("text/csv;charset=UTF-8");
    /// Problems on the page; the file of them holds all.
    private static final int SHOWN = 50;

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
        return download(EXCEL, name(whole) + ".xlsx", out.toByteArray());
    }

    /// The same lines for those who work without Excel.
    @GetMapping("/returns/{id:\\d+}/template.csv")
    @Needs(Permission.RETURN_VIEW)
    ResponseEntity<byte[]> csv(Actor actor, AsAt asAt, @PathVariable long id) throws IOException {
        var whole = reading.whole(actor, asAt.instant(), id);
        var text = new StringBuilder();
        files.writeCsv(whole, text);
        return download(CSV, name(whole) + ".csv", text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static String name(ReturnReading.Whole whole) {
        return "return-%s-%s"
                .formatted(
                        whole.header().organisationCode(),
                        whole.header().period().code());
    }

    private static ResponseEntity<byte[]> download(MediaType type, String name, byte[] bytes) {
        return ResponseEntity.ok()
                .contentType(type)
                .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .body(bytes);
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
        return switch (read(file)) {
            case Rejection(var sentence) -> page(whole, null, List.of(), FieldErrors.of("file", sentence));
            case UploadedTable table ->
                switch (files.review(whole, table)) {
                    case Outcome.Accepted<ReturnFiles.Review>(var review) ->
                        page(whole, review, table.notes(), FieldErrors.NONE);
                    case Outcome.Refused<ReturnFiles.Review>(var reasons) ->
                        page(
                                whole,
                                null,
                                List.of(),
                                FieldErrors.of("file", reasons.getFirst().message()));
                };
        };
    }

    /// The rows of an uploaded file, or why it is not taken.
    static Upload read(@Nullable MultipartFile file) throws IOException {
        var name = file == null ? null : file.getOriginalFilename();
        if (file == null || name == null || name.isEmpty()) {
            return new Rejection("Choose a file");
        }
        if (file.isEmpty()) {
            return new Rejection("This file is empty.");
        }
        try (var in = file.getInputStream()) {
            return Intake.read(in, name, LIMITS);
        }
    }

    /// The rows that cannot be used, as a file to work through. The browser sends back what the page held: a line a
    /// problem, its parts divided by tabs.
    @PostMapping("/returns/{id:\\d+}/problems.csv")
    @Needs(Permission.RETURN_ENTER)
    ResponseEntity<byte[]> problems(
            Actor actor, @PathVariable long id, @RequestParam(defaultValue = "") String problems) throws IOException {
        reading.whole(actor, null, id);
        var found = new ArrayList<RowProblem>();
        for (var line : problems.split("\\R", -1)) {
            var parts = line.split("\t", 3);
            if (parts.length == 3 && parts[0].matches("\\d{1,7}")) {
                found.add(new RowProblem(Integer.parseInt(parts[0]), parts[1], parts[2]));
            }
        }
        var text = new StringBuilder();
        SafeCsv.problems(found, text);
        return download(CSV, "rows-not-used.csv", text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static String lines(List<RowProblem> problems) {
        return problems.stream()
                .map(problem -> "%d\t%s\t%s"
                        .formatted(
                                problem.row(),
                                problem.column().replaceAll("\\s", " "),
                                problem.message().replaceAll("\\s", " ")))
                .collect(Collectors.joining("\n"));
    }

    private static ModelAndView page(
            ReturnReading.Whole whole, ReturnFiles.@Nullable Review review, List<String> notes, FieldErrors errors) {
        var header = whole.header();
        List<ReturnFiles.Difference> differences = review == null ? List.of() : review.differences();
        List<RowProblem> problems = review == null ? List.of() : review.problems();
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
                problems.stream().limit(SHOWN).toList(),
                problems.size(),
                lines(problems),
                notes,
                errors);
        return FormPage.of("returns/upload", page, errors);
    }
}

package uk.goldenthread.returns.web;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import uk.goldenthread.access.Actor;
import uk.goldenthread.access.ApiAnswers;
import uk.goldenthread.access.Needs;
import uk.goldenthread.access.Permission;
import uk.goldenthread.imports.RowProblem;
import uk.goldenthread.imports.intake.Rejection;
import uk.goldenthread.imports.intake.UploadedTable;
import uk.goldenthread.kernel.outcome.Outcome;
import uk.goldenthread.kernel.outcome.Reason;
import uk.goldenthread.returns.ReturnFiles;
import uk.goldenthread.returns.ReturnReading;

/// A return's file for other programs: what it would change, as the page says it. Nothing is changed; the lines are
/// then sent with PUT and `If-Match` of the version given here.
@RestController
class FilesApi {
    private final ReturnReading reading;
    private final ReturnFiles files;

    FilesApi(ReturnReading reading, ReturnFiles files) {
        this.reading = reading;
        this.files = files;
    }

    /// One line that the file answers.
    ///
    /// @param line what to send to save it
    record Line(String kpi, String verdict, String before, String after, ReturnsApi.SentLine line) {}

    /// What the file would do.
    record Answer(int version, List<Line> lines, int unanswered, List<RowProblem> problems, List<String> notes) {}

    @PostMapping("/api/v1/returns/{id}/file")
    @Needs(Permission.RETURN_ENTER)
    ResponseEntity<?> review(
            Actor actor,
            @PathVariable long id,
            @RequestParam(name = "file", required = false) @Nullable MultipartFile file)
            throws IOException {
        var whole = reading.whole(actor, null, id);
        return switch (FilesController.read(file)) {
            case Rejection(var sentence) -> ApiAnswers.refused(List.of(Reason.house("file", sentence)));
            case UploadedTable table ->
                switch (files.review(whole, table)) {
                    case Outcome.Refused<ReturnFiles.Review>(var reasons) -> ApiAnswers.refused(reasons);
                    case Outcome.Accepted<ReturnFiles.Review>(var review) ->
                        ResponseEntity.ok(new Answer(
                                whole.header().version(),
                                review.differences().stream()
                                        .map(FilesApi::line)
                                        .toList(),
                                review.unanswered(),
                                review.problems(),
                                table.notes()));
                };
        };
    }

    private static Line line(ReturnFiles.Difference difference) {
        return new Line(
                difference.kpi(),
                difference.verdict().name(),
                difference.before(),
                difference.after(),
                ReturnsApi.SentLine.of(difference.typed()));
    }
}

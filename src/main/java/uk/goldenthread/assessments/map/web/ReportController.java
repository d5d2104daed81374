package uk.goldenthread.assessments.map.web;

import java.util.Map;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import uk.goldenthread.access.Actor;
import uk.goldenthread.access.AsAt;
import uk.goldenthread.access.Needs;
import uk.goldenthread.access.Permission;
import uk.goldenthread.assessments.report.RoundReports;
import uk.goldenthread.shell.document.PdfPapers;
import uk.goldenthread.shell.document.WordPapers;

/// A round's report as a page, as PDF and for Word.
@Controller
class ReportController {
    private static final MediaType WORD =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.wordprocessingml.document");

    private final RoundReports reports;
    private final PdfPapers pdf;
    private final WordPapers word;

    ReportController(RoundReports reports, PdfPapers pdf, WordPapers word) {
        this.reports = reports;
        this.pdf = pdf;
        this.word = word;
    }

    @GetMapping("/assessments/rounds/{id:\\d+}/report")
    @Needs(Permission.FIGURE_COMPARE)
    ModelAndView page(Actor actor, AsAt asAt, @PathVariable long id) {
        var page = new ReportPage(id, reports.report(actor, asAt, id), asAt.isPast() ? "?asAt=" + asAt.instant() : "");
        return new ModelAndView("assessments/report", Map.of("page", page));
    }

    @GetMapping("/assessments/rounds/{id:\\d+}/report.pdf")
    @Needs(Permission.FIGURE_COMPARE)
    ResponseEntity<byte[]> pdf(Actor actor, AsAt asAt, @PathVariable long id) {
        var bytes = pdf.draw(reports.report(actor, asAt, id), base());
        reports.record(actor, id, "PDF");
        return download(bytes, MediaType.APPLICATION_PDF, "round-" + id + ".pdf");
    }

    @GetMapping("/assessments/rounds/{id:\\d+}/report.docx")
    @Needs(Permission.FIGURE_COMPARE)
    ResponseEntity<byte[]> word(Actor actor, AsAt asAt, @PathVariable long id) {
        var bytes = word.draw(reports.report(actor, asAt, id), base());
        reports.record(actor, id, "WORD");
        return download(bytes, WORD, "round-" + id + ".docx");
    }

    private static String base() {
        return ServletUriComponentsBuilder.fromCurrentContextPath().build().toUriString();
    }

    private static ResponseEntity<byte[]> download(byte[] bytes, MediaType type, String name) {
        return ResponseEntity.ok()
                .contentType(type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(bytes);
    }
}

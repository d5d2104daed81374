package uk.goldenthread.papers.web;

import java.util.Locale;
import java.util.Map;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import uk.goldenthread.access.Actor;
import uk.goldenthread.access.AsAt;
import uk.goldenthread.access.Needs;
import uk.goldenthread.access.Permission;
import uk.goldenthread.papers.service.Freezing;
import uk.goldenthread.papers.service.Papers;
import uk.goldenthread.papers.web.PaperExports.Shown;
import uk.goldenthread.shell.document.PdfPapers;
import uk.goldenthread.shell.document.WordPapers;

/// Reading a paper: as a page, as PDF, for Word. `show` is `today` or `public` for the other readings of a
/// frozen
/// paper.
@Controller
class ReadController {
    private static final MediaType WORD =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.wordprocessingml.document");

    private final PaperExports exports;
    private final Papers papers;
    private final Freezing freezing;
    private final PdfPapers pdf;
    private final WordPapers word;

    ReadController(PaperExports exports, Papers papers, Freezing freezing, PdfPapers pdf, WordPapers word) {
        this.exports = exports;
        this.papers = papers;
        this.freezing = freezing;
        this.pdf = pdf;
        this.word = word;
    }

    @GetMapping("/papers/{id:[0-9]+}/read")
    @Needs(Permission.PAPER_VIEW)
    ModelAndView read(Actor acting, AsAt asAt, @PathVariable int id, @RequestParam(defaultValue = "") String show) {
        var actor = acting.at(asAt);
        var shown = shown(show);
        var document = exports.document(actor, id, shown);
        var works = Papers.worksOnPapers(actor) && !asAt.isPast();
        var differences = 0;
        var frozen = !actor.reachesWholeIcb() || shown == Shown.PUBLIC;
        if (!frozen) {
            var kept = papers.find(actor, id);
            frozen = kept.paper() instanceof uk.goldenthread.papers.model.Paper.Frozen;
            differences = frozen && works ? RerunPage.figures(freezing.sinceFrozen(actor, kept)) : 0;
        }
        return new ModelAndView(
                "papers/read",
                Map.of("page", new ReadPage(id, document, show(shown), asAt, works, frozen, differences)));
    }

    @GetMapping("/papers/{id:[0-9]+}/paper.pdf")
    @Needs(Permission.PAPER_VIEW)
    ResponseEntity<byte[]> pdf(
            Actor actor, AsAt asAt, @PathVariable int id, @RequestParam(defaultValue = "") String show) {
        var document = exports.document(actor.at(asAt), id, shown(show));
        var bytes = pdf.draw(document, base());
        exports.record(actor, id, "PDF", shown(show));
        return download(bytes, MediaType.APPLICATION_PDF, "paper-" + id + suffix(shown(show)) + ".pdf");
    }

    @GetMapping("/papers/{id:[0-9]+}/paper.docx")
    @Needs(Permission.PAPER_VIEW)
    ResponseEntity<byte[]> word(
            Actor actor, AsAt asAt, @PathVariable int id, @RequestParam(defaultValue = "") String show) {
        var document = exports.document(actor.at(asAt), id, shown(show));
        var bytes = word.draw(document, base());
        exports.record(actor, id, "WORD", shown(show));
        return download(bytes, WORD, "paper-" + id + suffix(shown(show)) + ".docx");
    }

    private static Shown shown(String show) {
        return switch (show) {
            case "today" -> Shown.TODAY;
            case "public" -> Shown.PUBLIC;
            default -> Shown.PAPER;
        };
    }

    private static String show(Shown shown) {
        return shown == Shown.PAPER ? "" : shown.name().toLowerCase(Locale.ROOT);
    }

    private static String suffix(Shown shown) {
        return shown == Shown.PAPER ? "" : "-" + shown.name().toLowerCase(Locale.ROOT);
    }

    private static String base() {
        return ServletUriComponentsBuilder.fromCurrentContextPath().build().toUriString();
    }

    private static ResponseEntity<byte[]> download(byte[] bytes, MediaType type, String name) {
        var disposition = ContentDisposition.attachment().filename(name).build();
        return ResponseEntity.ok()
                .contentType(type)
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .body(bytes);
    }
}

package uk.goldenthread.papers.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import uk.goldenthread.access.Actor;
import uk.goldenthread.access.Needs;
import uk.goldenthread.access.Notices;
import uk.goldenthread.access.Permission;
import uk.goldenthread.catalogue.Code;
import uk.goldenthread.papers.model.Cover;
import uk.goldenthread.papers.model.Kept;
import uk.goldenthread.papers.service.PaperChoices;
import uk.goldenthread.papers.service.Papers;
import uk.goldenthread.shell.components.FieldErrors;
import uk.goldenthread.shell.components.Option;
import uk.goldenthread.shell.components.SummaryRow;

/// The cover sheet. It is kept as it is typed; what is missing is shown, and stops only the handing over.
@Controller
class CoverController {
    private final Papers papers;
    private final PaperChoices choices;

    CoverController(Papers papers, PaperChoices choices) {
        this.papers = papers;
        this.choices = choices;
    }

    @GetMapping("/papers/{id:[0-9]+}/cover")
    @Needs(Permission.PAPER_WRITE)
    ModelAndView show(Actor actor, @PathVariable int id) {
        var kept = papers.find(actor, id);
        return page(kept, kept.paper().cover(), kept.version(), FieldErrors.NONE, null);
    }

    @PostMapping("/papers/{id:[0-9]+}/cover")
    @Needs(Permission.PAPER_WRITE)
    ModelAndView save(
            Actor actor,
            @PathVariable int id,
            @RequestParam(defaultValue = "0") int version,
            @RequestParam Map<String, String> all,
            HttpServletResponse response) {
        var cover = CoverForm.read(all, choices.implications());
        try {
            var outcome = papers.cover(actor, id, version, cover);
            if (outcome.isAccepted()) {
                Notices.leave(response, "The cover sheet is saved.");
                return new ModelAndView("redirect:/papers/" + id);
            }
            var kept = papers.find(actor, id);
            return status(
                    page(kept, cover, version, FieldErrors.of(outcome.reasons()), null),
                    HttpStatus.UNPROCESSABLE_CONTENT);
        } catch (OptimisticLockingFailureException e) {
            var kept = papers.find(actor, id);
            return status(
                    page(
                            kept,
                            cover,
                            kept.version(),
                            FieldErrors.NONE,
                            theirs(kept.paper().cover(), cover)),
                    HttpStatus.CONFLICT);
        }
    }

    private static ModelAndView status(ModelAndView view, HttpStatus status) {
        view.setStatus(status);
        return view;
    }

    /// What differs, as the other person saved it.
    private static List<SummaryRow> theirs(Cover saved, Cover typed) {
        var rows = new ArrayList<SummaryRow>();
        row(rows, "Title", saved.title(), typed.title());
        row(rows, "Agenda item", saved.item(), typed.item());
        row(rows, "Paper reference", saved.reference(), typed.reference());
        row(rows, "Author", saved.author(), typed.author());
        row(rows, "Presenter", saved.presenter(), typed.presenter());
        row(rows, "Executive sponsor", saved.sponsor(), typed.sponsor());
        row(rows, "Recommendation", saved.recommendation(), typed.recommendation());
        row(rows, "Key points", saved.summary(), typed.summary());
        row(rows, "Key risks", saved.keyRisks(), typed.keyRisks());
        row(rows, "Links to risks", saved.riskLink(), typed.riskLink());
        row(rows, "Strategic objectives", saved.objectives(), typed.objectives());
        row(rows, "Purpose", saved.purpose(), typed.purpose());
        row(rows, "Conflicts of interest", saved.conflict(), typed.conflict());
        row(rows, "About conflicts", saved.conflictDetail(), typed.conflictDetail());
        row(rows, "Considered before by", saved.route(), typed.route());
        row(rows, "Why it is kept private", saved.exemption(), typed.exemption());
        row(rows, "Publication", Boolean.toString(saved.publicPaper()), Boolean.toString(typed.publicPaper()));
        row(
                rows,
                "Implications",
                saved.implications().toString(),
                typed.implications().toString());
        return rows;
    }

    private static void row(List<SummaryRow> rows, String name, String saved, String typed) {
        if (!saved.equals(typed)) {
            rows.add(SummaryRow.of(name, saved.isEmpty() ? "(empty)" : saved));
        }
    }

    private ModelAndView page(
            Kept kept, Cover cover, int version, FieldErrors errors, @Nullable List<SummaryRow> theirs) {
        var page = new CoverPage(
                kept.paper().id(),
                kept.paper().cover().title(),
                version,
                cover,
                options(choices.purposes()),
                options(choices.conflicts()),
                options(choices.implications()),
                Papers.locked(kept.paper()),
                errors,
                theirs);
        return new ModelAndView("papers/cover", Map.of("page", page));
    }

    private static List<Option> options(List<Code> codes) {
        return codes.stream().map(code -> Option.of(code.code(), code.name())).toList();
    }
}

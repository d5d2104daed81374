package uk.goldenthread.papers.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
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
import uk.goldenthread.papers.model.PaperData.Measure;
import uk.goldenthread.papers.service.Freezing;
import uk.goldenthread.papers.service.Papers;
import uk.goldenthread.shell.components.FieldErrors;
import uk.goldenthread.shell.components.Option;

/// Choosing the measures that the paper shows with a chart.
@Controller
class ChosenMeasuresController {
    private final Papers papers;
    private final Freezing freezing;

    ChosenMeasuresController(Papers papers, Freezing freezing) {
        this.papers = papers;
        this.freezing = freezing;
    }

    @GetMapping("/papers/{id:[0-9]+}/measures")
    @Needs(Permission.PAPER_WRITE)
    ModelAndView show(Actor actor, @PathVariable int id) {
        return page(actor, id, FieldErrors.NONE);
    }

    @PostMapping("/papers/{id:[0-9]+}/measures")
    @Needs(Permission.PAPER_WRITE)
    ModelAndView save(
            Actor actor,
            @PathVariable int id,
            @RequestParam(defaultValue = "0") int version,
            @RequestParam(name = "measures", defaultValue = "") List<String> chosen,
            HttpServletResponse response) {
        var outcome = papers.measures(actor, id, version, chosen);
        if (outcome.isAccepted()) {
            Notices.leave(response, "The measures are chosen.");
            return new ModelAndView("redirect:/papers/" + id);
        }
        var view = page(actor, id, FieldErrors.of(outcome.reasons()));
        view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return view;
    }

    private ModelAndView page(Actor actor, int id, FieldErrors errors) {
        var kept = papers.find(actor, id);
        var measures = freezing.data(actor, kept).measures();
        var options = measures.stream()
                .map(measure -> Option.of(
                        measure.kpi(),
                        measure.name(),
                        "All providers: " + measure.total().text()))
                .toList();
        var chosen = measures.stream().filter(Measure::chosen).map(Measure::kpi).toList();
        var page = new ChosenMeasuresPage(
                id,
                kept.paper().cover().title(),
                kept.version(),
                options,
                java.util.Set.copyOf(chosen),
                Papers.locked(kept.paper()),
                errors);
        return new ModelAndView("papers/measures", Map.of("page", page));
    }
}

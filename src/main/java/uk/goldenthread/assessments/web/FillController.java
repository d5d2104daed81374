package uk.goldenthread.assessments.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import uk.goldenthread.access.Actor;
import uk.goldenthread.access.Needs;
import uk.goldenthread.access.Notices;
import uk.goldenthread.access.Permission;
import uk.goldenthread.assessments.model.Criterion.Certainty;
import uk.goldenthread.assessments.model.Mapping;
import uk.goldenthread.assessments.model.Mapping.Relation;
import uk.goldenthread.assessments.service.Filling;
import uk.goldenthread.assessments.service.Filling.Preview;
import uk.goldenthread.assessments.service.Filling.Row;
import uk.goldenthread.assessments.service.Words;
import uk.goldenthread.kernel.outcome.Outcome;
import uk.goldenthread.shell.components.Cell;
import uk.goldenthread.shell.components.Column;
import uk.goldenthread.shell.components.FieldErrors;
import uk.goldenthread.shell.forms.FormPage;

/// Filling an assessment from the answers to another framework: what would be copied is shown before it is.
@Controller
class FillController {
    private static final List<Column> COLUMNS = List.of(
            Column.text("Question"), Column.text("Would be copied"), Column.text("From"), Column.text("Because"));

    private final Filling filling;

    FillController(Filling filling) {
        this.filling = filling;
    }

    @GetMapping("/assessments/{id:\\d+}/fill/{from:\\d+}")
    @Needs(Permission.ASSESSMENT_ANSWER)
    ModelAndView preview(Actor actor, @PathVariable long id, @PathVariable long from) {
        return new ModelAndView(
                "assessments/fill", Map.of("page", page(filling.preview(actor, id, from), FieldErrors.NONE)));
    }

    @PostMapping("/assessments/{id:\\d+}/fill/{from:\\d+}")
    @Needs(Permission.ASSESSMENT_ANSWER)
    ModelAndView fill(Actor actor, @PathVariable long id, @PathVariable long from, HttpServletResponse response) {
        return switch (filling.fill(actor, id, from)) {
            case Outcome.Accepted<Integer>(var count) -> {
                Notices.leave(
                        response,
                        count == 1 ? "1 answer was filled or begun." : count + " answers were filled or begun.");
                yield new ModelAndView("redirect:/assessments/" + id);
            }
            case Outcome.Refused<Integer>(var reasons) -> {
                var page = page(filling.preview(actor, id, from), FieldErrors.of(reasons));
                yield FormPage.refused("assessments/fill", page);
            }
        };
    }

    private static FillPage page(Preview preview, FieldErrors errors) {
        var judged =
                preview.filling().stream().filter(row -> row.rating() != null).count();
        var begun = preview.filling().size() - judged;
        return new FillPage(
                preview.to().id(),
                preview.from().id(),
                "Fill from " + preview.from().round().name(),
                preview.to().organisationName() + ", " + preview.to().round().name(),
                "%d answers would be filled and %d begun with words or evidence. %d are kept or left open, and %d have no line there that bears on them."
                        .formatted(
                                judged,
                                begun,
                                preview.rows().size() - preview.filling().size(),
                                preview.unmapped()),
                preview.filling().size(),
                COLUMNS,
                preview.rows().stream().map(FillController::cells).toList(),
                errors);
    }

    private static List<Cell> cells(Row row) {
        var kept = row.kept();
        return List.of(
                Cell.naming(
                        row.criterion().code() + " " + row.criterion().rated().text()),
                Cell.of(kept == null ? copied(row) : kept),
                Cell.of(row.from()),
                Cell.of(because(row)));
    }

    private static String copied(Row row) {
        var parts = new ArrayList<String>();
        var rating = row.rating();
        if (rating != null) {
            parts.add(Words.value(row.criterion().rated(), rating));
        }
        if (!row.words().isEmpty()) {
            parts.add("words");
        }
        if (row.items() > 0) {
            parts.add(row.items() == 1 ? "1 item of evidence" : row.items() + " items of evidence");
        }
        return String.join(", ", parts);
    }

    private static String because(Row row) {
        var relations =
                row.proposal().provenance().stream().map(Mapping::relation).toList();
        var how = relations.contains(Relation.EQUAL)
                ? "It asks the same"
                : relations.contains(Relation.PARTIAL) ? "It asks a part of this" : "It supports this";
        return row.proposal().certainty().compareTo(Certainty.INFERRED) >= 0 ? how + " (our own reading)" : how;
    }
}

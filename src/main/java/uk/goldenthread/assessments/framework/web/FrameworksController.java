package uk.goldenthread.assessments.framework.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import uk.goldenthread.access.Actor;
import uk.goldenthread.access.AsAt;
import uk.goldenthread.access.HiddenException;
import uk.goldenthread.access.Needs;
import uk.goldenthread.access.Permission;
import uk.goldenthread.assessments.exchange.FhirQuestionnaire;
import uk.goldenthread.assessments.exchange.OscalCatalog;
import uk.goldenthread.assessments.framework.FrameworkLibrary;
import uk.goldenthread.assessments.framework.FrameworkLibrary.Content;
import uk.goldenthread.assessments.framework.FrameworkLibrary.Volume;
import uk.goldenthread.assessments.framework.FrameworkWorkbook;
import uk.goldenthread.shell.components.Cell;
import uk.goldenthread.shell.components.Column;
import uk.goldenthread.shell.view.Dates;

/// The library of frameworks: the shelf, one edition, two beside each other, and an edition as a file.
@Controller
class FrameworksController {
    private static final MediaType XLSX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    private static final String ONE = FrameworkPages.ROOT + "/{code}";

    private final FrameworkLibrary shelf;

    FrameworksController(FrameworkLibrary shelf) {
        this.shelf = shelf;
    }

    @GetMapping(FrameworkPages.ROOT)
    @Needs(Permission.ASSESSMENT_VIEW)
    ModelAndView shelf(Actor actor, AsAt asAt) {
        var byCode = shelf.all(actor, asAt).stream()
                .collect(Collectors.groupingBy(Volume::code, LinkedHashMap::new, Collectors.toList()));
        var own = byCode.values().stream()
                .filter(editions -> editions.getFirst().published() != null)
                .count();
        var page = new FrameworksPage(
                "%d frameworks, %s."
                        .formatted(byCode.size(), own == 0 ? "all of them shipped" : own + " of them the ICB's own"),
                !asAt.isPast() && actor.may(Permission.CATALOGUE_EDIT),
                List.of(
                        Column.text("Framework"),
                        Column.text("Editions"),
                        Column.text("Holds"),
                        Column.text("In force from"),
                        Column.text("Whose")),
                byCode.values().stream().map(editions -> cells(editions, asAt)).toList(),
                asAt.on("/assessments"));
        return new ModelAndView("assessments/frameworks", Map.of("page", page));
    }

    private static List<Cell> cells(List<Volume> editions, AsAt asAt) {
        var newest = editions.getFirst();
        return List.of(
                Cell.naming(newest.name(), asAt.on(FrameworkPages.address(newest))),
                Cell.of(editions.reversed().stream().map(Volume::edition).collect(Collectors.joining(", "))),
                Cell.of(newest.size() + (newest.content() instanceof Content.Duties ? " duties" : " lines")),
                Cell.of(Dates.day(newest.from())),
                Cell.of(newest.published() == null ? "Shipped" : "The ICB's own"));
    }

    @GetMapping(ONE)
    @Needs(Permission.ASSESSMENT_VIEW)
    ModelAndView show(
            Actor actor, AsAt asAt, @PathVariable String code, @RequestParam(defaultValue = "") String edition) {
        var page = FrameworkPages.page(shelf.open(actor, asAt, code, edition), asAt);
        return new ModelAndView("assessments/framework", Map.of("page", page));
    }

    @GetMapping(ONE + "/compare")
    @Needs(Permission.ASSESSMENT_VIEW)
    ModelAndView compare(
            Actor actor,
            AsAt asAt,
            @PathVariable String code,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to) {
        var page = DifferencePages.page(shelf.compare(actor, asAt, code, from, to), asAt);
        return new ModelAndView("assessments/compare", Map.of("page", page));
    }

    @GetMapping(ONE + "/workbook.xlsx")
    @Needs(Permission.ASSESSMENT_VIEW)
    ResponseEntity<byte[]> workbook(
            Actor actor, AsAt asAt, @PathVariable String code, @RequestParam(defaultValue = "") String edition)
            throws IOException {
        var questions = questions(actor, asAt, code, edition);
        var out = new ByteArrayOutputStream();
        FrameworkWorkbook.of(questions.edition(), questions.mappings(), out);
        return file(XLSX, code + ".xlsx", out.toByteArray());
    }

    @GetMapping(ONE + "/catalog.json")
    @Needs(Permission.ASSESSMENT_VIEW)
    ResponseEntity<byte[]> oscal(
            Actor actor, AsAt asAt, @PathVariable String code, @RequestParam(defaultValue = "") String edition) {
        var catalog = OscalCatalog.write(questions(actor, asAt, code, edition).edition());
        return file(MediaType.APPLICATION_JSON, code + "-oscal.json", bytes(catalog));
    }

    @GetMapping(ONE + "/questionnaire.json")
    @Needs(Permission.ASSESSMENT_VIEW)
    ResponseEntity<byte[]> fhir(
            Actor actor, AsAt asAt, @PathVariable String code, @RequestParam(defaultValue = "") String edition) {
        var questionnaire =
                FhirQuestionnaire.write(questions(actor, asAt, code, edition).edition());
        return file(MediaType.APPLICATION_JSON, code + "-fhir.json", bytes(questionnaire));
    }

    private static byte[] bytes(tools.jackson.databind.JsonNode document) {
        return document.toPrettyString().getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }

    /// @throws HiddenException when there is none, or it holds duties
    private Content.Questions questions(Actor actor, AsAt asAt, String code, String edition) {
        return switch (shelf.open(actor, asAt, code, edition).volume().content()) {
            case Content.Questions questions -> questions;
            case Content.Duties _ -> throw new HiddenException();
        };
    }

    static ResponseEntity<byte[]> file(MediaType type, String name, byte[] content) {
        return ResponseEntity.ok()
                .contentType(type)
                .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .body(content);
    }
}

package uk.goldenthread.papers.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
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
import uk.goldenthread.access.HiddenException;
import uk.goldenthread.access.Needs;
import uk.goldenthread.access.Notices;
import uk.goldenthread.access.Permission;
import uk.goldenthread.papers.model.Heading;
import uk.goldenthread.papers.service.PaperWords;
import uk.goldenthread.papers.service.PaperWords.PointForm;
import uk.goldenthread.papers.service.Papers;
import uk.goldenthread.papers.store.PointStore.Point;
import uk.goldenthread.shell.components.FieldErrors;

/// Alert, advise and assure: all points on one page, each edited on its own.
@Controller
class PointsController {
    private final Papers papers;
    private final PaperWords words;

    PointsController(Papers papers, PaperWords words) {
        this.papers = papers;
        this.words = words;
    }

    @GetMapping("/papers/{id:[0-9]+}/points")
    @Needs(Permission.PAPER_WRITE)
    ModelAndView list(Actor actor, @PathVariable int id) {
        var kept = papers.find(actor, id);
        var page =
                new PointsPage(id, kept.paper().cover().title(), words.points(actor, id), Papers.locked(kept.paper()));
        return new ModelAndView("papers/points", Map.of("page", page));
    }

    @GetMapping("/papers/{id:[0-9]+}/points/new")
    @Needs(Permission.PAPER_WRITE)
    ModelAndView begin(Actor actor, @PathVariable int id) {
        return page(actor, id, new PointForm(0, 0, null, "", "", false, ""), FieldErrors.NONE, null);
    }

    @GetMapping("/papers/{id:[0-9]+}/points/{point:[0-9]+}")
    @Needs(Permission.PAPER_WRITE)
    ModelAndView edit(Actor actor, @PathVariable int id, @PathVariable int point) {
        return page(actor, id, form(point(actor, id, point)), FieldErrors.NONE, null);
    }

    @PostMapping("/papers/{id:[0-9]+}/points/new")
    @Needs(Permission.PAPER_WRITE)
    ModelAndView add(
            Actor actor, @PathVariable int id, @RequestParam Map<String, String> all, HttpServletResponse response) {
        return save(actor, id, read(0, all), response);
    }

    @PostMapping("/papers/{id:[0-9]+}/points/{point:[0-9]+}")
    @Needs(Permission.PAPER_WRITE)
    ModelAndView change(
            Actor actor,
            @PathVariable int id,
            @PathVariable int point,
            @RequestParam Map<String, String> all,
            HttpServletResponse response) {
        return save(actor, id, read(point, all), response);
    }

    private ModelAndView save(Actor actor, int id, PointForm form, HttpServletResponse response) {
        try {
            var outcome = words.save(actor, id, form);
            if (outcome.isAccepted()) {
                Notices.leave(
                        response, form.removedReason().isBlank() ? "The point is saved." : "The point is taken out.");
                return new ModelAndView("redirect:/papers/" + id + "/points");
            }
            var view = page(actor, id, form, FieldErrors.of(outcome.reasons()), null);
            view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return view;
        } catch (OptimisticLockingFailureException e) {
            var theirs = point(actor, id, form.id());
            var mine = new PointForm(
                    form.id(),
                    theirs.version(),
                    form.heading(),
                    form.words(),
                    form.evidence(),
                    form.confidential(),
                    form.removedReason());
            var view = page(actor, id, mine, FieldErrors.NONE, theirs);
            view.setStatus(HttpStatus.CONFLICT);
            return view;
        }
    }

    private Point point(Actor actor, int id, int point) {
        return words.points(actor, id).stream()
                .filter(each -> each.id() == point)
                .findFirst()
                .orElseThrow(HiddenException::new);
    }

    private static PointForm form(Point point) {
        return new PointForm(
                point.id(),
                point.version(),
                point.heading(),
                point.words(),
                point.evidence() == null ? "" : point.evidence(),
                point.confidential(),
                point.removedReason() == null ? "" : point.removedReason());
    }

    private static PointForm read(int id, Map<String, String> all) {
        return new PointForm(
                id,
                version(all.getOrDefault("version", "0")),
                heading(all.getOrDefault("heading", "")),
                all.getOrDefault("words", ""),
                all.getOrDefault("evidence", ""),
                "true".equals(all.get("confidential")),
                all.getOrDefault("removed", ""));
    }

    private static int version(String typed) {
        return typed.matches("\\d{1,9}") ? Integer.parseInt(typed) : 0;
    }

    private static @Nullable Heading heading(String typed) {
        return Arrays.stream(Heading.values())
                .filter(heading -> heading.name().equals(typed))
                .findFirst()
                .orElse(null);
    }

    private ModelAndView page(Actor actor, int id, PointForm form, FieldErrors errors, @Nullable Point theirs) {
        var kept = papers.find(actor, id);
        var page = new PointPage(
                id,
                kept.paper().cover().title(),
                form,
                Papers.locked(kept.paper()),
                theirs,
                List.of(Heading.values()),
                errors);
        return new ModelAndView("papers/point", Map.of("page", page));
    }
}

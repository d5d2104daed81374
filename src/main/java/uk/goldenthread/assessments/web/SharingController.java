package uk.goldenthread.assessments.web;

import jakarta.servlet.http.HttpServletResponse;
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
import uk.goldenthread.assessments.service.Sharing;
import uk.goldenthread.kernel.outcome.Outcome;
import uk.goldenthread.shell.components.FieldErrors;
import uk.goldenthread.shell.components.Option;
import uk.goldenthread.shell.view.Dates;

/// Sharing a return with further ICBs.
@Controller
class SharingController {
    private static final String ADDRESS = "/assessments/{id:\\d+}/elsewhere";

    private final Sharing sharing;

    SharingController(Sharing sharing) {
        this.sharing = sharing;
    }

    @GetMapping(ADDRESS)
    @Needs(Permission.ASSESSMENT_SIGN_OFF)
    ModelAndView show(Actor actor, @PathVariable long id) {
        return page(actor, id, FieldErrors.NONE);
    }

    @PostMapping(ADDRESS)
    @Needs(Permission.ASSESSMENT_SIGN_OFF)
    ModelAndView share(
            Actor actor,
            @PathVariable long id,
            @RequestParam(name = "with", defaultValue = "") String with,
            HttpServletResponse response) {
        var icb = with.matches("[1-9]\\d{0,8}") ? Integer.parseInt(with) : 0;
        return switch (sharing.share(actor, id, icb)) {
            case Outcome.Accepted<Boolean>(var there) -> {
                Notices.leave(
                        response,
                        there
                                ? "Shared. That ICB has your answers and judges them itself."
                                : "Agreed. That ICB has your answers as soon as it asks the same.");
                yield new ModelAndView("redirect:/assessments/%d/elsewhere".formatted(id));
            }
            case Outcome.Refused<Boolean>(var reasons) -> {
                var view = page(actor, id, AssessmentPages.errors(reasons));
                view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
                yield view;
            }
        };
    }

    private ModelAndView page(Actor actor, long id, FieldErrors errors) {
        var standing = sharing.standing(actor, id);
        var page = new ElsewherePage(
                id,
                standing.header().organisationName(),
                standing.header().round().name(),
                standing.shares().stream()
                        .map(share -> "%s, agreed by %s on %s"
                                .formatted(share.with().name(), share.byName(), Dates.day(share.at())))
                        .toList(),
                standing.offered().stream()
                        .map(icb -> Option.of(Integer.toString(icb.id()), icb.name()))
                        .toList(),
                errors);
        return new ModelAndView("assessments/elsewhere", Map.of("page", page));
    }
}

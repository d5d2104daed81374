package uk.goldenthread.assessments.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;
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
import uk.goldenthread.assessments.service.EndOfSharing;
import uk.goldenthread.assessments.service.Sharing;
import uk.goldenthread.assessments.store.SharingStore.Share;
import uk.goldenthread.evidence.EvidenceLending;
import uk.goldenthread.kernel.outcome.Outcome;
import uk.goldenthread.shell.components.FieldErrors;
import uk.goldenthread.shell.components.Option;
import uk.goldenthread.shell.view.Dates;

/// Sharing a return with further ICBs, and ending that.
@Controller
class SharingController {
    private static final String ADDRESS = "/assessments/{id:\\d+}/elsewhere";

    private static final String END = "/{sharing:\\d+}/end";

    private final Sharing sharing;
    private final EndOfSharing ends;

    SharingController(Sharing sharing, EndOfSharing ends) {
        this.sharing = sharing;
        this.ends = ends;
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
                var view = page(actor, id, FieldErrors.of(reasons));
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
                (int) standing.shares().stream().filter(Share::isOpen).count(),
                standing.shares().stream()
                        .map(share -> shared(share, standing.evidence().get(share.reference())))
                        .toList(),
                standing.offered().stream()
                        .map(icb -> Option.of(Integer.toString(icb.id()), icb.name()))
                        .toList(),
                errors);
        return new ModelAndView("assessments/elsewhere", Map.of("page", page));
    }

    private static ElsewherePage.Shared shared(Share share, EvidenceLending.@Nullable Count count) {
        var ended = share.ended();
        return new ElsewherePage.Shared(
                share.with().name(),
                agreed(share),
                evidence(count),
                ended == null
                        ? null
                        : "Ended by %s on %s: %s".formatted(ended.byName(), Dates.day(ended.at()), ended.why()),
                ended == null ? "/assessments/%d/elsewhere/%d/end".formatted(share.assessment(), share.id()) : null);
    }

    private static String agreed(Share share) {
        return "Agreed by %s on %s".formatted(share.byName(), Dates.day(share.at()));
    }

    private static String evidence(EvidenceLending.@Nullable Count count) {
        if (count == null || count.open() + count.held() == 0) {
            return "No evidence went along";
        }
        var open = count.open() == 1 ? "1 item of evidence" : count.open() + " items of evidence";
        return open + " with it"
                + (count.held() == 0 ? "" : "; %d with personal data only named".formatted(count.held()));
    }

    @GetMapping(ADDRESS + END)
    @Needs(Permission.ASSESSMENT_SIGN_OFF)
    ModelAndView ending(Actor actor, @PathVariable long id, @PathVariable("sharing") long number) {
        return endPage(actor, id, number, "", FieldErrors.NONE);
    }

    @PostMapping(ADDRESS + END)
    @Needs(Permission.ASSESSMENT_SIGN_OFF)
    ModelAndView end(
            Actor actor,
            @PathVariable long id,
            @PathVariable("sharing") long number,
            @RequestParam(defaultValue = "") String why,
            HttpServletResponse response) {
        var done = ends.end(actor, id, number, why);
        if (!done.isAccepted()) {
            var view = endPage(actor, id, number, why, FieldErrors.of(done.reasons()));
            view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return view;
        }
        Notices.leave(response, "The sharing has ended. That ICB gets nothing new, and your evidence is closed to it.");
        return new ModelAndView("redirect:/assessments/%d/elsewhere".formatted(id));
    }

    private ModelAndView endPage(Actor actor, long id, long number, String why, FieldErrors errors) {
        var standing = ends.standing(actor, id, number);
        var share = standing.share();
        var ended = share.ended();
        var page = new EndSharingPage(
                id,
                "/assessments/%d/elsewhere/%d/end".formatted(id, number),
                share.with().name(),
                standing.header().organisationName(),
                standing.header().round().name(),
                ended == null ? agreed(share) + "." : "It ended on %s.".formatted(Dates.day(ended.at())),
                ended != null,
                why,
                errors);
        return new ModelAndView("assessments/endsharing", Map.of("page", page));
    }
}

package uk.goldenthread.evidence.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import uk.goldenthread.access.Actor;
import uk.goldenthread.access.AsAt;
import uk.goldenthread.access.HiddenException;
import uk.goldenthread.access.Needs;
import uk.goldenthread.access.Notices;
import uk.goldenthread.access.Permission;
import uk.goldenthread.evidence.DocumentKind;
import uk.goldenthread.evidence.service.AntiVirus;
import uk.goldenthread.evidence.service.Giving;
import uk.goldenthread.evidence.service.Keeping;
import uk.goldenthread.evidence.service.Keeping.Seen;
import uk.goldenthread.evidence.service.Linking;
import uk.goldenthread.kernel.Reference;
import uk.goldenthread.kernel.outcome.Outcome;
import uk.goldenthread.shell.components.DateParts;
import uk.goldenthread.shell.components.FieldError;
import uk.goldenthread.shell.components.FieldErrors;
import uk.goldenthread.shell.forms.FormPage;

/// One item: looked at, described anew, confirmed, renewed, restricted, withdrawn, unlinked.
@Controller
class ItemController {
    private final ItemPages pages;
    private final Keeping keeping;
    private final Giving giving;
    private final Linking linking;
    private final Received received;
    private final AntiVirus antiVirus;

    ItemController(
            ItemPages pages, Keeping keeping, Giving giving, Linking linking, Received received, AntiVirus antiVirus) {
        this.pages = pages;
        this.keeping = keeping;
        this.giving = giving;
        this.linking = linking;
        this.received = received;
        this.antiVirus = antiVirus;
    }

    @GetMapping("/evidence/{id:\\d+}")
    @Needs(Permission.EVIDENCE_VIEW)
    ModelAndView show(Actor actor, AsAt asAt, @PathVariable long id) {
        return page(actor, asAt, id, ItemPages.Typed.NOTHING);
    }

    private ModelAndView page(Actor actor, AsAt asAt, long id, ItemPages.Typed typed) {
        return FormPage.of("evidence/item", pages.of(actor, asAt, id, typed), typed.errors());
    }

    private static int version(Map<String, String> fields) {
        return EvidenceForm.typed(fields).version();
    }

    private ModelAndView answer(Actor actor, long id, Outcome<?> done, Map<String, String> fields, Runnable whenDone) {
        if (done.isAccepted()) {
            whenDone.run();
            return new ModelAndView("redirect:/evidence/" + id);
        }
        var typed = new ItemPages.Typed(
                DateParts.typed(fields, "reviewOn"), fields.getOrDefault("why", ""), FieldErrors.of(done.reasons()));
        return page(actor, AsAt.PRESENT, id, typed);
    }

    @PostMapping("/evidence/{id:\\d+}/confirm")
    @Needs(Permission.EVIDENCE_ADD)
    ModelAndView confirm(
            Actor actor,
            @PathVariable long id,
            @RequestParam Map<String, String> fields,
            HttpServletResponse response) {
        var review = DateParts.typed(fields, "reviewOn").date().orElse(null);
        var done = keeping.confirm(actor, new Seen(id, version(fields)), review);
        return answer(
                actor, id, done, fields, () -> Notices.leave(response, "You confirmed that the evidence still holds."));
    }

    @PostMapping("/evidence/{id:\\d+}/withdraw")
    @Needs(Permission.EVIDENCE_ADD)
    ModelAndView withdraw(
            Actor actor,
            @PathVariable long id,
            @RequestParam Map<String, String> fields,
            HttpServletResponse response) {
        var done = keeping.withdraw(actor, new Seen(id, version(fields)), fields.getOrDefault("why", ""));
        return answer(actor, id, done, fields, () -> Notices.leave(response, "The evidence is withdrawn."));
    }

    @PostMapping("/evidence/{id:\\d+}/restrict")
    @Needs(Permission.EVIDENCE_ADD)
    ModelAndView restrict(
            Actor actor,
            @PathVariable long id,
            @RequestParam Map<String, String> fields,
            HttpServletResponse response) {
        var done = keeping.restrict(actor, new Seen(id, version(fields)));
        if (done.isAccepted() && !actor.may(Permission.EVIDENCE_RESTRICTED_VIEW)) {
            Notices.leave(response, "The evidence is restricted. Your role does not open it any more.");
            return new ModelAndView("redirect:/evidence");
        }
        return answer(
                actor,
                id,
                done,
                fields,
                () -> Notices.leave(response, "The evidence is restricted. From now on every view is recorded."));
    }

    @PostMapping("/evidence/{id:\\d+}/unlink")
    @Needs(Permission.EVIDENCE_ADD)
    ModelAndView unlink(
            Actor actor,
            @PathVariable long id,
            @RequestParam Map<String, String> fields,
            HttpServletResponse response) {
        Reference subject;
        try {
            subject = Reference.parse(fields.getOrDefault("subject", ""));
        } catch (IllegalArgumentException e) {
            throw new HiddenException();
        }
        var done = linking.unlink(actor, id, subject);
        return answer(actor, id, done, fields, () -> Notices.leave(response, "The link is taken away."));
    }

    @GetMapping("/evidence/{id:\\d+}/details")
    @Needs(Permission.EVIDENCE_ADD)
    ModelAndView details(Actor actor, @PathVariable long id) {
        return change(actor, "evidence/details", id, null, FieldErrors.NONE);
    }

    @PostMapping("/evidence/{id:\\d+}/details")
    @Needs(Permission.EVIDENCE_ADD)
    ModelAndView describe(
            Actor actor,
            @PathVariable long id,
            @RequestParam Map<String, String> fields,
            HttpServletResponse response) {
        var form = EvidenceForm.typed(fields);
        var wrong = new ArrayList<FieldError>();
        var offer = form.offer(wrong);
        if (!wrong.isEmpty()) {
            return change(actor, "evidence/details", id, form, new FieldErrors(wrong));
        }
        var done = keeping.describe(actor, new Seen(id, form.version()), offer);
        if (!done.isAccepted()) {
            return change(actor, "evidence/details", id, form, FieldErrors.of(done.reasons()));
        }
        Notices.leave(response, "What is said of the evidence is changed.");
        return new ModelAndView("redirect:/evidence/" + id);
    }

    @GetMapping("/evidence/{id:\\d+}/newer")
    @Needs(Permission.EVIDENCE_ADD)
    ModelAndView newer(Actor actor, @PathVariable long id) {
        return change(actor, "evidence/newer", id, null, FieldErrors.NONE);
    }

    @PostMapping("/evidence/{id:\\d+}/newer")
    @Needs(Permission.EVIDENCE_ADD)
    ModelAndView giveNewer(
            Actor actor,
            @PathVariable long id,
            @RequestParam Map<String, String> fields,
            @RequestParam(name = "file", required = false) @Nullable MultipartFile sent,
            HttpServletResponse response) {
        var form = EvidenceForm.typed(fields);
        var wrong = new ArrayList<FieldError>();
        var offer = form.offer(wrong);
        try (var file = received.file(actor, sent, form)) {
            if (wrong.isEmpty()) {
                var newer =
                        new Giving.Newer(id, form.version(), offer.coversFrom(), offer.coversTo(), offer.reviewOn());
                var done = giving.newer(actor, newer, file);
                if (done.isAccepted()) {
                    Notices.leave(response, "The newer file is given. The earlier ones are kept.");
                    return new ModelAndView("redirect:/evidence/" + id);
                }
                wrong.addAll(FieldErrors.of(done.reasons()).all());
            }
            var errors = new FieldErrors(List.copyOf(wrong));
            var kept = received.again(actor, file, form, errors.at("file") == null);
            return change(actor, "evidence/newer", id, kept, errors);
        }
    }

    private ModelAndView change(Actor actor, String view, long id, @Nullable EvidenceForm typed, FieldErrors errors) {
        var opened = pages.opened(actor, AsAt.PRESENT, id);
        boolean newFile = view.endsWith("newer");
        var form = typed == null ? EvidenceForm.of(opened.item(), opened.kept().version()) : typed;
        var page = new ChangePage(
                id,
                opened.item().title(),
                opened.item().document() == DocumentKind.POLICY,
                EvidenceWords.kinds(),
                EvidenceWords.documents(),
                typed == null && newFile ? form.withoutDates() : form,
                received.arrived(actor, form),
                antiVirus.isSet(),
                errors);
        return FormPage.of(view, page, errors);
    }
}

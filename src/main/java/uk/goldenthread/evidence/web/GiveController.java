package uk.goldenthread.evidence.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
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
import uk.goldenthread.evidence.EvidenceItem;
import uk.goldenthread.evidence.service.AntiVirus;
import uk.goldenthread.evidence.service.EvidenceDesk;
import uk.goldenthread.evidence.service.EvidenceDesk.Choice;
import uk.goldenthread.evidence.service.EvidenceSettings;
import uk.goldenthread.evidence.service.Giving;
import uk.goldenthread.evidence.service.Incoming;
import uk.goldenthread.evidence.service.Linking;
import uk.goldenthread.kernel.Reference;
import uk.goldenthread.kernel.outcome.Clause;
import uk.goldenthread.kernel.outcome.Outcome;
import uk.goldenthread.shell.components.FieldError;
import uk.goldenthread.shell.components.FieldErrors;
import uk.goldenthread.shell.components.Option;
import uk.goldenthread.shell.forms.FormPage;
import uk.goldenthread.shell.view.Dates;

/// Giving evidence: choosing what was given before, or giving a new item.
@Controller
class GiveController {
    private final Giving giving;
    private final Linking linking;
    private final EvidenceDesk desk;
    private final Received received;
    private final AntiVirus antiVirus;
    private final EvidenceSettings settings;

    GiveController(
            Giving giving,
            Linking linking,
            EvidenceDesk desk,
            Received received,
            AntiVirus antiVirus,
            EvidenceSettings settings) {
        this.giving = giving;
        this.linking = linking;
        this.desk = desk;
        this.received = received;
        this.antiVirus = antiVirus;
        this.settings = settings;
    }

    /// Where a form is for.
    ///
    /// @param subject null for nothing yet
    private record Errand(@Nullable Reference subject, String back) {
        static Errand of(String subject, String back) {
            return new Errand(subject.isBlank() ? null : reference(subject), LocalPath.of(back));
        }

        private static Reference reference(String written) {
            try {
                return Reference.parse(written);
            } catch (IllegalArgumentException e) {
                throw new HiddenException();
            }
        }

        String name() {
            return subject == null ? "" : subject.toString();
        }
    }

    @GetMapping("/evidence/new")
    @Needs(Permission.EVIDENCE_ADD)
    ModelAndView choose(
            Actor actor,
            @RequestParam(name = "for", defaultValue = "") String subject,
            @RequestParam(defaultValue = "") String back,
            @RequestParam Map<String, String> address) {
        return page(actor, Errand.of(subject, back), EvidenceForm.typed(address), FieldErrors.NONE);
    }

    @PostMapping("/evidence/new")
    @Needs(Permission.EVIDENCE_ADD)
    ModelAndView give(
            Actor actor,
            @RequestParam Map<String, String> fields,
            @RequestParam(name = "file", required = false) @Nullable MultipartFile sent,
            HttpServletResponse response) {
        var errand = Errand.of(fields.getOrDefault("for", ""), fields.getOrDefault("back", ""));
        var form = EvidenceForm.typed(fields);
        var wrong = new ArrayList<FieldError>();
        var offer = form.offer(wrong);
        var owner = owner(actor, errand, form);
        if (owner == null) {
            wrong.add(new FieldError("organisation", "Choose whose evidence it is"));
            owner = actor.organisation();
        }
        try (var file = received.file(actor, sent, form)) {
            var given = wrong.isEmpty()
                    ? giving.give(actor, new Giving.Offered(owner, offer, errand.subject()), file)
                    : Outcome.<Long>refused("", "Mend what is marked", Clause.HOUSE);
            if (given instanceof Outcome.Accepted<Long>(var id)) {
                Notices.leave(response, "The evidence is in the library.");
                return new ModelAndView("redirect:" + LocalPath.or(errand.back(), "/evidence/" + id));
            }
            return again(
                    actor,
                    errand,
                    form,
                    file,
                    wrong.isEmpty() ? FieldErrors.of(given.reasons()) : new FieldErrors(wrong));
        }
    }

    private ModelAndView again(
            Actor actor, Errand errand, EvidenceForm form, @Nullable Incoming file, FieldErrors errors) {
        var kept = received.again(actor, file, form, errors.at("file") == null);
        return page(actor, errand, kept, errors);
    }

    private @Nullable Integer owner(Actor actor, Errand errand, EvidenceForm form) {
        if (errand.subject() != null) {
            var claim = desk.choice(actor, errand.subject()).claim();
            if (claim == null) {
                throw new HiddenException();
            }
            return claim.organisation();
        }
        return desk.owner(actor, form.organisation()).orElse(null);
    }

    private ModelAndView page(Actor actor, Errand errand, EvidenceForm form, FieldErrors errors) {
        var choice = errand.subject() == null ? new Choice(null, List.of()) : desk.choice(actor, errand.subject());
        if (errand.subject() != null && choice.claim() == null) {
            throw new HiddenException();
        }
        var page = new GivePage(
                choice.claim() == null ? null : choice.claim().words(),
                errand.name(),
                errand.back(),
                choice.items().stream().map(GiveController::option).toList(),
                errand.subject() == null && actor.reachesWholeIcb() ? owners(actor) : List.of(),
                EvidenceWords.kinds(),
                documents(),
                form,
                received.arrived(actor, form),
                antiVirus.isSet(),
                settings.months(),
                errors);
        return FormPage.of("evidence/give", page, errors);
    }

    static List<Option> documents() {
        var options = new ArrayList<Option>();
        options.add(Option.of("", "Choose"));
        options.addAll(EvidenceWords.documents());
        return options;
    }

    private static Option option(EvidenceItem item) {
        return Option.of(
                Long.toString(item.id()),
                item.title(),
                "%s, in date until %s".formatted(EvidenceWords.what(item), Dates.day(item.validUntil())));
    }

    private List<Option> owners(Actor actor) {
        var shelf = desk.shelf(actor, AsAt.PRESENT, new EvidenceDesk.Asked("now", "", "", "", "newest"), 1, 1);
        var options = new ArrayList<Option>();
        options.add(Option.of("", "Choose"));
        options.add(Option.of(actor.organisationCode(), actor.organisationName()));
        shelf.providers().forEach(provider -> options.add(Option.of(provider.code(), provider.name())));
        return options;
    }

    /// Lets items given before support a thing.
    @PostMapping("/evidence/link")
    @Needs(Permission.EVIDENCE_ADD)
    ModelAndView link(
            Actor actor,
            @RequestParam(name = "for", defaultValue = "") String subject,
            @RequestParam(defaultValue = "") String back,
            @RequestParam(name = "item", required = false) @Nullable List<String> items,
            HttpServletResponse response) {
        var errand = Errand.of(subject, back);
        if (errand.subject() == null) {
            throw new HiddenException();
        }
        var numbers = items == null
                ? List.<Long>of()
                : items.stream()
                        .filter(item -> item.matches("\\d{1,18}"))
                        .map(Long::valueOf)
                        .toList();
        var form = EvidenceForm.typed(Map.of());
        if (numbers.isEmpty()) {
            return page(actor, errand, form, FieldErrors.of("item", "Choose at least one item"));
        }
        var linked = linking.link(actor, numbers, errand.subject());
        if (!linked.isAccepted()) {
            return page(actor, errand, form, FieldErrors.of(linked.reasons()));
        }
        Notices.leave(response, numbers.size() == 1 ? "The evidence is linked." : "The items are linked.");
        return new ModelAndView("redirect:" + LocalPath.or(errand.back(), "/evidence"));
    }
}

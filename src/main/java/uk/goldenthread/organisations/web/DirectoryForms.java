package uk.goldenthread.organisations.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import uk.goldenthread.access.Actor;
import uk.goldenthread.access.AsAt;
import uk.goldenthread.access.Needs;
import uk.goldenthread.access.Notices;
import uk.goldenthread.access.Permission;
import uk.goldenthread.catalogue.OrganisationKind;
import uk.goldenthread.kernel.outcome.Outcome;
import uk.goldenthread.organisations.Organisations;
import uk.goldenthread.shell.components.DateParts;
import uk.goldenthread.shell.components.FieldErrors;
import uk.goldenthread.shell.components.Option;
import uk.goldenthread.shell.forms.FormPage;

/// Adding and correcting an organisation, and saying what it is to another.
@Controller
class DirectoryForms {
    private final Organisations organisations;
    private final OrganisationKind.Kinds kinds = OrganisationKind.Kinds.load();

    DirectoryForms(Organisations organisations) {
        this.organisations = organisations;
    }

    @GetMapping("/directory/new")
    @Needs(Permission.DIRECTORY_EDIT)
    ModelAndView add() {
        return form("organisations/edit", new OrganisationFormPage(null, "", kinds(), Map.of(), 0, FieldErrors.NONE));
    }

    @PostMapping("/directory/new")
    @Needs(Permission.DIRECTORY_EDIT)
    ModelAndView add(Actor actor, @RequestParam Map<String, String> typed, HttpServletResponse response) {
        var form = new TypedForm(typed);
        var details = details(form, form.text("code").toUpperCase(java.util.Locale.ROOT));
        var errors = form.errors();
        if (form.isSound()) {
            switch (organisations.add(actor, details)) {
                case Outcome.Accepted<String>(var code) -> {
                    Notices.leave(response, "The organisation was added.");
                    return new ModelAndView("redirect:/directory/" + code);
                }
                case Outcome.Refused<String>(var reasons) -> errors = FieldErrors.of(reasons);
            }
        }
        return form("organisations/edit", new OrganisationFormPage(null, "", kinds(), typed, 0, errors));
    }

    @GetMapping("/directory/{code}/edit")
    @Needs(Permission.DIRECTORY_EDIT)
    ModelAndView edit(Actor actor, @PathVariable String code) {
        var entry = organisations.entry(actor, code, AsAt.PRESENT);
        var typed = new HashMap<String, String>();
        typed.put("name", entry.organisation().name());
        typed.put("kind", entry.organisation().kind());
        typed.put("address", or(entry.contact().address()));
        typed.put("postcode", or(entry.contact().postcode()));
        typed.put("telephone", or(entry.contact().telephone()));
        put(typed, "opened", entry.organisation().opened());
        put(typed, "closed", entry.organisation().closed());
        return form(
                "organisations/edit",
                new OrganisationFormPage(
                        code, entry.organisation().name(), kinds(), typed, entry.version(), FieldErrors.NONE));
    }

    @PostMapping("/directory/{code}/edit")
    @Needs(Permission.DIRECTORY_EDIT)
    ModelAndView edit(
            Actor actor,
            @PathVariable String code,
            @RequestParam Map<String, String> typed,
            HttpServletResponse response) {
        var form = new TypedForm(typed);
        var details = details(form, code);
        var errors = form.errors();
        if (form.isSound()) {
            switch (organisations.change(actor, details, form.number("version"))) {
                case Outcome.Accepted<String> _ -> {
                    Notices.leave(response, "The entry was changed.");
                    return new ModelAndView("redirect:/directory/" + code);
                }
                case Outcome.Refused<String>(var reasons) -> errors = FieldErrors.of(reasons);
            }
        }
        var name = organisations.entry(actor, code, AsAt.PRESENT).organisation().name();
        return form(
                "organisations/edit",
                new OrganisationFormPage(code, name, kinds(), typed, form.number("version"), errors));
    }

    @GetMapping("/directory/{code}/relation")
    @Needs(Permission.DIRECTORY_EDIT)
    ModelAndView relation(Actor actor, @PathVariable String code) {
        return relation(actor, code, Map.of(), FieldErrors.NONE);
    }

    @PostMapping("/directory/{code}/relation")
    @Needs(Permission.DIRECTORY_EDIT)
    ModelAndView relate(
            Actor actor,
            @PathVariable String code,
            @RequestParam Map<String, String> typed,
            HttpServletResponse response) {
        var form = new TypedForm(typed);
        var on = form.required("on", LocalDate.EPOCH);
        if (!form.isSound()) {
            return relation(actor, code, typed, form.errors());
        }
        var other = form.text("other").toUpperCase(java.util.Locale.ROOT);
        return switch (organisations.relate(actor, code, form.text("type"), other, on)) {
            case Outcome.Accepted<String> _ -> {
                Notices.leave(response, "The relation was added.");
                yield new ModelAndView("redirect:/directory/" + code);
            }
            case Outcome.Refused<String>(var reasons) -> relation(actor, code, typed, FieldErrors.of(reasons));
        };
    }

    private ModelAndView relation(Actor actor, String code, Map<String, String> typed, FieldErrors errors) {
        var name = organisations.entry(actor, code, AsAt.PRESENT).organisation().name();
        var options = List.of(
                Option.of("SUCCEEDED_BY", "was succeeded by", "Closes it the day before, and hands its ICBs on"),
                Option.of("MERGED_INTO", "merged into", "Closes it the day before, and hands its ICBs on"),
                Option.of("PART_OF", "is part of"),
                Option.of("COMMISSIONED_BY", "is commissioned by"),
                Option.of("HOSTED_BY", "is hosted by"),
                Option.of("IN_CLUSTER", "is in the cluster"),
                Option.of("IN_AREA", "is in the area of"));
        return form("organisations/relation", new OrganisationFormPage(code, name, options, typed, 0, errors));
    }

    private static Organisations.Details details(TypedForm form, String code) {
        return new Organisations.Details(
                code,
                form.text("name"),
                form.text("kind"),
                form.text("address"),
                form.text("postcode"),
                form.text("telephone"),
                form.date("opened"),
                form.date("closed"));
    }

    private List<Option> kinds() {
        return kinds.all().stream()
                .map(kind -> Option.of(kind.code(), kind.name()))
                .toList();
    }

    private static String or(@org.jspecify.annotations.Nullable String text) {
        return text == null ? "" : text;
    }

    private static void put(
            Map<String, String> typed, String field, @org.jspecify.annotations.Nullable LocalDate date) {
        typed.putAll(DateParts.of(date).fields(field));
    }

    static ModelAndView form(String view, OrganisationFormPage page) {
        return FormPage.of(view, page, page.errors());
    }
}

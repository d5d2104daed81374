package uk.goldenthread.organisations.web;

import jakarta.servlet.http.HttpServletResponse;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
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
import uk.goldenthread.kernel.outcome.Outcome;
import uk.goldenthread.kernel.outcome.Reason;
import uk.goldenthread.organisations.Organisations;
import uk.goldenthread.organisations.Posts;
import uk.goldenthread.organisations.StatutoryRoles;
import uk.goldenthread.organisations.model.Appointment;
import uk.goldenthread.shell.components.FieldErrors;
import uk.goldenthread.shell.components.Option;
import uk.goldenthread.shell.forms.FormPage;

/// Putting somebody in a post, and ending it.
@Controller
class PostForms {
    private final Organisations organisations;
    private final Posts posts;
    private final StatutoryRoles roles;
    private final EntryPages entries;

    PostForms(Organisations organisations, Posts posts, StatutoryRoles roles, EntryPages entries) {
        this.organisations = organisations;
        this.posts = posts;
        this.roles = roles;
        this.entries = entries;
    }

    @GetMapping("/directory/{code}/posts/new")
    @Needs(Permission.PEOPLE_EDIT)
    ModelAndView appoint(Actor actor, @PathVariable String code) {
        return form(actor, code, Map.of(), FieldErrors.NONE);
    }

    @PostMapping("/directory/{code}/posts/new")
    @Needs(Permission.PEOPLE_EDIT)
    ModelAndView appoint(
            Actor actor,
            @PathVariable String code,
            @RequestParam Map<String, String> typed,
            HttpServletResponse response) {
        var form = new TypedForm(typed);
        var from = form.required("from", LocalDate.EPOCH);
        var wte = wte(form);
        var type = List.of(Appointment.Type.values()).stream()
                .filter(t -> t.name().equals(form.text("type")))
                .findFirst()
                .orElse(Appointment.Type.SUBSTANTIVE);
        if (!form.isSound()) {
            return form(actor, code, typed, form.errors());
        }
        var holder = new Posts.NewHolder(
                form.text("role"), form.text("person"), form.text("email"), form.text("telephone"), wte, type, from);
        return switch (posts.appoint(actor, code, holder)) {
            case Outcome.Accepted<String> _ -> {
                Notices.leave(response, "The post was filled.");
                yield new ModelAndView("redirect:/directory/" + code);
            }
            case Outcome.Refused<String>(var reasons) -> form(actor, code, typed, FieldErrors.of(reasons));
        };
    }

    private static @Nullable LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (java.time.format.DateTimeParseException e) {
            return null; // said at the field
        }
    }

    private static @Nullable BigDecimal wte(TypedForm form) {
        var text = form.text("wte");
        if (text.isEmpty()) {
            return null;
        }
        if (!text.matches("\\d(\\.\\d{1,2})?")) {
            form.note("wte", "Enter a number above 0 and at most 2, such as 0.6");
            return null;
        }
        return new BigDecimal(text);
    }

    private ModelAndView form(Actor actor, String code, Map<String, String> typed, FieldErrors errors) {
        var organisation = organisations.entry(actor, code, AsAt.PRESENT).organisation();
        var options = roles.of(organisation.kind()).stream()
                .map(role -> Option.of(role.code(), role.name()))
                .toList();
        return DirectoryForms.form(
                "organisations/post", new OrganisationFormPage(code, organisation.name(), options, typed, 0, errors));
    }

    @PostMapping("/directory/{code}/posts/{id}/end")
    @Needs(Permission.PEOPLE_EDIT)
    ModelAndView end(
            Actor actor,
            @PathVariable String code,
            @PathVariable int id,
            @RequestParam Map<String, String> typed,
            HttpServletResponse response) {
        var form = new TypedForm(typed);
        var on = day(form.text("on"));
        var outcome = on == null
                ? Outcome.<String>refused(List.of(Reason.house("on", "Enter the day on which it ends")))
                : posts.end(actor, code, id, on);
        if (outcome.isAccepted()) {
            Notices.leave(response, "The end was entered.");
            return new ModelAndView("redirect:/directory/" + code);
        }
        var page = entries.page(
                actor, code, AsAt.PRESENT, outcome.reasons().getFirst().message());
        return FormPage.refused("organisations/entry", page);
    }
}

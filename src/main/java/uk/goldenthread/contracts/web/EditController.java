package uk.goldenthread.contracts.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
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
import uk.goldenthread.contracts.model.Requirement;
import uk.goldenthread.contracts.service.Clauses;
import uk.goldenthread.contracts.service.ContractDesk;
import uk.goldenthread.contracts.service.Contracts;
import uk.goldenthread.shell.components.FieldError;
import uk.goldenthread.shell.components.FieldErrors;
import uk.goldenthread.shell.components.Option;
import uk.goldenthread.shell.forms.FormPage;

/// Entering a contract, and changing what was agreed.
@Controller
class EditController {
    private final ContractDesk desk;
    private final Contracts contracts;
    private final Clauses clauses;

    EditController(ContractDesk desk, Contracts contracts, Clauses clauses) {
        this.desk = desk;
        this.contracts = contracts;
        this.clauses = clauses;
    }

    @GetMapping("/contracts/new")
    @Needs(Permission.CONTRACT_EDIT)
    ModelAndView blank(Actor actor) {
        return edit(actor, null, ContractForm.blank(actor.organisationName()), FieldErrors.NONE);
    }

    @PostMapping("/contracts/new")
    @Needs(Permission.CONTRACT_EDIT)
    ModelAndView enter(Actor actor, @RequestParam MultiValueMap<String, String> fields, HttpServletResponse response) {
        var form = ContractForm.typed(fields);
        var wrong = new ArrayList<FieldError>();
        var provider = desk.provider(actor, form.provider());
        if (provider.isEmpty()) {
            wrong.add(new FieldError("provider", "Choose the provider"));
        }
        var terms = form.terms(clauses, wrong);
        if (terms == null || provider.isEmpty()) {
            return edit(actor, null, form, new FieldErrors(wrong));
        }
        var report = form.what().isEmpty() ? null : requirement(form.clause(), form.what(), form.frequency());
        var entered = contracts.enter(
                actor,
                new Contracts.NewContract(
                        provider.get().id(), terms, form.live().equals("yes"), report, form.exemption()));
        if (!entered.isAccepted()) {
            return edit(actor, null, form, FieldErrors.of(entered.reasons()));
        }
        Notices.leave(response, "The contract is in the register.");
        return new ModelAndView("redirect:/contracts/" + entered.orElseThrow());
    }

    Requirement requirement(String clause, String what, String frequency) {
        return new Requirement(
                clauses.has(clause) ? clause : "SCHEDULE_6A",
                what.length() > 500 ? what.substring(0, 500) : what,
                Set.of("MONTHLY", "QUARTERLY", "ANNUAL", "ON_REQUEST").contains(frequency) ? frequency : "QUARTERLY",
                true);
    }

    private ModelAndView edit(Actor actor, @Nullable Long id, ContractForm form, FieldErrors errors) {
        var providers = new ArrayList<Option>();
        if (id == null) {
            providers.add(Option.of("", "Choose"));
            desk.providersFor(actor).forEach(each -> providers.add(Option.of(each.code(), each.name())));
        }
        var page = new EditPage(
                id,
                id == null ? "Enter a contract" : "Change what was agreed",
                providers,
                ContractsController.forms("Choose"),
                ContractAnswers.clauses(clauses),
                ContractAnswers.frequencies(),
                form,
                errors);
        return FormPage.of("contracts/edit", page, errors);
    }

    @GetMapping("/contracts/{id:\\d+}/edit")
    @Needs(Permission.CONTRACT_EDIT)
    ModelAndView terms(Actor actor, @PathVariable long id) {
        var contract = desk.open(actor, AsAt.PRESENT, id).contract();
        return edit(actor, id, ContractForm.of(contract.terms(), contract.version()), FieldErrors.NONE);
    }

    @PostMapping("/contracts/{id:\\d+}/edit")
    @Needs(Permission.CONTRACT_EDIT)
    ModelAndView change(
            Actor actor,
            @PathVariable long id,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response) {
        desk.open(actor, AsAt.PRESENT, id);
        var form = ContractForm.typed(fields);
        var wrong = new ArrayList<FieldError>();
        var terms = form.terms(clauses, wrong);
        if (terms == null) {
            return edit(actor, id, form, new FieldErrors(wrong));
        }
        var changed = contracts.change(actor, id, form.version(), terms);
        if (!changed.isAccepted()) {
            return edit(actor, id, form, FieldErrors.of(changed.reasons()));
        }
        Notices.leave(response, "What was agreed is changed.");
        return new ModelAndView("redirect:/contracts/" + id);
    }
}

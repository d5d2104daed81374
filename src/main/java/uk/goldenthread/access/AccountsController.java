package uk.goldenthread.access;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import uk.goldenthread.kernel.outcome.Outcome;
import uk.goldenthread.shell.components.FieldError;
import uk.goldenthread.shell.components.FieldErrors;
import uk.goldenthread.shell.components.Option;
import uk.goldenthread.shell.forms.FormPage;

/// The administrator's page of people and roles.
@Controller
class AccountsController {
    private final AccountAdministration administration;
    private final Roles roles;

    AccountsController(AccountAdministration administration, Roles roles) {
        this.administration = administration;
        this.roles = roles;
    }

    @GetMapping("/accounts")
    @Needs(value = Permission.ACCOUNT_ADMINISTER, restricted = true)
    ModelAndView show(Actor actor) {
        return page(actor, Map.of(), FieldErrors.NONE, null);
    }

    @PostMapping("/accounts")
    @Needs(value = Permission.ACCOUNT_ADMINISTER, restricted = true)
    ModelAndView give(
            Actor actor,
            @RequestParam(defaultValue = "") String signInName,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String role,
            @RequestParam(defaultValue = "") String organisationCode) {
        var typed = new LinkedHashMap<String, String>();
        typed.put("signInName", signInName.strip().toLowerCase(Locale.ROOT));
        typed.put("name", name.strip());
        typed.put("role", role);
        typed.put("organisationCode", organisationCode.strip().toUpperCase(Locale.ROOT));
        var errors = missing(typed);
        if (errors.any()) {
            return page(actor, typed, errors, null);
        }
        var wanted = new AccountAdministration.Wanted(
                signInName.strip().toLowerCase(Locale.ROOT),
                name.strip(),
                role,
                organisationCode.strip().toUpperCase(Locale.ROOT));
        return switch (administration.give(actor, wanted)) {
            case Outcome.Accepted<AccountAdministration.Given>(var given) ->
                page(actor, Map.of(), FieldErrors.NONE, given.firstPassword());
            case Outcome.Refused<AccountAdministration.Given>(var reasons) ->
                page(
                        actor,
                        typed,
                        new FieldErrors(reasons.stream()
                                .map(r -> new FieldError(r.field(), r.message()))
                                .toList()),
                        null);
        };
    }

    @PostMapping("/accounts/roles/{grant}/end")
    @Needs(value = Permission.ACCOUNT_ADMINISTER, restricted = true)
    String end(Actor actor, @PathVariable int grant, HttpServletResponse response) {
        administration.end(actor, grant);
        Notices.leave(response, "The role has ended.");
        return "redirect:/accounts";
    }

    @PostMapping("/accounts/{account}/start-again")
    @Needs(value = Permission.ACCOUNT_ADMINISTER, restricted = true, inPerson = true)
    ModelAndView startAgain(Actor actor, @PathVariable int account) {
        return page(actor, Map.of(), FieldErrors.NONE, administration.startAgain(actor, account));
    }

    private static FieldErrors missing(Map<String, String> typed) {
        var errors = new ArrayList<FieldError>();
        if (!typed.getOrDefault("signInName", "").matches("[^@\\s]{1,64}@[^@\\s]{1,190}")) {
            errors.add(new FieldError("signInName", "Enter an e-mail address, like name@nhs.net"));
        }
        if (typed.getOrDefault("name", "").isBlank()) {
            errors.add(new FieldError("name", "Enter the person's name"));
        }
        return new FieldErrors(errors);
    }

    private ModelAndView page(
            Actor actor, Map<String, String> typed, FieldErrors errors, @Nullable String firstPassword) {
        List<Option> choices =
                roles.all().stream().map(r -> Option.of(r.code(), r.name())).toList();
        var page = new AccountsPage(administration.grants(actor), choices, typed, errors, firstPassword);
        return FormPage.of("access/accounts", page, errors);
    }
}

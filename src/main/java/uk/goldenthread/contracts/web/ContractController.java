package uk.goldenthread.contracts.web;

import static uk.goldenthread.contracts.web.ContractAnswers.text;
import static uk.goldenthread.contracts.web.ContractAnswers.version;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
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
import uk.goldenthread.access.Permission;
import uk.goldenthread.contracts.model.Check;
import uk.goldenthread.contracts.model.Made;
import uk.goldenthread.contracts.model.Route;
import uk.goldenthread.contracts.model.Stage;
import uk.goldenthread.contracts.service.Contracts;
import uk.goldenthread.contracts.service.Contracts.Move;
import uk.goldenthread.contracts.service.GatewayDesk;
import uk.goldenthread.contracts.service.Reporting;
import uk.goldenthread.contracts.service.Requests;
import uk.goldenthread.contracts.web.ContractPage.Typed;
import uk.goldenthread.kernel.outcome.Outcome;
import uk.goldenthread.shell.components.DateParts;
import uk.goldenthread.shell.components.FieldError;
import uk.goldenthread.shell.components.FieldErrors;
import uk.goldenthread.shell.forms.FormPage;

/// One contract: looked at and taken through its life.
@Controller
class ContractController {
    private final Contracts contracts;
    private final GatewayDesk gateway;
    private final Requests requests;
    private final ContractPages pages;
    private final EditController forms;
    private final Reporting reporting;

    ContractController(
            Contracts contracts,
            GatewayDesk gateway,
            Requests requests,
            ContractPages pages,
            EditController forms,
            Reporting reporting) {
        this.contracts = contracts;
        this.gateway = gateway;
        this.requests = requests;
        this.pages = pages;
        this.forms = forms;
        this.reporting = reporting;
    }

    @GetMapping("/contracts/{id:\\d+}")
    @Needs(Permission.CONTRACT_VIEW)
    ModelAndView show(Actor actor, AsAt asAt, @PathVariable long id) {
        return page(actor, asAt, id, Typed.NOTHING, FieldErrors.NONE);
    }

    private ModelAndView page(Actor actor, AsAt asAt, long id, Typed typed, FieldErrors errors) {
        return FormPage.of("contracts/contract", pages.of(actor, asAt, id, typed, errors), errors);
    }

    private static Typed typed(Map<String, String> fields) {
        return new Typed(
                text(fields, "to"),
                DateParts.typed(fields, "day"),
                text(fields, "words"),
                text(fields, "route"),
                DateParts.typed(fields, "endOn"),
                text(fields, "newReference"),
                DateParts.typed(fields, "until"),
                text(fields, "reason"),
                text(fields, "exemption"),
                text(fields, "clause"),
                text(fields, "what"),
                text(fields, "asked"));
    }

    private ModelAndView answer(
            Actor actor,
            long id,
            Map<String, String> fields,
            Outcome<Long> done,
            HttpServletResponse response,
            String notice) {
        return ContractAnswers.after(
                done,
                response,
                notice,
                "/contracts/" + id,
                errors -> page(actor, AsAt.PRESENT, id, typed(fields), errors));
    }

    @PostMapping("/contracts/{id:\\d+}/move")
    @Needs(Permission.CONTRACT_EDIT)
    ModelAndView move(
            Actor actor,
            @PathVariable long id,
            @RequestParam Map<String, String> fields,
            HttpServletResponse response) {
        var typed = typed(fields);
        var wrong = new ArrayList<FieldError>();
        var to = Arrays.stream(Stage.values())
                .filter(each -> each.name().equals(typed.to()))
                .findFirst();
        if (to.isEmpty()) {
            wrong.add(new FieldError("to", "Choose where the contract goes"));
        }
        var day = optional(typed.day(), "day", wrong);
        var endOn = optional(typed.endOn(), "endOn", wrong);
        if (!wrong.isEmpty()) {
            return page(actor, AsAt.PRESENT, id, typed, new FieldErrors(wrong));
        }
        var route = Arrays.stream(Route.values())
                .filter(each -> each.name().equals(typed.route()))
                .findFirst()
                .orElse(null);
        var move = new Move(to.orElseThrow(), day, typed.words(), route, endOn, typed.newReference());
        return answer(
                actor,
                id,
                fields,
                contracts.move(actor, id, version(fields), move),
                response,
                "The contract is now at: " + move.to().words() + ".");
    }

    private static @Nullable LocalDate optional(DateParts parts, String field, List<FieldError> wrong) {
        return parts.isBlank() ? null : ContractForm.date(parts, field, "the day", wrong);
    }

    @PostMapping("/contracts/{id:\\d+}/sign-off")
    @Needs(Permission.CONTRACT_SIGN_OFF)
    ModelAndView signOff(
            Actor actor,
            @PathVariable long id,
            @RequestParam Map<String, String> fields,
            HttpServletResponse response) {
        return answer(
                actor,
                id,
                fields,
                gateway.signOff(actor, id, version(fields)),
                response,
                "You signed off the safeguarding part of the specification.");
    }

    @PostMapping("/contracts/{id:\\d+}/checks")
    @Needs(value = Permission.CONTRACT_EDIT, or = Permission.CONTRACT_SIGN_OFF)
    ModelAndView checks(
            Actor actor,
            @PathVariable long id,
            @RequestParam Map<String, String> fields,
            HttpServletResponse response) {
        var made = Arrays.stream(Check.values())
                .filter(check -> List.of("pass", "fail").contains(text(fields, "check-" + check.name())))
                .map(check -> new Made(
                        check,
                        text(fields, "check-" + check.name()).equals("pass"),
                        text(fields, "note-" + check.name())))
                .toList();
        return answer(actor, id, fields, gateway.check(actor, id, made), response, "The checks are recorded.");
    }

    @PostMapping("/contracts/{id:\\d+}/waive")
    @Needs(Permission.CONTRACT_WAIVE)
    ModelAndView waive(
            Actor actor,
            @PathVariable long id,
            @RequestParam Map<String, String> fields,
            HttpServletResponse response) {
        var typed = typed(fields);
        return answer(
                actor,
                id,
                fields,
                gateway.waive(actor, id, typed.until().date().orElse(null), typed.reason()),
                response,
                "The failed checks are waived until then.");
    }

    @PostMapping("/contracts/{id:\\d+}/reports")
    @Needs(Permission.CONTRACT_EDIT)
    ModelAndView require(
            Actor actor,
            @PathVariable long id,
            @RequestParam Map<String, String> fields,
            HttpServletResponse response) {
        var requirement = forms.requirement(text(fields, "clause"), text(fields, "what"), text(fields, "frequency"));
        return answer(actor, id, fields, reporting.require(actor, id, requirement), response, "The report is added.");
    }

    @PostMapping("/contracts/{id:\\d+}/exempt")
    @Needs(Permission.CONTRACT_EDIT)
    ModelAndView exempt(
            Actor actor,
            @PathVariable long id,
            @RequestParam Map<String, String> fields,
            HttpServletResponse response) {
        return answer(
                actor,
                id,
                fields,
                reporting.exempt(actor, id, version(fields), text(fields, "exemption")),
                response,
                "The exemption is recorded.");
    }

    @PostMapping("/contracts/{id:\\d+}/plan")
    @Needs(Permission.CONTRACT_EDIT)
    ModelAndView planAgreed(
            Actor actor,
            @PathVariable long id,
            @RequestParam Map<String, String> fields,
            HttpServletResponse response) {
        return answer(
                actor,
                id,
                fields,
                reporting.planAgreed(actor, id, text(fields, "words")),
                response,
                "The remedial action plan is noted as agreed.");
    }

    @PostMapping("/contracts/{id:\\d+}/requests")
    @Needs(Permission.CONTRACT_EDIT)
    ModelAndView ask(
            Actor actor,
            @PathVariable long id,
            @RequestParam Map<String, String> fields,
            HttpServletResponse response) {
        return answer(
                actor,
                id,
                fields,
                requests.ask(actor, id, text(fields, "clause"), text(fields, "asked")),
                response,
                "The provider is asked and has been told.");
    }
}

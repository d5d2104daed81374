package uk.goldenthread.contracts.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import uk.goldenthread.access.AccessPolicy;
import uk.goldenthread.access.AccessPolicy.Resource;
import uk.goldenthread.access.Actor;
import uk.goldenthread.access.AsAt;
import uk.goldenthread.access.Needs;
import uk.goldenthread.access.Permission;
import uk.goldenthread.contracts.service.Clauses;
import uk.goldenthread.contracts.service.ContractDesk;
import uk.goldenthread.contracts.service.ContractDesk.Asking;
import uk.goldenthread.contracts.service.ContractRules;
import uk.goldenthread.contracts.service.Requests;
import uk.goldenthread.kernel.outcome.Outcome;
import uk.goldenthread.shell.components.FieldErrors;
import uk.goldenthread.shell.components.SummaryRow;
import uk.goldenthread.shell.forms.FormPage;
import uk.goldenthread.shell.view.Dates;

/// A request for evidence under a contract: the provider answers it, the ICB looks at the answer.
@Controller
class RequestController {
    private final Requests requests;
    private final ContractDesk desk;
    private final ContractRules rules;
    private final Clauses clauses;
    private final AccessPolicy policy;

    RequestController(Requests requests, ContractDesk desk, ContractRules rules, Clauses clauses, AccessPolicy policy) {
        this.requests = requests;
        this.desk = desk;
        this.rules = rules;
        this.clauses = clauses;
        this.policy = policy;
    }

    @GetMapping("/contracts/requests/{request:\\d+}")
    @Needs(Permission.CONTRACT_VIEW)
    ModelAndView show(Actor actor, AsAt asAt, @PathVariable long request) {
        return page(actor, asAt, request, Map.of(), FieldErrors.NONE);
    }

    private ModelAndView page(Actor actor, AsAt asAt, long id, Map<String, String> typed, FieldErrors errors) {
        var asking = desk.request(actor, asAt, id);
        var request = asking.request();
        var resource = Resource.of(request.icb(), request.organisation());
        boolean mayAnswer =
                !asAt.isPast() && !request.isAnswered() && policy.allows(actor, Permission.EVIDENCE_ADD, resource);
        boolean mayJudge = !asAt.isPast()
                && request.isAnswered()
                && !request.isAccepted()
                && !Objects.equals(request.answeredBy(), actor.account())
                && policy.allows(actor, Permission.CONTRACT_EDIT, resource);
        var page = new RequestPage(
                id,
                request.contract(),
                asking.provider().name(),
                request.asked(),
                state(asking),
                facts(asking),
                asking.evidence(),
                mayAnswer ? "/evidence/new?for=%s&back=/contracts/requests/%d".formatted(Requests.name(id), id) : null,
                rules.today(),
                mayAnswer,
                mayJudge,
                typed.getOrDefault("answer", request.answer() == null ? "" : request.answer()),
                typed.getOrDefault("why", ""),
                request.version(),
                errors);
        return FormPage.of("contracts/request", page, errors);
    }

    private List<SummaryRow> facts(Asking asking) {
        var request = asking.request();
        return Stream.of(
                        SummaryRow.of("Contract", request.contractName()),
                        SummaryRow.of(
                                "Clause", clauses.name(request.clause()) + ": " + clauses.words(request.clause())),
                        SummaryRow.of("Asked", Dates.day(request.askedOn()) + " by " + asking.name(request.askedBy())),
                        SummaryRow.of("Due", Dates.day(request.dueOn()) + ", 10 operational days after"),
                        request.answer() == null || request.answer().isEmpty()
                                ? null
                                : SummaryRow.of("Answer", request.answer()))
                .filter(Objects::nonNull)
                .toList();
    }

    private String state(Asking asking) {
        var request = asking.request();
        if (request.acceptedOn() != null) {
            return "Accepted on %s.".formatted(Dates.day(request.acceptedOn()));
        }
        if (request.answeredOn() != null && request.answeredBy() != null) {
            var late = request.answeredOn().isAfter(request.dueOn()) ? ", after its date" : ", in time";
            return "Answered by %s on %s%s."
                    .formatted(asking.name(request.answeredBy()), Dates.day(request.answeredOn()), late);
        }
        var due = request.dueOn().isBefore(rules.today())
                ? "It was due by %s and is not answered.".formatted(Dates.day(request.dueOn()))
                : "To be answered by %s.".formatted(Dates.day(request.dueOn()));
        return request.returnedWhy() == null ? due : due + " The ICB needs more: " + request.returnedWhy();
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
                "/contracts/requests/" + id,
                errors -> page(actor, AsAt.PRESENT, id, fields, errors));
    }

    @PostMapping("/contracts/requests/{request:\\d+}/answer")
    @Needs(Permission.EVIDENCE_ADD)
    ModelAndView give(
            Actor actor,
            @PathVariable long request,
            @RequestParam Map<String, String> fields,
            HttpServletResponse response) {
        var words = ContractAnswers.text(fields, "answer");
        return answer(
                actor,
                request,
                fields,
                requests.answer(actor, request, ContractAnswers.version(fields), words),
                response,
                "The request is answered. The ICB looks at it.");
    }

    @PostMapping("/contracts/requests/{request:\\d+}/accept")
    @Needs(Permission.CONTRACT_EDIT)
    ModelAndView accept(
            Actor actor,
            @PathVariable long request,
            @RequestParam Map<String, String> fields,
            HttpServletResponse response) {
        return answer(
                actor,
                request,
                fields,
                requests.accept(actor, request, ContractAnswers.version(fields)),
                response,
                "The answer is accepted.");
    }

    @PostMapping("/contracts/requests/{request:\\d+}/give-back")
    @Needs(Permission.CONTRACT_EDIT)
    ModelAndView giveBack(
            Actor actor,
            @PathVariable long request,
            @RequestParam Map<String, String> fields,
            HttpServletResponse response) {
        var why = ContractAnswers.text(fields, "why");
        return answer(
                actor,
                request,
                fields,
                requests.giveBack(actor, request, ContractAnswers.version(fields), why),
                response,
                "The answer is given back, and the provider is told.");
    }
}

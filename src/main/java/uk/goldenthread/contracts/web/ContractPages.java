package uk.goldenthread.contracts.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.goldenthread.access.AccessPolicy;
import uk.goldenthread.access.AccessPolicy.Decision;
import uk.goldenthread.access.AccessPolicy.Resource;
import uk.goldenthread.access.Actor;
import uk.goldenthread.access.AsAt;
import uk.goldenthread.access.Permission;
import uk.goldenthread.contracts.model.Check;
import uk.goldenthread.contracts.model.Contract;
import uk.goldenthread.contracts.model.Route;
import uk.goldenthread.contracts.model.Stage;
import uk.goldenthread.contracts.service.Clauses;
import uk.goldenthread.contracts.service.ContractDesk;
import uk.goldenthread.contracts.service.ContractDesk.Opened;
import uk.goldenthread.contracts.service.ContractRules;
import uk.goldenthread.contracts.store.ContractReading.Checked;
import uk.goldenthread.contracts.store.ContractReading.Happened;
import uk.goldenthread.contracts.store.RequestStore.Request;
import uk.goldenthread.contracts.web.ContractPage.CheckPart;
import uk.goldenthread.contracts.web.ContractPage.Choices;
import uk.goldenthread.contracts.web.ContractPage.Event;
import uk.goldenthread.contracts.web.ContractPage.GatewayPart;
import uk.goldenthread.contracts.web.ContractPage.May;
import uk.goldenthread.contracts.web.ContractPage.Typed;
import uk.goldenthread.shell.components.Cell;
import uk.goldenthread.shell.components.Column;
import uk.goldenthread.shell.components.FieldErrors;
import uk.goldenthread.shell.components.Option;
import uk.goldenthread.shell.components.SummaryRow;
import uk.goldenthread.shell.view.Dates;

/// Makes the page of one contract.
@Component
class ContractPages {
    private final ContractDesk desk;
    private final ContractClocks clocks;
    private final ContractRules rules;
    private final Clauses clauses;
    private final AccessPolicy policy;

    ContractPages(ContractDesk desk, ContractClocks clocks, ContractRules rules, Clauses clauses, AccessPolicy policy) {
        this.desk = desk;
        this.clocks = clocks;
        this.rules = rules;
        this.clauses = clauses;
        this.policy = policy;
    }

    ContractPage of(Actor actor, AsAt asAt, long id, Typed typed, FieldErrors errors) {
        var opened = desk.open(actor, asAt, id);
        var contract = opened.contract();
        return new ContractPage(
                id,
                contract.terms().reference() + " " + contract.terms().title(),
                opened.provider().name(),
                clocks.state(opened),
                clocks.figure(actor, opened),
                contract.breaksReporting()
                        ? "This contract is in force and asks for no safeguarding report. Add one, or record why it asks for"
                                + " none."
                        : null,
                facts(contract),
                List.of(Column.text("Report"), Column.text("Clause"), Column.text("How often")),
                opened.requirements().stream()
                        .map(each -> List.of(
                                Cell.naming(each.what()),
                                Cell.of(clauses.name(each.clause())),
                                Cell.of(ContractAnswers.frequency(each.frequency())
                                        + (each.safeguarding() ? "" : ", not about safeguarding"))))
                        .toList(),
                actor.reachesWholeIcb()
                                && (isBeingMade(contract) || !opened.checks().isEmpty())
                        ? gateway(opened)
                        : null,
                List.of(Column.text("What is asked for"), Column.text("Due"), Column.text("Standing")),
                opened.requests().stream().map(each -> row(each, asAt)).toList(),
                events(opened.steps()),
                may(actor, asAt, contract),
                new Choices(routes(), ContractAnswers.clauses(clauses), ContractAnswers.frequencies()),
                typed,
                contract.version(),
                errors);
    }

    private List<SummaryRow> facts(Contract contract) {
        var terms = contract.terms();
        var named = terms.clauses().stream().map(clauses::name).collect(Collectors.joining(", "));
        return Stream.of(
                        SummaryRow.of("Form", terms.form().words()),
                        SummaryRow.of("Lead commissioner", terms.leadCommissioner()),
                        terms.associates().isEmpty() ? null : SummaryRow.of("Associates", terms.associates()),
                        SummaryRow.of("Runs", Dates.day(terms.startOn()) + " to " + Dates.day(terms.endOn())),
                        terms.monthlyValue() == null
                                ? null
                                : SummaryRow.of("Monthly value", ContractClocks.pounds(terms.monthlyValue())),
                        SummaryRow.of("Safeguarding clauses", named.isEmpty() ? "None entered" : named),
                        contract.route() == null
                                ? null
                                : SummaryRow.of("Route", contract.route().words()),
                        contract.exemption() == null
                                ? null
                                : SummaryRow.of("Exempt from safeguarding reports", contract.exemption()))
                .filter(java.util.Objects::nonNull)
                .toList();
    }

    private List<Cell> row(Request request, AsAt asAt) {
        var standing = request.isAccepted()
                ? "Accepted"
                : request.isAnswered()
                        ? "Answered, to be looked at"
                        : request.dueOn().isBefore(rules.today()) ? "Past its date" : "Not answered yet";
        return List.of(
                Cell.naming(request.asked(), asAt.on("/contracts/requests/" + request.id())),
                Cell.of(Dates.day(request.dueOn())),
                Cell.of(standing));
    }

    /// What happened, with the checks that somebody recorded on one day as one line.
    private static List<Event> events(List<Happened> steps) {
        var events = new ArrayList<Event>();
        for (var step : steps) {
            var event = event(step);
            var before = events.isEmpty() ? null : events.getLast();
            if (step.step().equals("CHECKED")
                    && before != null
                    && before.when().equals(event.when())
                    && before.what().equals(event.what())) {
                events.set(
                        events.size() - 1,
                        new Event(event.when(), event.what(), before.words() + "; " + event.words()));
            } else {
                events.add(event);
            }
        }
        return events;
    }

    private static Event event(Happened step) {
        var what =
                switch (step.step()) {
                    case "ENTERED" -> "Entered in the register";
                    case "CHANGED" -> "What was agreed was changed";
                    case "MOVED" -> step.stage().words();
                    case "ASKS_REPORT" -> "A report was added";
                    case "EXEMPTED" -> "Exempted from safeguarding reports";
                    case "PLAN_AGREED" -> "Remedial action plan agreed";
                    case "SIGNED_OFF" -> "Specification signed off";
                    case "CHECKED" -> "Checked";
                    case "WAIVED" -> "Failed checks waived";
                    default -> step.step();
                };
        return new Event(Dates.day(step.day()) + ", " + step.by(), what, step.words());
    }

    private GatewayPart gateway(Opened opened) {
        var made = opened.checks().stream().collect(Collectors.toMap(Checked::check, Function.identity()));
        var parts = Arrays.stream(Check.values())
                .map(check -> part(opened, check, made.get(check)))
                .toList();
        var waiver = opened.waiver();
        return new GatewayPart(
                clocks.gateway(opened),
                opened.contract().stage() == Stage.DUE_DILIGENCE,
                !opened.checks().isEmpty(),
                parts,
                waiver == null
                        ? null
                        : "Waived by %s on %s until %s: %s"
                                .formatted(
                                        opened.name(waiver.by()),
                                        Dates.day(waiver.grantedOn()),
                                        Dates.day(waiver.until()),
                                        waiver.reason()),
                rules.waiverDays());
    }

    private static CheckPart part(Opened opened, Check check, @Nullable Checked made) {
        return made == null
                ? new CheckPart(check.name(), check.words(), check.passesWhen(), "", "", "")
                : new CheckPart(
                        check.name(),
                        check.words(),
                        check.passesWhen(),
                        made.passed() ? "pass" : "fail",
                        made.note(),
                        "%s, %s".formatted(opened.name(made.by()), Dates.day(made.at())));
    }

    private static boolean isBeingMade(Contract contract) {
        return !contract.stage().isInForce() && !contract.stage().isOver();
    }

    private May may(Actor actor, AsAt asAt, Contract contract) {
        var resource = Resource.of(contract.icb(), contract.organisation());
        boolean now = !asAt.isPast();
        boolean edit = now && policy.allows(actor, Permission.CONTRACT_EDIT, resource);
        boolean signs = now && policy.allows(actor, Permission.CONTRACT_SIGN_OFF, resource);
        boolean making = isBeingMade(contract);
        boolean waives = now && policy.allows(actor, Permission.CONTRACT_WAIVE, resource) && making;
        var why = now
                        && !signs
                        && !waives
                        && actor.reachesWholeIcb()
                        && !contract.stage().isOver()
                        && policy.decide(actor, Permission.CONTRACT_EDIT, resource)
                                instanceof Decision.Refused(var said)
                ? said
                : null;
        return new May(
                edit ? moves(contract) : List.of(),
                edit && !contract.stage().isOver(),
                signs && contract.stage() == Stage.SPECIFICATION && !contract.signedOff(),
                (edit || signs) && making,
                waives,
                edit
                        && !contract.asksSafeguarding()
                        && contract.exemption() == null
                        && !contract.stage().isOver(),
                edit && contract.stage() == Stage.RAP,
                edit
                        && (contract.stage().isInForce() || !making || contract.stage() == Stage.MOBILISATION)
                        && !contract.stage().isOver(),
                why);
    }

    private static List<Option> moves(Contract contract) {
        return contract.stage().next().stream()
                .map(each -> Option.of(each.name(), words(contract.stage(), each)))
                .toList();
    }

    private static String words(Stage from, Stage to) {
        if (to == Stage.LIVE) {
            return switch (from) {
                case PERFORMANCE_NOTICE -> "Live: the notice is withdrawn";
                case RAP, RAP_BREACHED, WITHHOLDING -> "Live: the plan is carried out";
                case VARIED -> "Live: the variation has taken effect";
                default -> to.words();
            };
        }
        return to.words();
    }

    private static List<Option> routes() {
        var options = new ArrayList<Option>();
        options.add(Option.of("", "Choose"));
        Arrays.stream(Route.values()).forEach(route -> options.add(Option.of(route.name(), route.words())));
        return options;
    }
}

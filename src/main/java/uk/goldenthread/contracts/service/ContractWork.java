package uk.goldenthread.contracts.service;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import uk.goldenthread.access.Actor;
import uk.goldenthread.access.Permission;
import uk.goldenthread.contracts.model.Contract;
import uk.goldenthread.contracts.model.Stage;
import uk.goldenthread.contracts.store.ContractReading;
import uk.goldenthread.contracts.store.ContractReading.Filter;
import uk.goldenthread.contracts.store.RequestStore;
import uk.goldenthread.contracts.store.RequestStore.Request;
import uk.goldenthread.notify.WorkItem;
import uk.goldenthread.notify.WorkSource;
import uk.goldenthread.organisations.Directory;
import uk.goldenthread.organisations.Organisation;

/// What contracts put on people's Home.
@Component
class ContractWork implements WorkSource {
    private static final int MOST = 50;

    private final ContractReading reading;
    private final RequestStore requests;
    private final ContractRules rules;
    private final Directory directory;

    ContractWork(ContractReading reading, RequestStore requests, ContractRules rules, Directory directory) {
        this.reading = reading;
        this.requests = requests;
        this.rules = rules;
        this.directory = directory;
    }

    @Override
    public List<WorkItem> toDo(Actor actor) {
        var items = new ArrayList<WorkItem>();
        if (!actor.reachesWholeIcb()) {
            if (actor.may(Permission.EVIDENCE_ADD)) {
                requests.open(actor).stream()
                        .map(each -> item(
                                actor.organisationName(), each, "Evidence to give", "The ICB asks under a contract"))
                        .forEach(items::add);
            }
            return items.stream().limit(MOST).toList();
        }
        if (actor.may(Permission.CONTRACT_EDIT)) {
            addAnswers(actor, items);
            addKeeping(actor, items);
        }
        if (actor.may(Permission.CONTRACT_SIGN_OFF)) {
            add(
                    actor,
                    new Line("making", "Specifications to sign off", "You sign off the safeguarding part"),
                    each -> each.stage() == Stage.SPECIFICATION && !each.signedOff(),
                    items);
        }
        if (actor.may(Permission.CONTRACT_WAIVE)) {
            add(
                    actor,
                    new Line("making", "Failed checks to decide on", "Only an executive may waive a check"),
                    each -> each.stage() == Stage.DUE_DILIGENCE && hasFailed(each),
                    items);
        }
        return items.stream().limit(MOST).toList();
    }

    private void addKeeping(Actor actor, List<WorkItem> items) {
        var why = "You keep the register";
        add(
                actor,
                new Line("ending", "Contracts to review for renewal", why),
                each -> each.stage() == Stage.LIVE,
                items);
        add(actor, new Line("force", "Renewals to decide", why), each -> each.stage() == Stage.RENEWAL_REVIEW, items);
        add(
                actor,
                new Line(
                        "force",
                        "Contracts without a safeguarding report",
                        "It asks for none, and no exemption is recorded"),
                Contract::breaksReporting,
                items);
    }

    /// A kind of line on Home: which contracts are looked through, what the line is called, and why it is
    /// there.
    private record Line(String show, String kind, String why) {}

    private boolean hasFailed(Contract contract) {
        var gateway = reading.gateway(contract);
        return !gateway.failed().isEmpty() && !gateway.isWaived(rules.today());
    }

    private void add(Actor actor, Line line, Predicate<Contract> wanted, List<WorkItem> items) {
        var found = reading.list(actor, new Filter(line.show(), null, null, rules.endingBy(), "end"), 500, 0).stream()
                .filter(wanted)
                .limit(MOST)
                .toList();
        var names = names(found.stream().map(Contract::organisation).collect(Collectors.toSet()));
        found.forEach(contract -> items.add(new WorkItem(
                line.kind(),
                contract.terms().reference() + " " + contract.terms().title(),
                names.getOrDefault(contract.organisation(), ""),
                contract.terms().endOn(),
                line.why(),
                "/contracts/" + contract.id())));
    }

    private Map<Integer, String> names(java.util.Collection<Integer> organisations) {
        return directory.named(organisations).stream().collect(Collectors.toMap(Organisation::id, Organisation::name));
    }

    private void addAnswers(Actor actor, List<WorkItem> items) {
        var answered = requests.answered(actor);
        var names = names(answered.stream().map(Request::organisation).collect(Collectors.toCollection(HashSet::new)));
        answered.stream()
                .map(each -> item(
                        names.getOrDefault(each.organisation(), ""),
                        each,
                        "Answers to look at",
                        "The provider gave evidence that was asked for"))
                .forEach(items::add);
    }

    private static WorkItem item(String forWhom, Request request, String kind, String why) {
        return new WorkItem(
                kind, request.asked(), forWhom, request.dueOn(), why, "/contracts/requests/" + request.id());
    }

    @Override
    public List<WorkItem> waitingOnOthers(Actor actor) {
        if (!actor.reachesWholeIcb() || !actor.may(Permission.CONTRACT_EDIT)) {
            return List.of();
        }
        var open = requests.open(actor).stream().limit(MOST).toList();
        var names = names(open.stream().map(Request::organisation).collect(Collectors.toSet()));
        return open.stream()
                .map(each -> item(
                        names.getOrDefault(each.organisation(), ""),
                        each,
                        "Evidence asked for",
                        "The provider answers it"))
                .toList();
    }

    @Override
    public List<WorkItem> doneLately(Actor actor) {
        return List.of();
    }
}

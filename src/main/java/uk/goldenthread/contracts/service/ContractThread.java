package uk.goldenthread.contracts.service;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import uk.goldenthread.access.Actor;
import uk.goldenthread.access.Permission;
import uk.goldenthread.contracts.model.Contract;
import uk.goldenthread.contracts.store.ContractReading;
import uk.goldenthread.contracts.store.ContractReading.Filter;
import uk.goldenthread.contracts.store.RequestStore;
import uk.goldenthread.contracts.store.RequestStore.Request;
import uk.goldenthread.evidence.Claim;
import uk.goldenthread.evidence.ClaimSource;
import uk.goldenthread.kernel.Reference;
import uk.goldenthread.shell.view.Dates;
import uk.goldenthread.thread.ThreadLink;
import uk.goldenthread.thread.ThreadNode;
import uk.goldenthread.thread.ThreadSource;
import uk.goldenthread.thread.ThreadStage;

/// Contracts and their requests on the thread, and requests as things that evidence supports.
@Component
class ContractThread implements ThreadSource, ClaimSource {
    private static final String CONTRACT = "contract";

    /// Duty R-41: a safeguarding schedule in every contract.
    private static final Reference DUTY = new Reference("requirement", "NHSE_SAAF:2024:R-41");

    private static final int MOST = 200;

    private final ContractReading contracts;
    private final RequestStore requests;
    private final Clauses clauses;

    ContractThread(ContractReading contracts, RequestStore requests, Clauses clauses) {
        this.contracts = contracts;
        this.requests = requests;
        this.clauses = clauses;
    }

    private static List<Long> numbers(Collection<Reference> of, String kind) {
        return of.stream()
                .filter(each -> each.kind().equals(kind) && each.key().matches("\\d{1,18}"))
                .map(Reference::id)
                .toList();
    }

    private List<Contract> contracts(Actor actor, Collection<Reference> of) {
        var numbers = numbers(of, CONTRACT);
        return numbers.isEmpty() || !actor.may(Permission.CONTRACT_VIEW) ? List.of() : contracts.some(actor, numbers);
    }

    private List<Request> requests(Actor actor, Collection<Reference> of) {
        var numbers = numbers(of, Requests.KIND);
        return numbers.isEmpty() || !actor.may(Permission.CONTRACT_VIEW) ? List.of() : requests.some(actor, numbers);
    }

    @Override
    public List<ThreadNode> nodes(Actor actor, Collection<Reference> of) {
        return Stream.concat(
                        contracts(actor, of).stream().map(ContractThread::node),
                        requests(actor, of).stream().map(this::node))
                .toList();
    }

    private static ThreadNode node(Contract contract) {
        var terms = contract.terms();
        return new ThreadNode(
                Reference.of(CONTRACT, contract.id()),
                ThreadStage.REQUIREMENT,
                "Contract %s, %s (%s), %s, until %s"
                        .formatted(
                                terms.reference(),
                                terms.title(),
                                terms.form().words(),
                                contract.stage().words().toLowerCase(java.util.Locale.ROOT),
                                Dates.day(terms.endOn())),
                terms.startOn(),
                "/contracts/" + contract.id());
    }

    private ThreadNode node(Request request) {
        var standing = request.isAccepted() ? "accepted" : request.isAnswered() ? "answered" : "not answered yet";
        return new ThreadNode(
                Requests.name(request.id()),
                ThreadStage.REQUIREMENT,
                "Evidence asked for under %s, due %s, %s: %s"
                        .formatted(
                                clauses.name(request.clause()), Dates.day(request.dueOn()), standing, request.asked()),
                request.askedOn(),
                "/contracts/requests/" + request.id());
    }

    @Override
    public List<ThreadLink> links(Actor actor, Collection<Reference> of) {
        var links = new ArrayList<ThreadLink>();
        requests(actor, of).forEach(request -> links.add(link(request)));
        var found = contracts(actor, of);
        found.forEach(contract -> links.add(dutyOf(contract)));
        if (!found.isEmpty()) {
            requests.under(actor, found.stream().map(Contract::id).toList())
                    .forEach(request -> links.add(link(request)));
        }
        if (of.contains(DUTY) && actor.may(Permission.CONTRACT_VIEW)) {
            contracts
                    .list(actor, new Filter("force", null, null, LocalDate.MAX, "end"), MOST, 0)
                    .forEach(contract -> links.add(dutyOf(contract)));
        }
        return links.stream().distinct().toList();
    }

    private static ThreadLink dutyOf(Contract contract) {
        return new ThreadLink(DUTY, Reference.of(CONTRACT, contract.id()));
    }

    private static ThreadLink link(Request request) {
        return new ThreadLink(Reference.of(CONTRACT, request.contract()), Requests.name(request.id()));
    }

    @Override
    public Optional<Reference> at(String path) {
        if (path.matches("/contracts/\\d{1,18}")) {
            return Optional.of(new Reference(CONTRACT, path.substring("/contracts/".length())));
        }
        return path.matches("/contracts/requests/\\d{1,18}")
                ? Optional.of(new Reference(Requests.KIND, path.substring("/contracts/requests/".length())))
                : Optional.empty();
    }

    @Override
    public Set<String> kinds() {
        return Set.of(Requests.KIND);
    }

    @Override
    public List<Claim> find(Actor actor, Collection<Reference> of) {
        return requests(actor, of).stream()
                .map(request -> new Claim(
                        Requests.name(request.id()),
                        request.organisation(),
                        "Evidence asked for under %s: %s".formatted(clauses.name(request.clause()), request.asked()),
                        "/contracts/requests/" + request.id(),
                        !request.isAnswered()))
                .toList();
    }
}

package uk.goldenthread.contracts.service;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import uk.goldenthread.access.AccessPolicy;
import uk.goldenthread.access.AccessPolicy.Resource;
import uk.goldenthread.access.Actor;
import uk.goldenthread.access.AsAt;
import uk.goldenthread.access.HiddenException;
import uk.goldenthread.access.Names;
import uk.goldenthread.access.Permission;
import uk.goldenthread.contracts.model.Contract;
import uk.goldenthread.contracts.model.Form;
import uk.goldenthread.contracts.model.Requirement;
import uk.goldenthread.contracts.store.ContractReading;
import uk.goldenthread.contracts.store.ContractReading.Checked;
import uk.goldenthread.contracts.store.ContractReading.Filter;
import uk.goldenthread.contracts.store.ContractReading.Happened;
import uk.goldenthread.contracts.store.ContractReading.Waiver;
import uk.goldenthread.contracts.store.RequestStore;
import uk.goldenthread.contracts.store.RequestStore.Request;
import uk.goldenthread.database.UnitOfWork;
import uk.goldenthread.evidence.EvidenceItem;
import uk.goldenthread.evidence.EvidenceLibrary;
import uk.goldenthread.organisations.Directory;
import uk.goldenthread.organisations.Organisation;

/// Reads contracts for pages: the register, one contract with all that belongs to it, one request.
@Service
public class ContractDesk {
    private final ContractReading reading;
    private final RequestStore requests;
    private final EvidenceLibrary evidence;
    private final Directory directory;
    private final Names names;
    private final ContractRules rules;
    private final AccessPolicy policy;
    private final UnitOfWork work;

    ContractDesk(
            ContractReading reading,
            RequestStore requests,
            EvidenceLibrary evidence,
            Directory directory,
            Names names,
            ContractRules rules,
            AccessPolicy policy,
            UnitOfWork work) {
        this.reading = reading;
        this.requests = requests;
        this.evidence = evidence;
        this.directory = directory;
        this.names = names;
        this.rules = rules;
        this.policy = policy;
        this.work = work;
    }

    /// What is asked of the register, in the words of the address.
    public record Asked(String show, String provider, String form, String sort) {}

    /// A page of the register.
    ///
    /// @param owners the providers listed, by number
    /// @param providers those to choose from; empty for a person of a provider
    public record Register(
            List<Contract> contracts, long total, Map<Integer, Organisation> owners, List<Organisation> providers) {}

    public Register register(Actor actor, AsAt asAt, Asked asked, int page, int size) {
        policy.require(actor, Permission.CONTRACT_VIEW);
        return work.read(actor.scope(), asAt.instant(), () -> {
            var filter = new Filter(
                    asked.show(),
                    asked.provider().isBlank()
                            ? null
                            : directory
                                    .assuredBy(actor.icb(), asked.provider())
                                    .map(Organisation::id)
                                    .orElse(0),
                    Stream.of(Form.values()).anyMatch(form -> form.name().equals(asked.form())) ? asked.form() : null,
                    rules.endingBy(),
                    asked.sort());
            var contracts = reading.list(actor, filter, size, (long) (page - 1) * size);
            var owners =
                    directory
                            .named(contracts.stream()
                                    .map(Contract::organisation)
                                    .collect(Collectors.toSet()))
                            .stream()
                            .collect(Collectors.toMap(Organisation::id, Function.identity()));
            return new Register(contracts, reading.count(actor, filter), owners, providers(actor));
        });
    }

    private List<Organisation> providers(Actor actor) {
        return actor.reachesWholeIcb() ? directory.providersOf(actor.icb(), rules.today()) : List.of();
    }

    /// The providers a contract can be with.
    public List<Organisation> providersFor(Actor actor) {
        return work.read(actor.scope(), () -> providers(actor));
    }

    /// The provider of that code, if the ICB assures it.
    public Optional<Organisation> provider(Actor actor, String code) {
        return work.read(actor.scope(), () -> directory.assuredBy(actor.icb(), code));
    }

    /// A contract with all that belongs to it.
    ///
    /// @param checks of the gateway; empty for a provider
    /// @param waiver the latest; null without one
    /// @param steps what happened, the oldest first
    public record Opened(
            Contract contract,
            Organisation provider,
            List<Requirement> requirements,
            List<Checked> checks,
            @Nullable Waiver waiver,
            List<Request> requests,
            List<Happened> steps,
            Map<String, String> names) {
        public String name(int account) {
            return names.getOrDefault(Integer.toString(account), "Somebody");
        }
    }

    /// @throws HiddenException when there is none for this person
    public Opened open(Actor actor, AsAt asAt, long id) {
        return work.read(actor.scope(), asAt.instant(), () -> {
            var contract = reading.find(actor, id).orElseThrow(HiddenException::new);
            policy.require(actor, Permission.CONTRACT_VIEW, Resource.of(contract.icb(), contract.organisation()));
            boolean wholeIcb = actor.reachesWholeIcb();
            var checks = wholeIcb ? reading.checks(contract) : List.<Checked>of();
            var waiver = wholeIcb ? reading.waiver(contract).orElse(null) : null;
            var people = new HashSet<String>();
            checks.forEach(check -> people.add(Integer.toString(check.by())));
            if (waiver != null) {
                people.add(Integer.toString(waiver.by()));
            }
            return new Opened(
                    contract,
                    directory.byId(contract.organisation()).orElseThrow(HiddenException::new),
                    reading.requirements(contract),
                    checks,
                    waiver,
                    requests.of(actor, id),
                    reading.steps(contract).stream()
                            .filter(step -> wholeIcb || !step.icbOnly())
                            .toList(),
                    names.of(people));
        });
    }

    /// A request with the evidence that answers it.
    public record Asking(
            Request request, Organisation provider, List<EvidenceItem> evidence, Map<String, String> names) {
        public String name(int account) {
            return names.getOrDefault(Integer.toString(account), "Somebody");
        }
    }

    /// @throws HiddenException when there is none for this person
    public Asking request(Actor actor, AsAt asAt, long id) {
        return work.read(actor.scope(), asAt.instant(), () -> {
            var request = requests.find(actor, id).orElseThrow(HiddenException::new);
            policy.require(actor, Permission.CONTRACT_VIEW, Resource.of(request.icb(), request.organisation()));
            var subject = Requests.name(id);
            var people = Stream.of(Integer.valueOf(request.askedBy()), request.answeredBy(), request.acceptedBy())
                    .filter(java.util.Objects::nonNull)
                    .map(Object::toString)
                    .collect(Collectors.toSet());
            return new Asking(
                    request,
                    directory.byId(request.organisation()).orElseThrow(HiddenException::new),
                    evidence.of(actor, List.of(subject)).getOrDefault(subject, List.of()),
                    names.of(people));
        });
    }
}

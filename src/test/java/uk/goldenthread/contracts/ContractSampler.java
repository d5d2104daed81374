package uk.goldenthread.contracts;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;
import uk.goldenthread.contracts.model.Contract.Terms;
import uk.goldenthread.contracts.model.Form;
import uk.goldenthread.contracts.model.Requirement;
import uk.goldenthread.contracts.service.Contracts;
import uk.goldenthread.contracts.service.Requests;
import uk.goldenthread.matrix.Sampler;
import uk.goldenthread.support.Given;
import uk.goldenthread.support.Given.Person;

/// A contract of a provider and a request for evidence under it, for the matrix and for tests.
@Component
public class ContractSampler implements Sampler {
    private static final AtomicInteger NEXT = new AtomicInteger(1);

    private final Contracts contracts;
    private final Requests requests;

    ContractSampler(Contracts contracts, Requests requests) {
        this.contracts = contracts;
        this.requests = requests;
    }

    /// A contract in force from 1 April 2026 to 31 March 2027, worth £100,000 a month.
    public long live(Person manager, Given.Organisation provider) {
        return enter(manager, provider, true, new Requirement("SCHEDULE_6A", "Quarterly return", "QUARTERLY", true));
    }

    /// A contract in planning.
    public long planned(Person manager, Given.Organisation provider) {
        return enter(manager, provider, false, null);
    }

    private long enter(
            Person manager,
            Given.Organisation provider,
            boolean live,
            @org.jspecify.annotations.Nullable Requirement report) {
        var terms = new Terms(
                "TEST-" + NEXT.getAndIncrement(),
                "Community services",
                Form.FULL_LENGTH,
                "The ICB",
                "",
                LocalDate.of(2026, 4, 1),
                LocalDate.of(2027, 3, 31),
                new BigDecimal("100000"),
                List.of("SC32", "GC9"));
        return contracts
                .enter(manager.actor(), new Contracts.NewContract(provider.id(), terms, live, report, ""))
                .orElseThrow();
    }

    @Override
    public List<Sample> make(Given given, Given.Organisation icb, Given.Organisation provider) {
        var manager = given.person("CONTRACT_MANAGER", icb);
        long contract = live(manager, provider);
        long request = requests.ask(manager.actor(), contract, "SC32", "The training record of May")
                .orElseThrow();
        return List.of(
                new Sample("/contracts/{id", Map.of("id", Long.toString(contract)), true),
                new Sample("/contracts/requests/{request", Map.of("request", Long.toString(request)), true));
    }
}

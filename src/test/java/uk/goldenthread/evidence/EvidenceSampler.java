package uk.goldenthread.evidence;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import uk.goldenthread.database.Scope;
import uk.goldenthread.database.UnitOfWork;
import uk.goldenthread.evidence.service.Uploads;
import uk.goldenthread.kernel.Reference;
import uk.goldenthread.matrix.Sampler;
import uk.goldenthread.support.Given;

/// An item of evidence of a provider, a file on its way, and one that another ICB lends, for the matrix.
@Component
public class EvidenceSampler implements Sampler {
    private final GivenEvidence evidence;
    private final Uploads uploads;
    private final ClaimsForTests things;
    private final EvidenceLending lending;
    private final UnitOfWork work;

    EvidenceSampler(
            GivenEvidence evidence, Uploads uploads, ClaimsForTests things, EvidenceLending lending, UnitOfWork work) {
        this.evidence = evidence;
        this.uploads = uploads;
        this.things = things;
        this.lending = lending;
        this.work = work;
    }

    @Override
    public List<Sample> make(Given given, Given.Organisation icb, Given.Organisation provider) {
        var named = given.person("PROVIDER_NAMED_PROFESSIONAL", icb, provider);
        var item = Long.toString(evidence.item(named, GivenEvidence.form("Audit of referrals"), "An audit."));
        var upload = uploads.begin(named.actor(), "plan.pdf", 1000)
                .orElseThrow()
                .id()
                .toString();
        return List.of(
                new Sample("/evidence/{id", Map.of("id", item, "number", "1"), true),
                new Sample("/evidence/uploads/{upload", Map.of("upload", upload, "start", "0"), true),
                new Sample("/evidence/lent/{lent", Map.of("lent", lent(given, icb, provider)), true));
    }

    /// What the provider gave to another ICB and lets this one look at.
    private String lent(Given given, Given.Organisation icb, Given.Organisation provider) {
        var keeper = given.icb();
        var there = given.person("PROVIDER_NAMED_PROFESSIONAL", keeper, provider);
        var thing = things.thing(keeper, provider);
        var form = GivenEvidence.form("Audit lent");
        form.put("for", thing.toString());
        evidence.item(there, form, "An audit.");
        var under = Reference.of("sharing", 1_000_000L + keeper.id());
        var now = Instant.parse("2026-04-01T10:00:00Z");
        work.write(
                Scope.jobFor(keeper.id()),
                () -> lending.lend(
                        new EvidenceLending.Loan(keeper.id(), provider.id(), icb.id(), under, now),
                        Map.of(thing, "1.1")));
        var named = given.person("PROVIDER_NAMED_PROFESSIONAL", icb, provider);
        return work.read(named.actor().scope(), () -> lending.of(named.actor(), under, now))
                .get("1.1")
                .getFirst()
                .href()
                .replaceAll(".*/", "");
    }
}

package uk.goldenthread.evidence;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import uk.goldenthread.evidence.service.Uploads;
import uk.goldenthread.matrix.Sampler;
import uk.goldenthread.support.Given;

/// An item of evidence of a provider and a file on its way, for the matrix.
@Component
public class EvidenceSampler implements Sampler {
    private final GivenEvidence evidence;
    private final Uploads uploads;

    EvidenceSampler(GivenEvidence evidence, Uploads uploads) {
        this.evidence = evidence;
        this.uploads = uploads;
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
                new Sample("/evidence/uploads/{upload", Map.of("upload", upload, "start", "0"), true));
    }
}

package uk.goldenthread.rulebook;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import uk.goldenthread.catalogue.Confidence;
import uk.goldenthread.catalogue.InForce;
import uk.goldenthread.catalogue.KpiDefinition;
import uk.goldenthread.catalogue.OwnMeasure;
import uk.goldenthread.catalogue.Provenance;
import uk.goldenthread.matrix.Sampler;
import uk.goldenthread.support.Given;

/// A measure of the ICB's own, for the matrix: nobody of another ICB may know of it.
@Component
public class RuleSampler implements Sampler {
    private final RuleChanges changes;

    RuleSampler(RuleChanges changes) {
        this.changes = changes;
    }

    @Override
    public List<Sample> make(Given given, Given.Organisation icb, Given.Organisation provider) {
        var nurse = given.person("DESIGNATED_NURSE", icb);
        var code = "OWN-" + icb.code();
        var definition = new KpiDefinition(
                code,
                1,
                "A measure of this ICB's own",
                KpiDefinition.Unit.COUNT,
                null,
                "children seen",
                null,
                false,
                KpiDefinition.Direction.NEUTRAL,
                null,
                BigDecimal.ZERO,
                0,
                KpiDefinition.Frequency.QUARTERLY,
                Set.of("ACUTE"),
                false,
                "records",
                "ROUNDING_5",
                true,
                Set.of(),
                new Provenance("test", Confidence.KNOWN),
                new InForce(LocalDate.of(2025, 4, 1), null));
        var wanted = new RuleChanges.Wanted(
                new OwnMeasure(true, "CHILDREN", definition), "Agreed by the safeguarding committee");
        changes.make(nurse.actor(), wanted).orElseThrow();
        return List.of(new Sample("/catalogue/{kpi", Map.of("kpi", code), false));
    }
}

package uk.goldenthread.returns;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import uk.goldenthread.kernel.calendar.Quarter;
import uk.goldenthread.matrix.Sampler;
import uk.goldenthread.support.Given;

/// A provider's open return, for the matrix.
@Component
public class ReturnSampler implements Sampler {
    private final ReturnOpening opening;
    private final ReturnsForTests test;

    ReturnSampler(ReturnOpening opening, ReturnsForTests test) {
        this.opening = opening;
        this.test = test;
    }

    @Override
    public List<Sample> make(Given given, Given.Organisation icb, Given.Organisation provider) {
        var nurse = given.person("DESIGNATED_NURSE", icb);
        opening.open(nurse.actor(), Quarter.parse("2026-27-Q1")).orElseThrow();
        var id = Long.toString(test.header(nurse, provider, "2026-27-Q1").id());
        var variables = Map.of("id", id, "kpi", "K16");
        return List.of(
                new Sample("/returns/{id", variables, true), new Sample("/api/v1/returns/{id}", variables, true));
    }
}

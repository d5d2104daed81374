package uk.goldenthread.figures;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import uk.goldenthread.database.UnitOfWork;
import uk.goldenthread.kernel.calendar.Month;
import uk.goldenthread.matrix.Sampler;
import uk.goldenthread.support.Given;

/// A provider's series, for the matrix.
@Component
public class MeasureSampler implements Sampler {
    private final Measures measures;
    private final UnitOfWork work;

    MeasureSampler(Measures measures, UnitOfWork work) {
        this.measures = measures;
        this.work = work;
    }

    @Override
    public List<Sample> make(Given given, Given.Organisation icb, Given.Organisation provider) {
        var nurse = given.person("DESIGNATED_NURSE", icb).actor();
        var value = new MeasureValue(
                new SeriesKey(icb.id(), provider.id(), "K03"),
                Month.of(2026, 4),
                BigDecimal.valueOf(4711),
                BigDecimal.valueOf(5000),
                94.22,
                MeasureValue.Status.FINAL,
                "import/0",
                1);
        work.write(nurse.scope(), () -> measures.record(icb.id(), List.of(value)));
        var variables = Map.of("kpi", "K03", "code", provider.code());
        return List.of(
                new Sample("/measures/{kpi}/{code}", variables, true, "4,711"),
                new Sample("/api/v1/measures/{kpi}/{code}", variables, true, "4,711"),
                new Sample("/providers/{code}", variables, true, "4,711"));
    }
}

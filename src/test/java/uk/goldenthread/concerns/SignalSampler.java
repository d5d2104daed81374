package uk.goldenthread.concerns;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.goldenthread.database.Scope;
import uk.goldenthread.database.UnitOfWork;
import uk.goldenthread.figures.MeasureValue;
import uk.goldenthread.figures.Measures;
import uk.goldenthread.figures.SeriesKey;
import uk.goldenthread.kernel.calendar.Period;
import uk.goldenthread.matrix.Sampler;
import uk.goldenthread.support.Given;

/// A signal about a provider and a question put to it, for the matrix.
@Component
public class SignalSampler implements Sampler {
    private final Measures measures;
    private final UnitOfWork work;
    private final JdbcClient jdbc;

    SignalSampler(Measures measures, UnitOfWork work, JdbcClient jdbc) {
        this.measures = measures;
        this.work = work;
        this.jdbc = jdbc;
    }

    @Override
    public List<Sample> make(Given given, Given.Organisation icb, Given.Organisation provider) {
        var value = new MeasureValue(
                new SeriesKey(icb.id(), provider.id(), "K01"),
                Period.parse("2026-04"),
                BigDecimal.valueOf(750),
                BigDecimal.valueOf(1000),
                75.0,
                MeasureValue.Status.FINAL,
                "import/0",
                1);
        work.write(Scope.jobFor(icb.id()), () -> measures.record(icb.id(), List.of(value)));
        var signal = number(icb, "select max(id) from signal where icb = :icb");
        given.post(
                given.person("DESIGNATED_NURSE", icb),
                "/signals/" + signal + "/triage",
                "choice=ASK&text=What+happened+in+April%3F");
        var question = number(icb, "select max(id) from signal_question where icb = :icb");
        return List.of(
                new Sample("/signals/{id", Map.of("id", signal), true),
                new Sample("/signals/questions/{id", Map.of("id", question), true));
    }

    private String number(Given.Organisation icb, String sql) {
        return Long.toString(work.read(
                Scope.jobFor(icb.id()),
                () -> jdbc.sql(sql).param("icb", icb.id()).query(Long.class).single()));
    }
}

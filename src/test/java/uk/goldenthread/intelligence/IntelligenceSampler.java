package uk.goldenthread.intelligence;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.goldenthread.database.Scope;
import uk.goldenthread.database.UnitOfWork;
import uk.goldenthread.matrix.Sampler;
import uk.goldenthread.support.Given;

/// A remark and a warning notice about a provider, for the matrix.
@Component
class IntelligenceSampler implements Sampler {
    private final Intelligence intelligence;
    private final Regulator regulator;
    private final UnitOfWork work;
    private final JdbcClient jdbc;

    IntelligenceSampler(Intelligence intelligence, Regulator regulator, UnitOfWork work, JdbcClient jdbc) {
        this.intelligence = intelligence;
        this.regulator = regulator;
        this.work = work;
        this.jdbc = jdbc;
    }

    @Override
    public List<Sample> make(Given given, Given.Organisation icb, Given.Organisation provider) {
        var nurse = given.person("DESIGNATED_NURSE", icb).actor();
        var day = LocalDate.of(2026, 6, 1);
        var heard = intelligence
                .add(
                        nurse,
                        new Intelligence.New(
                                provider.code(), "COMPLAINT", "TRAINING", "A talk about training.", day, false))
                .orElseThrow();
        regulator
                .add(nurse, new Regulator.New(provider.code(), true, day, "", "", "Safe staffing at night"))
                .orElseThrow();
        var notice = work.read(
                Scope.jobFor(icb.id()),
                () -> jdbc.sql("select max(id) from regulator_notice where icb = :icb")
                        .param("icb", icb.id())
                        .query(Long.class)
                        .single());
        return List.of(
                new Sample("/intelligence/{id", Map.of("id", Long.toString(heard)), true),
                new Sample("/intelligence/regulator/{id", Map.of("id", Long.toString(notice)), true));
    }
}

package uk.goldenthread.assessments;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.goldenthread.assessments.framework.OwnFrameworks;
import uk.goldenthread.assessments.framework.SheetsForTests;
import uk.goldenthread.assessments.model.RoundDates;
import uk.goldenthread.assessments.service.Answering;
import uk.goldenthread.assessments.service.Base;
import uk.goldenthread.assessments.service.Rounds;
import uk.goldenthread.assessments.service.Typed;
import uk.goldenthread.database.UnitOfWork;
import uk.goldenthread.matrix.Sampler;
import uk.goldenthread.support.Given;

/// A provider's assessment in an open round, and the round itself, for the matrix.
@Component
public class AssessmentSampler implements Sampler {
    private static final AtomicInteger NEXT = new AtomicInteger(1);

    private final Rounds rounds;
    private final RoundsForTests test;
    private final Answering answering;
    private final OwnFrameworks own;
    private final AgreedForTests agreed;
    private final UnitOfWork work;
    private final JdbcClient jdbc;

    AssessmentSampler(
            Rounds rounds,
            Answering answering,
            RoundsForTests test,
            OwnFrameworks own,
            AgreedForTests agreed,
            UnitOfWork work,
            JdbcClient jdbc) {
        this.work = work;
        this.jdbc = jdbc;
        this.own = own;
        this.agreed = agreed;
        this.rounds = rounds;
        this.answering = answering;
        this.test = test;
    }

    @Override
    public List<Sample> make(Given given, Given.Organisation icb, Given.Organisation provider) {
        var nurse = given.person("DESIGNATED_NURSE", icb);
        var named = given.person("PROVIDER_NAMED_PROFESSIONAL", icb, provider);
        long round = published(nurse, provider, "S11_WT", "2023");
        var id = Long.toString(test.assessment(nurse, round, provider));
        var other = test.assessment(nurse, published(nurse, provider, "JSAF", "2026"), provider);
        answering
                .save(named.actor(), other, Base.seen(1), List.of(Typed.value("D1.1", "3")))
                .orElseThrow();
        var variables = Map.of("id", id, "standard", "S1", "code", "1.1", "part", "1", "from", Long.toString(other));
        var code = ownFramework(nurse);
        var executive = given.person("PROVIDER_EXECUTIVE_LEAD", icb, provider);
        long done = test.assessment(nurse, published(nurse, provider, code, "2"), provider);
        agreed.agree(
                new AgreedForTests.People(nurse, named, executive),
                done,
                "P",
                List.of(Typed.value("A1", "P"), Typed.value("A2", "P"), Typed.value("B1", "P")));
        return List.of(
                new Sample("/assessments/{id", variables, true),
                new Sample("/assessments/{id:\\d+}/results", Map.of("id", Long.toString(done)), true),
                new Sample("/assessments/{id:\\d+}/elsewhere", Map.of("id", Long.toString(done)), true),
                new Sample(
                        "/assessments/{id:\\d+}/elsewhere/{sharing",
                        Map.of("id", Long.toString(done), "sharing", shared(executive, done, given.icb())),
                        true),
                new Sample("/assessments/frameworks/{code", Map.of("code", code), false),
                new Sample("/assessments/rounds/{id", Map.of("id", Long.toString(round)), false),
                new Sample("/api/v1/assessments/{id}", variables, true));
    }

    /// That the executive agreed to share an assessment.
    private String shared(Given.Person executive, long assessment, Given.Organisation with) {
        return work.write(
                executive.actor().scope(),
                () -> jdbc.sql(
                                "insert into shared_return (icb, organisation, assessment, with_icb, agreed_by, agreed_by_name,"
                                        + " agreed_at) values (:icb, :organisation, :assessment, :with, :by, 'Person', now()) returning id")
                        .param("icb", executive.actor().icb())
                        .param("organisation", executive.actor().organisation())
                        .param("assessment", assessment)
                        .param("with", with.id())
                        .param("by", executive.actor().account())
                        .query(String.class)
                        .single());
    }

    private static RoundDates withoutEvent(RoundDates dates) {
        return new RoundDates(dates.opens(), dates.due(), dates.moderated(), null, dates.closes());
    }

    /// Two editions of a framework of the ICB's own.
    private String ownFramework(Given.Person nurse) {
        var code = "OWN_" + NEXT.getAndIncrement();
        List.of(SheetsForTests.sound(code, "1", "2026-04-01"), SheetsForTests.sound(code, "2", "2026-05-01"))
                .forEach(sheets -> {
                    var content =
                            own.read(nurse.actor(), "own.xlsx", sheets.xlsx()).content();
                    own.publish(nurse.actor(), "own.xlsx", content).orElseThrow();
                });
        return code;
    }

    private long published(Given.Person nurse, Given.Organisation provider, String framework, String edition) {
        var wanted = new Rounds.Wanted(
                framework,
                edition,
                framework + " " + UUID.randomUUID(),
                Set.of(),
                Set.of(provider.code()),
                false,
                withoutEvent(new RoundDates.Typical(56, 28).from(LocalDate.of(2026, 4, 1))));
        long round = rounds.prepare(nurse.actor(), wanted).orElseThrow();
        rounds.publish(nurse.actor(), round).orElseThrow();
        return round;
    }
}

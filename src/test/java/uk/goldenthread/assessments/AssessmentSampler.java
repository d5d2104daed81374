package uk.goldenthread.assessments;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import uk.goldenthread.assessments.model.RoundDates;
import uk.goldenthread.assessments.service.Answering;
import uk.goldenthread.assessments.service.Base;
import uk.goldenthread.assessments.service.Rounds;
import uk.goldenthread.assessments.service.Typed;
import uk.goldenthread.matrix.Sampler;
import uk.goldenthread.support.Given;

/// A provider's assessment in an open round, and the round itself, for the matrix.
@Component
public class AssessmentSampler implements Sampler {
    private final Rounds rounds;
    private final RoundsForTests test;
    private final Answering answering;

    AssessmentSampler(Rounds rounds, Answering answering, RoundsForTests test) {
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
        return List.of(
                new Sample("/assessments/{id", variables, true),
                new Sample("/assessments/rounds/{id", Map.of("id", Long.toString(round)), false),
                new Sample("/api/v1/assessments/{id}", variables, true));
    }

    private long published(Given.Person nurse, Given.Organisation provider, String framework, String edition) {
        var wanted = new Rounds.Wanted(
                framework,
                edition,
                framework + " " + UUID.randomUUID(),
                Set.of(),
                Set.of(provider.code()),
                false,
                new RoundDates.Typical(56, 28).from(LocalDate.of(2026, 4, 1)));
        long round = rounds.prepare(nurse.actor(), wanted).orElseThrow();
        rounds.publish(nurse.actor(), round).orElseThrow();
        return round;
    }
}

package uk.goldenthread.demonstration;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.goldenthread.access.Actor;
import uk.goldenthread.assessments.Frameworks;
import uk.goldenthread.assessments.model.Criterion;
import uk.goldenthread.assessments.model.RoundDates;
import uk.goldenthread.assessments.moderation.Judging;
import uk.goldenthread.assessments.service.Answering;
import uk.goldenthread.assessments.service.Base;
import uk.goldenthread.assessments.service.HandingIn;
import uk.goldenthread.assessments.service.Typed;
import uk.goldenthread.database.UnitOfWork;
import uk.goldenthread.demonstration.plan.Chance;
import uk.goldenthread.demonstration.plan.DemonstrationPlan;
import uk.goldenthread.kernel.Reference;

/// How the demonstration's trusts answer a self-assessment: drawn from the seed, the same every time.
@Component
class Answers {
    static final String SECTION_11 = "S11_WT";

    private static final String ASSESSMENT =
            "select id from pub_assessment where icb = :icb and organisation = :organisation and round = :round";
    private static final String ANSWER =
            "select id from pub_answer where icb = :icb and assessment = :id and code = :code";
    private static final String VERSION = "select version from assessment where icb = :icb and id = :id";
    private static final String REVIEW = "select version from assessment_review where icb = :icb and assessment = :id";
    private static final List<String> REASONS = List.of(
            "The plan is agreed and half of the teams have done it.",
            "Two wards are still to be audited.",
            "Written down this spring; we have not checked yet that it is done.",
            "Recruitment held this up. The post is filled from next month.");
    private static final List<String> WORDS = List.of(
            "Seen in our own audit in the spring.",
            "The board had the report in its last meeting.",
            "In the policy, which is in date, and in the team's minutes.",
            "From the learning system, checked against a sample of records.");

    private final Frameworks frameworks;
    private final Answering answering;
    private final HandingIn handingIn;
    private final Judging judging;
    private final JdbcClient jdbc;
    private final UnitOfWork work;

    Answers(
            Frameworks frameworks,
            Answering answering,
            HandingIn handingIn,
            Judging judging,
            JdbcClient jdbc,
            UnitOfWork work) {
        this.judging = judging;
        this.frameworks = frameworks;
        this.answering = answering;
        this.handingIn = handingIn;
        this.jdbc = jdbc;
        this.work = work;
    }

    /// Eight weeks to answer, four to moderate, an event two weeks on.
    static RoundDates dates(LocalDate opens) {
        return new RoundDates.Typical(56, 28).from(opens);
    }

    /// What a trust says of every criterion of a framework.
    ///
    /// @param better points that were gained since the first time
    List<Typed> claims(String trust, String framework, int better) {
        var claims = new ArrayList<Typed>();
        for (var criterion : frameworks
                .find(framework)
                .orElseThrow()
                .askedOf("TRUST")
                .criteria()
                .toList()) {
            var chance = new Chance(DemonstrationPlan.SEED, "%s %s %s".formatted(trust, framework, criterion.code()));
            claims.add(claim(criterion, chance, 0, better).saying(chance.oneOf(WORDS)));
        }
        return claims;
    }

    /// A claim without words, as chance has it.
    ///
    /// @param harder how many in a hundred claim less than usual; below nought, more
    /// @param better points that were gained since the first time
    static Typed claim(Criterion criterion, Chance chance, int harder, int better) {
        var points = criterion.scale().points();
        var draw = chance.between(1, 100) + harder;
        var below = draw <= 55 ? 0 : draw <= 85 ? 1 : draw <= 97 ? 2 : 3;
        var point = Math.max(0, points.size() - 1 - Math.max(0, below - better));
        var typed = Typed.value(criterion.code(), points.get(point).code());
        return point == points.size() - 1 ? typed : typed.because(chance.oneOf(REASONS));
    }

    /// A trust's named professional answers everything.
    void whole(World world, String trust, long round, int better) {
        var actor = named(world, trust);
        var id = assessment(world, trust, round);
        answering
                .save(actor, id, Base.seen(version(world, id)), claims(trust, SECTION_11, better))
                .orElseThrow();
        handingIn
                .handOver(
                        actor, id, world.actor("PROVIDER_EXECUTIVE_LEAD", trust).account())
                .orElseThrow();
    }

    /// Its executive signs for the board.
    void sign(World world, String trust, long round) {
        handingIn
                .sign(world.actor("PROVIDER_EXECUTIVE_LEAD", trust), assessment(world, trust, round))
                .orElseThrow();
    }

    static Actor named(World world, String trust) {
        return world.actor("PROVIDER_NAMED_PROFESSIONAL", trust);
    }

    long assessment(World world, String organisation, long round) {
        return number(world, ASSESSMENT, world.organisation(organisation), round);
    }

    /// The number of one answer.
    Reference answer(World world, long assessment, String code) {
        var actor = world.actor("SAFEGUARDING_COORDINATOR");
        return Reference.of(
                "answer",
                work.read(
                        actor.scope(),
                        () -> jdbc.sql(ANSWER)
                                .param("icb", actor.icb())
                                .param("id", assessment)
                                .param("code", code)
                                .query(Long.class)
                                .single()));
    }

    int version(World world, long assessment) {
        return (int) number(world, VERSION, 0, assessment);
    }

    int reviewVersion(World world, long assessment) {
        return (int) number(world, REVIEW, 0, assessment);
    }

    /// The mark of the challenge event's note as this person sees it.
    int noteMark(Actor actor, long assessment) {
        return work.read(
                actor.scope(),
                () -> Objects.requireNonNull(judging.read(actor, assessment).review())
                        .eventMark());
    }

    private long number(World world, String sql, int organisation, long id) {
        var actor = world.actor("SAFEGUARDING_COORDINATOR");
        return work.read(
                actor.scope(),
                () -> jdbc.sql(sql)
                        .param("icb", actor.icb())
                        .param("organisation", organisation)
                        .param("round", id)
                        .param("id", id)
                        .query(Long.class)
                        .single());
    }
}

package uk.goldenthread.demonstration;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.goldenthread.access.Actor;
import uk.goldenthread.assessments.moderation.Moderating;
import uk.goldenthread.assessments.service.Rounds;
import uk.goldenthread.assessments.service.Sharing;
import uk.goldenthread.assessments.service.Typed;
import uk.goldenthread.database.UnitOfWork;
import uk.goldenthread.demonstration.GivenEvidence.File;
import uk.goldenthread.demonstration.plan.Chance;
import uk.goldenthread.demonstration.plan.DemonstrationPlan;
import uk.goldenthread.demonstration.plan.Stories;
import uk.goldenthread.evidence.DocumentKind;
import uk.goldenthread.evidence.EvidenceClass;

/// One return for two ICBs. The neighbour asks Section 11 of two trusts that belong to it as well. Brackenfold shares
/// what it has just handed in, with the evidence behind it, and is judged there more strictly than at home; Harrowmere
/// shares last year's while it writes this year's, and that waits to be taken up.
@Component
class SharedWithNeighbour implements Tale {
    /// Days before today: the neighbour's round opens, evidence is given, the trusts share, the neighbour judges.
    private static final int OPENED = 45;

    private static final int GAVE = 21;
    private static final int SHARED = 17;
    private static final int JUDGED = 9;
    private static final String NEWEST = """
            select max(id) from pub_assessment
            where icb = :icb and organisation = :organisation and framework = :framework
                and (:handedIn = 0 or submitted_at is not null)
            """;

    private final Rounds rounds;
    private final Sharing sharing;
    private final Moderating moderating;
    private final Answers answers;
    private final GivenEvidence given;
    private final JdbcClient jdbc;
    private final UnitOfWork work;

    SharedWithNeighbour(Steps steps, Answers answers, GivenEvidence given, JdbcClient jdbc, UnitOfWork work) {
        this.rounds = steps.rounds();
        this.sharing = steps.sharing();
        this.moderating = steps.moderating();
        this.answers = answers;
        this.given = given;
        this.jdbc = jdbc;
        this.work = work;
    }

    /// What people do in this story.
    @Component
    record Steps(Rounds rounds, Sharing sharing, Moderating moderating) {}

    @Override
    public List<Moment> moments(World world, LocalDate today) {
        return List.of(
                at(today.minusDays(OPENED), "the neighbour asks two trusts", () -> ask(world, today.minusDays(OPENED))),
                at(today.minusDays(GAVE), "Brackenfold gives evidence", () -> give(world, today.minusDays(GAVE))),
                at(
                        today.minusDays(SHARED),
                        "two trusts share their returns",
                        () -> world.plan().neighbour().trusts().forEach(trust -> share(world, trust))),
                at(today.minusDays(JUDGED), "the neighbour judges Brackenfold apart", () -> judge(world)));
    }

    private static Moment at(LocalDate day, String what, Runnable work) {
        return new Moment(Oversight.morning(day), what, work);
    }

    private void ask(World world, LocalDate opens) {
        var coordinator = world.atNeighbour("SAFEGUARDING_COORDINATOR");
        var wanted = new Rounds.Wanted(
                Answers.SECTION_11,
                "2023",
                "Section 11, trusts on the border, %d".formatted(opens.getYear()),
                Set.of(),
                Set.copyOf(world.plan().neighbour().trusts()),
                false,
                Answers.dates(opens));
        rounds.publish(coordinator, rounds.prepare(coordinator, wanted).orElseThrow())
                .orElseThrow();
    }

    private void give(World world, LocalDate on) {
        var trust = Stories.RECOVERED_TRUST;
        var id = newest(world.actor("DESIGNATED_NURSE"), world.organisation(trust), false);
        var board = new File("Board paper on safeguarding, summer", DocumentKind.MINUTES, EvidenceClass.PROCESS);
        var audit = new File("Audit of records in twelve teams", DocumentKind.AUDIT, EvidenceClass.PRACTICE);
        var survey = new File("What children told us at their visits", DocumentKind.FEEDBACK, EvidenceClass.OUTCOME);
        var log = new File("Log of allegations and their outcomes", DocumentKind.OTHER, EvidenceClass.PRACTICE);
        given.give(world, trust, board, on, answers.answer(world, id, "1.3"));
        given.give(world, trust, survey, on, answers.answer(world, id, "3.2"));
        given.give(world, trust, audit, on, answers.answer(world, id, "5.4"));
        given.give(world, trust, log, on, answers.answer(world, id, "8.4"), true);
    }

    /// The newest that the trust handed in, at home.
    private void share(World world, String trust) {
        var executive = world.actor("PROVIDER_EXECUTIVE_LEAD", trust);
        sharing.share(executive, newest(executive, world.organisation(trust), true), world.neighbour())
                .orElseThrow();
    }

    /// One point lower on a third of the lines, each with what was looked for in vain.
    private void judge(World world) {
        var nurse = world.atNeighbour("DESIGNATED_NURSE");
        var trust = Stories.RECOVERED_TRUST;
        var id = newest(nurse, world.organisation(trust), true);
        moderating.takeUp(nurse, id).orElseThrow();
        var judged = new ArrayList<Typed>();
        for (var claim : answers.claims(trust, Answers.SECTION_11, 1)) {
            var value = Integer.parseInt(String.valueOf(claim.value()));
            var strict =
                    value > 0 && new Chance(DemonstrationPlan.SEED, "next door " + claim.code()).between(1, 100) <= 35;
            judged.add(Typed.value(claim.code(), Integer.toString(strict ? value - 1 : value))
                    .saying(strict ? "On our side of the border we found two teams that could not show it." : ""));
        }
        moderating.save(nurse, id, 1, judged, true).orElseThrow();
        moderating.finish(nurse, id, false).orElseThrow();
    }

    private long newest(Actor actor, int organisation, boolean handedIn) {
        return work.read(
                actor.scope(),
                () -> jdbc.sql(NEWEST)
                        .param("icb", actor.icb())
                        .param("organisation", organisation)
                        .param("framework", Answers.SECTION_11)
                        .param("handedIn", handedIn ? 1 : 0)
                        .query(Long.class)
                        .single());
    }
}

package uk.goldenthread.demonstration;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import uk.goldenthread.assessments.model.Answer;
import uk.goldenthread.assessments.moderation.Moderating;
import uk.goldenthread.assessments.service.Answering;
import uk.goldenthread.assessments.service.Base;
import uk.goldenthread.assessments.service.CarryForward;
import uk.goldenthread.assessments.service.Filling;
import uk.goldenthread.assessments.service.Rounds;
import uk.goldenthread.assessments.service.Typed;
import uk.goldenthread.demonstration.GivenEvidence.File;
import uk.goldenthread.demonstration.plan.PlannedOrganisation;
import uk.goldenthread.demonstration.plan.Stories;
import uk.goldenthread.evidence.DocumentKind;
import uk.goldenthread.evidence.EvidenceClass;

/// This year's round, open now: everybody is asked Section 11, the trusts the joint assessment and what follows from
/// it.
/// One trust has brought its answers forward and confirmed 62 % of them; it answered the joint assessment once, which
/// filled two others.
@Component
class RoundOfThisYear implements Tale {
    private static final int OPEN_FOR_DAYS = 50;
    private static final int CONFIRMED = 31;
    private static final int JUDGED = 10;
    private static final Map<String, String> OF_TRUSTS = Map.of(
            "JSAF", "Joint safeguarding assessment",
            "ADULT_SAAF", "Safeguarding adults self-assessment",
            "MGP_LAC", "Markers of good practice, children in care");

    private static final Map<String, String> EVIDENCE = Map.of(
            "D1.1", "portfolio of the executive lead",
            "D5.2", "training figures of the last quarter",
            "D7.2", "supervision figures of the last quarter");

    private final Rounds rounds;
    private final Answers answers;
    private final Answering answering;
    private final CarryForward forward;
    private final Filling filling;
    private final GivenEvidence given;
    private final Moderating moderating;

    RoundOfThisYear(Desk desk, Answers answers, GivenEvidence given) {
        this.rounds = desk.rounds();
        this.answering = desk.answering();
        this.forward = desk.forward();
        this.filling = desk.filling();
        this.moderating = desk.moderating();
        this.answers = answers;
        this.given = given;
    }

    /// What people do in a round.
    @Component
    record Desk(Rounds rounds, Answering answering, CarryForward forward, Filling filling, Moderating moderating) {}

    @Override
    public List<Moment> moments(World world, LocalDate today) {
        var opens = today.minusDays(OPEN_FOR_DAYS);
        var issued = new Issued(new HashMap<>());
        return List.of(
                new Moment(Oversight.morning(opens), "issue this year's round", () -> issue(world, opens, issued)),
                new Moment(
                        Oversight.morning(opens.plusDays(21)),
                        "answer the joint assessment",
                        () -> joint(world, issued, opens.plusDays(21))),
                new Moment(
                        Oversight.morning(opens.plusDays(25)),
                        "bring last year's answers forward",
                        () -> confirm(world, issued.round(Answers.SECTION_11))),
                new Moment(
                        Oversight.morning(opens.plusDays(30)),
                        "two trusts hand in",
                        () -> List.of(Stories.RESTATING_TRUST, Stories.RECOVERED_TRUST)
                                .forEach(trust -> handIn(world, trust, issued.round(Answers.SECTION_11)))),
                new Moment(
                        Oversight.morning(opens.plusDays(38)),
                        "the nurse begins to moderate",
                        () -> takeUp(world, Stories.RECOVERED_TRUST, issued.round(Answers.SECTION_11))),
                new Moment(
                        Oversight.morning(opens.plusDays(40)),
                        "a practice begins",
                        () -> practice(world, issued.round(Answers.SECTION_11))));
    }

    private void issue(World world, LocalDate opens, Issued issued) {
        issued.rounds()
                .put(
                        Answers.SECTION_11,
                        issue(
                                world,
                                Answers.SECTION_11,
                                "2023",
                                "Section 11 self-assessment %d".formatted(opens.getYear()),
                                everybody(world),
                                opens));
        OF_TRUSTS.forEach((framework, name) -> issued.rounds()
                .put(
                        framework,
                        issue(
                                world,
                                framework,
                                framework.equals("ADULT_SAAF") ? "2015/16" : "2026",
                                "%s %d".formatted(name, opens.getYear()),
                                Set.of(),
                                opens)));
    }

    /// The kinds of organisation that the ICB assures.
    static Set<String> everybody(World world) {
        return world.plan().organisations().stream()
                .filter(PlannedOrganisation::assured)
                .map(PlannedOrganisation::kind)
                .collect(Collectors.toSet());
    }

    private long issue(World world, String framework, String edition, String name, Set<String> asked, LocalDate opens) {
        var coordinator = world.actor("SAFEGUARDING_COORDINATOR");
        var wanted = new Rounds.Wanted(
                framework,
                edition,
                name,
                asked,
                asked.isEmpty() ? Set.copyOf(RoundOfLastYear.TRUSTS) : Set.of(),
                true,
                Answers.dates(opens));
        var id = rounds.prepare(coordinator, wanted).orElseThrow();
        rounds.publish(coordinator, id).orElseThrow();
        return id;
    }

    /// Answered once; what it maps to is filled, each copy with where it came from.
    private void joint(World world, Issued issued, LocalDate today) {
        var trust = Stories.DECLINING_TRUST;
        var actor = Answers.named(world, trust);
        var id = answers.assessment(world, trust, issued.round("JSAF"));
        answering
                .save(actor, id, Base.seen(answers.version(world, id)), answers.claims(trust, "JSAF", 0))
                .orElseThrow();
        for (var code : List.of("D1.1", "D5.2", "D7.2")) {
            given.give(
                    world,
                    trust,
                    new File(
                            "For %s of the joint assessment: %s".formatted(code, EVIDENCE.get(code)),
                            DocumentKind.REPORT,
                            EvidenceClass.PRACTICE),
                    today,
                    answers.answer(world, id, code));
        }
        for (var framework : List.of("ADULT_SAAF", "MGP_LAC")) {
            filling.fill(actor, answers.assessment(world, trust, issued.round(framework)), id)
                    .orElseThrow();
        }
    }

    private void confirm(World world, long round) {
        var trust = Stories.DECLINING_TRUST;
        var actor = Answers.named(world, trust);
        var id = answers.assessment(world, trust, round);
        forward.bring(actor, id).orElseThrow();
        var codes = answers.claims(trust, Answers.SECTION_11, 0).stream()
                .map(Typed::code)
                .limit(CONFIRMED)
                .toList();
        for (var code : codes) {
            answering
                    .decide(actor, id, Base.seen(answers.version(world, id)), code, Answer.Decision.STILL_TRUE)
                    .orElseThrow();
        }
    }

    private void handIn(World world, String trust, long round) {
        answers.whole(world, trust, round, 1);
        answers.sign(world, trust, round);
    }

    /// The first standards are judged; the others wait for whoever tries the demonstration.
    private void takeUp(World world, String trust, long round) {
        var nurse = world.actor("DESIGNATED_NURSE");
        var id = answers.assessment(world, trust, round);
        moderating.takeUp(nurse, id).orElseThrow();
        var judged = answers.claims(trust, Answers.SECTION_11, 1).stream()
                .limit(JUDGED)
                .map(claim -> Typed.value(claim.code(), String.valueOf(claim.value())))
                .toList();
        moderating
                .save(nurse, id, answers.reviewVersion(world, id), judged, true)
                .orElseThrow();
    }

    /// Five of twelve, on a phone between two patients.
    private void practice(World world, long round) {
        var lead = world.actor("PRACTICE_LEAD", Stories.LATE_PRACTICE);
        var id = answers.assessment(world, Stories.LATE_PRACTICE, round);
        var said = new ArrayList<Typed>();
        for (var code : List.of("1.1", "1.2", "1.5", "2.5")) {
            said.add(Typed.value(code, "3").saying("In our practice meeting's minutes."));
        }
        said.add(Typed.value("3.5", "2").saying("Policy in date.").because("The audit is planned for January."));
        answering.save(lead, id, Base.seen(answers.version(world, id)), said).orElseThrow();
    }

    /// The numbers of this year's rounds, by framework.
    private record Issued(Map<String, Long> rounds) {
        long round(String framework) {
            return Objects.requireNonNull(rounds.get(framework));
        }
    }
}

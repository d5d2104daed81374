package uk.goldenthread.demonstration;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;
import uk.goldenthread.actions.ActionRegister;
import uk.goldenthread.actions.ActionReviews;
import uk.goldenthread.actions.Actions;
import uk.goldenthread.actions.NewAction;
import uk.goldenthread.actions.Priority;
import uk.goldenthread.actions.Proof;
import uk.goldenthread.demonstration.GivenEvidence.File;
import uk.goldenthread.demonstration.plan.Stories;
import uk.goldenthread.evidence.DocumentKind;
import uk.goldenthread.evidence.EvidenceClass;
import uk.goldenthread.kernel.Reference;

/// What is to be done at three providers, how far each of it has come, and the evidence that was given for it.
@Component
class Improvement implements Tale {
    private static final String TRUST = Stories.DECLINING_TRUST;

    private final ActionRegister register;
    private final Actions actions;
    private final ActionReviews reviews;
    private final GivenEvidence given;

    Improvement(ActionRegister register, Actions actions, ActionReviews reviews, GivenEvidence given) {
        this.register = register;
        this.actions = actions;
        this.reviews = reviews;
        this.given = given;
    }

    /// One action of the story.
    ///
    /// @param code by which later moments find it
    /// @param ago days ago that it was asked for
    /// @param due days from today, negative when it is overdue
    private record Asked(
            String code, String provider, String title, String theme, Priority priority, int ago, int due) {}

    private static final List<Asked> ALL = List.of(
            new Asked(
                    "plan",
                    TRUST,
                    "Release staff for level 3 training, ward by ward",
                    "TRAINING",
                    Priority.HIGH,
                    120,
                    -40),
            new Asked(
                    "nurse",
                    TRUST,
                    "Fill the post of named nurse and cover it until then",
                    "SUPERVISION",
                    Priority.HIGH,
                    110,
                    20),
            new Asked(
                    "log",
                    TRUST,
                    "Hold supervision for every caseload holder each quarter",
                    "SUPERVISION",
                    Priority.MEDIUM,
                    100,
                    45),
            new Asked(
                    "audit",
                    TRUST,
                    "Audit the voice of the child in twenty records",
                    "CHILDREN",
                    Priority.MEDIUM,
                    95,
                    10),
            new Asked(
                    "dbs",
                    TRUST,
                    "Check that agency staff have the right level of check",
                    "SAFER_STAFF",
                    Priority.LOW,
                    30,
                    60),
            new Asked(
                    "cpis",
                    Stories.QUERIED_TRUST,
                    "Check CP-IS at every contact in the new records system",
                    "URGENT",
                    Priority.HIGH,
                    60,
                    -5),
            new Asked(
                    "forum",
                    Stories.RECOVERED_TRUST,
                    "Keep supervision at target for two more quarters",
                    "SUPERVISION",
                    Priority.MEDIUM,
                    260,
                    -40),
            new Asked(
                    "lead",
                    Stories.LATE_PRACTICE,
                    "Say who sends the practice's return when the lead is away",
                    "PRACTICE",
                    Priority.MEDIUM,
                    40,
                    14));

    @Override
    public List<Moment> moments(World world, LocalDate today) {
        var numbers = new Numbers(new HashMap<>());
        var all = new ArrayList<Moment>();
        for (var asked : ALL) {
            all.add(at(
                    today.minusDays(asked.ago()),
                    "ask: " + asked.title(),
                    () -> numbers.byCode().put(asked.code(), ask(world, asked, today))));
        }
        accept(all, world, today, numbers);
        evidenced(all, world, today, numbers);
        verified(all, world, today, numbers);
        library(all, world, today);
        return all;
    }

    private static Moment at(LocalDate day, String what, Runnable work) {
        return new Moment(Oversight.morning(day).plusSeconds(3600), what, work);
    }

    private long ask(World world, Asked asked, LocalDate today) {
        return register.propose(
                        world.actor("DESIGNATED_NURSE"),
                        new NewAction(
                                world.organisation(asked.provider()),
                                asked.title(),
                                "Children and adults at risk are safer, and we can show it.",
                                "The next two returns and a sample of records.",
                                asked.theme(),
                                asked.priority(),
                                false,
                                Set.of(Proof.PRACTICE),
                                today.plusDays(asked.due()),
                                null,
                                List.of(new Reference("requirement", "NHSE_SAAF:2024:" + duty(asked.theme())))))
                .orElseThrow();
    }

    private static String duty(String theme) {
        return switch (theme) {
            case "TRAINING" -> "R-27";
            case "SUPERVISION" -> "R-31";
            case "SAFER_STAFF" -> "R-21";
            case "PRACTICE" -> "R-18";
            default -> "R-33";
        };
    }

    private void accept(List<Moment> all, World world, LocalDate today, Numbers numbers) {
        for (var asked : ALL) {
            if (asked.code().equals("dbs")) {
                continue; // waits for the trust's answer
            }
            all.add(at(today.minusDays(asked.ago() - 5L), "accept: " + asked.title(), () -> {
                var owner = GivenEvidence.owner(world, asked.provider());
                actions.accept(owner, numbers.of(asked.code()), owner.account(), "")
                        .orElseThrow();
            }));
        }
        all.add(at(
                today.minusDays(70),
                "say how training goes",
                () -> actions.update(
                                GivenEvidence.owner(world, TRUST),
                                numbers.of("plan"),
                                "Four wards have dates. The emergency department has none: no cover was found for the nights.")
                        .orElseThrow()));
        all.add(at(
                today.minusDays(8),
                "ask for longer",
                () -> actions.askLater(
                                GivenEvidence.owner(world, TRUST),
                                numbers.of("nurse"),
                                today.plusDays(50),
                                "The first round of interviews found nobody. The post is advertised again.")
                        .orElseThrow()));
    }

    private void evidenced(List<Moment> all, World world, LocalDate today, Numbers numbers) {
        all.add(at(today.minusDays(50), "hand in the log", () -> {
            given.give(
                    world,
                    TRUST,
                    new File("Supervision log, July to September", DocumentKind.REPORT, EvidenceClass.PRACTICE),
                    today.minusDays(50),
                    Reference.of("action", numbers.of("log")));
            actions.submit(
                            GivenEvidence.owner(world, TRUST),
                            numbers.of("log"),
                            "Every caseload holder has had a session.")
                    .orElseThrow();
        }));
        all.add(at(
                today.minusDays(45),
                "send the log back",
                () -> reviews.sendBack(
                                world.actor("DESIGNATED_NURSE"),
                                numbers.of("log"),
                                "The log shows sessions for one of three teams. Send the other two.")
                        .orElseThrow()));
    }

    private void verified(List<Moment> all, World world, LocalDate today, Numbers numbers) {
        all.add(at(today.minusDays(4), "hand in the audit", () -> {
            given.give(
                    world,
                    TRUST,
                    new File(
                            "Audit of twenty records: the voice of the child",
                            DocumentKind.AUDIT,
                            EvidenceClass.PRACTICE),
                    today.minusDays(4),
                    Reference.of("action", numbers.of("audit")));
            actions.submit(
                            GivenEvidence.owner(world, TRUST),
                            numbers.of("audit"),
                            "Eighteen of twenty records hold the child's own words.")
                    .orElseThrow();
        }));
        all.add(at(today.minusDays(200), "hand in supervision", () -> {
            given.give(
                    world,
                    Stories.RECOVERED_TRUST,
                    new File("Supervision at target, two quarters", DocumentKind.REPORT, EvidenceClass.PRACTICE),
                    today.minusDays(200),
                    Reference.of("action", numbers.of("forum")));
            actions.submit(
                            GivenEvidence.owner(world, Stories.RECOVERED_TRUST),
                            numbers.of("forum"),
                            "At target for two quarters.")
                    .orElseThrow();
        }));
        all.add(at(
                today.minusDays(195),
                "verify supervision",
                () -> reviews.assure(
                                world.actor("DESIGNATED_NURSE"),
                                numbers.of("forum"),
                                "Seen in the returns and in a sample of ten sessions.",
                                today.minusDays(195).plusMonths(6))
                        .orElseThrow()));
    }

    /// What the trust keeps for its claims: in date, soon out of date, and out of date.
    private void library(List<Moment> all, World world, LocalDate today) {
        all.add(at(
                today.minusDays(330),
                "give the policy",
                () -> given.give(
                        world,
                        TRUST,
                        new File("Safeguarding children policy", DocumentKind.PLAN, EvidenceClass.PROCESS),
                        today.minusDays(330),
                        null)));
        all.add(at(
                today.minusDays(400),
                "give minutes",
                () -> given.give(
                        world,
                        TRUST,
                        new File("Board minutes: safeguarding report", DocumentKind.MINUTES, EvidenceClass.PROCESS),
                        today.minusDays(400),
                        null)));
        all.add(at(
                today.minusDays(20),
                "give feedback",
                () -> given.give(
                        world,
                        TRUST,
                        new File("What children told us in the summer", DocumentKind.FEEDBACK, EvidenceClass.OUTCOME),
                        today.minusDays(20),
                        null)));
    }

    /// The actions' numbers, by their codes in the story.
    private record Numbers(Map<String, Long> byCode) {
        long of(String code) {
            return Objects.requireNonNull(byCode.get(code));
        }
    }
}

package uk.goldenthread.demonstration;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import uk.goldenthread.assessments.model.ChallengeEvent;
import uk.goldenthread.assessments.model.RoundDates;
import uk.goldenthread.assessments.moderation.PastJudgements;
import uk.goldenthread.assessments.moderation.PastJudgements.Points;
import uk.goldenthread.assessments.service.PastAnswers;
import uk.goldenthread.assessments.service.PastAnswers.Act;
import uk.goldenthread.assessments.service.PastAnswers.HandedIn;
import uk.goldenthread.demonstration.plan.Chance;
import uk.goldenthread.demonstration.plan.DemonstrationPlan;
import uk.goldenthread.demonstration.plan.PlannedOrganisation;
import uk.goldenthread.demonstration.plan.Stories;

/// Last year's round at everybody but the trusts, whose people have no accounts: all handed in, judged and agreed at
/// once, some late, a few left out and a few never heard of.
@Component
class LastYearOfOthers {
    private static final int LATE_IN_A_HUNDRED = 12;
    private static final int NEVER_IN_A_HUNDRED = 4;

    private static final Map<String, String> LEFT_OUT = Map.of(
            "ZX01",
            "The commissioner of health and justice asks the same of it and shares the answers with us.",
            "ZV01",
            "The council asks it the same questions and shares the answers with us.",
            Stories.MERGED_PRACTICE,
            "Made of two practices this month. It is asked next year.");

    private final PastAnswers answers;
    private final PastJudgements judgements;
    private final Claimed claimed;

    LastYearOfOthers(PastAnswers answers, PastJudgements judgements, Claimed claimed) {
        this.answers = answers;
        this.judgements = judgements;
        this.claimed = claimed;
    }

    void moments(List<Moment> all, World world, RoundDates dates, AtomicLong round) {
        var others = world.plan().organisations().stream()
                .filter(each -> each.assured() && each.isOpenOn(dates.opens()))
                .filter(each -> !RoundOfLastYear.TRUSTS.contains(each.code()) && !LEFT_OUT.containsKey(each.code()))
                .toList();
        var silent = others.stream()
                .filter(each -> luck(each, "silent") <= NEVER_IN_A_HUNDRED && !isTold(each))
                .toList();
        var heard = others.stream().filter(each -> !silent.contains(each)).toList();
        var late = heard.stream().filter(LastYearOfOthers::isLate).toList();
        var inTime = heard.stream().filter(each -> !late.contains(each)).toList();
        var leftOut = dates.opens().plusDays(10);
        all.add(at(leftOut, "leave some out", () -> leaveOut(world, round.get(), leftOut)));
        all.add(at(
                dates.due(),
                "the others hand in",
                () -> handIn(world, round.get(), inTime, dates.due().minusDays(1))));
        all.add(at(
                dates.due().plusDays(11),
                "some hand in late",
                () -> handIn(world, round.get(), late, dates.due().plusDays(10))));
        all.add(at(dates.due().plusDays(24), "judge the others", () -> judge(world, round.get(), heard, dates)));
        var missed = dates.due().plusDays(30);
        all.add(at(missed, "a few never came", () -> neverCame(world, round.get(), silent, missed)));
        var event = Objects.requireNonNull(dates.event());
        all.add(at(event.plusDays(9), "agree with the others", () -> agree(world, round.get(), heard, event)));
    }

    private static Moment at(LocalDate day, String what, Runnable work) {
        return new Moment(Oversight.morning(day), what, work);
    }

    private void leaveOut(World world, long round, LocalDate day) {
        var reasons = LEFT_OUT.entrySet().stream()
                .collect(Collectors.toMap(each -> world.organisation(each.getKey()), Map.Entry::getValue));
        judgements.leaveOut(world.icb(), round, icb(world, "SAFEGUARDING_COORDINATOR", day), reasons);
    }

    private void neverCame(World world, long round, List<PlannedOrganisation> silent, LocalDate day) {
        judgements.neverCame(world.icb(), round, icb(world, "SAFEGUARDING_COORDINATOR", day), numbers(world, silent));
    }

    private static int luck(PlannedOrganisation organisation, String what) {
        return new Chance(DemonstrationPlan.SEED, "last year %s %s".formatted(what, organisation.code()))
                .between(1, 100);
    }

    /// Whether a story is told of it, which then goes its own way.
    private static boolean isTold(PlannedOrganisation organisation) {
        return Set.of(Stories.LATE_PRACTICE, Stories.SILENT_HOSPITAL, Stories.LOCKED_HOME, Stories.WORDLESS_HOSPICE)
                .contains(organisation.code());
    }

    private static boolean isLate(PlannedOrganisation organisation) {
        return organisation.code().equals(Stories.LATE_PRACTICE) || luck(organisation, "late") <= LATE_IN_A_HUNDRED;
    }

    private static Act icb(World world, String role, LocalDate day) {
        var person = world.person(role);
        return new Act(world.account(person.signInName()), person.name(), Oversight.morning(day));
    }

    private static Set<Integer> numbers(World world, List<PlannedOrganisation> of) {
        return of.stream().map(each -> world.organisation(each.code())).collect(Collectors.toSet());
    }

    /// @param last the day on which the last of them is signed; the others up to eight days before
    private void handIn(World world, long round, List<PlannedOrganisation> of, LocalDate last) {
        var all = new ArrayList<HandedIn>();
        for (var each : of) {
            var signed = last.minusDays(luck(each, "signed") % 9);
            var practice = each.kind().equals("GP");
            all.add(new HandedIn(
                    world.organisation(each.code()),
                    act(world, each, practice ? "PRACTICE_LEAD" : "PROVIDER_NAMED_PROFESSIONAL", signed.minusDays(2)),
                    new Act(
                            world.account(World.EXECUTIVE),
                            DemonstrationPlan.person(each.code(), "PROVIDER_EXECUTIVE_LEAD"),
                            Oversight.morning(signed)),
                    claimed.by(each)));
        }
        answers.handIn(world.icb(), round, all);
    }

    private static Act act(World world, PlannedOrganisation at, String role, LocalDate day) {
        return world.find(role, at.code())
                .map(person -> new Act(world.account(person.signInName()), person.name(), Oversight.morning(day)))
                .orElseGet(() -> new Act(
                        world.account(World.STAFF), DemonstrationPlan.person(at.code(), role), Oversight.morning(day)));
    }

    private void judge(World world, long round, List<PlannedOrganisation> heard, RoundDates dates) {
        judgements.moderate(
                world.icb(),
                round,
                icb(world, "DESIGNATED_NURSE", dates.due().plusDays(24)),
                heard.stream()
                        .map(each -> new Points(world.organisation(each.code()), claimed.judged(each)))
                        .toList());
    }

    private void agree(World world, long round, List<PlannedOrganisation> heard, LocalDate event) {
        var closed = new HashMap<Integer, Boolean>();
        heard.forEach(each -> closed.put(world.organisation(each.code()), claimed.needsNothing(each)));
        judgements.agree(
                world.icb(),
                round,
                icb(world, "DESIGNATED_NURSE", event.plusDays(9)),
                new ChallengeEvent(
                        event,
                        "The designated professionals, the named GP, leads of practices and other providers, the partnership",
                        "What the answers of many had in common was talked over; the judgements stand."),
                closed.keySet(),
                closed.entrySet().stream()
                        .filter(Map.Entry::getValue)
                        .map(Map.Entry::getKey)
                        .collect(Collectors.toSet()));
    }
}

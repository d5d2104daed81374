package uk.goldenthread.demonstration;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Component;
import uk.goldenthread.access.Actor;
import uk.goldenthread.assessments.model.RoundDates;
import uk.goldenthread.assessments.moderation.Challenges;
import uk.goldenthread.assessments.moderation.Moderating;
import uk.goldenthread.assessments.moderation.RoundKeeping;
import uk.goldenthread.assessments.service.Rounds;
import uk.goldenthread.assessments.service.Typed;
import uk.goldenthread.demonstration.plan.Chance;
import uk.goldenthread.demonstration.plan.DemonstrationPlan;
import uk.goldenthread.demonstration.plan.Stories;

/// Last year's round of self-assessment, from its issue to its close. Everybody is asked Section 11. The six trusts
/// answer
/// one by one, the ICB moderates, the challenge event is held, and what was judged is agreed; the others are told in
/// [LastYearOfOthers].
@Component
class RoundOfLastYear implements Tale {
    static final List<String> TRUSTS = List.of("ZTA", "ZTB", "ZTC", "ZTD", "ZTE", "ZTF");
    private static final int MONTHS_AGO = 14;

    private final Rounds rounds;
    private final Answers answers;
    private final Moderating moderating;
    private final Challenges challenges;
    private final RoundKeeping keeping;
    private final LastYearOfOthers others;

    RoundOfLastYear(Rounds rounds, Answers answers, Judges judges, LastYearOfOthers others) {
        this.rounds = rounds;
        this.answers = answers;
        this.moderating = judges.moderating();
        this.challenges = judges.challenges();
        this.keeping = judges.keeping();
        this.others = others;
    }

    /// What the ICB does in a round.
    @Component
    record Judges(Moderating moderating, Challenges challenges, RoundKeeping keeping) {}

    @Override
    public List<Moment> moments(World world, LocalDate today) {
        var opens = opens(world, today);
        var dates = Answers.dates(opens);
        var round = new AtomicLong();
        var all = new ArrayList<Moment>();
        all.add(new Moment(Oversight.morning(opens), "issue last year's round", () -> issue(world, dates, round)));
        others.moments(all, world, dates, round);
        var event = java.util.Objects.requireNonNull(dates.event());
        for (int number = 0; number < TRUSTS.size(); number++) {
            var trust = TRUSTS.get(number);
            var answered = dates.due().minusDays(12L - number);
            all.add(at(answered, trust + " answers", () -> answers.whole(world, trust, round.get(), 0)));
            all.add(at(answered.plusDays(3), trust + " signs", () -> answers.sign(world, trust, round.get())));
            all.add(at(
                    dates.due().plusDays(4L + number), "moderate " + trust, () -> moderate(world, trust, round.get())));
            all.add(at(event, "challenge " + trust, () -> challenge(world, trust, round.get(), event)));
            all.add(at(event.plusDays(9), "agree " + trust, () -> agree(world, trust, round.get())));
        }
        all.add(at(
                dates.closes(),
                "close last year's round",
                () -> keeping.close(world.actor("SAFEGUARDING_COORDINATOR"), round.get())
                        .orElseThrow()));
        return all;
    }

    /// Never before the trust was there that two others became.
    private static LocalDate opens(World world, LocalDate today) {
        var merged = world.planned(Stories.NEW_TRUST).opened();
        var opens = today.minusMonths(MONTHS_AGO);
        return opens.isBefore(merged) ? merged : opens;
    }

    private void issue(World world, RoundDates dates, AtomicLong round) {
        var coordinator = world.actor("SAFEGUARDING_COORDINATOR");
        var wanted = new Rounds.Wanted(
                Answers.SECTION_11,
                "2023",
                "Section 11 self-assessment %d".formatted(dates.opens().getYear()),
                RoundOfThisYear.everybody(world),
                Set.of(),
                true,
                dates);
        round.set(rounds.prepare(coordinator, wanted).orElseThrow());
        rounds.publish(coordinator, round.get()).orElseThrow();
    }

    private static Moment at(LocalDate day, String what, Runnable work) {
        return new Moment(Oversight.morning(day), what, work);
    }

    private Actor nurse(World world) {
        return world.actor("DESIGNATED_NURSE");
    }

    /// Mostly as claimed. The trust in decline thought better of its training and supervision than the ICB did.
    private void moderate(World world, String trust, long round) {
        var id = answers.assessment(world, trust, round);
        moderating.takeUp(nurse(world), id).orElseThrow();
        var judged = new ArrayList<Typed>();
        for (var claim : answers.claims(trust, Answers.SECTION_11, 0)) {
            var chance = new Chance(DemonstrationPlan.SEED, "moderated %s %s".formatted(trust, claim.code()));
            var overRated = trust.equals(Stories.DECLINING_TRUST)
                    ? claim.code().startsWith("9.") || claim.code().startsWith("10.")
                    : chance.between(1, 100) <= 8;
            var value = Integer.parseInt(String.valueOf(claim.value()));
            var judgement = overRated && value > 0 ? value - 1 : value;
            judged.add(
                    Typed.value(claim.code(), Integer.toString(judgement))
                            .saying(
                                    judgement == value
                                            ? ""
                                            : "The evidence shows that it is written down, but not that it is done everywhere."));
        }
        moderating
                .save(nurse(world), id, answers.reviewVersion(world, id), judged, true)
                .orElseThrow();
        moderating.finish(nurse(world), id, false).orElseThrow();
    }

    private void challenge(World world, String trust, long round, LocalDate event) {
        var id = answers.assessment(world, trust, round);
        challenges.challenge(nurse(world), id).orElseThrow();
        var note = new Challenges.Note(
                event,
                "The trust's named nurse and executive lead; two peers from other trusts; the designated nurse and doctor",
                "What was judged stands. The trust brings its plan to the next quarterly meeting.",
                "What has changed for a child since last time?",
                "Children are asked what they want at each visit, and it is written in their own words.");
        challenges
                .note(nurse(world), id, answers.noteMark(nurse(world), id), note)
                .orElseThrow();
    }

    private void agree(World world, String trust, long round) {
        challenges.agree(nurse(world), answers.assessment(world, trust, round)).orElseThrow();
    }
}

package uk.goldenthread.demonstration;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import uk.goldenthread.access.Actor;
import uk.goldenthread.concerns.LadderMoves;
import uk.goldenthread.concerns.LadderMoves.Wanted;
import uk.goldenthread.concerns.LadderReviews;
import uk.goldenthread.concerns.model.Level;
import uk.goldenthread.concerns.model.MoveWords;
import uk.goldenthread.demonstration.plan.Stories;
import uk.goldenthread.kernel.calendar.London;

/// The ladder's part of the stories: who was moved, why, and what the reviews found.
@Component
class Oversight implements Tale {
    private static final int MONTH = 31;

    private final LadderMoves moves;
    private final LadderReviews reviews;

    Oversight(LadderMoves moves, LadderReviews reviews) {
        this.moves = moves;
        this.reviews = reviews;
    }

    @Override
    public List<Moment> moments(World world, LocalDate today) {
        var all = new ArrayList<Moment>();
        recovery(world, today, all);
        decline(world, today, all);
        others(world, today, all);
        return all;
    }

    private void recovery(World world, LocalDate today, List<Moment> all) {
        var trust = Stories.RECOVERED_TRUST;
        var enhanced = today.minusMonths(16);
        var watch = today.minusMonths(7);
        all.add(move(world, trust, Level.WATCH, today.minusMonths(19), LadderWords.RECOVERED_WATCHED));
        all.add(move(world, trust, Level.ENHANCED, enhanced, LadderWords.RECOVERED_ENHANCED));
        for (int number = 0; enhanced.plusDays((long) number * MONTH + 15).isBefore(watch); number++) {
            var on = enhanced.plusDays((long) number * MONTH + 15);
            all.add(on.isAfter(today.minusMonths(9).minusDays(10)) ? met(world, trust, on) : unmet(world, trust, on));
        }
        all.add(move(world, trust, Level.WATCH, watch, LadderWords.RECOVERED_DOWN));
        all.add(met(world, trust, watch.plusDays(50)));
        all.add(met(world, trust, watch.plusDays(140)));
        all.add(move(world, trust, Level.ROUTINE, today.minusDays(45), LadderWords.RECOVERED_ROUTINE));
    }

    private Moment met(World world, String trust, LocalDate on) {
        return review(
                world, trust, on, true, "Both figures at target in the last returns; we saw the supervision log.", "");
    }

    private Moment unmet(World world, String trust, LocalDate on) {
        return review(
                world,
                trust,
                on,
                false,
                "Sessions are booked and attendance is rising, but the figures are still below target.",
                "Return with the next month's figures and the list of who is out of date.");
    }

    private void decline(World world, LocalDate today, List<Moment> all) {
        var trust = Stories.DECLINING_TRUST;
        all.add(move(world, trust, Level.WATCH, today.minusMonths(5), LadderWords.DECLINE_WATCHED));
        all.add(review(
                world,
                trust,
                today.minusMonths(3),
                false,
                "Training has fallen further. The recovery plan has no dates.",
                "Dated plan wanted within 10 working days."));
        all.add(move(world, trust, Level.ENHANCED, today.minusDays(38), LadderWords.DECLINE_ENHANCED));
        all.add(review(
                world,
                trust,
                today.minusDays(17),
                false,
                "The plan now has dates and an owner. Interviews for the named nurse were held.",
                "See the next month's figures and the rota of released staff at the next review."));
    }

    private void others(World world, LocalDate today, List<Moment> all) {
        all.add(move(world, Stories.LOCKED_HOME, Level.WATCH, today.minusMonths(2), LadderWords.LOCKED_WATCHED));
        all.add(new Moment(
                morning(today.minusDays(4)),
                "propose to watch the silent hospital",
                () -> moves.propose(
                                world.actor("CONTRACT_MANAGER"),
                                new Wanted(
                                        world.organisation(Stories.SILENT_HOSPITAL),
                                        Level.WATCH,
                                        LadderWords.SILENT_WATCHED,
                                        null))
                        .orElseThrow()));
    }

    /// Up by the designated nurse, down by the executive lead (BR-LAD-2, BR-LAD-3).
    private Moment move(World world, String provider, Level to, LocalDate on, MoveWords words) {
        var down = words.equals(LadderWords.RECOVERED_DOWN) || words.equals(LadderWords.RECOVERED_ROUTINE);
        var role = down ? "ICB_EXECUTIVE_LEAD" : "DESIGNATED_NURSE";
        return new Moment(
                morning(on),
                "%s to %s".formatted(provider, to),
                () -> moves.move(world.actor(role), new Wanted(world.organisation(provider), to, words, null))
                        .orElseThrow());
    }

    private Moment review(World world, String provider, LocalDate on, boolean met, String found, String next) {
        return new Moment(
                morning(on),
                "review " + provider,
                () -> hold(world.actor("DESIGNATED_NURSE"), world.organisation(provider), met, found, next));
    }

    private void hold(Actor nurse, int provider, boolean met, String found, String next) {
        reviews.hold(nurse, provider, met, found, next).orElseThrow();
    }

    static Instant morning(LocalDate day) {
        return day.atTime(LocalTime.of(10, 30)).atZone(London.ZONE).toInstant();
    }
}

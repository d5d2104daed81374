package uk.goldenthread.demonstration;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;
import uk.goldenthread.kernel.calendar.Period;
import uk.goldenthread.kernel.calendar.Quarter;
import uk.goldenthread.papers.model.Cover;
import uk.goldenthread.papers.model.Occasion;
import uk.goldenthread.papers.model.Slot;
import uk.goldenthread.papers.service.Freezing;
import uk.goldenthread.papers.service.PaperWords;
import uk.goldenthread.papers.service.Papers;

/// The committee's papers: two that were frozen in their quarters, and the draft of the next, which whoever tries the
/// demonstration can finish.
@Component
class PaperStories implements Tale {
    private static final String COMMITTEE = "QUALITY";
    private static final String AUTHOR = "DESIGNATED_NURSE";

    /// After a quarter's end its returns are due, looked at and accepted; then its paper is written.
    private static final int WRITTEN_AFTER_DAYS = 45;
    private static final int DAYS_TO_MEETING = 14;

    private final Papers papers;
    private final PaperWords words;
    private final Freezing freezing;

    PaperStories(Papers papers, PaperWords words, Freezing freezing) {
        this.papers = papers;
        this.words = words;
        this.freezing = freezing;
    }

    @Override
    public List<Moment> moments(World world, LocalDate today) {
        var latest = Quarter.of(today).previous();
        if (latest.end().plusDays(WRITTEN_AFTER_DAYS).isAfter(today)) {
            latest = latest.previous();
        }
        var all = new ArrayList<Moment>();
        frozen(world, latest.previous().previous(), PaperSayings.recovering(world), all);
        frozen(world, latest.previous(), PaperSayings.falling(world), all);
        drafted(world, latest, today, all);
        return all;
    }

    private void frozen(World world, Quarter quarter, Map<Slot, String> said, List<Moment> all) {
        var written = monday(quarter.end().plusDays(WRITTEN_AFTER_DAYS));
        var number = new AtomicInteger();
        all.add(new Moment(
                Oversight.morning(written),
                "write the paper of " + quarter.code(),
                () -> number.set(write(
                        world, quarter, written.plusDays(DAYS_TO_MEETING), said, PaperSayings.cover(world, quarter)))));
        all.add(new Moment(
                Oversight.morning(written.plusDays(1)),
                "hand it over",
                () -> papers.submit(world.actor(AUTHOR), number.get()).orElseThrow()));
        all.add(signed(world, "DESIGNATED_DOCTOR", written.plusDays(2), number));
        all.add(signed(world, "ICB_EXECUTIVE_LEAD", written.plusDays(3), number));
        all.add(new Moment(
                Oversight.morning(written.plusDays(4)),
                "freeze it",
                () -> freezing.freeze(world.actor(AUTHOR), number.get()).orElseThrow()));
    }

    private Moment signed(World world, String role, LocalDate on, AtomicInteger number) {
        return new Moment(
                Oversight.morning(on),
                role + " signs",
                () -> papers.sign(world.actor(role), number.get()).orElseThrow());
    }

    private void drafted(World world, Quarter quarter, LocalDate today, List<Moment> all) {
        all.add(new Moment(
                Oversight.morning(today.minusDays(3)),
                "begin the paper of " + quarter.code(),
                () -> write(
                        world,
                        quarter,
                        monday(today).plusDays(DAYS_TO_MEETING),
                        PaperSayings.enhanced(world),
                        PaperSayings.unfinished(world, quarter))));
    }

    private int write(World world, Period period, LocalDate meeting, Map<Slot, String> said, Cover cover) {
        var author = world.actor(AUTHOR);
        int id = papers.begin(author, new Occasion(COMMITTEE, period, meeting)).orElseThrow();
        papers.cover(author, id, papers.find(author, id).version(), cover).orElseThrow();
        said.forEach((slot, text) -> words.save(author, id, new PaperWords.Wording(slot, 0, text, false))
                .orElseThrow());
        return id;
    }

    private static LocalDate monday(LocalDate day) {
        return day.with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY));
    }
}

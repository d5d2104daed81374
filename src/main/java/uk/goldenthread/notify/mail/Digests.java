package uk.goldenthread.notify.mail;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import uk.goldenthread.access.Actor;
import uk.goldenthread.access.Actors;
import uk.goldenthread.access.HiddenException;
import uk.goldenthread.database.Scope;
import uk.goldenthread.database.UnitOfWork;
import uk.goldenthread.notify.DailyJob;
import uk.goldenthread.notify.WorkSource;
import uk.goldenthread.shell.view.Dates;

/// Puts each person's summary of what waits into the outbox, for 8am: on Mondays, or each weekday for those who chose
/// so. Whoever has nothing waiting is not written to. A summary of a past week or day is not sent late.
@Component
class Digests implements DailyJob {
    private static final LocalTime ARRIVES = LocalTime.of(8, 0);

    private final ObjectProvider<WorkSource> sources;
    private final ChoicesStore choices;
    private final OutboxStore outbox;
    private final Actors actors;
    private final UnitOfWork work;
    private final Clock clock;

    Digests(
            ObjectProvider<WorkSource> sources,
            ChoicesStore choices,
            OutboxStore outbox,
            Actors actors,
            UnitOfWork work,
            Clock clock) {
        this.sources = sources;
        this.choices = choices;
        this.outbox = outbox;
        this.actors = actors;
        this.work = work;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "digest";
    }

    @Override
    public void run(int icb, LocalDate today) {
        var present = LocalDate.ofInstant(clock.instant(), Dates.LONDON);
        for (var reader : work.read(Scope.jobFor(icb), () -> choices.readers(icb, today))) {
            var since = since(reader.digest(), today, present);
            if (since != null) {
                write(icb, reader, since, today);
            }
        }
    }

    /// The first day the summary is of; null when none is due.
    private static @org.jspecify.annotations.Nullable LocalDate since(
            Choices.Digest digest, LocalDate today, LocalDate present) {
        var weekday = today.getDayOfWeek();
        return switch (digest) {
            case WEEKLY ->
                weekday == DayOfWeek.MONDAY
                                && today.equals(present.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)))
                        ? today.minusWeeks(1)
                        : null;
            case DAILY ->
                today.equals(present) && weekday != DayOfWeek.SATURDAY && weekday != DayOfWeek.SUNDAY
                        ? today.minus(weekday == DayOfWeek.MONDAY ? Period.ofDays(3) : Period.ofDays(1))
                        : null;
            case OFF -> null;
        };
    }

    private void write(int icb, ChoicesStore.Reader reader, LocalDate since, LocalDate today) {
        Actor actor;
        try {
            actor = actors.of(reader.account(), icb, reader.organisation());
        } catch (HiddenException e) {
            return; // the role ended since the list was read
        }
        var matters = work.read(actor.scope(), () -> waiting(actor, since, today));
        if (matters.isEmpty()) {
            return;
        }
        work.write(
                Scope.jobFor(icb),
                () -> outbox.put(new OutboxStore.Wanted(
                        icb,
                        reader.organisation(),
                        reader.account(),
                        "digest/" + today,
                        Sort.DIGEST,
                        matters,
                        today.atTime(ARRIVES).atZone(Dates.LONDON).toInstant())));
    }

    private List<Matter> waiting(Actor actor, LocalDate since, LocalDate today) {
        var items = sources.orderedStream()
                .flatMap(source -> source.toDo(actor).stream())
                .toList();
        var matters = new ArrayList<>(Matter.together(
                items.stream().map(item -> new Matter(item.kind(), 1)).toList()));
        var overdue = items.stream()
                .filter(item -> item.by() != null && item.by().isBefore(today))
                .count();
        if (overdue > 0) {
            matters.add(new Matter("Of these, past their date", (int) overdue));
        }
        var unread = choices.unread(actor, since.atStartOfDay(Dates.LONDON).toInstant());
        if (unread > 0) {
            matters.add(new Matter("New messages", unread));
        }
        return matters;
    }
}

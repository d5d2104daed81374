package uk.goldenthread.overview.service;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiFunction;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import uk.goldenthread.access.AccessPolicy;
import uk.goldenthread.access.Actor;
import uk.goldenthread.access.AsAt;
import uk.goldenthread.access.Permission;
import uk.goldenthread.database.UnitOfWork;
import uk.goldenthread.notify.News;
import uk.goldenthread.notify.NewsSource;
import uk.goldenthread.notify.Notifications;
import uk.goldenthread.notify.WorkItem;
import uk.goldenthread.notify.WorkSource;
import uk.goldenthread.overview.store.ChangeStore;
import uk.goldenthread.overview.store.LookStore;
import uk.goldenthread.overview.store.LookStore.Look;
import uk.goldenthread.shell.view.Dates;

/// Gathers a person's Home from every module that gives people something to do.
@Service
public class Homes {
    /// Coming back after this long away counts as looking anew.
    static final Duration AWAY = Duration.ofMinutes(30);

    /// Who has never looked is told of this much.
    static final Duration AT_FIRST = Duration.ofDays(14);

    /// Opening Home again within this time is not written down: most reading then writes nothing.
    private static final Duration FINE_ENOUGH = Duration.ofMinutes(5);

    private static final Comparator<WorkItem> SOONEST =
            Comparator.comparing(WorkItem::by, Comparator.nullsLast(Comparator.naturalOrder()));
    private static final Comparator<WorkItem> NEWEST = Comparator.comparing(
                    WorkItem::by, Comparator.nullsFirst(Comparator.naturalOrder()))
            .reversed();

    private final List<WorkSource> sources;
    private final List<NewsSource> newsSources;
    private final LookStore looks;
    private final ChangeStore changes;
    private final Notifications notifications;
    private final AccessPolicy policy;
    private final UnitOfWork work;
    private final Clock clock;

    Homes(
            ObjectProvider<WorkSource> sources,
            ObjectProvider<NewsSource> newsSources,
            LookStore looks,
            ChangeStore changes,
            Notifications notifications,
            AccessPolicy policy,
            UnitOfWork work,
            Clock clock) {
        this.sources = sources.orderedStream().toList();
        this.newsSources = newsSources.orderedStream().toList();
        this.looks = looks;
        this.changes = changes;
        this.notifications = notifications;
        this.policy = policy;
        this.work = work;
        this.clock = clock;
    }

    /// @throws uk.goldenthread.access.RefusedException when the person's role has no Home
    public Home of(Actor actor, AsAt asAt) {
        policy.require(actor, Permission.HOME_VIEW);
        var now = clock.instant();
        var before = work.read(actor.scope(), () -> looks.find(actor));
        var look = before.map(b -> lookingAnew(b, now)).orElseGet(() -> new Look(now.minus(AT_FIRST), now));
        var looking = actor.at(asAt); // so that whatever a source reads in a unit of its own is of the same instant
        var home = work.read(looking.scope(), () -> gather(looking, look.since(), now));
        if (!asAt.isPast() && before.map(b -> worthKeeping(b, now)).orElse(true)) {
            work.write(actor.scope(), () -> {
                looks.keep(actor, look);
                return true;
            });
        }
        return home;
    }

    private Home gather(Actor actor, Instant since, Instant now) {
        var news = newsSources.stream()
                .flatMap(source -> source.latest(actor).stream())
                .sorted(Comparator.comparing(News::at).reversed())
                .toList();
        return new Home(
                lines(actor, WorkSource::toDo, SOONEST),
                lines(actor, WorkSource::waitingOnOthers, SOONEST),
                lines(actor, WorkSource::doneLately, NEWEST),
                since,
                changes.since(actor, since, LocalDate.ofInstant(now, Dates.LONDON)),
                news.stream().filter(one -> one.at().isAfter(since)).toList(),
                news.stream().filter(News::toRead).findFirst().orElse(null),
                actor.asAt() == null ? notifications.toldTo(actor) : List.of()); // messages have no past
    }

    private List<WorkItem> lines(
            Actor actor, BiFunction<WorkSource, Actor, List<WorkItem>> list, Comparator<WorkItem> order) {
        return sources.stream()
                .flatMap(source -> list.apply(source, actor).stream())
                .sorted(order)
                .toList();
    }

    private static Look lookingAnew(Look before, Instant now) {
        return before.seen().plus(AWAY).isBefore(now) ? new Look(before.seen(), now) : new Look(before.since(), now);
    }

    private static boolean worthKeeping(Look before, Instant now) {
        return before.seen().plus(FINE_ENOUGH).isBefore(now);
    }
}

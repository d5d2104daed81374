package uk.goldenthread.overview.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import uk.goldenthread.access.Actor;
import uk.goldenthread.access.AsAt;
import uk.goldenthread.access.NavigationEntry;
import uk.goldenthread.access.Needs;
import uk.goldenthread.access.Permission;
import uk.goldenthread.database.Scope;
import uk.goldenthread.notify.News;
import uk.goldenthread.notify.WorkItem;
import uk.goldenthread.overview.service.Homes;
import uk.goldenthread.shell.components.Link;
import uk.goldenthread.shell.view.Dates;

/// Home: the page people leave open.
@Controller
class HomeController {
    private final Homes homes;
    private final Clock clock;

    HomeController(Homes homes, Clock clock) {
        this.homes = homes;
        this.clock = clock;
    }

    @Bean
    static NavigationEntry homeEntry() {
        return new NavigationEntry(10, "Home", "/", Permission.HOME_VIEW);
    }

    @GetMapping("/")
    @Needs(Permission.HOME_VIEW)
    ModelAndView home(Actor actor, AsAt asAt) {
        var home = homes.of(actor, asAt);
        var today = LocalDate.ofInstant(clock.instant(), Dates.LONDON);
        var page = new HomePage(
                list("to-do", "To do", home.toDo(), item -> due(item, today), Folding.ALIKE, emptyToDo(actor)),
                list(
                        "waiting",
                        "Waiting on others",
                        home.waiting(),
                        item -> due(item, today),
                        Folding.ALIKE,
                        "What you have handed on and others now hold will be here, so that you need not keep it in mind."
                                + " Nothing is with others just now."),
                list(
                        "done",
                        "Done lately",
                        together(home.done()),
                        HomeController::finished,
                        Folding.EARLIER,
                        "What you finish will be listed here, newest first, so that you can find your way back to it."),
                Dates.moment(home.since()),
                ChangeWords.all(home, actor.reachesWholeIcb()),
                home.told().stream()
                        .map(t -> new HomePage.Message(t.id(), Dates.moment(t.at()), t.sentence(), t.href()))
                        .toList(),
                own(actor),
                toRead(home.toRead()));
        return new ModelAndView("overview/home", Map.of("page", page));
    }

    private static HomePage.@Nullable Change toRead(@Nullable News news) {
        return news == null ? null : new HomePage.Change(Dates.day(news.at()), news.sentence(), news.href());
    }

    /// A practice has no other navigation: what it may open stands here.
    private static List<Link> own(Actor actor) {
        return actor.reach() != Scope.Reach.OWN || !actor.may(Permission.FIGURE_VIEW)
                ? List.of()
                : List.of(new Link("All our returns", "/returns"), new Link("Our record", "/our-record"));
    }

    private static String emptyToDo(Actor actor) {
        return actor.reachesWholeIcb()
                ? "Nothing waits for you. Returns to check, signals to look at and papers to sign will appear here as they"
                        + " come, soonest first."
                : "Nothing waits for you. When a return is due, or the ICB asks about a figure, it will appear here with"
                        + " the day it is due by.";
    }

    /// What a date says of a line.
    private record When(@Nullable String words, boolean late) {}

    private static HomePage.WorkList list(
            String id,
            String heading,
            List<WorkItem> items,
            java.util.function.Function<WorkItem, When> when,
            Folding folding,
            String empty) {
        var lines = items.stream()
                .map(item -> {
                    var date = when.apply(item);
                    return new HomePage.Line(
                            item.kind(),
                            inList(item.what()),
                            item.forWhom(),
                            date.words(),
                            date.late(),
                            item.why(),
                            item.href());
                })
                .toList();
        return new HomePage.WorkList(id, heading, counts(items), lines.size(), folding.of(lines), empty);
    }

    /// The same work done for many is one line, which opens the list of returns; a single one opens itself.
    private static List<WorkItem> together(List<WorkItem> items) {
        record Same(String kind, String what, String why) {}
        var groups = items.stream()
                .collect(Collectors.groupingBy(
                        item -> new Same(item.kind(), item.what(), item.why()),
                        LinkedHashMap::new,
                        Collectors.toList()));
        return groups.values().stream()
                .flatMap(same -> same.size() == 1 || !same.getFirst().kind().equals("Returns")
                        ? same.stream()
                        : Stream.of(allOf(same)))
                .toList();
    }

    private static WorkItem allOf(List<WorkItem> same) {
        var latest = same.getFirst();
        return new WorkItem(
                latest.kind(), latest.what(), same.size() + " providers", latest.by(), latest.why(), "/returns");
    }

    /// A sentence that the line goes on after loses its full stop.
    private static String inList(String what) {
        return what.endsWith(".") ? what.substring(0, what.length() - 1) : what;
    }

    private static @Nullable String counts(List<WorkItem> items) {
        if (items.isEmpty()) {
            return null;
        }
        var byKind = items.stream()
                .collect(Collectors.groupingBy(WorkItem::kind, LinkedHashMap::new, Collectors.counting()));
        return byKind.entrySet().stream()
                .map(e -> e.getKey() + ": " + e.getValue())
                .collect(Collectors.joining(" · "));
    }

    private static When due(WorkItem item, LocalDate today) {
        var by = item.by();
        if (by == null) {
            return new When(null, false);
        }
        var days = ChronoUnit.DAYS.between(today, by);
        if (days < 0) {
            return new When(
                    "%d %s late: was due %s".formatted(-days, days == -1 ? "day" : "days", Dates.day(by)), true);
        }
        return new When(days == 0 ? "today" : days == 1 ? "tomorrow" : "by " + Dates.day(by), false);
    }

    private static When finished(WorkItem item) {
        var by = item.by();
        return new When(by == null ? null : Dates.day(by), false);
    }
}

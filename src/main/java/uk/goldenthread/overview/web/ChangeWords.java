package uk.goldenthread.overview.web;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import uk.goldenthread.kernel.calendar.Period;
import uk.goldenthread.notify.News;
import uk.goldenthread.overview.service.Home;
import uk.goldenthread.overview.store.ChangeStore;
import uk.goldenthread.shell.view.Dates;

/// What happened, in a sentence.
final class ChangeWords {
    private ChangeWords() {}

    /// All that changed, newest first.
    static List<HomePage.Change> all(Home home, boolean wholeIcb) {
        record Told(Instant at, HomePage.Change change) {}
        var changes = home.changes().stream().map(one -> new Told(at(one), of(one, wholeIcb)));
        var news = home.news().stream().map(one -> new Told(one.at(), of(one)));
        return Stream.concat(news, changes)
                .sorted(Comparator.comparing(Told::at).reversed())
                .map(Told::change)
                .toList();
    }

    /// Where only the day is known, when it began, which is how the changes are put in order.
    private static Instant at(ChangeStore.Happened one) {
        return one.at() != null
                ? one.at()
                : Objects.requireNonNull(one.day()).atStartOfDay(Dates.LONDON).toInstant();
    }

    private static HomePage.Change of(News one) {
        return new HomePage.Change(Dates.moment(one.at()), one.sentence(), one.href());
    }

    private static HomePage.Change of(ChangeStore.Happened one, boolean wholeIcb) {
        var when = one.at() != null ? Dates.moment(one.at()) : Dates.day(Objects.requireNonNull(one.day()));
        return switch (one.kind()) {
            case "SUBMITTED" ->
                new HomePage.Change(
                        when,
                        "%s sent its return for %s".formatted(one.provider(), period(one)),
                        "/returns/" + one.subject());
            case "ACCEPTED" ->
                new HomePage.Change(
                        when,
                        "The return of %s for %s was accepted".formatted(one.provider(), period(one)),
                        "/returns/" + one.subject());
            case "LATE" ->
                new HomePage.Change(
                        when,
                        "The return of %s for %s became late".formatted(one.provider(), period(one)),
                        "/returns/" + one.subject());
            case "SIGNAL" ->
                new HomePage.Change(
                        when,
                        "%s: %s".formatted(one.provider(), one.detail()),
                        wholeIcb ? "/signals/" + one.subject() : "/our-record");
            case "LEVEL" ->
                new HomePage.Change(
                        when,
                        "%s moved to %s oversight".formatted(one.provider(), Levels.words(one.detail())),
                        "/providers/" + one.code() + "/ladder");
            default -> throw new IllegalStateException("nothing is told of " + one.kind());
        };
    }

    private static String period(ChangeStore.Happened one) {
        return Period.find(one.detail()).map(Period::label).orElse(one.detail());
    }
}

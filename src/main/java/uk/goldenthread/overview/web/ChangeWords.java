package uk.goldenthread.overview.web;

import java.util.Objects;
import uk.goldenthread.kernel.calendar.Period;
import uk.goldenthread.overview.store.ChangeStore;
import uk.goldenthread.shell.view.Dates;

/// What happened, in a sentence.
final class ChangeWords {
    private ChangeWords() {}

    static HomePage.Change of(ChangeStore.Happened one, boolean wholeIcb) {
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

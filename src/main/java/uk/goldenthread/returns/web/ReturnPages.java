package uk.goldenthread.returns.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.goldenthread.access.Actor;
import uk.goldenthread.access.AsAt;
import uk.goldenthread.access.Permission;
import uk.goldenthread.returns.ReturnReading;
import uk.goldenthread.returns.ReturnRules;
import uk.goldenthread.returns.Words;
import uk.goldenthread.returns.model.LineState;
import uk.goldenthread.returns.model.Lock;
import uk.goldenthread.returns.model.ReturnHeader;
import uk.goldenthread.returns.model.ReturnState;
import uk.goldenthread.shell.components.Option;
import uk.goldenthread.shell.forms.SentBack;
import uk.goldenthread.shell.view.Dates;

/// Makes a return's page for the person who looks.
@Component
class ReturnPages {
    private final ReturnReading reading;
    private final ReturnRules rules;
    private final LinePages lines;

    ReturnPages(ReturnReading reading, ReturnRules rules, LinePages lines) {
        this.reading = reading;
        this.rules = rules;
        this.lines = lines;
    }

    ReturnPage page(Actor actor, AsAt asAt, long id, SentBack refused) {
        var whole = reading.whole(actor, asAt.instant(), id);
        var header = whole.header();
        var can = can(actor, asAt, whole);
        var shown = new ArrayList<ReturnPage.Line>();
        whole.lines().forEach(line -> shown.add(lines.line(whole, line, can.enter(), refused.typed())));
        if (can.query() || can.accept()) {
            shown.sort(Comparator.comparingInt(ReturnPages::attention));
        }
        return new ReturnPage(
                id,
                refused.version(header.version()),
                "Return for " + header.period().label(),
                header.organisationName(),
                sentence(whole),
                notice(header, whole.lock()),
                waits(header, can),
                missing(whole),
                can,
                !header.executiveApproval(),
                shown,
                whole.steps().stream().map(step -> step(whole, step)).toList(),
                whole.mayBeLetIn().stream()
                        .map(holder -> Option.of(Integer.toString(holder.account()), holder.name()))
                        .toList(),
                refused.errors(),
                can.unlock() ? lift(refused.typed()) : null,
                asAt.isPast() ? "?asAt=" + asAt.instant() : "",
                refused.typed(),
                can.enter() ? was(whole, refused) : Map.of());
    }

    /// What the fields of the form held when their reader first saw them.
    private Map<String, String> was(ReturnReading.Whole whole, SentBack refused) {
        var held = new LinkedHashMap<String, String>();
        whole.lines().stream().filter(whole.header()::isEditable).forEach(line -> held.putAll(lines.held(line)));
        return refused.fields().shownAgain(held);
    }

    /// The first reason of each figure that is not ready.
    private List<ReturnPage.Missing> missing(ReturnReading.Whole whole) {
        var reasons = new LinkedHashMap<String, String>();
        whole.unfinished()
                .forEach(reason -> reasons.putIfAbsent(
                        reason.field().substring(0, reason.field().indexOf('.')), reason.message()));
        return reasons.entrySet().stream()
                .map(each -> new ReturnPage.Missing(
                        each.getKey(),
                        rules.definition(whole.line(each.getKey())).name(),
                        each.getValue()))
                .toList();
    }

    /// Queried and odd figures come first to who decides on them; accepted ones last.
    private static int attention(ReturnPage.Line line) {
        if (line.queried()) {
            return 0;
        }
        return line.accepted() ? 3 : line.odd().isEmpty() ? 2 : 1;
    }

    private static ReturnPage.Can can(Actor actor, AsAt asAt, ReturnReading.Whole whole) {
        if (asAt.isPast()) {
            return new ReturnPage.Can(false, false, false, false, false, false, false);
        }
        var header = whole.header();
        var state = header.state();
        var enterable = state instanceof ReturnState.Enterable;
        var accepted = state instanceof ReturnState.Accepted;
        var withIcb = (state instanceof ReturnState.Approved || state instanceof ReturnState.Returned)
                && !header.needsApproval();
        var own = actor.organisation() == header.organisation();
        return new ReturnPage.Can(
                own && enterable && whole.lock().lets() && actor.may(Permission.RETURN_ENTER),
                own && enterable && whole.lock().lets() && actor.may(Permission.RETURN_SUBMIT),
                own
                        && (state instanceof ReturnState.Submitted || (accepted && header.changedSinceApproval()))
                        && actor.may(Permission.RETURN_EXECUTIVE_APPROVE),
                withIcb && actor.may(Permission.RETURN_QUERY) && !own,
                withIcb && actor.may(Permission.RETURN_ACCEPT) && !own,
                enterable && !whole.lock().lets() && actor.may(Permission.RETURN_UNLOCK) && !own,
                own && accepted && actor.may(Permission.RETURN_RESTATE));
    }

    private String sentence(ReturnReading.Whole whole) {
        var header = whole.header();
        var parts = new ArrayList<String>();
        parts.add(Words.state(name(header.state()), header.executiveApproval()));
        parts.add("due " + Dates.day(header.dueOn()));
        var submitted = header.submittedAt();
        var on = submitted == null ? null : LocalDate.ofInstant(submitted, Dates.LONDON);
        var late = Words.late(header.dueOn(), on, rules.today());
        if (late != null) {
            parts.add(late);
        }
        var queried = whole.lines().stream()
                .filter(line -> line.state() == LineState.QUERIED)
                .count();
        if (queried > 0) {
            parts.add(queried == 1 ? "1 figure queried" : queried + " figures queried");
        }
        if (header.changedSinceApproval()) {
            parts.add("changed since the executive approved it");
        }
        return String.join("; ", parts) + ".";
    }

    static String name(ReturnState state) {
        return switch (state) {
            case ReturnState.NotStarted _ -> "NOT_STARTED";
            case ReturnState.InProgress _ -> "IN_PROGRESS";
            case ReturnState.Submitted _ -> "SUBMITTED";
            case ReturnState.Approved _ -> "APPROVED";
            case ReturnState.Returned _ -> "RETURNED";
            case ReturnState.Accepted _ -> "ACCEPTED";
        };
    }

    private @Nullable String notice(ReturnHeader header, Lock lock) {
        if (!(header.state() instanceof ReturnState.Enterable)) {
            return null;
        }
        return switch (lock) {
            case Lock.Open _ -> null;
            case Lock.Locked locked -> rules.lockReason(header, locked);
            case Lock.Excepted excepted ->
                "Locked for others. You may change it until %s: %s"
                        .formatted(Dates.day(excepted.until()), excepted.reason());
        };
    }

    private static @Nullable String waits(ReturnHeader header, ReturnPage.Can can) {
        if (can.enter() || can.approve() || can.accept()) {
            return null;
        }
        return switch (header.state()) {
            case ReturnState.NotStarted _, ReturnState.InProgress _, ReturnState.Returned _ ->
                "The provider's named professional enters and submits it.";
            case ReturnState.Submitted _ -> "The provider's executive lead approves it.";
            case ReturnState.Approved _ -> "A designated professional of the ICB accepts it or asks about it.";
            case ReturnState.Accepted _ -> null;
        };
    }

    private ReturnPage.Step step(ReturnReading.Whole whole, uk.goldenthread.returns.store.ReturnStore.Step step) {
        var kpi = step.kpi();
        var figure = kpi == null ? "" : rules.definition(whole.line(kpi)).name();
        var what =
                switch (step.step()) {
                    case "OPENED" -> "opened the return";
                    case "SUBMITTED" -> "submitted it";
                    case "APPROVED" -> "approved it for the provider's board";
                    case "GIVEN_BACK" -> "handed it back";
                    case "QUERIED" -> "asked about " + figure;
                    case "ANSWERED" -> "answered about " + figure;
                    case "ACCEPTED_LINE" -> "accepted " + figure;
                    case "ACCEPTED" -> "accepted the return";
                    case "UNLOCKED" -> "lifted the lock";
                    case "RESTATED" -> "restated " + figure;
                    default -> "uploaded figures";
                };
        return new ReturnPage.Step(Dates.moment(step.at()), step.byName() + " " + what, step.words());
    }

    private ReturnPage.Lift lift(Map<String, String> typed) {
        var latest = rules.latestUnlock();
        return new ReturnPage.Lift(
                typed.getOrDefault("account", ""),
                typed.getOrDefault("until[day]", Integer.toString(latest.getDayOfMonth())),
                typed.getOrDefault("until[month]", Integer.toString(latest.getMonthValue())),
                typed.getOrDefault("until[year]", Integer.toString(latest.getYear())),
                typed.getOrDefault("reason", ""),
                Dates.day(latest));
    }
}

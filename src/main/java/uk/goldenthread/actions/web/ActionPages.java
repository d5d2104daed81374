package uk.goldenthread.actions.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.goldenthread.access.Actor;
import uk.goldenthread.access.AsAt;
import uk.goldenthread.access.Permission;
import uk.goldenthread.actions.ActionReading;
import uk.goldenthread.actions.ActionReading.Whole;
import uk.goldenthread.actions.ActionRules;
import uk.goldenthread.actions.StepWords;
import uk.goldenthread.actions.model.ActionState;
import uk.goldenthread.actions.model.Effect;
import uk.goldenthread.actions.model.Proofs;
import uk.goldenthread.actions.model.Standing;
import uk.goldenthread.actions.store.ActionStore;
import uk.goldenthread.shell.components.Link;
import uk.goldenthread.shell.components.SummaryRow;
import uk.goldenthread.shell.components.Tone;
import uk.goldenthread.shell.view.Dates;

/// Words what is known of an action for its page.
@Component
class ActionPages {
    private final ActionReading reading;

    ActionPages(ActionReading reading) {
        this.reading = reading;
    }

    ActionPage page(Actor actor, AsAt asAt, long id) {
        var whole = reading.whole(actor, asAt, id);
        var action = whole.action();
        var moves = asAt.isPast() ? List.<Move>of() : Move.of(actor, whole);
        var give = giveHref(actor, asAt, whole);
        var links = new ArrayList<Link>();
        if (give != null
                && action.state() instanceof ActionState.AtWork
                && whole.evidence().isEmpty()) {
            links.add(new Link("Give evidence", give));
        }
        var giveFirst = !links.isEmpty();
        moves.forEach(move -> links.add(new Link(move.words(), move.href(id))));
        var primary = !links.isEmpty() && isNext(moves, giveFirst) ? links.removeFirst() : null;
        return new ActionPage(
                id,
                action.plan().title(),
                action.organisationName(),
                Sentences.state(whole),
                tag(whole.standing().colour()),
                primary,
                List.copyOf(links),
                primary == null && !asAt.isPast() ? Sentences.waits(whole) : null,
                notices(whole),
                facts(actor, asAt, whole),
                whole.sources().stream()
                        .map(source -> new ActionPage.Source(source.sentence(), on(asAt, source.href())))
                        .toList(),
                whole.evidence(),
                give,
                whole.judgements().stream().map(ActionPages::judgement).toList(),
                whole.extensions().stream().map(ActionPages::later).toList(),
                whole.steps().stream()
                        .map(step -> new ActionPage.Step(
                                "%s, %s".formatted(StepWords.of(step.step()), step.byName()),
                                Dates.moment(step.at()),
                                step.words()))
                        .toList(),
                asAt.on(""));
    }

    /// Whether the first link is the step that the action waits for.
    private static boolean isNext(List<Move> moves, boolean giveFirst) {
        return giveFirst || (!moves.isEmpty() && moves.getFirst().isNext());
    }

    private static @Nullable String on(AsAt asAt, @Nullable String href) {
        return href == null ? null : asAt.on(href);
    }

    private static @Nullable String giveHref(Actor actor, AsAt asAt, Whole whole) {
        var state = whole.action().state();
        var open = state instanceof ActionState.AtWork || state instanceof ActionState.Assured;
        var mine = actor.organisation() == whole.action().organisation();
        return open && mine && !asAt.isPast() && actor.may(Permission.EVIDENCE_ADD)
                ? "/evidence/new?for=action/%1$d&back=/actions/%1$d"
                        .formatted(whole.action().id())
                : null;
    }

    private static ActionPage.Tag tag(Standing.Colour colour) {
        var tone =
                switch (colour) {
                    case BLUE -> Tone.BLUE;
                    case GREEN -> Tone.GREEN;
                    case AMBER -> Tone.ORANGE;
                    case RED -> Tone.RED;
                    case GREY -> Tone.GREY;
                };
        return new ActionPage.Tag(colour.words(), tone.name());
    }

    private static List<String> notices(Whole whole) {
        var notices = new ArrayList<String>();
        whole.repeats()
                .forEach(earlier ->
                        notices.add("Repeat finding: “%s” (action %d) had the same theme and was verified on %s."
                                .formatted(earlier.title(), earlier.id(), Dates.day(earlier.assuredAt()))));
        whole.asked()
                .ifPresent(asked -> notices.add(
                        "A later date is asked for: %s. “%s”".formatted(Dates.day(asked.to()), asked.reason())));
        whole.refusals().forEach(reason -> {
            if (whole.action().state() instanceof ActionState.EvidenceSubmitted
                    || whole.action().state() instanceof ActionState.Assured) {
                notices.add(reason.message());
            }
        });
        if (whole.standing().stalled()) {
            notices.add("Nothing was said of it since %s."
                    .formatted(
                            Dates.day(ActionRules.day(whole.action().progress().updatedAt()))));
        }
        return notices;
    }

    private List<SummaryRow> facts(Actor actor, AsAt asAt, Whole whole) {
        var action = whole.action();
        var plan = action.plan();
        var timing = action.timing();
        var owner = action.owner();
        var facts = new ArrayList<SummaryRow>();
        facts.add(SummaryRow.of("What will be different", plan.outcome()));
        facts.add(SummaryRow.of("How it will be known", plan.measure()));
        facts.add(SummaryRow.of("Evidence that can show it", sentence(Proofs.words(plan.expects()))));
        facts.add(SummaryRow.of("Owner", owner == null ? "Nobody yet" : owner.name()));
        facts.add(SummaryRow.of("Due", due(whole)));
        facts.add(SummaryRow.of(
                "Priority",
                plan.priority().word() + (plan.critical() ? ", for a critical criterion that is not met" : "")));
        facts.add(SummaryRow.of("Theme", reading.themes(actor, asAt).getOrDefault(plan.theme(), "None")));
        if (timing.everyMonths() != null) {
            facts.add(SummaryRow.of("Comes again", Sentences.every(timing.everyMonths())));
        }
        if (timing.follows() != null) {
            facts.add(SummaryRow.of(
                    "Follows",
                    "Action " + timing.follows(),
                    new Link("Open", asAt.on("/actions/" + timing.follows()))));
        }
        if (whole.follower() != null) {
            facts.add(SummaryRow.of(
                    "Next", "Action " + whole.follower(), new Link("Open", asAt.on("/actions/" + whole.follower()))));
        }
        var check = action.progress().embedCheckOn();
        if (check != null) {
            facts.add(SummaryRow.of("Looked at again", Dates.day(check)));
        }
        return facts;
    }

    private static String due(Whole whole) {
        var timing = whole.action().timing();
        return timing.extensions() == 0
                ? Dates.day(timing.due())
                : "%s; originally %s, %s"
                        .formatted(
                                Dates.day(timing.due()),
                                Dates.day(timing.original()),
                                ActionRows.moved(timing.extensions()));
    }

    private static String sentence(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private static ActionPage.Judgement judgement(ActionStore.Judgement it) {
        var effect = it.effect();
        var minute = it.minute();
        return new ActionPage.Judgement(
                StepWords.of(it.decision())
                        + (effect == null
                                ? ""
                                : ": " + Effect.valueOf(effect).words().toLowerCase(Locale.ROOT))
                        + (minute == null ? "" : ", minute " + minute),
                "%s, %s".formatted(it.byName(), Dates.moment(it.at())),
                it.words(),
                switch (it.evidence().size()) {
                    case 0 -> "";
                    case 1 -> "Rests on 1 item of evidence";
                    default ->
                        "Rests on %d items of evidence".formatted(it.evidence().size());
                });
    }

    private static ActionPage.Later later(ActionStore.Extension it) {
        var at = it.decidedAt();
        var decision =
                switch (it.decision()) {
                    case "APPROVED" -> "Approved";
                    case "REFUSED" -> "Refused";
                    case "TAKEN_BACK" -> "Taken back";
                    default -> "Waits for the ICB";
                };
        return new ActionPage.Later(
                "From %s to %s".formatted(Dates.day(it.from()), Dates.day(it.to())),
                it.reason(),
                decision
                        + (at == null ? "" : " on " + Dates.day(at))
                        + (it.minute() == null ? "" : ", minute " + it.minute())
                        + (it.words().isEmpty() ? "" : ": " + it.words()));
    }
}

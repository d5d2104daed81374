package uk.goldenthread.actions.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import uk.goldenthread.access.Actor;
import uk.goldenthread.access.AsAt;
import uk.goldenthread.actions.ActionReading;
import uk.goldenthread.actions.ActionReading.Whole;
import uk.goldenthread.actions.model.Effect;
import uk.goldenthread.actions.model.Proofs;
import uk.goldenthread.shell.components.DateParts;
import uk.goldenthread.shell.components.FieldErrors;
import uk.goldenthread.shell.components.Option;
import uk.goldenthread.shell.components.SummaryRow;
import uk.goldenthread.shell.view.Dates;

/// Makes the page of each move: what a person needs to see, and what is asked of them.
@Component
class MoveForms {
    private final ActionReading reading;

    MoveForms(ActionReading reading) {
        this.reading = reading;
    }

    /// A blank form; nothing when this person cannot make the move now.
    Optional<MovePage> blank(Actor actor, long id, Move move) {
        var whole = reading.whole(actor, AsAt.PRESENT, id);
        return Move.of(actor, whole).contains(move)
                ? Optional.of(page(actor, whole, move, proposed(actor, whole, move), FieldErrors.NONE))
                : Optional.empty();
    }

    /// The form as it was sent, with what was wrong.
    MovePage again(Actor actor, long id, Move move, Map<String, String> typed, FieldErrors errors) {
        return page(actor, reading.whole(actor, AsAt.PRESENT, id), move, typed, errors);
    }

    /// What a field says before anybody types.
    private Map<String, String> proposed(Actor actor, Whole whole, Move move) {
        return switch (move) {
            case ACCEPT -> Map.of("owner", Integer.toString(actor.account()));
            case GIVE -> {
                var owner = whole.action().ownerAccount();
                yield owner == null ? Map.of() : Map.of("owner", owner.toString());
            }
            case VERIFY -> DateParts.of(reading.checkOn(actor)).fields("check");
            default -> Map.of();
        };
    }

    private MovePage page(Actor actor, Whole whole, Move move, Map<String, String> typed, FieldErrors errors) {
        var id = whole.action().id();
        return new MovePage(
                id,
                move.words(),
                whole.action().plan().title(),
                move.after(),
                move.href(id),
                facts(whole, move),
                fields(actor, whole, move, new HashMap<>(typed)),
                errors);
    }

    private static List<SummaryRow> facts(Whole whole, Move move) {
        var plan = whole.action().plan();
        var facts = new ArrayList<SummaryRow>();
        facts.add(SummaryRow.of("What will be different", plan.outcome()));
        switch (move) {
            case ACCEPT, DECLINE, LATER ->
                facts.add(SummaryRow.of("Due", Dates.day(whole.action().timing().due())));
            case DECIDE ->
                whole.asked().ifPresent(asked -> {
                    facts.add(SummaryRow.of("Due now", Dates.day(asked.from())));
                    facts.add(SummaryRow.of("Asked for", Dates.day(asked.to())));
                    facts.add(SummaryRow.of("Because", asked.reason()));
                    facts.add(SummaryRow.of(
                            "So far", ActionRows.moved(whole.action().timing().extensions())));
                });
            case SUBMIT, VERIFY, SEND_BACK, EMBED, EVALUATE -> {
                facts.add(SummaryRow.of("How it is known", plan.measure()));
                facts.add(SummaryRow.of("Evidence asked for", Proofs.words(plan.expects())));
                facts.add(SummaryRow.of("Evidence given", given(whole)));
            }
            default -> {
                // the outcome is enough
            }
        }
        return facts;
    }

    private static String given(Whole whole) {
        return whole.evidence().isEmpty()
                ? "None"
                : String.join(
                        "; ",
                        whole.evidence().stream()
                                .map(item -> "%s (%s, %s)"
                                        .formatted(
                                                item.title(),
                                                item.kind().words().toLowerCase(java.util.Locale.ROOT),
                                                item.isInDate(whole.day())
                                                        ? "in date until " + Dates.day(item.validUntil())
                                                        : "out of date"))
                                .toList());
    }

    private List<Field> fields(Actor actor, Whole whole, Move move, Map<String, String> typed) {
        return switch (move) {
            case ACCEPT ->
                List.of(owner(whole, typed), words("Anything the ICB should know", "You may leave this empty.", typed));
            case DECLINE -> List.of(words("Why does your organisation decline it?", null, typed));
            case UPDATE -> List.of(words("How does it go?", "No names of children, adults or families.", typed));
            case SUBMIT -> List.of(words("What was done?", "No names of children, adults or families.", typed));
            case LATER ->
                List.of(
                        new Field.Day("to", "Until when?", null, DateParts.typed(typed, "to")),
                        words("Why does it need longer?", null, typed));
            case GIVE -> List.of(owner(whole, typed));
            case VERIFY ->
                List.of(
                        new Field.Day(
                                "check",
                                "When does the ICB look again whether it holds?",
                                "Usually six months from now.",
                                DateParts.typed(typed, "check")),
                        words("What did you look at?", "You may leave this empty.", typed));
            case SEND_BACK -> List.of(words("What is missing?", "The organisation reads this.", typed));
            case EMBED -> List.of(words("What shows that it holds?", null, typed));
            case DECIDE -> decision(actor, whole, typed);
            case EVALUATE ->
                List.of(
                        new Field.Choice(
                                "effect",
                                "What did the change do?",
                                Arrays.stream(Effect.values())
                                        .map(effect -> Option.of(effect.name(), effect.words()))
                                        .toList(),
                                typed.getOrDefault("effect", "")),
                        words("What does the judgement rest on?", null, typed));
            case CLOSE -> List.of(minute(typed), words("Anything to add", "You may leave this empty.", typed));
            case ACCEPT_RISK ->
                List.of(words("Which risk is left, and why is it accepted?", null, typed), minute(typed));
            case ASK_AGAIN -> List.of(words("Why is it still needed?", null, typed));
            case LAPSE -> List.of(words("What overtook it?", null, typed));
        };
    }

    private List<Field> decision(Actor actor, Whole whole, Map<String, String> typed) {
        var fields = new ArrayList<Field>();
        fields.add(new Field.Choice(
                "decision",
                "Does the date move?",
                List.of(Option.of("yes", "Yes, approve the later date"), Option.of("no", "No, the date stays")),
                typed.getOrDefault("decision", "")));
        fields.add(words("Why?", "Needed when the date stays.", typed));
        if (whole.action().timing().extensions() >= reading.freeExtensions(actor)) {
            fields.add(minute(typed));
        }
        return fields;
    }

    private static Field owner(Whole whole, Map<String, String> typed) {
        var people = new ArrayList<>(List.of(Option.of("", "Choose")));
        whole.colleagues().forEach(person -> people.add(Option.of(Integer.toString(person.account()), person.name())));
        return new Field.Pick("owner", "Who owns it?", people, typed.getOrDefault("owner", ""));
    }

    private static Field words(
            String label, @org.jspecify.annotations.Nullable String hint, Map<String, String> typed) {
        return new Field.Words("words", label, hint, typed.getOrDefault("words", ""));
    }

    private static Field minute(Map<String, String> typed) {
        return new Field.Line(
                "minute",
                "Reference of the committee's minute",
                "For example, SAC 2026-11 item 7.",
                typed.getOrDefault("minute", ""));
    }
}

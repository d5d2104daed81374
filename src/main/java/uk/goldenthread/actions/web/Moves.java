package uk.goldenthread.actions.web;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.goldenthread.access.Actor;
import uk.goldenthread.actions.ActionReviews;
import uk.goldenthread.actions.Actions;
import uk.goldenthread.actions.Committee;
import uk.goldenthread.actions.model.Effect;
import uk.goldenthread.kernel.outcome.Outcome;
import uk.goldenthread.kernel.outcome.Reason;

/// Makes the move that a form asks for.
@Component
class Moves {
    private final Actions actions;
    private final ActionReviews reviews;
    private final Committee committee;

    Moves(Actions actions, ActionReviews reviews, Committee committee) {
        this.actions = actions;
        this.reviews = reviews;
        this.committee = committee;
    }

    Outcome<Long> make(Actor actor, long id, Move move, Typed typed) {
        var words = typed.text("words");
        return switch (move) {
            case ACCEPT -> actions.accept(actor, id, typed.number("owner"), words);
            case DECLINE -> actions.decline(actor, id, words);
            case UPDATE -> actions.update(actor, id, words);
            case SUBMIT -> actions.submit(actor, id, words);
            case LATER ->
                typed.day("to")
                        .map(to -> actions.askLater(actor, id, to, words))
                        .orElseGet(() -> noDay("to"));
            case GIVE -> actions.giveTo(actor, id, typed.number("owner"));
            case VERIFY ->
                typed.day("check")
                        .map(check -> reviews.assure(actor, id, words, check))
                        .orElseGet(() -> noDay("check"));
            case SEND_BACK -> reviews.sendBack(actor, id, words);
            case EMBED -> reviews.embed(actor, id, words);
            case DECIDE -> decide(actor, id, typed);
            case EVALUATE -> committee.evaluate(actor, id, effect(typed.text("effect")), words);
            case CLOSE -> committee.close(actor, id, words, typed.text("minute"));
            case ACCEPT_RISK -> committee.acceptRisk(actor, id, words, typed.text("minute"));
            case ASK_AGAIN -> reviews.proposeAgain(actor, id, words);
            case LAPSE -> reviews.lapse(actor, id, words);
        };
    }

    private Outcome<Long> decide(Actor actor, long id, Typed typed) {
        return switch (typed.text("decision")) {
            case "yes" -> reviews.decideLater(actor, id, true, typed.text("words"), typed.text("minute"));
            case "no" -> reviews.decideLater(actor, id, false, typed.text("words"), typed.text("minute"));
            default -> Outcome.refused(List.of(Reason.house("decision", "Choose whether the date moves.")));
        };
    }

    private static Outcome<Long> noDay(String field) {
        return Outcome.refused(List.of(Reason.house(field, "Enter a date, such as 27 3 2027.")));
    }

    private static @Nullable Effect effect(String name) {
        return Arrays.stream(Effect.values())
                .filter(effect -> effect.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    /// What is said when it is done.
    String done(Move move) {
        return switch (move) {
            case ACCEPT -> "Accepted.";
            case DECLINE -> "Declined. The ICB reads your reason.";
            case UPDATE -> "Your update is on the record.";
            case SUBMIT -> "Handed in. The ICB verifies it.";
            case LATER -> "Asked. The ICB decides on the later date.";
            case GIVE -> "The owner is changed.";
            case VERIFY -> "Verified as done.";
            case SEND_BACK -> "Sent back with your reason.";
            case EMBED -> "Found to hold in practice.";
            case DECIDE -> "Decided.";
            case EVALUATE -> "The effect is on the record.";
            case CLOSE, ACCEPT_RISK -> "Closed.";
            case ASK_AGAIN -> "Asked again.";
            case LAPSE -> "Lapsed.";
        };
    }
}

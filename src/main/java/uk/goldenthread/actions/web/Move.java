package uk.goldenthread.actions.web;

import static uk.goldenthread.access.Permission.ACTION_ASSURE;
import static uk.goldenthread.access.Permission.ACTION_CLOSE;
import static uk.goldenthread.access.Permission.ACTION_EXTEND;
import static uk.goldenthread.access.Permission.ACTION_PROPOSE;
import static uk.goldenthread.access.Permission.ACTION_WORK;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import uk.goldenthread.access.Actor;
import uk.goldenthread.access.Permission;
import uk.goldenthread.actions.ActionReading.Whole;
import uk.goldenthread.actions.model.ActionState;

/// What a person may do with an action, each on a page of its own.
enum Move {
    ACCEPT(
            "work/accept",
            ACTION_WORK,
            "Accept it",
            "From then on your organisation owes it, and the owner is told as its date comes near."),
    DECLINE("work/decline", ACTION_WORK, "Decline it", "The ICB reads your reason and may ask again."),
    UPDATE("work/update", ACTION_WORK, "Say how it goes", "The ICB reads it on this action's page."),
    SUBMIT(
            "work/submit",
            ACTION_WORK,
            "Say that it is done",
            "It goes to the ICB, which looks at the evidence and verifies it or sends it back."),
    LATER(
            "work/later",
            ACTION_WORK,
            "Ask for a later date",
            "The ICB decides. The original date stays on the record, and each later date is counted."),
    GIVE("work/owner", ACTION_WORK, "Change the owner", "The new owner finds it on their Home page."),
    VERIFY(
            "judge/verify",
            ACTION_ASSURE,
            "Verify that it is done",
            "It then counts as complete, and on the day you choose the ICB looks again whether it holds."),
    SEND_BACK(
            "judge/send-back",
            ACTION_ASSURE,
            "Send it back",
            "The organisation reads your reason and gives more evidence."),
    EMBED("judge/embed", ACTION_ASSURE, "Say that it holds", "The committee then judges what it did for people."),
    DECIDE(
            "later",
            ACTION_EXTEND,
            "Decide on the later date",
            "The organisation is told. An approved later date is counted."),
    EVALUATE("committee/evaluate", ACTION_CLOSE, "Judge its effect", "It can then be closed."),
    CLOSE("committee/close", ACTION_CLOSE, "Close it", "It ends here, with the committee's minute on the record."),
    ACCEPT_RISK(
            "committee/accept-risk",
            ACTION_CLOSE,
            "Close it and accept the risk",
            "It ends here although not every step was taken. The reason stays on the record."),
    ASK_AGAIN("ask/again", ACTION_PROPOSE, "Ask again", "The organisation accepts or declines it anew."),
    LAPSE(
            "ask/lapse",
            ACTION_PROPOSE,
            "Let it lapse",
            "It ends here. If it comes again by itself, it does so no more.");

    private final String path;
    private final Permission permission;
    private final String words;
    private final String after;

    Move(String path, Permission permission, String words, String after) {
        this.path = path;
        this.permission = permission;
        this.words = words;
        this.after = after;
    }

    /// The end of its address.
    String path() {
        return path;
    }

    /// On the button and as the page's heading.
    String words() {
        return words;
    }

    /// What happens next, said before the button.
    String after() {
        return after;
    }

    /// Whether it is a step that the action waits for, rather than one beside it.
    boolean isNext() {
        return !List.of(GIVE, LATER, DECLINE, SEND_BACK, ACCEPT_RISK, LAPSE).contains(this);
    }

    String href(long id) {
        return "/actions/" + id + "/" + path;
    }

    static Optional<Move> at(String path) {
        return java.util.Arrays.stream(values())
                .filter(move -> move.path.equals(path))
                .findFirst();
    }

    /// What this person may do with the action now, the next step first.
    static List<Move> of(Actor actor, Whole whole) {
        return of(whole).stream()
                .filter(move -> actor.may(move.permission))
                .filter(move -> move.permission != ACTION_WORK
                        || actor.organisation() == whole.action().organisation())
                .filter(move ->
                        move.permission != ACTION_ASSURE || whole.refusals().isEmpty())
                .toList();
    }

    private static List<Move> of(Whole whole) {
        var asked = whole.asked().isPresent();
        var moves = new ArrayList<Move>();
        if (asked && whole.action().state() instanceof ActionState.Owed) {
            moves.add(DECIDE);
        }
        switch (whole.action().state()) {
            case ActionState.Proposed _ -> moves.addAll(List.of(ACCEPT, DECLINE));
            case ActionState.Rejected _ -> moves.add(ASK_AGAIN);
            case ActionState.AtWork _ -> {
                moves.addAll(
                        whole.evidence().isEmpty() ? List.of(UPDATE, SUBMIT, GIVE) : List.of(SUBMIT, UPDATE, GIVE));
                if (!asked) {
                    moves.add(LATER);
                }
            }
            case ActionState.EvidenceSubmitted _ -> moves.addAll(List.of(VERIFY, SEND_BACK));
            case ActionState.Assured _ -> {
                if (whole.standing().checkDue()) {
                    moves.add(EMBED);
                }
                moves.add(SEND_BACK);
            }
            case ActionState.Embedded _ -> moves.add(EVALUATE);
            case ActionState.Evaluated _ -> moves.add(CLOSE);
            case ActionState.Closed _, ActionState.Lapsed _ -> {
                // nothing follows
            }
        }
        if (whole.action().state() instanceof ActionState.Unfinished) {
            if (!(whole.action().state() instanceof ActionState.Evaluated)) {
                moves.add(ACCEPT_RISK);
            }
            moves.add(LAPSE);
        }
        return moves;
    }
}

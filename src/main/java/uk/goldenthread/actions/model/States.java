package uk.goldenthread.actions.model;

import java.util.List;

/// The states by the names that tables and interfaces use, and by the words that pages use.
public final class States {
    /// Every state, in the order of an action's life.
    public static final List<ActionState> ALL = List.of(
            new ActionState.Proposed(),
            new ActionState.Rejected(),
            new ActionState.Open(),
            new ActionState.InProgress(),
            new ActionState.EvidenceSubmitted(),
            new ActionState.Returned(),
            new ActionState.Assured(),
            new ActionState.Embedded(),
            new ActionState.Evaluated(),
            new ActionState.Closed(),
            new ActionState.Lapsed());

    private States() {}

    public static String name(ActionState state) {
        return switch (state) {
            case ActionState.Proposed _ -> "PROPOSED";
            case ActionState.Rejected _ -> "REJECTED";
            case ActionState.Open _ -> "OPEN";
            case ActionState.InProgress _ -> "IN_PROGRESS";
            case ActionState.EvidenceSubmitted _ -> "EVIDENCE_SUBMITTED";
            case ActionState.Returned _ -> "RETURNED";
            case ActionState.Assured _ -> "ASSURED";
            case ActionState.Embedded _ -> "EMBEDDED";
            case ActionState.Evaluated _ -> "EVALUATED";
            case ActionState.Closed _ -> "CLOSED";
            case ActionState.Lapsed _ -> "LAPSED";
        };
    }

    /// The state of that name.
    ///
    /// @throws IllegalArgumentException when there is none
    public static ActionState named(String name) {
        return ALL.stream()
                .filter(state -> name(state).equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no state " + name));
    }

    public static String words(ActionState state) {
        return switch (state) {
            case ActionState.Proposed _ -> "Proposed";
            case ActionState.Rejected _ -> "Declined";
            case ActionState.Open _ -> "Open";
            case ActionState.InProgress _ -> "In progress";
            case ActionState.EvidenceSubmitted _ -> "With the ICB";
            case ActionState.Returned _ -> "Sent back";
            case ActionState.Assured _ -> "Verified";
            case ActionState.Embedded _ -> "Holds in practice";
            case ActionState.Evaluated _ -> "Effect judged";
            case ActionState.Closed _ -> "Closed";
            case ActionState.Lapsed _ -> "Lapsed";
        };
    }
}

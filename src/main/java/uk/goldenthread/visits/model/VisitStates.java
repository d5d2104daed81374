package uk.goldenthread.visits.model;

import java.util.List;

/// The states by the names that tables and interfaces use, and by the words that pages use.
public final class VisitStates {
    /// Every state, in the order of a visit's life.
    public static final List<VisitState> ALL = List.of(
            new VisitState.Planned(),
            new VisitState.Confirmed(),
            new VisitState.CarriedOut(),
            new VisitState.DraftReport(),
            new VisitState.FactualAccuracy(),
            new VisitState.Final(),
            new VisitState.WithActions(),
            new VisitState.FollowUp(),
            new VisitState.Closed(),
            new VisitState.Cancelled());

    private VisitStates() {}

    public static String name(VisitState state) {
        return switch (state) {
            case VisitState.Planned _ -> "PLANNED";
            case VisitState.Confirmed _ -> "CONFIRMED";
            case VisitState.CarriedOut _ -> "CARRIED_OUT";
            case VisitState.DraftReport _ -> "DRAFT_REPORT";
            case VisitState.FactualAccuracy _ -> "FACTUAL_ACCURACY";
            case VisitState.Final _ -> "FINAL";
            case VisitState.WithActions _ -> "ACTIONS";
            case VisitState.FollowUp _ -> "FOLLOW_UP";
            case VisitState.Closed _ -> "CLOSED";
            case VisitState.Cancelled _ -> "CANCELLED";
        };
    }

    /// The state of that name.
    ///
    /// @throws IllegalArgumentException when there is none
    public static VisitState named(String name) {
        return ALL.stream()
                .filter(state -> name(state).equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no state " + name));
    }

    public static String words(VisitState state) {
        return switch (state) {
            case VisitState.Planned _ -> "Planned";
            case VisitState.Confirmed _ -> "Confirmed";
            case VisitState.CarriedOut _ -> "Carried out";
            case VisitState.DraftReport _ -> "Draft report";
            case VisitState.FactualAccuracy _ -> "Facts being checked";
            case VisitState.Final _ -> "Final report";
            case VisitState.WithActions _ -> "Actions under way";
            case VisitState.FollowUp _ -> "Being followed up";
            case VisitState.Closed _ -> "Closed";
            case VisitState.Cancelled _ -> "Cancelled";
        };
    }
}

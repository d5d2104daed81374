package uk.goldenthread.visits.web;

import uk.goldenthread.shell.view.Dates;
import uk.goldenthread.visits.VisitReading.Whole;
import uk.goldenthread.visits.model.VisitState;

/// How a visit stands and what happened to it, in words.
final class VisitSentences {
    private VisitSentences() {}

    static String state(Whole whole) {
        var visit = whole.visit();
        var who = visit.organisationName();
        var carried = visit.happened().carriedOut();
        var day = Dates.day(carried == null ? visit.plannedOn() : carried);
        return switch (visit.state()) {
            case VisitState.Planned _ -> "Planned for about %s; its day is not fixed.".formatted(day);
            case VisitState.Confirmed _ ->
                visit.kind().toldBefore()
                        ? "Confirmed for %s. %s knows of it.".formatted(day, who)
                        : "Confirmed for %s. %s does not know of it.".formatted(day, who);
            case VisitState.CarriedOut _ -> "Carried out on %s. The draft report is to be written.".formatted(day);
            case VisitState.DraftReport _ ->
                "Carried out on %s. The draft is written; %s has not seen it.".formatted(day, who);
            case VisitState.FactualAccuracy _ ->
                visit.happened().answered() == null
                        ? "Carried out on %s. %s checks the facts of the draft.".formatted(day, who)
                        : "Carried out on %s. %s has checked the facts of the draft.".formatted(day, who);
            case VisitState.Final _ -> "Carried out on %s. The report is final.".formatted(day);
            case VisitState.WithActions _ -> "Carried out on %s. Its actions are under way.".formatted(day);
            case VisitState.FollowUp _ ->
                "Carried out on %s. Its actions are verified; somebody looks again.".formatted(day);
            case VisitState.Closed _ -> "Carried out on %s. Closed.".formatted(day);
            case VisitState.Cancelled _ -> "It did not take place.";
        };
    }

    static String step(String step) {
        return switch (step) {
            case "PLANNED" -> "Planned";
            case "CONFIRMED" -> "Day fixed";
            case "CANCELLED" -> "Cancelled";
            case "CARRIED_OUT" -> "Carried out";
            case "FOUND" -> "Finding added";
            case "WRITTEN" -> "Immediate risk confirmed in writing";
            case "WITHDRAWN" -> "Finding withdrawn";
            case "DRAFTED" -> "Draft report written";
            case "SENT" -> "Draft sent to the provider";
            case "COMMENTED" -> "Comment on the draft";
            case "CHECKED" -> "Facts checked by the provider";
            case "DECIDED" -> "Comment decided on";
            case "FINAL" -> "Report final";
            case "WITH_ACTIONS" -> "Went on to its actions";
            case "FOLLOWED_UP" -> "Went on to the follow-up";
            case "CLOSED" -> "Closed";
            default -> throw new IllegalArgumentException("no step " + step);
        };
    }
}

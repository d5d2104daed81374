package uk.goldenthread.demonstration;

import java.util.List;
import java.util.Map;
import uk.goldenthread.visits.model.Grade;
import uk.goldenthread.visits.model.VisitKind;

/// One visit of the demonstration.
///
/// @param ago working days ago that it was carried out
/// @param less the questions that were not simply met; of a visit whose form is half filled, all that
///     were looked at
/// @param until how far it has come
record VisitStory(
        String provider,
        VisitKind kind,
        String purpose,
        int ago,
        Map<String, String> less,
        List<Seen> findings,
        Until until) {

    /// How far a visit has come, in the order in which it goes.
    enum Until {
        CARRIED_OUT,
        DRAFTED,
        COMMENTED,
        FINAL,
        ACTIONS,
        FOLLOWED_UP,
        CLOSED;

        boolean reaches(Until step) {
            return compareTo(step) >= 0;
        }
    }

    /// A finding.
    ///
    /// @param about a question or a part of the template
    /// @param action what it calls for; empty where it is not asked for yet
    record Seen(Grade grade, String about, String words, String action, String theme) {
        static Seen seen(Grade grade, String about, String words) {
            return new Seen(grade, about, words, "", "");
        }

        Seen calling(String title, String theme) {
            return new Seen(grade, about, words, title, theme);
        }
    }

    @Override
    public String toString() {
        return "%s at %s".formatted(purpose, provider);
    }
}

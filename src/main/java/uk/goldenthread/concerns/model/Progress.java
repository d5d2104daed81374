package uk.goldenthread.concerns.model;

import java.time.LocalDate;
import java.util.List;
import uk.goldenthread.kernel.outcome.Clause;
import uk.goldenthread.kernel.outcome.Outcome;
import uk.goldenthread.kernel.outcome.Reason;

/// How far people are with a signal: raised, acknowledged by a named person, triaged, closed. A closed
/// one stays closed while
/// its condition lasts.
public sealed interface Progress {
    /// A signal is acknowledged by a named person in time, or escalates.
    Clause ACKNOWLEDGE = new Clause("BR-SPC-17", "A signal is acknowledged by a named person or escalates");

    /// How many characters make a reason.
    int REASON = 10;

    /// Nobody has taken it.
    record Raised() implements Progress {
        public Outcome<Acknowledged> acknowledge(int person, LocalDate on) {
            return Outcome.accepted(new Acknowledged(person, on));
        }
    }

    /// A named person has taken it.
    record Acknowledged(int by, LocalDate on) implements Progress {
        public Outcome<Progress> triage(Triage triage, int person, LocalDate today) {
            return triage.of(this, person, today);
        }
    }

    /// It is known what is done about it; that may change, and it may be closed.
    record Triaged(Acknowledged before, Triage triage, int by, LocalDate on) implements Progress {
        public Outcome<Progress> triage(Triage other, int person, LocalDate today) {
            return other.of(before, person, today);
        }

        public Outcome<Progress> close(int person, String why, LocalDate today) {
            return why.strip().length() < REASON
                    ? Outcome.refused("why", "Say why it is closed, in at least 10 characters", ACKNOWLEDGE)
                    : Outcome.accepted(new Closed("CLOSED", why.strip(), person, today));
        }
    }

    /// Nothing more is done about it.
    ///
    /// @param how `ENDED`, `RESTATED`, `DISMISSED` or `CLOSED`
    record Closed(String how, String why, int by, LocalDate on) implements Progress {}

    /// What is done about a signal.
    sealed interface Triage {
        /// The provider is asked.
        record Ask(String question) implements Triage {}

        /// A visit or an action deals with it; a free reference, until those are kept here.
        record Link(String reference) implements Triage {}

        /// It is watched for another period.
        record Watch(String note) implements Triage {}

        /// It needs nothing.
        record Dismiss(String reason) implements Triage {}

        private Outcome<Progress> of(Acknowledged before, int person, LocalDate today) {
            var missing =
                    switch (this) {
                        case Ask(var question) ->
                            need("text", question, "Write the question, in at least 10 characters");
                        case Link(var reference) ->
                            reference.isBlank()
                                    ? List.of(reason("reference", "Give the reference of the visit or action"))
                                    : List.<Reason>of();
                        case Watch _ -> List.<Reason>of();
                        case Dismiss(var why) ->
                            need("text", why, "Say why it needs nothing, in at least 10 characters");
                    };
            return Outcome.unless(
                    missing,
                    () -> this instanceof Dismiss(var why)
                            ? new Closed("DISMISSED", why.strip(), person, today)
                            : new Triaged(before, this, person, today));
        }

        private static List<Reason> need(String field, String text, String message) {
            return text.strip().length() < REASON ? List.of(reason(field, message)) : List.of();
        }

        private static Reason reason(String field, String message) {
            return new Reason(field, message, ACKNOWLEDGE);
        }
    }
}

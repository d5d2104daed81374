package uk.goldenthread.visits.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.goldenthread.kernel.calendar.WorkingDays;
import uk.goldenthread.kernel.outcome.Clause;
import uk.goldenthread.kernel.outcome.Outcome;
import uk.goldenthread.kernel.outcome.Reason;

/// Where a visit stands. Each state is a type and holds only the moves it allows.
public sealed interface VisitState {
    /// The shortest reason that is taken for one, in characters.
    int SHORTEST = 10;

    /// Not carried out yet.
    sealed interface Ahead extends VisitState {
        /// It will not take place.
        default Outcome<Cancelled> cancel(String reason) {
            return because("words", reason, "Say why it will not take place, in at least 10 characters.")
                    .map(_ -> new Cancelled());
        }

        /// It took place.
        ///
        /// @param on the day it did
        default Outcome<CarriedOut> carriedOut(LocalDate on, LocalDate today) {
            return on.isAfter(today)
                    ? Outcome.refused("on", "The day of the visit cannot be in the future.", Clause.HOUSE)
                    : Outcome.accepted(new CarriedOut());
        }
    }

    /// In the plan.
    record Planned() implements Ahead {
        /// Fixes the day, with the notice that its kind needs.
        public Outcome<Confirmed> confirm(
                VisitKind kind, LocalDate on, LocalDate today, Limits.Notice notice, WorkingDays calendar) {
            if (on.isBefore(today)) {
                return Outcome.refused("on", "The day is past.", Clause.HOUSE);
            }
            if (kind == VisitKind.ANNOUNCED && on.isBefore(today.plusDays(notice.announcedDays()))) {
                return Outcome.refused(
                        "on",
                        "An announced visit has %d days' notice: choose %s or later, or make it a visit at short notice."
                                .formatted(notice.announcedDays(), Words.day(today.plusDays(notice.announcedDays()))),
                        VisitClauses.NOTICE);
            }
            if (kind == VisitKind.SHORT_NOTICE && calendar.between(today, on) > notice.shortWorkingDays()) {
                return Outcome.refused(
                        "on",
                        "A visit at short notice takes place within %d working days, by %s."
                                .formatted(
                                        notice.shortWorkingDays(),
                                        Words.day(calendar.workingDaysAfter(today, notice.shortWorkingDays()))),
                        VisitClauses.NOTICE);
            }
            return Outcome.accepted(new Confirmed());
        }
    }

    /// Its day is fixed.
    record Confirmed() implements Ahead {}

    /// It took place; the report is to be written.
    record CarriedOut() implements VisitState {
        /// The draft is written.
        public Outcome<DraftReport> draft(Seen seen, String summary, Limits.Sample least) {
            var reasons =
                    new ArrayList<>(because("summary", summary, "Write what was found, in at least 10 characters.")
                            .reasons());
            if (seen.unanswered() > 0) {
                reasons.add(Reason.house(
                        "",
                        seen.unanswered() == 1
                                ? "1 question of the visit has no score yet."
                                : seen.unanswered() + " questions of the visit have no score yet."));
            }
            reasons.addAll(seen.sampled().problems(least));
            if (seen.riskWithoutFinding()) {
                reasons.add(new Reason(
                        "",
                        "Somebody was seen or heard to be at immediate risk. Add the finding, with whom you told.",
                        VisitClauses.IMMEDIATE));
            }
            if (seen.riskNotWritten()) {
                reasons.add(new Reason(
                        "",
                        "An immediate risk is not confirmed in writing yet. Confirm it on the visit's page first.",
                        VisitClauses.IMMEDIATE));
            }
            return Outcome.unless(reasons, DraftReport::new);
        }
    }

    /// What the visitors brought home, as far as the draft's rules look at it.
    ///
    /// @param unanswered questions of the template without a score
    /// @param riskWithoutFinding whether the part on immediate safety says that somebody was at risk, and
    ///     no finding does
    /// @param riskNotWritten whether an immediate risk is not confirmed in writing yet
    record Seen(Sampled sampled, int unanswered, boolean riskWithoutFinding, boolean riskNotWritten) {}

    /// How many were spoken to and looked at.
    ///
    /// @param reason why they were fewer than they should be; empty when they were not
    record Sampled(@Nullable Integer staff, @Nullable Integer records, String reason) {
        List<Reason> problems(Limits.Sample least) {
            var reasons = new ArrayList<Reason>();
            if (staff == null || records == null) {
                reasons.add(new Reason(
                        "staff",
                        "Say how many staff were spoken to and how many records were looked at.",
                        VisitClauses.SAMPLE));
            } else if ((staff < least.staff() || records < least.records())
                    && reason.strip().length() < SHORTEST) {
                reasons.add(new Reason(
                        "sampleReason",
                        "At least %d staff and %d records are sampled. Say why they were fewer."
                                .formatted(least.staff(), least.records()),
                        VisitClauses.SAMPLE));
            }
            return reasons;
        }
    }

    /// The draft is written and with the ICB.
    record DraftReport() implements VisitState {
        /// The provider is asked to check its facts.
        public FactualAccuracy send() {
            return new FactualAccuracy();
        }
    }

    /// The provider checks the draft's facts.
    record FactualAccuracy() implements VisitState {
        /// The report becomes final: once the provider answered, or its time is over.
        ///
        /// @param undecided comments of the provider that nobody decided on
        public Outcome<Final> finish(boolean answered, LocalDate answerBy, int undecided, LocalDate today) {
            var reasons = new ArrayList<Reason>();
            if (!answered && !today.isAfter(answerBy)) {
                reasons.add(new Reason(
                        "",
                        "The provider has until %s to check the facts, and has not answered."
                                .formatted(Words.day(answerBy)),
                        VisitClauses.REPORT));
            }
            if (undecided > 0) {
                reasons.add(new Reason(
                        "", "Say of each comment of the provider whether it is taken.", VisitClauses.REPORT));
            }
            return Outcome.unless(reasons, Final::new);
        }
    }

    /// The report is final.
    record Final() implements VisitState {
        /// Its findings have their actions.
        ///
        /// @param without findings that call for an action and have none
        public Outcome<WithActions> acted(int without) {
            return without > 0
                    ? Outcome.refused(
                            "",
                            without == 1
                                    ? "1 finding calls for an action and has none."
                                    : without + " findings call for an action and have none.",
                            VisitClauses.REPORT)
                    : Outcome.accepted(new WithActions());
        }
    }

    /// Its actions are under way.
    record WithActions() implements VisitState {
        /// All are verified, and somebody looks again.
        public Outcome<FollowUp> followUp(int open) {
            return open > 0
                    ? Outcome.refused(
                            "",
                            open == 1 ? "1 action is not verified yet." : open + " actions are not verified yet.",
                            VisitClauses.REPORT)
                    : Outcome.accepted(new FollowUp());
        }
    }

    /// Somebody looks again.
    record FollowUp() implements VisitState {
        /// Nothing is left.
        public Outcome<Closed> close(String words) {
            return because("words", words, "Say what the follow-up showed, in at least 10 characters.")
                    .map(_ -> new Closed());
        }
    }

    /// At its end.
    record Closed() implements VisitState {}

    /// It did not take place.
    record Cancelled() implements VisitState {}

    private static Outcome<String> because(String field, String words, String message) {
        return words.strip().length() < SHORTEST
                ? Outcome.refused(field, message, Clause.HOUSE)
                : Outcome.accepted(words);
    }
}

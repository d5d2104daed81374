package uk.goldenthread.concerns.model;

import java.time.LocalDate;
import uk.goldenthread.kernel.outcome.Outcome;

/// Where a provider stands on the intervention ladder. Each state is a type and holds only the moves it
/// allows; a move up goes
/// one step, a rapid quality review may jump. Only a person moves it (BR-LAD-1): nothing else calls
/// these methods.
public sealed interface Ladder {

    /// A level that lasts, as against a review that has been called.
    sealed interface Settled extends Ladder {
        Level level();

        /// The day it was set.
        LocalDate since();

        /// Calls a rapid quality review meeting, which any level may.
        default Outcome<RapidReview> callRapidReview(RapidCall call, Decision decision) {
            return decision.toCall(() -> new RapidReview(this, decision.on(), call.immediate()));
        }
    }

    /// Business as usual.
    record Routine(LocalDate since) implements Settled {
        @Override
        public Level level() {
            return Level.ROUTINE;
        }

        public Outcome<Watch> watch(Decision decision) {
            return decision.upTo(Level.WATCH, () -> new Watch(decision.on()));
        }
    }

    /// Watched more closely: our own step before enhanced oversight.
    record Watch(LocalDate since) implements Settled {
        @Override
        public Level level() {
            return Level.WATCH;
        }

        public Outcome<Enhanced> enhance(Decision decision) {
            return decision.upTo(Level.ENHANCED, () -> new Enhanced(decision.on()));
        }

        public Outcome<Routine> stepDown(Decision decision, ReviewRecord reviews) {
            return decision.downFrom(this, reviews, () -> new Routine(decision.on()));
        }
    }

    /// Specific risks are not being managed: a plan, and a review each month.
    record Enhanced(LocalDate since) implements Settled {
        @Override
        public Level level() {
            return Level.ENHANCED;
        }

        public Outcome<Intensive> intensify(Decision decision) {
            return decision.upTo(Level.INTENSIVE, () -> new Intensive(decision.on()));
        }

        public Outcome<Watch> stepDown(Decision decision, ReviewRecord reviews) {
            return decision.downFrom(this, reviews, () -> new Watch(decision.on()));
        }
    }

    /// Serious, complex or recurrent risk: mandated support, with the region.
    record Intensive(LocalDate since) implements Settled {
        @Override
        public Level level() {
            return Level.INTENSIVE;
        }

        public Outcome<Enhanced> stepDown(Decision decision, ReviewRecord reviews) {
            return decision.downFrom(this, reviews, () -> new Enhanced(decision.on()));
        }
    }

    /// A rapid quality review has been called and not yet held.
    ///
    /// @param before the level it was called from, which stands until the meeting decides
    /// @param immediate children or adults are at immediate risk
    record RapidReview(Settled before, LocalDate called, boolean immediate) implements Ladder {

        /// No further action, or an improvement group: the level stays as it was.
        public Outcome<Settled> stay(Decision decision) {
            return decision.toCall(() -> before);
        }

        public Outcome<Enhanced> enhance(Decision decision) {
            return decision.afterReview(before, Level.ENHANCED, () -> new Enhanced(decision.on()));
        }

        public Outcome<Intensive> intensify(Decision decision) {
            return decision.afterReview(before, Level.INTENSIVE, () -> new Intensive(decision.on()));
        }
    }

    /// Why a rapid quality review is called.
    ///
    /// @param immediate children or adults are at immediate risk: the meeting is held within 2 working
    /// days, not 10
    record RapidCall(boolean immediate) {}

    /// The state that a stored level stands for.
    static Settled settled(Level level, LocalDate since) {
        return switch (level) {
            case ROUTINE -> new Routine(since);
            case WATCH -> new Watch(since);
            case ENHANCED -> new Enhanced(since);
            case INTENSIVE -> new Intensive(since);
        };
    }
}

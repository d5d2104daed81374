package uk.goldenthread.concerns.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import uk.goldenthread.concerns.model.Ladder.Settled;
import uk.goldenthread.kernel.outcome.Clause;
import uk.goldenthread.kernel.outcome.Outcome;
import uk.goldenthread.kernel.outcome.Reason;

/// A person's decision to move a provider on the ladder: who decides, and everything the guidance asks
/// to be recorded. The
/// guards of every move are here, and each says every reason at once.
///
/// @param cause what triggered it
/// @param reasons why this level
/// @param support what is offered: advice, peer support, training, supervision, a visit
/// @param exitCriteria what must be true for the level to go down again
/// @param informed who has been told
/// @param region what the region said; needed only to leave INTENSIVE
public record Decision(
        LocalDate on,
        Decider by,
        String cause,
        String reasons,
        String support,
        String exitCriteria,
        String informed,
        String region) {
    private static final int SENTENCE = 10;
    private static final Clause PERSON = clause(1, "only a person with the power to do so changes a level");
    private static final Clause EXECUTIVE = clause(2, "INTENSIVE needs the ICB's executive lead");
    private static final Clause EVIDENCE = clause(3, "a step down needs review periods with evidence");
    private static final Clause RECORD = new Clause(
            "NQB-ESC",
            "National Quality Board guidance on quality risk response and escalation, 2022: what is recorded");

    /// Who decides.
    ///
    /// @param mayMove may change a level at all
    /// @param executiveLead is the ICB's executive lead
    public record Decider(boolean mayMove, boolean executiveLead) {}

    <T> Outcome<T> upTo(Level level, Supplier<T> state) {
        var reasons = recorded();
        if (level == Level.INTENSIVE) {
            needExecutive(reasons, "Moving to Intensive needs the ICB executive lead. Propose it, and they decide.");
        }
        needWays(level, reasons);
        return Outcome.unless(reasons, state);
    }

    <T> Outcome<T> downFrom(Settled from, ReviewRecord reviews, Supplier<T> state) {
        var reasons = recorded();
        needExecutive(reasons, "A step down needs the ICB executive lead. Propose it, and they decide.");
        reviews.shortfall(from).ifPresent(message -> reasons.add(new Reason("", message, EVIDENCE)));
        if (from.level() == Level.INTENSIVE && region.isBlank()) {
            reasons.add(new Reason("region", "Say what the region said when it was consulted", EVIDENCE));
        }
        return Outcome.unless(reasons, state);
    }

    <T> Outcome<T> toCall(Supplier<T> state) {
        return Outcome.unless(recorded(), state);
    }

    <T> Outcome<T> afterReview(Settled before, Level level, Supplier<T> state) {
        var reasons = recorded();
        if (!level.isAbove(before.level())) {
            reasons.add(new Reason(
                    "outcome",
                    "The provider is at %s already: a rapid review does not step down. Choose no further action"
                            .formatted(before.level().word()),
                    EVIDENCE));
        }
        if (level == Level.INTENSIVE) {
            needExecutive(reasons, "Moving to Intensive needs the ICB executive lead.");
        }
        needWays(level, reasons);
        return Outcome.unless(reasons, state);
    }

    private List<Reason> recorded() {
        var missing = new ArrayList<Reason>();
        if (!by.mayMove()) {
            missing.add(new Reason("", "Your role does not change levels. It may propose a change.", PERSON));
        }
        if (cause.strip().length() < SENTENCE) {
            missing.add(new Reason("cause", "Say what triggered this, in at least 10 characters", RECORD));
        }
        if (reasons.strip().length() < SENTENCE) {
            missing.add(new Reason("reasons", "Give the reasons, in at least 10 characters", RECORD));
        }
        return missing;
    }

    private void needExecutive(List<Reason> reasons, String message) {
        if (!by.executiveLead()) {
            reasons.add(new Reason("", message, EXECUTIVE));
        }
    }

    /// A higher level says the way out of it, and who knows; from ENHANCED on also what support is
    /// offered.
    private void needWays(Level level, List<Reason> reasons) {
        if (exitCriteria.isBlank()) {
            reasons.add(new Reason("exitCriteria", "Say what must be true for the level to go down again", RECORD));
        }
        if (informed.isBlank()) {
            reasons.add(new Reason("informed", "Say who has been told", RECORD));
        }
        if (level.isAbove(Level.WATCH) && support.isBlank()) {
            reasons.add(new Reason("support", "Choose the support that is offered", RECORD));
        }
    }

    private static Clause clause(int number, String words) {
        return new Clause("BR-LAD-" + number, "Intervention ladder, rule " + number + ": " + words);
    }
}

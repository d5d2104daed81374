package uk.goldenthread.concerns;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.springframework.stereotype.Component;
import uk.goldenthread.catalogue.RuleBook;
import uk.goldenthread.catalogue.Settings;
import uk.goldenthread.concerns.model.CompositeScore.Weights;
import uk.goldenthread.concerns.model.CountRules;
import uk.goldenthread.concerns.model.Level;
import uk.goldenthread.concerns.model.NarrativeRule;
import uk.goldenthread.concerns.model.OwedRule;
import uk.goldenthread.concerns.model.ReturnRules;
import uk.goldenthread.concerns.model.WarningRules;
import uk.goldenthread.kernel.calendar.Pauses;
import uk.goldenthread.kernel.calendar.WorkingDays;
import uk.goldenthread.kernel.clocks.ClockDefinition;
import uk.goldenthread.kernel.clocks.Moment;
import uk.goldenthread.kernel.clocks.RunningClock;
import uk.goldenthread.kernel.clocks.Span;
import uk.goldenthread.kernel.clocks.Unit;
import uk.goldenthread.rulebook.Rules;

/// The numbers of this module's rules as they hold on a day: from the ICB's settings, none of
/// them written here.
@Component
public class ConcernSettings {
    private final Rules rules;
    private final WorkingDays calendar;

    ConcernSettings(Rules rules, WorkingDays calendar) {
        this.rules = rules;
        this.calendar = calendar;
    }

    static WarningRules warnings(RuleBook book, LocalDate day) {
        var on = inForce(book, day);
        return new WarningRules(
                new WarningRules.Falling(on.on("W01.active"), on.integer("W01.falls"), on.decimal("W01.points")),
                new WarningRules.BelowTarget(on.on("W02.active"), on.integer("W02.periods")),
                new WarningRules.FarBelow(on.on("W03.active"), on.decimal("W03.points")));
    }

    static NarrativeRule narratives(RuleBook book, LocalDate day, BigDecimal tolerance) {
        return new NarrativeRule(inForce(book, day).on("W12.active"), tolerance);
    }

    static CountRules counts(RuleBook book, LocalDate day) {
        var on = inForce(book, day);
        return new CountRules(
                new CountRules.Allegations(
                        on.on("W09.active"),
                        on.decimal("W09.per_thousand"),
                        on.decimal("W09.median_times"),
                        on.integer("W09.least")),
                new CountRules.Enquiries(
                        on.on("W11.active"),
                        on.decimal("W11.median_times"),
                        on.integer("W11.quarters"),
                        on.integer("W11.least")));
    }

    ReturnRules returns(LocalDate day) {
        var on = inForce(day);
        return new ReturnRules(
                on.on("W04.active"),
                on.integer("W04.very_late"),
                on.integer("W04.late_count"),
                on.integer("W04.late_window"),
                on.integer("RETURN.late_named"));
    }

    OwedRule owed(LocalDate day) {
        var on = inForce(day);
        return new OwedRule(on.on("W08.active"), on.integer("W08.days"));
    }

    /// The last day on which a provider's answer is in time.
    public LocalDate answerDue(LocalDate asked) {
        return workingDays("SIGNAL.answer", asked).dueAsOf(Moment.on(asked)).date();
    }

    static Weights weights(RuleBook book, LocalDate day) {
        var on = inForce(book, day);
        return new Weights(
                on.integer("SCORE.critical_unmet"),
                on.integer("SCORE.spc_concern"),
                on.integer("SCORE.fail_assurance"),
                on.integer("SCORE.warning"),
                on.integer("SCORE.mismatch"),
                on.integer("SCORE.cap"),
                on.integer("SCORE.watch_from"),
                on.integer("SCORE.enhanced_from"),
                on.integer("SCORE.intensive_from"));
    }

    /// Periods with evidence that a step down needs (BR-LAD-3).
    int downReviews(LocalDate day) {
        return inForce(day).integer("LADDER.down_reviews");
    }

    /// Days within which a level is reviewed again (BR-LAD-4).
    public int reviewDays(Level level, LocalDate day) {
        var on = inForce(day);
        return switch (level) {
            case ROUTINE -> on.integer("LADDER.routine_review");
            case WATCH -> on.integer("LADDER.watch_review");
            case ENHANCED -> on.integer("LADDER.enhanced_review");
            case INTENSIVE -> on.integer("LADDER.intensive_review");
        };
    }

    /// The clock of the next review at a level.
    ///
    /// @param start when the level was set, or last reviewed
    public RunningClock reviewClock(Level level, LocalDate start) {
        return clock(new Span(reviewDays(level, start), Unit.DAYS), start);
    }

    /// The clock of a rapid quality review meeting (BR-LAD-5).
    public RunningClock rapidClock(boolean immediate, LocalDate called) {
        var code = immediate ? "LADDER.rapid_immediate" : "LADDER.rapid_other";
        return workingDays(code, called);
    }

    /// The clock within which a named person acknowledges a signal (BR-SPC-17).
    public RunningClock acknowledgeClock(LocalDate raised) {
        return workingDays("SIGNAL.acknowledge", raised);
    }

    /// The clock within which the provider has an immediate risk in writing (BR-LAD-6).
    public RunningClock writtenClock(LocalDate called) {
        return workingDays("LADDER.immediate_written", called);
    }

    /// The clock of the plan that follows an immediate risk (BR-LAD-6).
    public RunningClock planClock(LocalDate called) {
        return workingDays("LADDER.immediate_plan", called);
    }

    /// The last day on which a signal can have been raised to be overdue on this day, unless it was
    /// acknowledged.
    public LocalDate overdueIfRaisedBy(LocalDate today) {
        var raised = calendar.workingDaysBefore(today, inForce(today).integer("SIGNAL.acknowledge"));
        while (!acknowledgeClock(raised).dueAsOf(Moment.on(today)).date().isBefore(today)) {
            raised = raised.minusDays(1);
        }
        return raised;
    }

    private RunningClock workingDays(String code, LocalDate start) {
        return clock(Span.workingDays(inForce(start).integer(code)), start);
    }

    /// The settings of that day; of a day before any was in force, the earliest, so that an old date
    /// can be shown.
    static Settings inForce(RuleBook book, LocalDate day) {
        var settings = book.settings(day);
        var on = settings.asOf(day);
        return on.all().isEmpty() ? settings : on;
    }

    private Settings inForce(LocalDate day) {
        return inForce(rules.now(), day);
    }

    private RunningClock clock(Span span, LocalDate start) {
        return new RunningClock(ClockDefinition.adHoc(span), Moment.on(start), Pauses.none(), calendar);
    }
}

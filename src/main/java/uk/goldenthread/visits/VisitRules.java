package uk.goldenthread.visits;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.stereotype.Component;
import uk.goldenthread.access.AsAt;
import uk.goldenthread.kernel.calendar.WorkingDays;
import uk.goldenthread.rulebook.Rules;
import uk.goldenthread.shell.view.Dates;
import uk.goldenthread.visits.model.Clocks;
import uk.goldenthread.visits.model.Limits;

/// The catalogue's rules as visits and audits need them. Called inside a unit of work.
@Component
public class VisitRules {
    private final Rules rules;
    private final WorkingDays calendar;
    private final Clock clock;

    VisitRules(Rules rules, WorkingDays calendar, Clock clock) {
        this.rules = rules;
        this.calendar = calendar;
        this.clock = clock;
    }

    /// Now.
    public Instant now() {
        return clock.instant();
    }

    /// Today in London.
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Dates.LONDON);
    }

    /// The day in London that a page is about.
    public LocalDate day(AsAt asAt) {
        var past = asAt.instant();
        return past == null ? today() : LocalDate.ofInstant(past, Dates.LONDON);
    }

    /// England's working days.
    public WorkingDays calendar() {
        return calendar;
    }

    /// The numbers as they hold today.
    public Limits limits() {
        var settings = rules.now().settings(today());
        return new Limits(
                new Limits.Report(
                        settings.integer("VISIT.draft"),
                        settings.integer("VISIT.accuracy"),
                        settings.integer("VISIT.final"),
                        settings.integer("VISIT.written"),
                        settings.integer("VISIT.plan")),
                new Limits.Notice(settings.integer("VISIT.announced"), settings.integer("VISIT.short_notice")),
                new Limits.Cadence(
                        settings.integer("VISIT.every"),
                        settings.integer("VISIT.enhanced_every"),
                        settings.integer("VISIT.random")),
                new Limits.Sample(settings.integer("VISIT.staff"), settings.integer("VISIT.records")));
    }

    /// By when the steps of a visit are due.
    public Clocks clocks() {
        return new Clocks(limits().report(), calendar);
    }

    /// Days for which a browser keeps what a visitor typed and it could not send; 0 for not at all.
    public int daysUnsentIsKept() {
        return rules.now().settings(today()).integer("VISIT.unsent");
    }

    /// Months within which an audit is repeated.
    public int reAuditMonths() {
        return rules.now().settings(today()).integer("VISIT.reaudit");
    }
}

package uk.goldenthread.contracts.service;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import uk.goldenthread.catalogue.Settings;
import uk.goldenthread.kernel.calendar.London;
import uk.goldenthread.kernel.calendar.Pauses;
import uk.goldenthread.kernel.calendar.WorkingDays;
import uk.goldenthread.kernel.clocks.ClockDefinition;
import uk.goldenthread.kernel.clocks.Moment;
import uk.goldenthread.kernel.clocks.RunningClock;
import uk.goldenthread.kernel.clocks.Span;
import uk.goldenthread.rulebook.Rules;

/// The numbers of the rules of contracts as the ICB set them, and their clocks. An operational day is a
/// working day in
/// England.
@Component
public class ContractRules {
    private final Rules rules;
    private final WorkingDays calendar;
    private final Clock clock;

    ContractRules(Rules rules, WorkingDays calendar, Clock clock) {
        this.rules = rules;
        this.calendar = calendar;
        this.clock = clock;
    }

    public LocalDate today() {
        return London.dateOf(clock.instant());
    }

    private Settings settings() {
        return rules.now().settings(today());
    }

    private RunningClock operationalDays(String code, LocalDate started) {
        var span = Span.workingDays(settings().integer(code));
        return new RunningClock(ClockDefinition.adHoc(span), Moment.on(started), Pauses.none(), calendar);
    }

    /// The last day on which a request for evidence is answered in time (SC32, BR-CON-3).
    LocalDate evidenceDue(LocalDate asked) {
        return operationalDays("CONTRACT.evidence", asked)
                .dueAsOf(Moment.on(asked))
                .date();
    }

    /// From a notice to the contract management meeting (GC9, BR-CON-4).
    public RunningClock meeting(LocalDate noticeOn) {
        return operationalDays("CONTRACT.meeting", noticeOn);
    }

    /// From that meeting to the remedial action plan (GC9, BR-CON-4).
    public RunningClock plan(LocalDate meetingOn) {
        return operationalDays("CONTRACT.plan", meetingOn);
    }

    /// Per cent of the monthly value that may at most be withheld.
    public BigDecimal withholding() {
        return settings().decimal("CONTRACT.withholding");
    }

    /// How many days a waiver lasts at most.
    public int waiverDays() {
        return settings().integer("CONTRACT.waiver");
    }

    /// Months before its end at which a contract's renewal is thought of, the first first (BR-CON-1).
    public List<Integer> renewalMonths() {
        var settings = settings();
        return List.of(
                settings.integer("CONTRACT.renew_first"),
                settings.integer("CONTRACT.renew_second"),
                settings.integer("CONTRACT.renew_third"));
    }

    /// The last end of a contract whose renewal is to be reviewed by today.
    public LocalDate endingBy() {
        int months = renewalMonths().getFirst();
        var last = today().plusMonths(months);
        // 30 June plus nine months is 30 March, yet nine months before 31 March is 30 June as well
        while (!last.plusDays(1).minusMonths(months).isAfter(today())) {
            last = last.plusDays(1);
        }
        return last;
    }
}

package uk.goldenthread.returns;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import uk.goldenthread.catalogue.KpiDefinition;
import uk.goldenthread.catalogue.KpiDefinition.Frequency;
import uk.goldenthread.catalogue.OrganisationKind;
import uk.goldenthread.catalogue.Settings;
import uk.goldenthread.imports.returns.ReturnFile;
import uk.goldenthread.kernel.calendar.Month;
import uk.goldenthread.kernel.calendar.Period;
import uk.goldenthread.kernel.calendar.Quarter;
import uk.goldenthread.kernel.calendar.WorkingDays;
import uk.goldenthread.kernel.outcome.Reason;
import uk.goldenthread.returns.model.Asked;
import uk.goldenthread.returns.model.Lateness;
import uk.goldenthread.returns.model.Limits;
import uk.goldenthread.returns.model.Lock;
import uk.goldenthread.returns.model.ReturnHeader;
import uk.goldenthread.returns.model.ReturnLine;
import uk.goldenthread.returns.model.ReturnState;
import uk.goldenthread.returns.store.ReturnWrites.AskedOf;
import uk.goldenthread.rulebook.Rules;
import uk.goldenthread.shell.view.Dates;

/// The catalogue's rules as returns need them: what is asked of whom, when it is due, when it locks.
@Component
public class ReturnRules {
    /// Figures that the system takes from national publications, so that nobody is asked for them twice.
    private static final String NATIONAL = "AE_";

    private final Rules rules;
    private final OrganisationKind.Kinds kinds;
    private final WorkingDays calendar;
    private final Clock clock;

    ReturnRules(Rules rules, OrganisationKind.Kinds kinds, WorkingDays calendar, Clock clock) {
        this.rules = rules;
        this.kinds = kinds;
        this.calendar = calendar;
        this.clock = clock;
    }

    /// The settings as they hold today.
    private Settings settings() {
        return rules.now().settings(today());
    }

    /// Today in London.
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Dates.LONDON);
    }

    /// Now.
    public Instant now() {
        return clock.instant();
    }

    /// The definition a line is answered under.
    ///
    /// @throws IllegalStateException when the catalogue no longer has it
    public KpiDefinition definition(ReturnLine line) {
        return definition(line.kpi(), line.definitionVersion());
    }

    /// One version of a definition.
    ///
    /// @throws IllegalStateException when the catalogue does not have it
    public KpiDefinition definition(String kpi, int version) {
        return rules.now()
                .version(kpi, version)
                .orElseThrow(() ->
                        new IllegalStateException("the catalogue has no version %d of %s".formatted(version, kpi)));
    }

    /// What a line asks for.
    public Asked asked(ReturnLine line) {
        return asked(definition(line));
    }

    static Asked asked(KpiDefinition kpi) {
        var unit = Asked.Unit.valueOf(kpi.unit().name());
        return new Asked(
                kpi.code(),
                kpi.name(),
                unit,
                unit == Asked.Unit.PERCENT ? Integer.valueOf(100) : kpi.per(),
                kpi.fractions(),
                switch (kpi.direction()) {
                    case HIGHER -> Asked.Better.HIGHER;
                    case LOWER -> Asked.Better.LOWER;
                    case NEUTRAL -> Asked.Better.NEITHER;
                },
                kpi.target(),
                kpi.tolerance(),
                kpi.minimumDenominator());
    }

    /// What the figures of a measure look like in a file; of a measure the catalogue does not have, as most do.
    ReturnFile.Shape shape(String kpi) {
        return rules.now().kpis().find(kpi).map(this::shape).orElse(ReturnFile.Shape.SHARE);
    }

    ReturnFile.Shape shape(KpiDefinition kpi) {
        return new ReturnFile.Shape(
                kpi.fractions(), kpi.unit() == KpiDefinition.Unit.RATE, kpi.unit() == KpiDefinition.Unit.YES_NO);
    }

    /// What is asked of every kind for a month or a quarter. Yearly figures ride in the return for January
    /// to March.
    List<AskedOf> askedFor(Period period) {
        var asked = new ArrayList<AskedOf>();
        var inForce = rules.now().kpis().asOf(period.end());
        for (var kind : kinds.all()) {
            if (kind.returns() == OrganisationKind.Returns.NONE) {
                continue;
            }
            var monthly = period instanceof Month;
            add(asked, kind, inForce.askedOf(kind.code(), monthly ? Frequency.MONTHLY : Frequency.QUARTERLY), period);
            if (period instanceof Quarter quarter && quarter.number() == 4) {
                add(asked, kind, inForce.askedOf(kind.code(), Frequency.ANNUAL), quarter.financialYear());
            }
        }
        return asked;
    }

    private static void add(List<AskedOf> asked, OrganisationKind kind, List<KpiDefinition> kpis, Period period) {
        kpis.stream()
                .filter(kpi -> !kpi.code().startsWith(NATIONAL))
                .map(kpi -> new AskedOf(
                        kind.code(),
                        kpi.code(),
                        kpi.version(),
                        period.code(),
                        period.start(),
                        kind.executiveApproval()))
                .forEach(asked::add);
    }

    /// When the return for a period is due.
    public LocalDate due(Period period) {
        return Lateness.due(period.end(), rules.now().settings(period.end()).integer("RETURN.due"), calendar);
    }

    /// What follows when a return due that day is late.
    public Lateness lateness(LocalDate dueOn) {
        var settings = settings();
        var days = new Lateness.Days(
                settings.integer("RETURN.late_reminder"),
                settings.integer("RETURN.late_named"),
                settings.integer("RETURN.late_executive"),
                settings.integer("RETURN.late_warning"));
        return Lateness.of(dueOn, days, calendar);
    }

    /// The numbers of the line rules.
    public Limits limits() {
        var settings = settings();
        return new Limits(
                settings.integer("RETURN.denominator_change"),
                settings.integer("RETURN.repeated_value"),
                settings.on("RETURN.red_narrative"));
    }

    /// Whether a person may still change a return.
    public Lock lock(ReturnHeader header, List<Lock.Lifted> exceptions, int account) {
        return Lock.on(today(), header.dueOn(), settings().integer("RETURN.lock"), calendar, exceptions, account);
    }

    static final String SUBMITTED = "This return was submitted. Its figures can change only when it is handed back.";
    static final String APPROVER = "You approved this return, so somebody else has to change its figures.";

    /// Why a person may not change figures of a return now; empty when they may.
    List<Reason> whyNotChanged(ReturnHeader header, List<Lock.Lifted> exceptions, int account) {
        if (!(header.state() instanceof ReturnState.Enterable)) {
            return List.of(Reason.house("", SUBMITTED));
        }
        if (Integer.valueOf(account).equals(header.approvedBy())) {
            return List.of(Reason.house("", APPROVER));
        }
        return lock(header, exceptions, account) instanceof Lock.Locked locked
                ? List.of(Reason.house("", lockReason(header, locked)))
                : List.of();
    }

    /// Due dates before this one are locked today.
    public LocalDate lockedWhenDueBefore() {
        return calendar.workingDaysBefore(today(), settings().integer("RETURN.lock"));
    }

    /// The last day an exception granted today may last to.
    public LocalDate latestUnlock() {
        return calendar.workingDaysAfter(today(), settings().integer("RETURN.unlock"));
    }

    /// Why a return locked, in a sentence.
    public String lockReason(ReturnHeader header, Lock.Locked locked) {
        return "Locked since %s: it was due on %s, and %d working days have passed since. A designated professional of the ICB can unlock it for one named person."
                .formatted(
                        Dates.day(locked.since()),
                        Dates.day(header.dueOn()),
                        settings().integer("RETURN.lock"));
    }

    /// Whole-number targets are compared without rounding; this one is for showing.
    static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }
}

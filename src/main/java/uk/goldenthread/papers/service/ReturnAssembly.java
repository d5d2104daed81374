package uk.goldenthread.papers.service;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import uk.goldenthread.kernel.calendar.Period;
import uk.goldenthread.kernel.calendar.WorkingDays;
import uk.goldenthread.papers.model.PaperData.LateReturn;
import uk.goldenthread.papers.model.PaperData.Timeliness;
import uk.goldenthread.papers.model.PaperFigure;
import uk.goldenthread.papers.store.ReturnSource;
import uk.goldenthread.papers.store.ReturnSource.Due;

/// How the returns of a paper's period came in. A return that is not due yet and has not come is not
/// counted.
@Component
class ReturnAssembly {
    private final ReturnSource returns;
    private final WorkingDays calendar;

    ReturnAssembly(ReturnSource returns, WorkingDays calendar) {
        this.returns = returns;
        this.calendar = calendar;
    }

    /// How a return stands, as figures name it.
    enum Standing {
        EXPECTED("expected"),
        ON_TIME("on-time"),
        LATE("late"),
        MISSING("missing"),
        CHANGED("changed");

        private final String code;

        Standing(String code) {
            this.code = code;
        }

        String code() {
            return code;
        }

        boolean holds(Due due) {
            return switch (this) {
                case EXPECTED -> true;
                case ON_TIME -> due.submittedOn() != null && !due.submittedOn().isAfter(due.dueOn());
                case LATE -> due.submittedOn() != null && due.submittedOn().isAfter(due.dueOn());
                case MISSING -> due.submittedOn() == null;
                case CHANGED -> due.changedSinceApproval();
            };
        }
    }

    Timeliness assemble(int icb, Period period, LocalDate asOf) {
        var counted = counted(icb, period, asOf);
        return new Timeliness(
                figure(Standing.EXPECTED, period, asOf, counted),
                figure(Standing.ON_TIME, period, asOf, counted),
                figure(Standing.LATE, period, asOf, counted),
                figure(Standing.MISSING, period, asOf, counted),
                figure(Standing.CHANGED, period, asOf, counted),
                late(counted, asOf));
    }

    List<Due> counted(int icb, Period period, LocalDate asOf) {
        return returns.due(icb, period.start(), period.end()).stream()
                .filter(each -> each.submittedOn() != null || each.dueOn().isBefore(asOf))
                .toList();
    }

    private List<LateReturn> late(List<Due> counted, LocalDate asOf) {
        var late = new ArrayList<LateReturn>();
        for (var each : counted) {
            var came = each.submittedOn() == null ? asOf : each.submittedOn();
            if (came.isAfter(each.dueOn())) {
                late.add(new LateReturn(
                        each.code(),
                        each.name(),
                        Period.parse(each.period()).label(),
                        calendar.between(each.dueOn(), came),
                        each.submittedOn() != null));
            }
        }
        late.sort(Comparator.comparing(LateReturn::received)
                .thenComparing(LateReturn::daysLate, Comparator.reverseOrder())
                .thenComparing(LateReturn::name)
                .thenComparing(LateReturn::code)
                .thenComparing(LateReturn::period));
        return late;
    }

    private static PaperFigure figure(Standing standing, Period period, LocalDate asOf, List<Due> counted) {
        return PaperFigure.count(
                "paper-returns",
                Map.of("state", standing.code(), "period", period.code(), "on", asOf.toString()),
                counted.stream().filter(standing::holds).count());
    }
}

package uk.goldenthread.commandline;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import uk.goldenthread.catalogue.BankHolidays;
import uk.goldenthread.catalogue.Clocks;
import uk.goldenthread.kernel.calendar.Pause;
import uk.goldenthread.kernel.calendar.Pauses;
import uk.goldenthread.kernel.calendar.WorkingDays;
import uk.goldenthread.kernel.clocks.ClockBook;
import uk.goldenthread.kernel.clocks.ClockDefinition;
import uk.goldenthread.kernel.clocks.Moment;
import uk.goldenthread.kernel.clocks.RunningClock;
import uk.goldenthread.kernel.clocks.Span;
import uk.goldenthread.kernel.clocks.Unit;

/// Deadlines of many clocks at once.
@Command(name = "clocks", description = "Deadlines from clock, start and pauses.", mixinStandardHelpOptions = true)
final class CalcClocks implements Callable<Integer> {
    @Option(names = "--input", required = true, description = "CSV: id,clock,start,pauses and optionally as_of")
    private String input = "";

    @Option(names = "--output", description = "CSV: id,clock,due,unit,status; - for standard output")
    private String output = "-";

    private final Console console;
    private final RowErrors errors = new RowErrors();
    private boolean faulty;

    CalcClocks(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        var calendar = BankHolidays.workingDays();
        var clocks = Clocks.read();
        var result = new CsvOutput("id", "clock", "due", "unit", "status");
        for (var row : CsvInput.rows(console, input, "id", "clock", "start", "pauses")) {
            faulty = false;
            clock(row, clocks, calendar).ifPresent(clock -> write(row, clock, calendar, result));
        }
        result.writeTo(console, output);
        return errors.report(console);
    }

    private Optional<RunningClock> clock(CsvInput.Row row, ClockBook clocks, WorkingDays calendar) {
        var start = moment(row, "start");
        var asOf = moment(row, "as_of");
        var pauses = pauses(row);
        if (start.isEmpty() && !faulty) {
            fault(row, "start", "give the date or time that starts the clock");
        }
        var definition = definition(row, clocks, start);
        if (faulty || start.isEmpty() || definition.isEmpty()) {
            return Optional.empty();
        }
        if (definition.get().duration().isElapsed() && start.get() instanceof Moment.Day) {
            fault(row, "start", "this clock counts hours: give a time with its offset");
            return Optional.empty();
        }
        if (pauses.isOpen() && asOf.isEmpty()) {
            fault(row, "pauses", "a pause that has not ended needs as_of");
            return Optional.empty();
        }
        if (!pauses.isEmpty() && !definition.get().isPausable()) {
            errors.remark(row.line(), row.get("clock") + " never pauses: the pauses are left out");
        }
        return Optional.of(new RunningClock(definition.get(), start.get(), pauses, calendar));
    }

    private void write(CsvInput.Row row, RunningClock clock, WorkingDays calendar, CsvOutput result) {
        var start = moment(row, "start").orElseThrow();
        var asOf = moment(row, "as_of");
        var due = clock.dueAsOf(asOf.orElse(start));
        var unit = clock.definition().duration().unit();
        if (unit == Unit.WORKING_DAYS && !(calendar.covers(start.date()) && calendar.covers(due.date()))) {
            fault(
                    row,
                    "start",
                    "bank holidays are known from %s to %s only"
                            .formatted(calendar.coveredFrom(), calendar.coveredUntil()));
            return;
        }
        var status = asOf.map(at -> clock.reading(at).status().name()).orElse("");
        result.row(row.get("id"), row.get("clock"), due, unit.code(), status);
    }

    private Optional<ClockDefinition> definition(CsvInput.Row row, ClockBook clocks, Optional<Moment> start) {
        var code = row.get("clock");
        var adHoc = Span.find(code);
        if (adHoc.isPresent()) {
            return adHoc.map(ClockDefinition::adHoc);
        }
        if (clocks.editions(code).isEmpty()) {
            fault(row, "clock", "there is no clock " + code);
        }
        if (faulty || start.isEmpty()) {
            return Optional.empty();
        }
        var date = start.get().date();
        if (clocks.inForce(code, date).isEmpty()) {
            errors.remark(row.line(), "no edition of %s is in force on %s: the nearest is used".formatted(code, date));
        }
        return clocks.nearest(code, date);
    }

    /// The moment of a column; empty when the column is, or, with the error noted, when it holds none.
    private Optional<Moment> moment(CsvInput.Row row, String column) {
        var moment = Moment.find(row.get(column));
        if (moment.isEmpty() && !row.get(column).isEmpty()) {
            fault(row, column, "write a date as 2026-03-16 or a time as 2026-03-16T09:00:00+00:00");
        }
        return moment;
    }

    private Pauses pauses(CsvInput.Row row) {
        var pauses = new ArrayList<Pause>();
        for (var text : row.get("pauses").split(";", -1)) {
            if (text.isBlank()) {
                continue;
            }
            var ends = text.strip().split("/", -1);
            try {
                if (ends.length != 2) {
                    throw new IllegalArgumentException("write pauses as 2026-01-05/2026-02-01, several with ; between");
                }
                pauses.add(new Pause(LocalDate.parse(ends[0]), ends[1].isEmpty() ? null : LocalDate.parse(ends[1])));
            } catch (IllegalArgumentException | DateTimeParseException wrong) {
                fault(row, "pauses", String.valueOf(wrong.getMessage()));
            }
        }
        return Pauses.of(pauses);
    }

    private void fault(CsvInput.Row row, String column, String message) {
        errors.add(row.line(), column, message);
        faulty = true;
    }
}

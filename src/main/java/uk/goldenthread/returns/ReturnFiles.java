package uk.goldenthread.returns;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import uk.goldenthread.imports.RowProblem;
import uk.goldenthread.imports.changeset.Incoming;
import uk.goldenthread.imports.export.SafeCsv;
import uk.goldenthread.imports.intake.UploadedTable;
import uk.goldenthread.imports.returns.Confidence;
import uk.goldenthread.imports.returns.ReturnColumns;
import uk.goldenthread.imports.returns.ReturnFile;
import uk.goldenthread.imports.returns.ReturnPeriod;
import uk.goldenthread.imports.returns.ReturnRow;
import uk.goldenthread.imports.returns.ReturnTemplate;
import uk.goldenthread.kernel.calendar.Month;
import uk.goldenthread.kernel.calendar.Period;
import uk.goldenthread.kernel.outcome.Clause;
import uk.goldenthread.kernel.outcome.Outcome;
import uk.goldenthread.kernel.outcome.Reason;
import uk.goldenthread.returns.model.Answer;
import uk.goldenthread.returns.model.Asked;
import uk.goldenthread.returns.model.Lock;
import uk.goldenthread.returns.model.ReturnHeader;
import uk.goldenthread.returns.model.ReturnLine;
import uk.goldenthread.returns.model.ReturnState;

/// One return as a file: written for filling in, and read back to be compared before anything is changed.
@Service
public class ReturnFiles {
    private final ReturnRules rules;

    ReturnFiles(ReturnRules rules) {
        this.rules = rules;
    }

    /// What a row of a file would do.
    public enum Verdict {
        NEW,
        CHANGED,
        IDENTICAL
    }

    /// One line that a file answers.
    ///
    /// @param before what is known, in words
    /// @param after what the file says, in words
    /// @param typed what is saved when the person goes on
    public record Difference(String kpi, String name, Verdict verdict, String before, String after, Typed typed) {}

    /// What a file would do to a return: nothing has been changed by working it out.
    ///
    /// @param unanswered rows that give nothing
    /// @param problems rows that cannot be used, and why
    public record Review(List<Difference> differences, int unanswered, List<RowProblem> problems) {
        public Review {
            differences = List.copyOf(differences);
            problems = List.copyOf(problems);
        }
    }

    /// Writes the workbook for a return, with what is known already, and leaves `out` open.
    public void write(ReturnReading.Whole whole, OutputStream out) throws IOException {
        var header = whole.header();
        var rows = whole.lines().stream().map(line -> row(header, line)).toList();
        var guidance = new ArrayList<String>();
        guidance.add("Return of %s for %s, due %s."
                .formatted(
                        header.organisationName(),
                        header.period().label(),
                        uk.goldenthread.shell.view.Dates.day(header.dueOn())));
        guidance.add(
                "Fill in the numerator and the denominator, or the value where only one number is asked. Answer yes"
                        + " or no where that is asked. Leave a line empty if you have nothing for it yet.");
        for (var line : whole.lines()) {
            var kpi = rules.definition(line);
            var outOf = kpi.denominator();
            guidance.add("%s %s: %s%s"
                    .formatted(kpi.code(), kpi.name(), kpi.numerator(), outOf == null ? "" : "; out of: " + outOf));
        }
        ReturnTemplate.write(rows, guidance, out);
    }

    /// Writes the same lines as CSV.
    public void writeCsv(ReturnReading.Whole whole, Appendable out) throws IOException {
        var csv = new SafeCsv(out);
        csv.row(ReturnColumns.ALL);
        for (var line : whole.lines()) {
            csv.row(ReturnTemplate.cells(row(whole.header(), line)));
        }
    }

    private static ReturnRow row(ReturnHeader header, ReturnLine line) {
        var answer = line.answer();
        return new ReturnRow(
                header.organisationCode(),
                period(header),
                line.kpi(),
                answer.numerator(),
                answer.denominator(),
                answer.value(),
                answer.narrative(),
                answer.confidence().isEmpty() ? null : Confidence.valueOf(answer.confidence()));
    }

    private static ReturnPeriod period(ReturnHeader header) {
        var text = header.period() instanceof Month month
                ? month.code()
                : header.period().label();
        return ReturnPeriod.parse(text).orElseThrow();
    }

    /// Compares a file with a return; refused in one sentence when it is no file for this return, or this return
    /// takes no figures now.
    public Outcome<Review> review(ReturnReading.Whole whole, UploadedTable table) {
        var closed = closed(whole);
        var wrong = closed == null ? ReturnFile.wrongHeadings(table) : closed;
        if (wrong != null) {
            return refused(wrong);
        }
        var lines = new HashMap<String, ReturnLine>();
        whole.lines().forEach(line -> lines.put(line.kpi(), line));
        var file = ReturnFile.read(table, kpi -> shape(lines.get(kpi)));
        var another = another(whole.header(), file.understood());
        return another == null ? Outcome.accepted(review(whole.header(), lines, table, file)) : refused(another);
    }

    private static Outcome<Review> refused(String sentence) {
        return Outcome.refused("file", sentence, Clause.HOUSE);
    }

    private @Nullable String closed(ReturnReading.Whole whole) {
        if (!(whole.header().state() instanceof ReturnState.Enterable)) {
            return ReturnRules.SUBMITTED;
        }
        return whole.lock() instanceof Lock.Locked locked ? rules.lockReason(whole.header(), locked) : null;
    }

    private Review review(ReturnHeader header, Map<String, ReturnLine> lines, UploadedTable table, ReturnFile file) {
        var problems = new ArrayList<>(file.allProblems());
        var differences = new ArrayList<Difference>();
        var seen = new HashMap<String, Integer>();
        var columns = Columns.of(table);
        for (var row : file.rows()) {
            if (row instanceof Incoming.Read<ReturnRow> read) {
                var record = read.record();
                var earlier = seen.putIfAbsent(record.key(), read.row());
                var wrong = earlier == null
                        ? misplaced(header, lines, record)
                        : "Row %d gives this figure already.".formatted(earlier);
                var line = lines.get(record.kpi());
                if (wrong != null || line == null) {
                    problems.add(new RowProblem(read.row(), "", String.valueOf(wrong)));
                } else {
                    compare(header, line, typed(rules.asked(line), record, columns))
                            .add(read.row(), differences, problems);
                }
            }
        }
        problems.sort(Comparator.comparingInt(RowProblem::row));
        return new Review(differences, file.unanswered(), problems);
    }

    private ReturnFile.Shape shape(@Nullable ReturnLine line) {
        return line == null ? ReturnFile.Shape.SHARE : rules.shape(rules.definition(line));
    }

    /// Whether every row is for one other return: then the file was meant for that, and one sentence says so.
    private static @Nullable String another(ReturnHeader header, List<ReturnRow> rows) {
        var places = rows.stream()
                .filter(row -> !isOf(header, row))
                .map(row -> row.organisationCode() + " for " + row.period().text())
                .toList();
        return places.isEmpty() || places.size() < rows.size()
                ? null
                : "This file is the return of %s, and this return is of %s for %s. Nothing was changed."
                        .formatted(
                                places.getFirst(),
                                header.organisationCode(),
                                header.period().label());
    }

    private static boolean isOf(ReturnHeader header, ReturnRow row) {
        return row.organisationCode().equals(header.organisationCode()) && isOf(header.period(), row);
    }

    private static boolean isOf(Period period, ReturnRow row) {
        return Period.find(row.period().text()).map(period::equals).orElse(false);
    }

    private static @Nullable String misplaced(ReturnHeader header, Map<String, ReturnLine> lines, ReturnRow row) {
        if (!row.organisationCode().equals(header.organisationCode())) {
            return "This row is for %s, and this return is %s's."
                    .formatted(row.organisationCode(), header.organisationCode());
        }
        if (!isOf(header.period(), row)) {
            return "This row is for %s, and this return is for %s."
                    .formatted(row.period().text(), header.period().label());
        }
        return lines.containsKey(row.kpi()) ? null : "This return does not ask for %s.".formatted(row.kpi());
    }

    /// What one row came to.
    private record Compared(@Nullable Difference difference, List<Reason> reasons) {
        void add(int row, List<Difference> differences, List<RowProblem> problems) {
            if (difference != null) {
                differences.add(difference);
            }
            reasons.forEach(reason -> problems.add(
                    new RowProblem(row, reason.field().substring(reason.field().indexOf('.') + 1), reason.message())));
        }
    }

    private Compared compare(ReturnHeader header, ReturnLine line, Typed typed) {
        var asked = rules.asked(line);
        return switch (FigureReading.read(asked, line.answer(), typed)) {
            case Outcome.Refused<Answer>(var reasons) -> new Compared(null, reasons);
            case Outcome.Accepted<Answer>(var answer) -> {
                if (!header.isEditable(line) && !answer.sameAs(line.answer())) {
                    yield new Compared(null, List.of(Reason.house(".", "The ICB did not ask about this figure.")));
                }
                yield new Compared(
                        new Difference(
                                asked.kpi(),
                                asked.name(),
                                verdict(line, answer),
                                words(line.answer()),
                                words(answer),
                                typed),
                        List.of());
            }
        };
    }

    private static Verdict verdict(ReturnLine line, Answer answer) {
        if (answer.sameAs(line.answer())) {
            return Verdict.IDENTICAL;
        }
        return line.answer().isStarted() ? Verdict.CHANGED : Verdict.NEW;
    }

    /// Which columns a file has: what it does not have stays as it is.
    record Columns(boolean figures, boolean narrative, boolean confidence) {
        static Columns of(UploadedTable table) {
            var headed = table.headed();
            return new Columns(
                    headed.has(ReturnColumns.NUMERATOR)
                            || headed.has(ReturnColumns.DENOMINATOR)
                            || headed.has(ReturnColumns.VALUE),
                    headed.has(ReturnColumns.NARRATIVE),
                    headed.has(ReturnColumns.CONFIDENCE));
        }
    }

    /// What a row says, as typed. A single number may stand under value or under numerator.
    static Typed typed(Asked asked, ReturnRow row, Columns columns) {
        var single = row.value() == null ? row.numerator() : row.value();
        var confidence = row.confidence();
        return new Typed(
                asked.kpi(),
                columns.figures() ? Conflicts.text(asked.isRatio() ? row.numerator() : null) : null,
                columns.figures() ? Conflicts.text(asked.isRatio() ? row.denominator() : null) : null,
                columns.figures() ? Conflicts.text(asked.isRatio() ? row.value() : single) : null,
                columns.narrative() ? row.narrative() : null,
                columns.confidence() ? (confidence == null ? "" : confidence.name()) : null,
                null);
    }

    private static String words(Answer answer) {
        var figure = answer.denominator() == null
                ? Conflicts.text(answer.value())
                : Conflicts.text(answer.numerator()) + " of " + Conflicts.text(answer.denominator());
        return answer.narrative().isEmpty() ? figure : figure + ": " + answer.narrative();
    }
}

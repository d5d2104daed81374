package uk.goldenthread.returns;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import uk.goldenthread.imports.RowProblem;
import uk.goldenthread.imports.changeset.Incoming;
import uk.goldenthread.imports.intake.UploadedTable;
import uk.goldenthread.imports.returns.Confidence;
import uk.goldenthread.imports.returns.ReturnFile;
import uk.goldenthread.imports.returns.ReturnPeriod;
import uk.goldenthread.imports.returns.ReturnRow;
import uk.goldenthread.imports.returns.ReturnTemplate;
import uk.goldenthread.kernel.calendar.Month;
import uk.goldenthread.kernel.calendar.Period;
import uk.goldenthread.kernel.outcome.Outcome;
import uk.goldenthread.returns.model.Answer;
import uk.goldenthread.returns.model.Asked;
import uk.goldenthread.returns.model.ReturnHeader;
import uk.goldenthread.returns.model.ReturnLine;

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
    /// @param typed what is saved when the person goes on
    /// @param before and `after`: in words
    public record Difference(String name, Verdict verdict, String before, String after, Typed typed) {}

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
        guidance.add("Fill in the numerator and the denominator, or the value where only one number is asked. Write yes"
                + " as 1 and no as 0. Leave a line empty if you have nothing for it yet.");
        for (var line : whole.lines()) {
            var kpi = rules.definition(line);
            var outOf = kpi.denominator();
            guidance.add("%s %s: %s%s"
                    .formatted(kpi.code(), kpi.name(), kpi.numerator(), outOf == null ? "" : "; out of: " + outOf));
        }
        ReturnTemplate.write(rows, guidance, out);
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

    /// Compares a file with a return.
    public Review review(ReturnReading.Whole whole, UploadedTable table) {
        var lines = new HashMap<String, ReturnLine>();
        whole.lines().forEach(line -> lines.put(line.kpi(), line));
        var file = ReturnFile.read(table, kpi -> fractions(lines.get(kpi)));
        var problems = new ArrayList<>(file.allProblems());
        var differences = new ArrayList<Difference>();
        var seen = new HashMap<String, Integer>();
        for (var row : file.rows()) {
            if (row instanceof Incoming.Read<ReturnRow> read) {
                var number = read.row();
                var record = read.record();
                var earlier = seen.putIfAbsent(record.kpi(), number);
                var wrong = earlier == null
                        ? misplaced(whole.header(), lines, record)
                        : "Row %d gives this figure already.".formatted(earlier);
                if (wrong == null) {
                    compare(whole.header(), lines.get(record.kpi()), number, record, problems, differences);
                } else {
                    problems.add(new RowProblem(number, "", wrong));
                }
            }
        }
        return new Review(differences, file.unanswered(), problems);
    }

    private boolean fractions(@Nullable ReturnLine line) {
        return line != null && rules.definition(line).fractions();
    }

    private static @Nullable String misplaced(ReturnHeader header, Map<String, ReturnLine> lines, ReturnRow row) {
        if (!row.organisationCode().equals(header.organisationCode())) {
            return "This row is for %s, and this return is %s's."
                    .formatted(row.organisationCode(), header.organisationCode());
        }
        if (!Period.find(row.period().text()).map(header.period()::equals).orElse(false)) {
            return "This row is for %s, and this return is for %s."
                    .formatted(row.period().text(), header.period().label());
        }
        return lines.containsKey(row.kpi()) ? null : "This return does not ask for %s.".formatted(row.kpi());
    }

    private void compare(
            ReturnHeader header,
            @Nullable ReturnLine line,
            int number,
            ReturnRow row,
            List<RowProblem> problems,
            List<Difference> differences) {
        if (line == null) {
            return;
        }
        var asked = rules.asked(line);
        var typed = typed(asked, row);
        switch (FigureReading.read(asked, line.answer(), typed)) {
            case Outcome.Refused<Answer>(var reasons) ->
                reasons.forEach(reason -> problems.add(new RowProblem(
                        number, reason.field().substring(reason.field().indexOf('.') + 1), reason.message())));
            case Outcome.Accepted<Answer>(var answer) -> {
                if (!header.isEditable(line) && !answer.sameAs(line.answer())) {
                    problems.add(new RowProblem(number, "", "The ICB did not ask about this figure."));
                } else {
                    differences.add(new Difference(
                            asked.name(), verdict(line, answer), words(line.answer()), words(answer), typed));
                }
            }
        }
    }

    private static Verdict verdict(ReturnLine line, Answer answer) {
        if (answer.sameAs(line.answer())) {
            return Verdict.IDENTICAL;
        }
        return line.answer().isStarted() ? Verdict.CHANGED : Verdict.NEW;
    }

    static Typed typed(Asked asked, ReturnRow row) {
        var confidence = row.confidence();
        var single = row.value() == null ? row.numerator() : row.value();
        return new Typed(
                asked.kpi(),
                asked.isRatio() ? Conflicts.text(row.numerator()) : "",
                asked.isRatio() ? Conflicts.text(row.denominator()) : "",
                asked.isRatio() ? Conflicts.text(row.value()) : Conflicts.text(single),
                row.narrative(),
                confidence == null ? "" : confidence.name(),
                null);
    }

    private static String words(Answer answer) {
        var figure = answer.denominator() == null
                ? Conflicts.text(answer.value())
                : Conflicts.text(answer.numerator()) + " of " + Conflicts.text(answer.denominator());
        return answer.narrative().isEmpty() ? figure : figure + ": " + answer.narrative();
    }
}

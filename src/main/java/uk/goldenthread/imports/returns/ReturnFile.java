package uk.goldenthread.imports.returns;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.goldenthread.imports.RowProblem;
import uk.goldenthread.imports.changeset.Comparison;
import uk.goldenthread.imports.changeset.Incoming;
import uk.goldenthread.imports.intake.HeadedTable;
import uk.goldenthread.imports.intake.UploadedRow;
import uk.goldenthread.imports.intake.UploadedTable;

/// A file of providers' figures.
///
/// @param rows every row that says anything, understood or not
/// @param unanswered rows of a pre-filled template that were left as they were
/// @param problems of the file as a whole; when the headings are wrong there are no rows
public record ReturnFile(List<Incoming<ReturnRow>> rows, int unanswered, List<RowProblem> problems) {
    private static final Pattern CODE = Pattern.compile("[A-Z0-9]{2,12}");
    private static final Pattern KPI = Pattern.compile("[A-Z0-9][A-Z0-9_.-]{0,31}");
    private static final int LONGEST_NARRATIVE = 4_000;

    public ReturnFile {
        rows = List.copyOf(rows);
        problems = List.copyOf(problems);
    }

    /// Whether a table is meant as a returns file: it says who, when and what, under the promised headings.
    public static boolean recognise(UploadedTable table) {
        return missing(table.headed()).isEmpty();
    }

    /// Why a table cannot be a returns file; null when it can.
    public static @Nullable String wrongHeadings(UploadedTable table) {
        var missing = missing(table.headed());
        return missing.isEmpty()
                ? null
                : "The column headings must be: %s. Missing: %s."
                        .formatted(String.join(", ", ReturnColumns.ALL), String.join(", ", missing));
    }

    private static List<String> missing(HeadedTable table) {
        return table.missing(List.of(ReturnColumns.ORGANISATION_CODE, ReturnColumns.PERIOD, ReturnColumns.KPI));
    }

    /// Reads a table. Columns are found by heading; those for figures, narrative and confidence may be left out.
    public static ReturnFile read(UploadedTable table) {
        return read(table, _ -> Shape.SHARE);
    }

    /// What the figures of a measure look like.
    ///
    /// @param fractions whether numerator and denominator may have decimals
    /// @param rate whether the numerator may exceed the denominator: events per thousand bed days are not a part of
    ///     the bed days
    /// @param yesNo whether the value is an answer, which may be written as yes or no, or as 1 or 0
    public record Shape(boolean fractions, boolean rate, boolean yesNo) {
        /// Whole numbers, one a part of the other.
        public static final Shape SHARE = new Shape(false, false, false);
    }

    /// The same.
    ///
    /// @param shapes what the figures of the measure with this code look like
    public static ReturnFile read(UploadedTable table, Function<String, Shape> shapes) {
        var headed = table.headed();
        var sentence = wrongHeadings(table);
        if (sentence != null) {
            return new ReturnFile(List.of(), 0, List.of(new RowProblem(1, "", sentence)));
        }
        var rows = new ArrayList<Incoming<ReturnRow>>();
        var unanswered = 0;
        for (var row : headed.rows()) {
            if (isUnanswered(headed, row)) {
                unanswered++;
            } else {
                rows.add(row(row.number(), shapes, column -> headed.cell(row, column)));
            }
        }
        return new ReturnFile(rows, unanswered, headed.problems());
    }

    /// Reads one row given as named texts, as the API gives it, under exactly the rules of a file.
    ///
    /// @param number the row's number, for its problems
    public static Incoming<ReturnRow> row(int number, Map<String, String> texts) {
        return row(
                number,
                _ -> Shape.SHARE,
                column -> texts.getOrDefault(column, "").strip());
    }

    /// The rows that were understood.
    public List<ReturnRow> understood() {
        return rows.stream()
                .filter(Incoming.Read.class::isInstance)
                .map(row -> ((Incoming.Read<ReturnRow>) row).record())
                .toList();
    }

    /// Every problem: of the file, then of its rows.
    public List<RowProblem> allProblems() {
        return Stream.concat(
                        problems.stream(),
                        rows.stream()
                                .flatMap(row -> row instanceof Incoming.Unusable<ReturnRow> unusable
                                        ? unusable.problems().stream()
                                        : Stream.empty()))
                .toList();
    }

    /// How a file's figures are compared with those known: by organisation, period and measure. A number counts by what
    /// it is worth, so 84 and 84.0 are the same.
    public static Comparison<String, ReturnRow> comparison() {
        var fields = new LinkedHashMap<String, Function<ReturnRow, String>>();
        fields.put(ReturnColumns.NUMERATOR, row -> worth(row.numerator()));
        fields.put(ReturnColumns.DENOMINATOR, row -> worth(row.denominator()));
        fields.put(ReturnColumns.VALUE, row -> worth(row.value()));
        fields.put(ReturnColumns.NARRATIVE, ReturnRow::narrative);
        fields.put(ReturnColumns.CONFIDENCE, row -> {
            var confidence = row.confidence();
            return confidence == null ? "" : confidence.name();
        });
        return Comparison.of(ReturnRow::key, fields);
    }

    private static String worth(@Nullable BigDecimal number) {
        return number == null ? "" : number.stripTrailingZeros().toPlainString();
    }

    private static boolean isUnanswered(HeadedTable headed, UploadedRow row) {
        return Stream.of(
                        ReturnColumns.NUMERATOR,
                        ReturnColumns.DENOMINATOR,
                        ReturnColumns.VALUE,
                        ReturnColumns.NARRATIVE)
                .allMatch(column -> headed.cell(row, column).isEmpty());
    }

    private static Incoming<ReturnRow> row(int number, Function<String, Shape> shapes, Function<String, String> text) {
        var problems = new ArrayList<RowProblem>();
        var reading = new Reading(number, text, problems);
        var code = reading.matching(ReturnColumns.ORGANISATION_CODE, CODE, "an organisation code such as RTG");
        var kpi = reading.matching(ReturnColumns.KPI, KPI, "the code of a measure such as K01");
        var period = reading.period();
        var shape = shapes.apply(kpi);
        Function<String, FigureText.Figure> counted = shape.fractions() ? FigureText::value : FigureText::count;
        var numerator = reading.figure(ReturnColumns.NUMERATOR, counted);
        var denominator = reading.figure(ReturnColumns.DENOMINATOR, counted);
        var value = reading.figure(ReturnColumns.VALUE, shape.yesNo() ? FigureText::answer : FigureText::value);
        var narrative = reading.narrative();
        var confidence = reading.confidence();
        if (!shape.rate() && numerator != null && denominator != null && numerator.compareTo(denominator) > 0) {
            reading.problem(
                    ReturnColumns.NUMERATOR,
                    "The numerator (" + numerator.toPlainString() + ") is more than the denominator ("
                            + denominator.toPlainString() + ").");
        }
        if (denominator != null && text.apply(ReturnColumns.NUMERATOR).isEmpty()) {
            reading.problem(ReturnColumns.NUMERATOR, "There is a denominator but no numerator.");
        }
        if (!problems.isEmpty() || period.isEmpty()) {
            return new Incoming.Unusable<>(number, problems);
        }
        return new Incoming.Read<>(
                number, new ReturnRow(code, period.get(), kpi, numerator, denominator, value, narrative, confidence));
    }

    /// One row's texts, and what was found wrong with them so far.
    private record Reading(int number, Function<String, String> text, List<RowProblem> problems) {
        void problem(String column, String message) {
            problems.add(new RowProblem(number, column, message));
        }

        String matching(String column, Pattern pattern, String what) {
            var found = text.apply(column).toUpperCase(Locale.UK);
            if (!pattern.matcher(found).matches()) {
                problem(column, found.isEmpty() ? "Give " + what + "." : "“" + found + "” is not " + what + ".");
            }
            return found;
        }

        Optional<ReturnPeriod> period() {
            var found = text.apply(ReturnColumns.PERIOD);
            var period = ReturnPeriod.parse(found);
            if (period.isEmpty()) {
                problem(
                        ReturnColumns.PERIOD,
                        "“" + found + "” is not a month such as 2025-04 or a quarter such as 2025/26 Q1.");
            }
            return period;
        }

        @Nullable
        BigDecimal figure(String column, Function<String, FigureText.Figure> read) {
            var figure = read.apply(text.apply(column));
            var wrong = figure.problem();
            if (wrong != null) {
                problem(column, wrong);
            }
            return figure.number();
        }

        String narrative() {
            var found = text.apply(ReturnColumns.NARRATIVE);
            if (found.length() > LONGEST_NARRATIVE) {
                problem(ReturnColumns.NARRATIVE, "The narrative is longer than 4,000 characters.");
            }
            return found;
        }

        @Nullable
        Confidence confidence() {
            var found = text.apply(ReturnColumns.CONFIDENCE).toUpperCase(Locale.UK);
            for (var confidence : Confidence.values()) {
                if (confidence.name().equals(found)) {
                    return confidence;
                }
            }
            if (!found.isEmpty()) {
                problem(ReturnColumns.CONFIDENCE, "“" + found + "” is not ASSERTED, EVIDENCED or VALIDATED.");
            }
            return null;
        }
    }
}

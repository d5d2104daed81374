package uk.goldenthread.imports.aande;

import java.time.YearMonth;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import uk.goldenthread.imports.RowProblem;
import uk.goldenthread.imports.changeset.Changeset;
import uk.goldenthread.imports.changeset.Comparison;
import uk.goldenthread.imports.changeset.Incoming;
import uk.goldenthread.imports.intake.HeadedTable;
import uk.goldenthread.imports.intake.UploadedTable;

/// One month of NHS England's accident and emergency attendances and emergency admissions by provider.
///
/// @param period the month the file is of
/// @param namedRevised whether the file's name says that it is a revised re-issue
/// @param rows every provider's row, understood or not; totals left out
/// @param problems of the file as a whole, such as a row of another month
/// @param warnings what the person should know, such as a total that is not the sum of its rows
public record AandeFile(
        YearMonth period,
        boolean namedRevised,
        List<Incoming<ProviderMonth>> rows,
        List<RowProblem> problems,
        List<String> warnings) {
    static final String PERIOD = "Period";
    static final String CODE = "Org Code";
    static final String PARENT = "Parent Org";
    static final String NAME = "Org name";

    public AandeFile {
        rows = List.copyOf(rows);
        problems = List.copyOf(problems);
        warnings = List.copyOf(warnings);
    }

    /// Whether a table has the headings of the monthly file, in whatever order.
    public static boolean recognise(UploadedTable table) {
        return missing(table.headed()).isEmpty();
    }

    /// The headings of the monthly file that a table lacks.
    static List<String> missing(HeadedTable table) {
        var wanted = Stream.concat(
                Stream.of(PERIOD, CODE, PARENT, NAME),
                Stream.of(AandeColumn.values()).map(AandeColumn::heading));
        return table.missing(wanted.toList());
    }

    /// Reads a table; empty when it is not the monthly file or not one row says which month it is of.
    public static Optional<AandeFile> read(UploadedTable table) {
        return recognise(table) ? new AandeReading(table).file() : Optional.empty();
    }

    /// Whether a file name says that it is a revised re-issue.
    static boolean saysRevised(String fileName) {
        return fileName.toLowerCase(Locale.ROOT).contains("revised");
    }

    /// The providers whose rows were understood.
    public List<ProviderMonth> providers() {
        return rows.stream()
                .filter(Incoming.Read.class::isInstance)
                .map(row -> ((Incoming.Read<ProviderMonth>) row).record())
                .toList();
    }

    /// Every problem, of rows and of the file, in the order of the rows.
    public List<RowProblem> allProblems() {
        var ofRows = rows.stream()
                .flatMap(row -> row instanceof Incoming.Unusable<ProviderMonth> unusable
                        ? unusable.problems().stream()
                        : Stream.empty());
        return Stream.concat(problems.stream(), ofRows)
                .sorted(Comparator.comparingInt(RowProblem::row))
                .toList();
    }

    /// Whether this is of a month that is known already, whatever its name says.
    public boolean isReissueOf(AandeFile earlier) {
        return period.equals(earlier.period);
    }

    /// What this file would change of an earlier issue of the same month, provider by provider.
    ///
    /// @throws IllegalArgumentException if the other file is of another month
    public Changeset<String, ProviderMonth> differencesFrom(AandeFile earlier) {
        if (!isReissueOf(earlier)) {
            throw new IllegalArgumentException("%s is not %s".formatted(earlier.period, period));
        }
        var known = new TreeMap<String, ProviderMonth>();
        earlier.providers().forEach(provider -> known.put(provider.code(), provider));
        return comparison().compare(known, rows);
    }

    /// How two issues of a month are compared: by provider, figure by figure. Names are not figures and do not count.
    public static Comparison<String, ProviderMonth> comparison() {
        var fields = new LinkedHashMap<String, Function<ProviderMonth, String>>();
        fields.put(PERIOD, it -> it.period().toString());
        for (var column : AandeColumn.values()) {
            fields.put(column.heading(), it -> Long.toString(it.figure(column)));
        }
        return Comparison.of(ProviderMonth::code, fields);
    }
}

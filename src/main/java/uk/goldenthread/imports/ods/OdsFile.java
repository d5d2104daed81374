package uk.goldenthread.imports.ods;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.goldenthread.imports.RowProblem;
import uk.goldenthread.imports.changeset.Comparison;
import uk.goldenthread.imports.changeset.Incoming;
import uk.goldenthread.imports.intake.UploadedRow;
import uk.goldenthread.imports.intake.UploadedTable;

/// An ODS file of practices (`epraccur`) or trusts (`etr`): 27 columns and no heading, which of the two being told by
/// what is in them. Both dialects are read, that with status A and setting 4 and that with ACTIVE and RO76.
///
/// @param list which file it is
/// @param rows every row of the file, understood or not
public record OdsFile(RegisterList list, List<Incoming<OdsRecord>> rows) {
    private static final int COLUMNS = 27;
    private static final int ENOUGH_ROWS = 50;
    private static final int LONGEST_NAME = 200;
    private static final Pattern CODE = Pattern.compile("[A-Z0-9]{3,8}");
    private static final Pattern GROUPING = Pattern.compile("(Y\\d{2}|[A-Z]\\d{8}|[A-Z0-9]{2,4})?");
    private static final Pattern DATE = Pattern.compile("(\\d{8})?");
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuuuMMdd", Locale.UK).withResolverStyle(ResolverStyle.STRICT);

    /// Which of the register's lists a file is.
    public enum RegisterList {
        PRACTICES,
        TRUSTS
    }

    public OdsFile {
        rows = List.copyOf(rows);
    }

    /// Which list a table is, told by the shape of its first rows; empty when it is neither.
    public static Optional<RegisterList> recognise(UploadedTable table) {
        var first = table.rows().subList(0, Math.min(ENOUGH_ROWS, table.rows().size()));
        var shaped = first.stream().filter(OdsFile::isShaped).count();
        if (first.isEmpty() || shaped * 10 < first.size() * 9L) {
            return Optional.empty();
        }
        var practices = first.stream()
                .filter(row -> !cell(row, 13).isEmpty() && !cell(row, 26).isEmpty())
                .count();
        return Optional.of(practices * 2 > first.size() ? RegisterList.PRACTICES : RegisterList.TRUSTS);
    }

    private static boolean isShaped(UploadedRow row) {
        // A spreadsheet drops empty cells at the end of a row, so a trust's row may come back shorter.
        return row.cells().size() >= 11
                && row.cells().size() <= COLUMNS
                && CODE.matcher(cell(row, 1)).matches()
                && GROUPING.matcher(cell(row, 3)).matches()
                && DATE.matcher(cell(row, 11)).matches()
                && DATE.matcher(cell(row, 12)).matches();
    }

    /// Reads a table; empty when it is neither of the two files.
    public static Optional<OdsFile> read(UploadedTable table) {
        return recognise(table)
                .map(list -> new OdsFile(
                        list,
                        table.rows().stream().map(row -> incoming(list, row)).toList()));
    }

    /// The organisations of the rows that were understood.
    public List<OdsRecord> records() {
        return rows.stream()
                .filter(Incoming.Read.class::isInstance)
                .map(row -> ((Incoming.Read<OdsRecord>) row).record())
                .toList();
    }

    /// The problems of the rows that were not.
    public List<RowProblem> problems() {
        return rows.stream()
                .flatMap(row -> row instanceof Incoming.Unusable<OdsRecord> unusable
                        ? unusable.problems().stream()
                        : Stream.empty())
                .toList();
    }

    /// How organisations are compared with those known: by code, field by field, recognised otherwise by nothing.
    public static Comparison<String, OdsRecord> comparison() {
        var fields = new LinkedHashMap<String, Function<OdsRecord, String>>();
        fields.put("name", OdsRecord::name);
        fields.put("kind", it -> it.kind().name());
        fields.put("status", it -> it.status().name());
        fields.put("national grouping", OdsRecord::nationalGrouping);
        fields.put("ICB", OdsRecord::icbCode);
        fields.put("address", it -> String.join(", ", it.address()));
        fields.put("postcode", OdsRecord::postcode);
        fields.put("opened", it -> text(it.opened()));
        fields.put("closed", it -> text(it.closed()));
        fields.put("commissioner", OdsRecord::commissionerCode);
        fields.put("parent", OdsRecord::parentCode);
        fields.put("telephone", OdsRecord::telephone);
        return Comparison.of(OdsRecord::code, fields).openWhen(OdsRecord::isOpen);
    }

    private static String text(@Nullable LocalDate date) {
        return date == null ? "" : date.toString();
    }

    private static Incoming<OdsRecord> incoming(RegisterList list, UploadedRow row) {
        var problems = new ArrayList<RowProblem>();
        if (row.cells().size() > COLUMNS) {
            problems.add(new RowProblem(row.number(), "", "This row has more than the 27 columns of an ODS file."));
        }
        if (!CODE.matcher(cell(row, 1)).matches()) {
            problems.add(new RowProblem(row.number(), "A", "“" + cell(row, 1) + "” is not an ODS code."));
        }
        if (cell(row, 2).isEmpty() || cell(row, 2).length() > LONGEST_NAME) {
            problems.add(new RowProblem(row.number(), "B", "There is no name, or one longer than 200 characters."));
        }
        var status = OdsStatus.of(cell(row, 13));
        if (status.isEmpty() || (list == RegisterList.PRACTICES && cell(row, 13).isEmpty())) {
            problems.add(new RowProblem(row.number(), "M", "“" + cell(row, 13) + "” is not a status of these files."));
        }
        var opened = date(row, 11, "K", problems);
        var closed = date(row, 12, "L", problems);
        if (!problems.isEmpty() || status.isEmpty()) {
            return new Incoming.Unusable<>(row.number(), problems);
        }
        return new Incoming.Read<>(row.number(), record(list, row, status.get(), opened, closed));
    }

    private static OdsRecord record(
            RegisterList list,
            UploadedRow row,
            OdsStatus status,
            @Nullable LocalDate opened,
            @Nullable LocalDate closed) {
        var practice = list == RegisterList.PRACTICES;
        return new OdsRecord(
                cell(row, 1),
                cell(row, 2),
                PresentableName.of(cell(row, 2)),
                practice ? OdsKind.ofSetting(cell(row, 26)) : OdsKind.TRUST,
                cell(row, 3),
                cell(row, 4),
                IntStream.rangeClosed(5, 9)
                        .mapToObj(column -> cell(row, column))
                        .filter(line -> !line.isEmpty())
                        .toList(),
                cell(row, 10),
                opened,
                closed,
                status,
                practice ? cell(row, 15) : "",
                practice ? cell(row, 24) : "",
                cell(row, 18));
    }

    private static @Nullable LocalDate date(UploadedRow row, int column, String letter, List<RowProblem> problems) {
        var text = cell(row, column);
        if (text.isEmpty()) {
            return null;
        }
        try {
            return LocalDate.parse(text, DAY);
        } catch (DateTimeParseException e) {
            problems.add(new RowProblem(row.number(), letter, "“" + text + "” is not a date such as 20250401."));
            return null;
        }
    }

    /// A cell by the number that the ODS column list gives it, from 1.
    private static String cell(UploadedRow row, int column) {
        return row.cell(column - 1).strip();
    }
}

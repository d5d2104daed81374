package uk.goldenthread.imports.intake;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Set;
import org.dhatim.fastexcel.reader.Cell;
import org.jspecify.annotations.Nullable;

/// The text of an Excel cell: numbers in full as digits, dates as ISO dates, percentages with their sign. Close to
/// what the person sees, but never rounded by the way a column happens to be formatted.
final class CellText {
    /// Excel works with 15 significant digits; what a file holds beyond them is binary noise (0.30000000000000004).
    private static final MathContext EXCEL = new MathContext(15, RoundingMode.HALF_UP);
    private static final int WIDEST_NUMBER = 20;
    private static final int LONGEST_RAW = 400;
    private static final Set<String> DATES = Set.of("14", "15", "16", "17", "22");
    private static final Set<String> TIMES = Set.of("18", "19", "20", "21", "45", "46", "47");
    private static final Set<String> PERCENTAGES = Set.of("9", "10");
    private static final DateTimeFormatter DATE_TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm[:ss]", Locale.UK);

    private final boolean from1904;

    CellText(boolean from1904) {
        this.from1904 = from1904;
    }

    String of(Cell cell) {
        return switch (cell.getValue()) {
            case null -> cell.getRawValue() == null ? "" : cell.getRawValue();
            case BigDecimal number -> number(number, cell.getDataFormatId(), cell.getDataFormatString());
            case Boolean truth -> truth ? "TRUE" : "FALSE";
            default -> cell.getText();
        };
    }

    private String number(BigDecimal raw, @Nullable Integer formatId, @Nullable String format) {
        if (raw.precision() > LONGEST_RAW || Math.abs((long) raw.scale()) > LONGEST_RAW) {
            return raw.toString();
        }
        var number = raw.round(EXCEL);
        var id = formatId == null ? "" : formatId.toString();
        var code = format == null ? "" : bare(format);
        if (PERCENTAGES.contains(id) || code.contains("%")) {
            return plain(number.movePointRight(2)) + "%";
        }
        var date = DATES.contains(id) || code.contains("y") || code.contains("d");
        var time = TIMES.contains(id) || code.contains("h") || code.contains("s");
        if (date || time) {
            return moment(number, date);
        }
        if (code.matches("0{2,}")
                && number.signum() >= 0
                && number.stripTrailingZeros().scale() <= 0) {
            var digits = plain(number);
            return "0".repeat(Math.max(0, code.length() - digits.length())) + digits;
        }
        return plain(number);
    }

    /// The first section of a format code without what is quoted, escaped or in brackets, in lower case.
    private static String bare(String format) {
        if ("general".equalsIgnoreCase(format)) {
            return "";
        }
        var bare = format.replaceAll("\"[^\"]*\"", "").replaceAll("\\\\.", "").replaceAll("\\[[^]]*]", "");
        var end = bare.indexOf(';');
        return (end < 0 ? bare : bare.substring(0, end))
                .toLowerCase(Locale.ROOT)
                .strip();
    }

    private static String plain(BigDecimal number) {
        var shortest = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
        var exponent = (long) shortest.precision() - shortest.scale();
        return Math.abs(exponent) > WIDEST_NUMBER ? shortest.toString() : shortest.toPlainString();
    }

    /// A day count as a date, date and time, or time. Day 60 of the 1900 system is 29 February 1900, which never was.
    private String moment(BigDecimal serial, boolean withDate) {
        var days = serial.setScale(0, RoundingMode.FLOOR);
        var seconds = serial.subtract(days)
                .multiply(BigDecimal.valueOf(86_400))
                .setScale(0, RoundingMode.HALF_UP)
                .longValue();
        if (serial.signum() < 0 || days.compareTo(BigDecimal.valueOf(2_958_465)) > 0) {
            return plain(serial);
        }
        try {
            var whole = days.intValueExact();
            var start = from1904
                    ? LocalDateTime.of(1904, 1, 1, 0, 0)
                    : LocalDateTime.of(1899, 12, whole < 60 ? 31 : 30, 0, 0);
            var moment = start.plusDays(whole).plusSeconds(seconds);
            if (!withDate) {
                return moment.toLocalTime().toString();
            }
            return seconds == 0 ? moment.toLocalDate().toString() : DATE_TIME.format(moment);
        } catch (DateTimeException e) {
            return plain(serial);
        }
    }
}

package uk.goldenthread.papers.model;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// How a paper's sentences put dates, counts and lists.
public final class Words {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);

    private Words() {}

    /// 3 March 2026
    public static String day(LocalDate date) {
        return DAY.format(date);
    }

    /// "1 provider is", "4 providers are"; nought is "no providers are".
    public static String count(long count, String one, String many) {
        return (count == 0 ? "no" : Long.toString(count)) + " " + (count == 1 ? one : many);
    }

    /// The first names, and how many more there are.
    public static String list(List<String> names, int most) {
        if (names.size() <= most) {
            return names.size() < 2
                    ? String.join("", names)
                    : String.join(", ", names.subList(0, names.size() - 1)) + " and " + names.getLast();
        }
        return String.join(", ", names.subList(0, most)) + " and " + (names.size() - most) + " more";
    }

    /// A value in its unit, to one decimal for shares and rates; "no data" where there is none.
    public static String value(@Nullable BigDecimal value, String unit) {
        if (value == null) {
            return "no data";
        }
        return switch (unit) {
            case "PERCENT" -> plain(value.setScale(1, RoundingMode.HALF_UP)) + "%";
            case "DAYS" ->
                count(value.setScale(0, RoundingMode.HALF_UP).longValue(), "day", "days")
                        .replace("no ", "0 ");
            case "YES_NO" -> plain(value);
            default -> String.format(Locale.UK, "%,.1f", value).replaceAll("\\.0$", "");
        };
    }

    private static String plain(BigDecimal value) {
        return value.stripTrailingZeros().toPlainString();
    }
}

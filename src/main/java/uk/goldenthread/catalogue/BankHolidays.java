package uk.goldenthread.catalogue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import uk.goldenthread.kernel.calendar.WorkingDays;

/// The bank holidays of England from `catalogue/bank-holidays.csv`, as GOV.UK published them and, for years it has not
/// reached, by rule.
public final class BankHolidays {
    private static final String FILE = "catalogue/bank-holidays.csv";

    private BankHolidays() {}

    /// One bank holiday.
    ///
    /// @param date      its date
    /// @param name      its name as published
    /// @param published false when it was worked out by rule and may still change
    public record BankHoliday(LocalDate date, String name, boolean published) {}

    /// The working-day calendar of England.
    ///
    /// @throws CatalogueInvalid when the file is missing or has a bad line
    public static WorkingDays workingDays() {
        return WorkingDays.withBankHolidays(
                all().stream().map(BankHoliday::date).toList());
    }

    /// Every bank holiday, in order of the file.
    ///
    /// @throws CatalogueInvalid when the file is missing or has a bad line
    public static List<BankHoliday> all() {
        var in = BankHolidays.class.getClassLoader().getResourceAsStream(FILE);
        if (in == null) {
            throw new CatalogueInvalid(List.of(new CatalogueProblem(FILE, 1, "no such file")));
        }
        try (var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return read(reader.lines().toList());
        } catch (IOException e) {
            throw new UncheckedIOException(FILE, e);
        }
    }

    static List<BankHoliday> read(List<String> lines) {
        var holidays = new ArrayList<BankHoliday>();
        var problems = new ArrayList<CatalogueProblem>();
        for (int line = 2; line <= lines.size(); line++) {
            var fields = lines.get(line - 1).split(",", -1);
            try {
                if (fields.length != 3 || !(fields[2].equals("published") || fields[2].equals("computed"))) {
                    throw new IllegalArgumentException("expected date,name,published or computed");
                }
                holidays.add(new BankHoliday(LocalDate.parse(fields[0]), fields[1], fields[2].equals("published")));
            } catch (IllegalArgumentException | DateTimeParseException e) {
                problems.add(new CatalogueProblem(FILE, line, String.valueOf(e.getMessage())));
            }
        }
        if (!problems.isEmpty()) {
            throw new CatalogueInvalid(problems);
        }
        return List.copyOf(holidays);
    }
}

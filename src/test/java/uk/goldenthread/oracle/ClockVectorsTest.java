package uk.goldenthread.oracle;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
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

/// Every deadline vector of the domain reference, each tied by hand to the clock of the catalogue it is about.
class ClockVectorsTest {
    private static final ClockBook CLOCKS = Clocks.read();
    private static final WorkingDays ENGLAND = BankHolidays.workingDays();
    private static final Map<String, String> CLOCK_OF_RULE = Map.ofEntries(
            entry("SIN 5 WD from awareness", "SIN-5"),
            entry("SIN 5 WD from awareness (Saturday)", "SIN-5"),
            entry("Rapid review 15 WD from notification", "RR-15"),
            entry("Rapid review 15 WD from awareness (WT2018 profile)", "P15WD"),
            entry("LCSPR publish 6 calendar months from decision", "LCSPR-6M"),
            entry("Send to Panel/SoS >=7 WD before publication", "LCSPR-7"),
            entry("SAR 6 months from initiation", "SAR-6M"),
            entry("DHR/DARDR decision 1 month from notification", "DHR-1M"),
            entry("DHR complete 6 months from decision", "DHR-6M"),
            entry("OWHR notify SoS 1 month from awareness", "OWHR-1M"),
            entry("OWHR report 12 months", "OWHR-12M"),
            entry("LeDeR 6 months from notification", "LED-6M"),
            entry("STEIS 2 WD", "SI-2"),
            entry("60 WD from STEIS report date", "SI-60"),
            entry("72h initial review = 3 WD profile", "SI-72"),
            entry("notify 24 elapsed hours", "CDR-N24"),
            entry("notify 48 elapsed hours", "CDR-N48"),
            entry("CDRM 3 months from death", "CDR-M"),
            entry("CDOP review 6 months from death", "CDR-P6M"),
            entry("CDOP 6 weeks from CDRM report", "CDR-P6W"),
            entry("IHA 20 WD from becoming looked after (day 0)", "LAC-IHA"),
            entry("RHA 6 months from 31 Aug (DOB 2024-01-01)", "LAC-RHA6"),
            entry("First LAC review 20 WD", "LAC-REV1"),
            entry("2nd review 3 months after first", "LAC-REV2"),
            entry("then 6 months", "LAC-REV3"),
            entry("Care plan 10 WD", "LAC-CP"),
            entry("Placement notification 5 WD", "LAC-PN"),
            entry("NTS transfer 10 WD", "NTS-10"),
            entry("RG 5 WD (SCA)", "NRM-RG5"),
            entry("Pilot RG 45 calendar days", "NRM-RG45"),
            entry("Local aim CG < 60 days (last compliant day 59 / <=60)", "NRM-60"),
            entry("Recovery min 30 calendar days after RG", "NRM-REC"),
            entry("ICPC 15 WD from strategy discussion", "CP-15"),
            entry("Core group 10 WD after ICPC", "CP-CG"),
            entry("First review conf 3 months", "CP-REV1"),
            entry("Assessment 45 WD", "CP-ASM"),
            entry("EPO 8 days", "EPO"),
            entry("police protection 72 elapsed hours", "PP"),
            entry("DoLS standard 21 calendar days", "DOLS-S"),
            entry("DoLS urgent 7 days", "DOLS-U"),
            entry("report 1 WD", "LADO-1"),
            entry("CDOP 6m with inquest pause 2025-11-03..2026-04-20", "CDR-P6M"));
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    @Test
    void everyVectorFallsOnItsDate() throws IOException {
        var vectors = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new StringReader(String.join("\n", SharedData.domainLines("clock-vectors.csv"))))
                .getRecords();

        assertThat(vectors).hasSize(54);
        vectors.forEach(ClockVectorsTest::check);
    }

    private static void check(CSVRecord vector) {
        var rule = vector.get("rule");
        if (vector.get("id").matches("NRM-[56]")) {
            checkDaysBeforeEighteen(vector);
        } else if (rule.startsWith("RHA due, last assessment")) {
            assertThat(due(reviewClock(rule), vector)).as(vector.toString()).isEqualTo(result(vector));
        } else {
            assertThat(CLOCK_OF_RULE).as("rule without a clock").containsKey(rule);
            assertThat(due(CLOCK_OF_RULE.get(rule), vector))
                    .as(vector.toString())
                    .isEqualTo(result(vector));
            checkDatesInNote(vector);
        }
    }

    /// Under five the next review assessment is due in 6 months, unless the fifth birthday comes first.
    private static String reviewClock(String rule) {
        var dates = DATE.matcher(rule)
                .results()
                .map(match -> LocalDate.parse(match.group()))
                .toList();
        var sixMonths = LocalDate.of(2026, 7, 14);
        return dates.get(1).isAfter(sixMonths) ? "LAC-RHA6" : "LAC-RHA12";
    }

    private static void checkDatesInNote(CSVRecord vector) {
        if (vector.get("note").contains("LA notify 5 WD=")) {
            var notified = vector.get("note").split("LA notify 5 WD=", 2)[1];
            assertThat(due("LAC-N5", vector)).isEqualTo(notified);
        }
    }

    /// A referral more than 100 days before the eighteenth birthday may go to a pilot panel.
    private static void checkDaysBeforeEighteen(CSVRecord vector) {
        long days = ChronoUnit.DAYS.between(LocalDate.parse(start(vector)), LocalDate.of(2026, 6, 1));
        assertThat(vector.get("result")).contains("days=" + days);
        assertThat(vector.get("result")).contains("eligible=" + (days > 100 ? "True" : "False"));
    }

    private static String due(String code, CSVRecord vector) {
        var start = Moment.find(start(vector)).orElseThrow();
        var definition = Span.find(code)
                .map(ClockDefinition::adHoc)
                .or(() -> CLOCKS.inForce(code, start.date()))
                .orElseThrow(() -> new AssertionError(code + " is not in force on " + start));
        return new RunningClock(definition, start, pauses(vector), ENGLAND)
                .due()
                .orElseThrow()
                .toString();
    }

    private static Pauses pauses(CSVRecord vector) {
        if (!vector.get("rule").contains("inquest pause")) {
            return Pauses.none();
        }
        var dates = DATE.matcher(vector.get("rule"))
                .results()
                .map(match -> LocalDate.parse(match.group()))
                .toList();
        return Pauses.of(List.of(new Pause(dates.get(0), dates.get(1))));
    }

    private static String start(CSVRecord vector) {
        return withoutWeekday(vector.get("start"));
    }

    private static String result(CSVRecord vector) {
        return withoutWeekday(vector.get("result"));
    }

    private static String withoutWeekday(String date) {
        return date.replaceFirst("^[A-Z][a-z]{2} ", "");
    }
}

package uk.goldenthread.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import uk.goldenthread.catalogue.BankHolidays;
import uk.goldenthread.catalogue.BankHolidays.BankHoliday;
import uk.goldenthread.kernel.calendar.WorkingDays;

/// The shipped calendar against GOV.UK's list and against working days that others computed from it.
class BankHolidayVectorsTest {
    private static final WorkingDays ENGLAND = BankHolidays.workingDays();

    @Test
    void theShippedHolidaysAreThoseGovUkPublished() {
        var published = new TreeSet<LocalDate>();
        SharedData.json("bank-holidays/bank-holidays-2012-2028.json")
                .path("england-and-wales")
                .path("events")
                .forEach(event -> published.add(date(event, "date")));

        assertThat(published).hasSize(140);
        assertThat(BankHolidays.all())
                .filteredOn(BankHoliday::published)
                .extracting(BankHoliday::date)
                .containsExactlyElementsOf(published);
    }

    @Test
    void theHolidaysOfTheDomainReferenceAreShippedToo() {
        var listed = SharedData.domainLines("england-bank-holidays.csv").stream()
                .skip(1)
                .map(line -> LocalDate.parse(line.substring(0, 10)))
                .toList();

        assertThat(listed).hasSizeGreaterThan(70);
        assertThat(ENGLAND.bankHolidays()).containsAll(listed);
        assertThat(ENGLAND.bankHolidays().stream().filter(day -> day.getYear() >= 2022))
                .containsExactlyElementsOf(listed);
    }

    @Test
    void addingWorkingDaysAgreesWithNumpy() {
        var vectors = SharedData.json("bank-holidays/plus-working-days.json").path("vectors");

        assertThat(vectors).hasSizeGreaterThan(50);
        for (var vector : vectors) {
            var start = date(vector, "start");
            int days = vector.path("plusWorkingDays").asInt();
            assertThat(ENGLAND.workingDaysAfter(start, days))
                    .as("%s + %d", start, days)
                    .isEqualTo(date(vector, "expected"));
            assertThat(ENGLAND.isWorkingDay(start))
                    .isEqualTo(vector.path("startIsWorkingDay").asBoolean());
        }
    }

    @Test
    void workingDayQuestionsAgreeWithTheGovernmentLibrary() {
        int asked = 0;
        for (var vector : SharedData.json("bank-holidays/workday-vectors.json").path("vectors")) {
            switch (vector.path("op").asString()) {
                case "isWorkDay" ->
                    assertThat(ENGLAND.isWorkingDay(date(vector, "date")))
                            .isEqualTo(vector.path("expected").asBoolean());
                case "nextWorkDay" ->
                    assertThat(ENGLAND.workingDaysAfter(date(vector, "date"), 1))
                            .isEqualTo(date(vector, "expected"));
                case "prevWorkDay" ->
                    assertThat(ENGLAND.workingDaysBefore(date(vector, "date"), 1))
                            .isEqualTo(date(vector, "expected"));
                case "nextHoliday" ->
                    assertThat(ENGLAND.bankHolidays().stream()
                                    .filter(day -> day.isAfter(date(vector, "date")))
                                    .findFirst())
                            .contains(date(vector, "expected"));
                default -> {
                    continue; // holidays common to all three divisions: not our calendar
                }
            }
            asked++;
        }
        assertThat(asked).isEqualTo(6);
    }

    private static LocalDate date(JsonNode node, String field) {
        return LocalDate.parse(node.path(field).asString());
    }
}

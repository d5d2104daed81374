package uk.goldenthread.notify.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.goldenthread.database.Scope;
import uk.goldenthread.database.UnitOfWork;
import uk.goldenthread.notify.Addressee;
import uk.goldenthread.notify.Message;
import uk.goldenthread.notify.Notifications;
import uk.goldenthread.support.Given;
import uk.goldenthread.support.GoldenThreadTest;
import uk.goldenthread.support.SettableClock;

/// Monday 3 January 2028 and the days around it.
@GoldenThreadTest
class DigestsTest {
    private static final LocalDate MONDAY = LocalDate.of(2028, 1, 3);

    @Autowired
    Given given;

    @Autowired
    Digests digests;

    @Autowired
    MailChoices choices;

    @Autowired
    Notifications notifications;

    @Autowired
    UnitOfWork work;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    SettableClock clock;

    @AfterEach
    void letTheClockGo() {
        clock.letGo();
    }

    @Test
    void onMondayAtEightEachPersonIsToldHowMuchWaitsOfWhatKind() {
        var icb = given.icb();
        given.person("SYSTEM_ADMINISTRATOR", icb); // mail is not set up here: that waits for them

        run(icb, MONDAY);
        run(icb, MONDAY);

        assertThat(rows(icb)).containsExactly("[{\"count\": 1, \"words\": \"Mail\"}] 2028-01-03T08:00:00Z");
    }

    @Test
    void newMessagesAreCountedNotQuoted() {
        var icb = given.icb();
        var nurse = given.person("DESIGNATED_NURSE", icb);
        work.write(nurse.actor().scope(), () -> {
            notifications.tell(
                    new Addressee.Person(icb.id(), nurse.actor().account()),
                    new Message("RETURN_LATE", "Alder Trust is late", "/", "a", false));
            return notifications.tell(
                    new Addressee.Holders(icb.id(), "DESIGNATED_NURSE"),
                    new Message("RETURN_LATE", "Beech Trust is late", "/", "b", false));
        });
        var monday = LocalDate.now(uk.goldenthread.shell.view.Dates.LONDON)
                .with(java.time.temporal.TemporalAdjusters.next(java.time.DayOfWeek.MONDAY));

        run(icb, monday);

        assertThat(rows(icb)).singleElement().asString().contains("{\"count\": 2, \"words\": \"New messages\"}");
    }

    @Test
    void whoeverHasNothingWaitingIsNotWrittenTo() {
        var icb = given.icb();
        given.person("DESIGNATED_NURSE", icb);

        run(icb, MONDAY);

        assertThat(rows(icb)).isEmpty();
    }

    @Test
    void whoeverChoseEveryWeekdayIsWrittenToOnTuesdayAndNotOnSaturday() {
        var icb = given.icb();
        var administrator = given.person("SYSTEM_ADMINISTRATOR", icb);
        choices.keep(administrator.actor(), new Choices(Choices.Digest.DAILY, true, 19, 8, 0));

        run(icb, MONDAY.plusDays(1));
        run(icb, MONDAY.plusDays(5));

        assertThat(rows(icb)).singleElement().asString().endsWith("2028-01-04T08:00:00Z");
    }

    @Test
    void whoeverChoseNeverIsNot() {
        var icb = given.icb();
        var administrator = given.person("SYSTEM_ADMINISTRATOR", icb);
        choices.keep(administrator.actor(), new Choices(Choices.Digest.OFF, true, 19, 8, 0));

        run(icb, MONDAY);

        assertThat(rows(icb)).isEmpty();
    }

    @Test
    void aMondayMissedWhileTheSystemWasDownIsMadeGoodThatWeekAndNotLater() {
        var icb = given.icb();
        given.person("SYSTEM_ADMINISTRATOR", icb);
        clock.standAt(MONDAY.plusDays(2));
        digests.run(icb.id(), MONDAY.minusDays(7));
        assertThat(rows(icb)).isEmpty();

        digests.run(icb.id(), MONDAY);

        assertThat(rows(icb)).hasSize(1);
    }

    @Test
    void aSummaryWaitsForTheEndOfQuietHours() {
        var icb = given.icb();
        var administrator = given.person("SYSTEM_ADMINISTRATOR", icb);
        choices.keep(administrator.actor(), new Choices(Choices.Digest.WEEKLY, true, 19, 9, 0));

        run(icb, MONDAY);

        assertThat(rows(icb)).singleElement().asString().endsWith("2028-01-03T09:00:00Z");
    }

    private void run(Given.Organisation icb, LocalDate day) {
        clock.standAt(day);
        digests.run(icb.id(), day);
    }

    private List<String> rows(Given.Organisation icb) {
        return work.read(
                Scope.jobFor(icb.id()),
                () -> jdbc.sql("select counts::text, next_try from outgoing_mail where icb = :icb order by id")
                        .param("icb", icb.id())
                        .query((row, _) ->
                                row.getString(1) + " " + row.getTimestamp(2).toInstant())
                        .list());
    }
}

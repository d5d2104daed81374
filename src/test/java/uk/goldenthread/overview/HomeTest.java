package uk.goldenthread.overview;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import uk.goldenthread.database.UnitOfWork;
import uk.goldenthread.notify.Addressee;
import uk.goldenthread.notify.Message;
import uk.goldenthread.notify.Notifications;
import uk.goldenthread.support.Given;
import uk.goldenthread.support.GoldenThreadTest;
import uk.goldenthread.support.SettableClock;

@GoldenThreadTest
class HomeTest {
    @Autowired
    Given given;

    @Autowired
    SettableClock clock;

    @Autowired
    Notifications notifications;

    @Autowired
    UnitOfWork work;

    @AfterEach
    void letTheClockGo() {
        clock.letGo();
    }

    @Test
    void everyoneSeesTheirThreeListsAndWhatChanged() {
        var nurse = given.person("DESIGNATED_NURSE", given.icb());

        var page = home(nurse);

        assertThat(page.title()).isEqualTo("Home - Golden Thread");
        assertThat(page.select("h1").eachText()).containsExactly("Home");
        assertThat(page.select("main h2").eachText())
                .containsExactly("To do", "Waiting on others", "Done lately", "What changed since you last looked");
    }

    @Test
    void anEmptyHomeSaysWhatWillAppearThere() {
        var nurse = given.person("DESIGNATED_NURSE", given.icb());

        var page = home(nurse);

        assertThat(page.select("section[aria-labelledby=to-do] .gt-empty").text())
                .contains("Nothing waits for you");
    }

    @Test
    void whatChangedBeginsWhereThePersonLastLeftOff() {
        var nurse = given.person("DESIGNATED_NURSE", given.icb());
        clock.standAt(java.time.Instant.parse("2026-03-02T09:05:00Z"));
        home(nurse);
        clock.standAt(java.time.Instant.parse("2026-03-04T10:00:00Z"));

        var page = home(nurse);

        assertThat(page.select("section[aria-labelledby=changes] .gt-list__count")
                        .text())
                .isEqualTo("Since 2 March 2026 at 9:05am");
    }

    @Test
    void reloadingHomeDoesNotSweepAwayWhatChanged() {
        var nurse = given.person("DESIGNATED_NURSE", given.icb());
        clock.standAt(java.time.Instant.parse("2026-03-02T09:05:00Z"));
        home(nurse);
        clock.standAt(java.time.Instant.parse("2026-03-04T10:00:00Z"));
        home(nurse);
        clock.standAt(java.time.Instant.parse("2026-03-04T10:20:00Z"));

        var page = home(nurse);

        assertThat(page.select("section[aria-labelledby=changes] .gt-list__count")
                        .text())
                .isEqualTo("Since 2 March 2026 at 9:05am");
    }

    @Test
    void aMessageStandsOnHomeUntilItIsPutAway() {
        var icb = given.icb();
        var nurse = given.person("DESIGNATED_NURSE", icb);
        work.write(
                nurse.actor().scope(),
                () -> notifications.tell(
                        new Addressee.Holders(icb.id(), "DESIGNATED_NURSE"),
                        new Message("RETURN_LATE", "A return is 5 working days late", "/returns/1", "r/1/5", false)));
        var put = home(nurse).select("section[aria-labelledby=messages] form").attr("action");

        var answer = given.post(nurse, put, "");

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(home(nurse).select("section[aria-labelledby=messages]")).isEmpty();
    }

    @Test
    void anAddressThatIsNoneIsToldInPlainWordsAlone() {
        var nurse = given.person("DESIGNATED_NURSE", given.icb());

        var answer = given.get(nurse, "/assessments/");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(Jsoup.parse(answer.body())
                        .select("main p, main .nhsuk-inset-text")
                        .eachText())
                .containsExactly(
                        "There is nothing at this address, or it is not open to you.",
                        "Check the address if you typed it, or start again from Home.",
                        "Go to Home");
    }

    @Test
    void theStatementsAreOpenToAnyone() {
        for (var path : java.util.List.of("/accessibility", "/privacy", "/about")) {
            var answer = given.send(java.net.http.HttpRequest.newBuilder(java.net.URI.create(given.address(path)))
                    .build());

            assertThat(answer.statusCode()).as(path).isEqualTo(200);
            assertThat(Jsoup.parse(answer.body()).select("h1")).as(path).hasSize(1);
        }
    }

    private Document home(Given.Person person) {
        var answer = given.get(person, "/");
        assertThat(answer.statusCode()).isEqualTo(200);
        return Jsoup.parse(answer.body());
    }
}

package uk.goldenthread.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import uk.goldenthread.access.AsAt;
import uk.goldenthread.demonstration.MadeDemonstration;
import uk.goldenthread.support.BrowserSession;
import uk.goldenthread.support.Given;
import uk.goldenthread.support.GoldenThreadTest;
import uk.goldenthread.visits.VisitReading;
import uk.goldenthread.visits.model.Visit;
import uk.goldenthread.visits.model.VisitStates;

/// The visits of the demonstration, which stand in every state there is.
@GoldenThreadTest
class VisitsDemonstrationTest {
    @Autowired
    Given given;

    @Autowired
    VisitReading reading;

    @Autowired
    MadeDemonstration demonstration;

    @Test
    void aVisitIsGoodToReadInEveryState() {
        var nurse = given.person("DESIGNATED_NURSE", demonstration.icb());
        var named = given.person("PROVIDER_NAMED_PROFESSIONAL", demonstration.icb(), demonstration.organisation("ZTA"));
        var looked = new HashSet<String>();
        try (var desk = BrowserSession.atADesk(given)) {
            desk.signIn(nurse);
            for (var visit : all(nurse)) {
                var state = VisitStates.name(visit.state());
                if (looked.add(state)) {
                    desk.open("/visits/" + visit.id());
                    if (state.equals("ACTIONS")) {
                        assertThat(desk.page().locator("main").innerText())
                                .as("says what it waits for instead of a button that is refused")
                                .contains("2 actions are not verified yet.")
                                .doesNotContain("Go on to the follow-up");
                    }
                    desk.assertGoodPage("visit-" + state.toLowerCase(Locale.ROOT));
                }
            }
        }
        assertThat(looked).hasSize(VisitStates.ALL.size());
        try (var desk = BrowserSession.atADesk(given)) {
            desk.signIn(named).open("/visits");
            desk.assertGoodPage("visits-own");
            var risk = all(named).stream()
                    .filter(visit -> VisitStates.name(visit.state()).equals("CARRIED_OUT"))
                    .findFirst()
                    .orElseThrow();
            var page = desk.open("/visits/" + risk.id());
            assertThat(page.locator(".gt-findings").innerText())
                    .contains("Immediate risk", "confirmed in writing on", "the provider's plan is due by")
                    .doesNotContain("nobody was seen or heard", "supervision since July");
            desk.assertGoodPage("visit-told");
            page.getByText("Follow the golden thread").click();
            assertThat(page.locator("main").innerText()).contains("What was found", "does not lock");
            desk.assertGoodPage("visit-thread");
        }
    }

    private List<Visit> all(Given.Person person) {
        return reading.list(person.actor(), AsAt.PRESENT, VisitReading.Wanted.ANY, 1, 200)
                .visits();
    }
}

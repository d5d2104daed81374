package uk.goldenthread.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import uk.goldenthread.support.BrowserSession;
import uk.goldenthread.support.Given;
import uk.goldenthread.support.GoldenThreadTest;

@GoldenThreadTest
class HomeAndOverviewBrowserTest {
    @Autowired
    Given given;

    @Test
    void signingInLeadsToHome() {
        try (var session = BrowserSession.atADesk(given)) {
            session.signIn(given.person("DESIGNATED_NURSE", given.icb()));

            assertThat(session.page().title()).isEqualTo("Home - Golden Thread");
            session.assertGoodPage("home-empty");
        }
    }

    @Test
    void aPracticeSeesHomeOnAPhone() {
        var icb = given.icb();
        try (var session = BrowserSession.onAPhone(given)) {
            session.signIn(given.person("PRACTICE_LEAD", icb, given.provider(icb, "GP")));

            session.assertGoodPage("home-practice-phone");
        }
    }

    @Test
    void theStatementsAreGoodPages() {
        try (var session = BrowserSession.onAPhone(given)) {
            for (var statement : java.util.List.of("accessibility", "privacy", "about")) {
                session.open("/" + statement);

                session.assertGoodPage(statement);
            }
        }
    }

    @Test
    void homeWorksWithoutJavaScript() {
        try (var session = BrowserSession.withoutJavaScript(given)) {
            session.signIn(given.person("DESIGNATED_NURSE", given.icb()));

            assertThat(session.page().locator("h1").textContent()).isEqualTo("Home");
        }
    }
}

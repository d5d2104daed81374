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

    @Autowired
    MapForTests maps;

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

    @Test
    void theMapIsReadAtADeskOnAPhoneAndOnPaper() {
        var icb = maps.icbWithAMap();
        var nurse = given.person("DESIGNATED_NURSE", icb);
        try (var desk = BrowserSession.atADesk(given)) {
            desk.signIn(nurse).open("/overview");
            desk.assertGoodPage("map");
            desk.asPrinted();
            desk.screenshot("map-printed");
        }
        try (var phone = BrowserSession.onAPhone(given)) {
            phone.signIn(nurse).open("/overview");
            phone.assertGoodPage("map-phone");
            phone.open("/overview?kind=PRACTICE");
            phone.assertGoodPage("map-practices-phone");
        }
    }

    @Test
    void theFirstColumnStaysInSightWhenTheMapScrolls() {
        var icb = maps.icbWithAMap();
        try (var phone = BrowserSession.onAPhone(given)) {
            phone.signIn(given.person("DESIGNATED_NURSE", icb)).open("/overview");
            phone.page().evaluate("() => { document.querySelector('.gt-mapbox').scrollLeft = 600; }");

            var name = phone.page().locator(".gt-grid tbody th").first().boundingBox();

            assertThat(name.x).isBetween(0.0, 30.0);
        }
    }

    @Test
    void theFiltersWorkWithoutJavaScriptAndStandInTheAddress() {
        var icb = maps.icbWithAMap();
        try (var session = BrowserSession.withoutJavaScript(given)) {
            session.signIn(given.person("DESIGNATED_NURSE", icb)).open("/overview");
            session.page().getByLabel("Theme").selectOption("IN_CARE");
            session.page()
                    .getByText("Show", new com.microsoft.playwright.Page.GetByTextOptions().setExact(true))
                    .last()
                    .click();

            assertThat(session.page().url()).contains("theme=IN_CARE");
            assertThat(session.page().locator("thead th.th").allTextContents()).containsExactly("Children in care");
        }
    }

    @Test
    void theProviderListAndPageAreGoodPages() {
        var icb = maps.icbWithAMap();
        var nurse = given.person("DESIGNATED_NURSE", icb);
        try (var desk = BrowserSession.atADesk(given);
                var phone = BrowserSession.onAPhone(given)) {
            desk.signIn(nurse).open("/providers");
            desk.assertGoodPage("providers");
            desk.page().locator("tbody th a").first().click();
            desk.assertGoodPage("provider");
            phone.signIn(nurse).open(java.net.URI.create(desk.page().url()).getPath());
            phone.assertGoodPage("provider-phone");
        }
    }
}

package uk.goldenthread.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import uk.goldenthread.papers.PaperFixtures;
import uk.goldenthread.support.BrowserSession;
import uk.goldenthread.support.Given;
import uk.goldenthread.support.GoldenThreadTest;

/// Changing a rule in a real browser: at a desk, on a phone, and without JavaScript.
@GoldenThreadTest
class RulesBrowserTest {
    @Autowired
    Given given;

    @Autowired
    PaperFixtures fixtures;

    @Test
    void aTargetIsChangedAtADeskAndEveryPageOnTheWayIsGood() {
        var icb = given.icb();
        var trust = given.provider(icb, "ACUTE");
        fixtures.training(icb, trust, 180, 182, 178, 180, 184, 176, 182, 180, 178, 182, 180, 178);
        var nurse = given.person("DESIGNATED_NURSE", icb);
        try (var desk = BrowserSession.atADesk(given)) {
            desk.signIn(nurse).open("/catalogue");
            desk.assertGoodPage("rules");
            change(desk, "");
            desk.page().getByText("Change this rule").click();
            desk.assertGoodPage("rule-change-again");
        }
    }

    @Test
    void theSameOnAPhone() {
        var icb = given.icb();
        var nurse = given.person("DESIGNATED_NURSE", icb);
        try (var phone = BrowserSession.onAPhone(given)) {
            phone.signIn(nurse).open("/catalogue");
            phone.assertGoodPage("rules-phone");
            change(phone, "-phone");
            phone.open("/catalogue/settings/W01.falls");
            phone.assertGoodPage("setting-phone");
            phone.page().getByText("Change this rule").click();
            phone.assertGoodPage("setting-change-phone");
            phone.open("/catalogue/own/new");
            phone.assertGoodPage("own-measure-phone");
        }
    }

    @Test
    void aRuleIsChangedWithoutJavaScript() {
        var icb = given.icb();
        var nurse = given.person("DESIGNATED_NURSE", icb);
        try (var plain = BrowserSession.withoutJavaScript(given)) {
            plain.signIn(nurse).open("/catalogue/settings/W01.falls/change");
            var page = plain.page();
            page.getByLabel("New value").fill("9");
            reason(page, "1", "4", "2026");
            assertThat(page.locator(".nhsuk-error-summary").innerText()).contains("a whole number from 2 to 6");
            assertThat(page.getByLabel("New value").inputValue()).isEqualTo("9");
            page.getByLabel("New value").fill("3");
            page.getByText("See what this changes").click();
            page.getByText("Go back and edit").click();
            assertThat(page.getByLabel("New value").inputValue()).isEqualTo("3");
            page.getByText("See what this changes").click();
            page.locator("button:has-text('Change the rule')").click();
            assertThat(page.locator("h1 ~ .gt-state").first().innerText()).isEqualTo("It is 3 periods.");
        }
    }

    private static void change(BrowserSession session, String suffix) {
        var page = session.open("/catalogue/K03");
        session.assertGoodPage("rule" + suffix);
        page.getByText("Change this rule").click();
        session.assertGoodPage("rule-change" + suffix);
        page.locator("#target").fill("200");
        reason(page, "1", "6", "2025");
        session.assertGoodPage("rule-wrong" + suffix);
        page.locator("#target").fill("95");
        page.getByText("See what this changes").click();
        session.assertGoodPage("rule-review" + suffix);
        page.locator("button:has-text('Change the rule')").click();
        assertThat(page.locator(".gt-state").first().innerText()).isEqualTo("Own since 1 June 2025.");
        session.assertGoodPage("rule-changed" + suffix);
    }

    private static void reason(Page page, String day, String month, String year) {
        page.locator("[name='from[day]']").fill(day);
        page.locator("[name='from[month]']").fill(month);
        page.locator("[name='from[year]']").fill(year);
        page.locator("#reason").fill("Agreed by the safeguarding committee, 7 August 2025");
        page.getByText("See what this changes").click();
    }
}

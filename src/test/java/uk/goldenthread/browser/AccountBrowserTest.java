package uk.goldenthread.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import uk.goldenthread.access.ActorsForTests;
import uk.goldenthread.support.BrowserSession;
import uk.goldenthread.support.Given;
import uk.goldenthread.support.GoldenThreadTest;

/// Signing in, guarding one's account, and the pages of those who administer.
@GoldenThreadTest
class AccountBrowserTest {
    /// Until the first word of a page on a phone.
    private static final double TALLEST_HEADER = 110;

    @Autowired
    Given given;

    @Test
    void onesOwnPagesAreGoodAtADeskOnAPhoneAndPrinted() {
        var nurse = given.person("DESIGNATED_NURSE", given.icb());
        look(
                nurse,
                Map.of(
                        "account", "/account",
                        "password", "/account/password",
                        "second-factor", "/account/second-factor",
                        "recovery-codes", "/account/recovery-codes",
                        "mail-choices", "/account/mail"));
    }

    @Test
    void theAdministratorsPagesAre() {
        look(
                given.person("SYSTEM_ADMINISTRATOR", given.icb()),
                Map.of("accounts", "/accounts", "mail", "/notifications/mail", "home-administrator", "/"));
    }

    @Test
    void theLedgerIs() {
        look(given.person("INFORMATION_GOVERNANCE", given.icb()), Map.of("ledger", "/ledger"));
    }

    @Test
    void signedOutPagesAre() {
        for (var session : List.of(BrowserSession.atADesk(given), BrowserSession.onAPhone(given))) {
            try (session) {
                var wide = session.page().viewportSize().width > 400 ? "" : "-phone";
                session.open("/sign-in");
                session.assertGoodPage("sign-in" + wide);
                session.page()
                        .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign in"))
                        .click();
                session.assertGoodPage("sign-in-refused" + wide);
                session.open("/notifications/mail/stop/" + "0".repeat(32));
                session.assertGoodPage("stop-mail" + wide);
            }
        }
    }

    @Test
    void aNewNurseSetsTheCodeUpAndKeepsTheRecoveryCodesWithoutJavaScript() {
        var nurse = given.person("DESIGNATED_NURSE", given.icb());
        try (var session = BrowserSession.withoutJavaScript(given)) {
            var page = session.page();
            page.navigate(given.address("/sign-in?to=/signals"));
            page.getByLabel("E-mail address").fill(nurse.signInName());
            page.getByLabel("Password").fill(nurse.password());
            press(page, "Sign in");
            assertThat(page.url()).isEqualTo(given.address("/account/second-factor"));
            assertThat(page.locator("main").textContent()).contains("Your role sees restricted records");

            page.getByLabel("Code").fill("000000");
            press(page, "Use this app from now on");
            assertThat(page.title()).startsWith("Error: Set up a code");
            page.getByLabel("Code")
                    .fill(ActorsForTests.codeOfKey(page.locator("code").textContent()));
            press(page, "Use this app from now on");

            assertThat(page.locator("h1").textContent()).isEqualTo("Recovery codes");
            assertThat(page.locator(".gt-codes li").count()).isEqualTo(10);
            session.screenshot("recovery-codes-made");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("I have kept them"))
                    .click();
            assertThat(page.locator("main").textContent()).contains("Recovery codes left: 10");
        }
    }

    @Test
    void onAPhoneAPageBeginsWithinTheFirstInchAndTheMenuUnfolds() {
        var nurse = given.person("DESIGNATED_NURSE", given.icb());
        try (var phone = BrowserSession.onAPhone(given)) {
            var page = phone.signIn(nurse).open("/");

            assertThat(page.locator("main").boundingBox().y).isLessThanOrEqualTo(TALLEST_HEADER);
            assertThat(page.getByRole(
                                    AriaRole.LINK,
                                    new Page.GetByRoleOptions()
                                            .setName("Returns")
                                            .setExact(true))
                            .count())
                    .isZero();
            page.locator(".gt-menu summary").click();
            phone.assertGoodPage("menu-phone");
            page.getByRole(
                            AriaRole.LINK,
                            new Page.GetByRoleOptions().setName("Returns").setExact(true))
                    .click();
            assertThat(page.url()).isEqualTo(given.address("/returns"));
        }
    }

    private void look(Given.Person person, Map<String, String> pages) {
        try (var desk = BrowserSession.atADesk(given)) {
            desk.signIn(person);
            pages.forEach((name, path) -> {
                desk.open(path);
                desk.assertGoodPage(name);
            });
            desk.asPrinted();
            desk.screenshot(pages.keySet().iterator().next() + "-printed");
        }
        try (var phone = BrowserSession.onAPhone(given)) {
            phone.signIn(person);
            pages.forEach((name, path) -> {
                phone.open(path);
                phone.assertGoodPage(name + "-phone");
            });
        }
    }

    private static void press(Page page, String button) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button))
                .click();
    }
}

package uk.goldenthread.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import uk.goldenthread.kernel.calendar.Period;
import uk.goldenthread.returns.ReturnOpening;
import uk.goldenthread.returns.ReturnsForTests;
import uk.goldenthread.support.BrowserSession;
import uk.goldenthread.support.Given;
import uk.goldenthread.support.GoldenThreadTest;
import uk.goldenthread.support.OpenTab;
import uk.goldenthread.support.SettableClock;

/// The browser's "back" to a form that was left: a browser puts fields back as they were, whatever the page says now.
@GoldenThreadTest
class BackBrowserTest {
    @Autowired
    Given given;

    @Autowired
    SettableClock clock;

    @Autowired
    ReturnOpening opening;

    @Autowired
    ReturnsForTests returns;

    private Given.Person nurse;
    private Given.Person named;
    private Given.Person colleague;
    private long id;

    @BeforeEach
    void aReturn() {
        var icb = given.icb();
        var trust = given.provider(icb, "ACUTE");
        nurse = given.person("DESIGNATED_NURSE", icb);
        named = given.person("PROVIDER_NAMED_PROFESSIONAL", icb, trust);
        colleague = given.person("PROVIDER_NAMED_PROFESSIONAL", icb, trust);
        clock.standAt(LocalDate.of(2026, 10, 12));
        opening.open(nurse.actor(), Period.parse("2026-09"));
        id = returns.header(nurse, trust, "2026-09").id();
    }

    @AfterEach
    void letGo() {
        clock.letGo();
    }

    @Test
    void doesNotBringBackAFigureThatAColleagueCorrectedMeanwhile() {
        try (var desk = BrowserSession.atADesk(given)) {
            var page = desk.signIn(named).open("/returns/" + id);
            page.locator("[name='K03.numerator']").fill("18");
            page.locator("[name='K03.denominator']").fill("20");
            page.locator("[name='K05.numerator']").focus();
            page.waitForCondition(
                    () -> page.locator("[data-autosave-note]").innerText().startsWith("Saved")
                            && returns.line(nurse, id, "K03").answer().denominator() != null);
            leave(page);
            OpenTab.at(given, colleague, "/returns/" + id)
                    .type("K03.numerator", "15")
                    .send();

            page.goBack();

            assertThat(page.locator("[name='K03.numerator']").inputValue()).isEqualTo("15");
            page.locator("[name='K05.numerator']").fill("7");
            page.locator("[name='K05.denominator']").fill("8");
            page.getByText("Check your answers").click();
            page.waitForURL("**/check");
            assertThat(returns.line(nurse, id, "K03").answer().numerator()).isEqualByComparingTo("15");
            assertThat(returns.line(nurse, id, "K05").answer().numerator()).isEqualByComparingTo("7");
        }
    }

    @Test
    void keepsWhatCouldNotBeSentBeforeThePageWasLeft() {
        try (var desk = BrowserSession.atADesk(given)) {
            var page = desk.signIn(named).open("/returns/" + id);
            page.onDialog(Dialog::accept); // "Leave this page?"
            page.route("**/returns/*/field", Route::abort);
            page.locator("[name='K03.numerator']").fill("18");
            page.locator("[name='K05.numerator']").focus();
            page.getByText("Not saved yet: no connection").waitFor();
            leave(page);

            page.goBack();

            assertThat(page.locator("[name='K03.numerator']").inputValue()).isEqualTo("18");
        }
    }

    @Test
    void keepsWhatWasTypedWithoutScriptsAndSendsIt() {
        try (var plain = BrowserSession.withoutJavaScript(given)) {
            var page = plain.signIn(named).open("/returns/" + id);
            page.locator("[name='K03.numerator']").fill("18");
            page.locator("[name='K03.denominator']").fill("20");
            leave(page);

            page.goBack();

            assertThat(page.locator("[name='K03.numerator']").inputValue()).isEqualTo("18");
            page.getByText("Check your answers").click();
            page.waitForURL("**/check");
            assertThat(returns.line(nurse, id, "K03").answer().numerator()).isEqualByComparingTo("18");
        }
    }

    private static void leave(Page page) {
        page.getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions().setName("Home").setExact(true))
                .first()
                .click();
        page.waitForURL(address -> !address.contains("/returns/"));
    }
}

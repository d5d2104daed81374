package uk.goldenthread.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import uk.goldenthread.support.BrowserSession;
import uk.goldenthread.support.Given;
import uk.goldenthread.support.GoldenThreadTest;
import uk.goldenthread.visits.Visits;
import uk.goldenthread.visits.model.VisitKind;

/// A visit written down on a bad line, and the pages of visits and audits.
@GoldenThreadTest
class VisitsBrowserTest {
    @Autowired
    Given given;

    @Autowired
    Visits visits;

    @Test
    void whatIsSeenIsKeptWhenTheLineIsGoneAndSentWhenItIsBack() {
        var icb = given.icb();
        var trust = given.provider(icb, "ACUTE");
        var nurse = given.person("DESIGNATED_NURSE", icb);
        var today = LocalDate.now(ZoneId.of("Europe/London"));
        long id = visits.plan(nurse.actor(), trust.id(), VisitKind.WALKROUND, "Walk-round of the wards", today, "")
                .orElseThrow();
        visits.confirm(nurse.actor(), id, today).orElseThrow();
        try (var tablet = BrowserSession.onAPhone(given)) {
            tablet.signIn(nurse).open("/visits");
            tablet.assertGoodPage("visits-phone");
            tablet.open("/visits/" + id);
            tablet.assertGoodPage("visit-phone");
            var page = tablet.open("/visits/" + id + "/record");
            tablet.assertGoodPage("visit-record-phone");
            page.getByLabel("Notes on E1").fill("Posters at both doors");
            page.getByLabel("Notes on E2").focus();
            page.getByText("Saved").waitFor();
            page.context().setOffline(true);
            page.getByLabel("Notes on E2").fill("A room behind the desk");
            page.getByLabel("Notes on E3").focus();
            page.getByText("Not saved yet: no connection").waitFor();
            page.context().setOffline(false);
            page.waitForCondition(
                    () -> page.locator("[data-autosave-note]").innerText().startsWith("Saved"));
            page.reload();
            assertThat(page.getByLabel("Notes on E1").inputValue()).isEqualTo("Posters at both doors");
            assertThat(page.getByLabel("Notes on E2").inputValue()).isEqualTo("A room behind the desk");
        }
        try (var desk = BrowserSession.atADesk(given)) {
            desk.signIn(nurse).open("/visits/programme");
            press(desk, "Propose a plan");
            desk.assertGoodPage("visit-programme");
            desk.open("/visits/" + id);
            desk.page().getByText("Add a finding").click();
            desk.page().getByLabel("What is it about?").selectOption("W2");
            desk.page().getByLabel("Immediate risk").check();
            assertThat(desk.page().getByLabel("Whom did you tell?").isVisible()).isTrue();
            desk.page().getByLabel("Improvement needed").check();
            assertThat(desk.page().getByLabel("Whom did you tell?").isVisible()).isFalse();
            desk.page().getByLabel("What was found?").fill("Agency staff cannot name the safeguarding lead");
            press(desk, "Add the finding");
            assertThat(desk.page().locator(".gt-findings").innerText())
                    .contains("Improvement needed", "Agency staff cannot name the safeguarding lead");
            desk.assertGoodPage("visit");
            desk.open("/visits/new");
            desk.assertGoodPage("visit-plan");
            desk.open("/visits");
            desk.assertGoodPage("visits");
            desk.open("/audits/new");
            desk.assertGoodPage("audit-share");
            desk.open("/audits");
            desk.assertGoodPage("audits");
        }
    }

    @Test
    void aVisitIsWrittenDownWithoutAScript() {
        var icb = given.icb();
        var trust = given.provider(icb, "ACUTE");
        var nurse = given.person("DESIGNATED_NURSE", icb);
        var today = LocalDate.now(ZoneId.of("Europe/London"));
        long id = visits.plan(nurse.actor(), trust.id(), VisitKind.UNANNOUNCED, "The wards at night", today, "")
                .orElseThrow();
        visits.confirm(nurse.actor(), id, today).orElseThrow();
        try (var plain = BrowserSession.withoutJavaScript(given)) {
            var page = plain.signIn(nurse).open("/visits/%d/record".formatted(id));
            page.locator("[name='E1.score'][value=MET]").check();
            page.getByLabel("Notes on S4").fill("None since July");
            page.getByLabel("How many staff were spoken to?").fill("6");
            press(plain, "Save and go back to the visit");
            assertThat(page.url()).endsWith("/visits/" + id);
            page.navigate(given.address("/visits/%d/record".formatted(id)));
            assertThat(page.locator("[name='E1.score'][value=MET]").isChecked()).isTrue();
            assertThat(page.getByLabel("Notes on S4").inputValue()).isEqualTo("None since July");
            assertThat(page.locator("main").innerText())
                    .contains("1 of 23 questions have a score", "Environment and information, 1 of 3");

            page.navigate(given.address("/visits/" + id));
            page.getByText("Add a finding").click();
            page.getByLabel("What is it about?").selectOption("I1");
            page.getByLabel("What was found?").fill("The door to the stairs does not lock");
            page.getByLabel("Immediate risk").check();
            page.getByLabel("Whom did you tell?").fill("Ward manager");
            page.getByLabel("At what time?").fill("00:00");
            press(plain, "Add the finding");
            assertThat(page.locator(".gt-findings").innerText())
                    .contains("Immediate risk", "Ward manager was told on", "to be confirmed in writing by");
        }
    }

    private static void press(BrowserSession session, String name) {
        session.page()
                .locator("main")
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name))
                .click();
    }
}

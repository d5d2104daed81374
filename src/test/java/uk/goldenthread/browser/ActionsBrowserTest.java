package uk.goldenthread.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import uk.goldenthread.actions.Actions;
import uk.goldenthread.actions.ActionsForTests;
import uk.goldenthread.evidence.EvidenceClass;
import uk.goldenthread.support.BrowserSession;
import uk.goldenthread.support.Given;
import uk.goldenthread.support.GoldenThreadTest;

/// An action walked by a provider and the ICB, at a desk, on a phone and without JavaScript.
@GoldenThreadTest
class ActionsBrowserTest {
    @Autowired
    Given given;

    @Autowired
    ActionsForTests test;

    @Autowired
    Actions actions;

    @Test
    void anActionIsProposedWorkedOnAndVerified() {
        var icb = given.icb();
        var trust = given.provider(icb, "ACUTE");
        var nurse = given.person("DESIGNATED_NURSE", icb);
        var named = given.person("PROVIDER_NAMED_PROFESSIONAL", icb, trust);
        for (var title : new String[] {"Train the night staff", "Sample twenty referrals", "Name a deputy"}) {
            test.underWay(nurse, named, trust, title);
        }
        try (var desk = BrowserSession.atADesk(given)) {
            propose(desk.signIn(nurse), trust);
            desk.open("/actions/board");
            desk.assertGoodPage("actions-board");
            desk.open("/actions");
            desk.assertGoodPage("actions-list");
            desk.page().getByLabel("Choose action").first().check();
            desk.page().getByLabel("Choose action").nth(1).check();
            press(desk, "Change those chosen");
            desk.assertGoodPage("actions-several");
        }
        long id;
        try (var phone = BrowserSession.onAPhone(given)) {
            phone.signIn(named).open("/actions");
            phone.assertGoodPage("actions-list-phone");
            phone.page()
                    .getByRole(AriaRole.LINK, link("Follow up missed visits"))
                    .click();
            phone.page().getByRole(AriaRole.BUTTON, button("Accept it")).click();
            press(phone, "Accept it");
            assertThat(phone.page().locator(".gt-state").innerText()).contains("accepted it");
            phone.assertGoodPage("action-phone");
            id = Long.parseLong(phone.page().url().replaceAll(".*/", ""));
        }
        actions.update(named.actor(), id, "The audit tool is agreed with the wards")
                .orElseThrow();
        test.evidence(named, id, EvidenceClass.PRACTICE);
        try (var plain = BrowserSession.withoutJavaScript(given)) {
            plain.signIn(named).open("/actions/" + id);
            plain.page()
                    .getByRole(AriaRole.BUTTON, button("Say that it is done"))
                    .click();
            press(plain, "Say that it is done");
            assertThat(plain.page().locator(".nhsuk-error-summary").innerText()).contains("Say what was done.");
            plain.page().getByLabel("What was done?").fill("Twenty records were audited");
            press(plain, "Say that it is done");
            assertThat(plain.page().locator(".gt-state").innerText()).contains("The ICB verifies it");
        }
        try (var desk = BrowserSession.atADesk(given)) {
            desk.signIn(nurse).open("/actions/" + id);
            desk.page()
                    .getByRole(AriaRole.BUTTON, button("Verify that it is done"))
                    .click();
            desk.assertGoodPage("action-verify");
            press(desk, "Verify that it is done");
            assertThat(desk.page().locator(".gt-state").innerText()).startsWith("Verified on");
            desk.assertGoodPage("action");
        }
    }

    private static void propose(BrowserSession desk, Given.Organisation trust) {
        var page = desk.open("/actions/new");
        desk.assertGoodPage("action-propose");
        page.getByLabel("Who carries it out?").selectOption(trust.code());
        page.getByLabel("What is to be done?").fill("Follow up missed visits");
        page.getByLabel("What will be different?").fill("Every child who is not brought is followed up within a week");
        page.getByLabel("How will that be known?").fill("Audit of twenty records each quarter");
        page.getByLabel("Evidence of practice").check();
        var due = java.time.LocalDate.now(java.time.ZoneId.of("Europe/London")).plusDays(80);
        page.getByLabel("Day").fill(Integer.toString(due.getDayOfMonth()));
        page.getByLabel("Month").fill(Integer.toString(due.getMonthValue()));
        page.getByLabel("Year").fill(Integer.toString(due.getYear()));
        press(desk, "Propose the action");
        assertThat(page.locator("h1").innerText()).contains("Follow up missed visits");
    }

    private static void press(BrowserSession session, String name) {
        session.page()
                .locator("main")
                .getByRole(AriaRole.BUTTON, new com.microsoft.playwright.Locator.GetByRoleOptions().setName(name))
                .click();
    }

    private static Page.GetByRoleOptions button(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }

    private static Page.GetByRoleOptions link(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }
}

package uk.goldenthread.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import uk.goldenthread.assessments.RoundsForTests;
import uk.goldenthread.support.BrowserSession;
import uk.goldenthread.support.Given;
import uk.goldenthread.support.GoldenThreadTest;

/// Self-assessment in a browser: a trust's lead walks through last time's answers by key and hands over, a
/// practice does
/// its twelve on a phone, the executive signs.
@GoldenThreadTest
class SelfAssessmentBrowserTest {
    @Autowired
    Given given;

    @Autowired
    RoundsForTests test;

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    @Test
    void aTrustsLeadConfirmsByKeyAnswersAndHandsOverAndTheExecutiveSigns() {
        var icb = given.icb();
        var trust = given.provider(icb, "ACUTE");
        var nurse = given.person("DESIGNATED_NURSE", icb);
        var named = given.person("PROVIDER_NAMED_PROFESSIONAL", icb, trust);
        var executive = given.person("PROVIDER_EXECUTIVE_LEAD", icb, trust);
        given.person("PROVIDER_NAMED_PROFESSIONAL", icb, trust);
        var last = test.published(nurse, "S11_WT", "Section 11 2025", LocalDate.of(2025, 4, 1));
        test.handIn(named, executive, test.assessment(nurse, last, trust), "2");
        var jsaf = test.published(nurse, "JSAF", "JSAF 2026", LocalDate.of(2026, 10, 12));
        test.answerAll(named, test.assessment(nurse, jsaf, trust), "3");
        var round = test.published(nurse, "S11_WT", "Section 11 2026", LocalDate.of(2026, 10, 12));
        var id = test.assessment(nurse, round, trust);
        var here = "/assessments/" + id;
        try (var desk = BrowserSession.atADesk(given)) {
            desk.signIn(named);
            desk.open("/assessments");
            desk.assertGoodPage("assessments-own");
            desk.open(here + "/parts");
            desk.assertGoodPage("assessment-share");
            desk.open(here + "/fill/" + test.assessment(nurse, jsaf, trust));
            desk.assertGoodPage("assessment-fill");
            var page = desk.open(here);
            desk.assertGoodPage("assessment-start");
            button(page, "Bring last time's answers forward").click();
            desk.assertGoodPage("assessment-walk");

            for (int number = 0; number < 31; number++) {
                page.locator("form[data-keys=ready] button:focus").waitFor();
                page.keyboard().press("1");
                page.getByText("%d of 50 brought forward looked at again".formatted(number + 1))
                        .waitFor();
            }
            assertThat(page.locator(".gt-state").textContent())
                    .isEqualTo("31 of 50 brought forward looked at again: 62% re-confirmed.");
            page.locator("form[data-keys=ready] button:focus").waitFor();
            page.keyboard().press("2");
            page.getByLabel("Fully met", new Page.GetByLabelOptions().setExact(true))
                    .check();
            desk.assertGoodPage("assessment-walk-changed");
            button(page, "Save the new answer").click();
            desk.open(here);
            assertThat(page.locator("main").textContent())
                    .contains("32 of 50 answered; 64% of 50 brought forward re-confirmed");
            desk.assertGoodPage("assessment-half");
            desk.open(here + "/standards/S8");
            page.locator("[id='8.1.words']").fill("The policy was renewed in March.");
            page.locator("[id='8.1.words']").blur();
            page.waitForCondition(
                    () -> page.locator("[data-autosave-note]").textContent().startsWith("Saved "));
            desk.assertGoodPage("assessment-standard");
            desk.open(here + "/check");
            desk.assertGoodPage("assessment-check");
        }
        test.answerAll(named, id, "3");
        try (var desk = BrowserSession.atADesk(given)) {
            desk.signIn(named);
            var page = desk.open(here + "/check");
            page.getByLabel(executive.actor().name()).check();
            button(page, "Hand over to be signed").click();
            desk.assertGoodPage("assessment-handed");
        }
        try (var desk = BrowserSession.atADesk(given)) {
            desk.signIn(executive);
            var page = desk.open(here);
            desk.assertGoodPage("assessment-sign");
            button(page, "Sign for the board and hand in").click();
            assertThat(page.locator(".gt-state").textContent()).startsWith("Handed in; ");
        }
        try (var desk = BrowserSession.atADesk(given)) {
            desk.signIn(nurse);
            desk.open("/assessments");
            desk.assertGoodPage("assessments-icb");
            desk.open("/assessments/rounds/" + round);
            desk.assertGoodPage("assessments-round");
            desk.open("/assessments/rounds/new");
            desk.assertGoodPage("assessments-new");
            desk.open(here + "/standards/S8");
            desk.assertGoodPage("assessment-read");
        }
    }

    @Test
    void aPracticeDoesItsTwelveOnAPhone() {
        var icb = given.icb();
        var practice = given.provider(icb, "GP");
        var nurse = given.person("DESIGNATED_NURSE", icb);
        var lead = given.person("PRACTICE_LEAD", icb, practice);
        given.person("PRACTICE_LEAD", icb, practice);
        var round = test.published(nurse, "S11_WT", "Section 11 2026", LocalDate.of(2026, 10, 12));
        var here = "/assessments/" + test.assessment(nurse, round, practice);
        try (var phone = BrowserSession.onAPhone(given)) {
            phone.signIn(lead);
            var page = phone.open(here);
            phone.assertGoodPage("assessment-practice-phone");
            page.getByText("Answer", new Page.GetByTextOptions().setExact(true)).click();
            assertThat(page.locator("section.gt-figure-entry").count()).isEqualTo(12);
            for (var question : page.locator("section.gt-figure-entry").all()) {
                question.getByLabel("Fully met", new Locator.GetByLabelOptions().setExact(true))
                        .check();
            }
            phone.assertGoodPage("assessment-twelve-phone");
            button(page, "Save and check").click();
            assertThat(page.locator(".gt-state").textContent()).startsWith("12 of 12 answered");
            phone.assertGoodPage("assessment-check-phone");
        }
    }
}

package uk.goldenthread.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import uk.goldenthread.assessments.RoundsForTests;
import uk.goldenthread.assessments.moderation.Moderating;
import uk.goldenthread.assessments.service.Rounds;
import uk.goldenthread.assessments.service.Typed;
import uk.goldenthread.assessments.survey.Surveys;
import uk.goldenthread.support.BrowserSession;
import uk.goldenthread.support.Given;
import uk.goldenthread.support.GoldenThreadTest;
import uk.goldenthread.support.SettableClock;

/// A designated nurse judges a trust's claim at a desk, by keyboard, in a panel and without a script.
@GoldenThreadTest
class ModeratorBrowserTest {
    @Autowired
    Given given;

    @Autowired
    SettableClock clock;

    @Autowired
    RoundsForTests test;

    @Autowired
    Rounds rounds;

    @Autowired
    Moderating moderating;

    @Autowired
    Surveys surveys;

    private Given.Organisation icb;
    private Given.Person nurse;
    private Given.Person named;
    private long id;
    private long round;

    @BeforeEach
    void aTrustHandedIn() {
        icb = given.icb();
        var trust = given.provider(icb, "ACUTE");
        nurse = given.person("DESIGNATED_NURSE", icb);
        named = given.person("PROVIDER_NAMED_PROFESSIONAL", icb, trust);
        var executive = given.person("PROVIDER_EXECUTIVE_LEAD", icb, trust);
        clock.standAt(LocalDate.of(2026, 4, 1));
        round = test.published(nurse, "S11_WT", "Section 11 2026", LocalDate.of(2026, 4, 1));
        id = test.assessment(nurse, round, trust);
        test.handIn(named, executive, id, "3");
    }

    @AfterEach
    void letGo() {
        clock.letGo();
    }

    @Test
    void aModeratorJudgesByKeyboardAndEachFieldIsSaved() {
        try (var desk = BrowserSession.atADesk(given)) {
            var page = desk.signIn(nurse).open("/assessments/" + id);
            page.getByRole(AriaRole.LINK, named("The ICB's judgement")).click();
            desk.assertGoodPage("review-submitted");
            page.getByRole(AriaRole.BUTTON, button("Take it up")).click();
            assertThat(page.locator(".gt-state").innerText()).isEqualTo("With the ICB; 0 of 50 lines judged.");

            page.getByRole(AriaRole.LINK, named("S1 Leadership")).click();
            page.locator("[id='1.1']").getByLabel("Fully met").focus();
            page.keyboard().press("ArrowDown");
            saved(page);
            page.locator("textarea[name='1.1.words']").fill("The lead's post was empty from May to July");
            page.keyboard().press("Tab");
            saved(page);
            desk.assertGoodPage("moderate");
            page.reload();
            assertThat(page.locator("[id='1.1'] .gt-flag").innerText()).isEqualTo("33 of 100 below the claim.");
            assertThat(page.locator("[id='1.1']").getByLabel("Mostly met").isChecked())
                    .isTrue();

            page.locator("[id='1.2']").getByLabel("Partly met").check();
            page.getByRole(AriaRole.BUTTON, button("Save and go back")).click();
            assertThat(page.locator(".nhsuk-error-summary").innerText())
                    .contains("Say why your judgement of 1.2 differs from the claim.");
            desk.assertGoodPage("moderate-refused");

            page.navigate(given.address("/assessments/" + id + "/panel/1.2"));
            assertThat(page.locator(".gt-panel__agenda [aria-current]").innerText())
                    .isEqualTo("1.2");
            desk.assertGoodPage("panel");
            page.locator("textarea[name='1.2.words']").fill("No deputy is named in the minutes");
            page.getByRole(AriaRole.BUTTON, button("Save, then 1.3")).click();
            assertThat(page.locator("h1").innerText()).contains("1.3 ");
        }
    }

    @Test
    void theStepsAreGoodPagesWithoutAScriptAndOnAPhone() {
        try (var plain = BrowserSession.withoutJavaScript(given)) {
            plain.signIn(nurse);
            var page = plain.open("/assessments/" + id + "/moderate");
            page.getByRole(AriaRole.BUTTON, button("Take it up")).click();
            for (int standard = 1; standard <= 10; standard++) {
                page.navigate(given.address("/assessments/" + id + "/moderate/S" + standard));
                for (int line = 1; line <= 5; line++) {
                    page.locator("[id='%d.%d']".formatted(standard, line))
                            .getByLabel("Fully met")
                            .check();
                }
                page.getByRole(AriaRole.BUTTON, button("Save and go back")).click();
            }
            page.getByRole(AriaRole.BUTTON, button("Finish the judgement")).click();
            assertThat(page.locator(".gt-state").innerText()).isEqualTo("Moderated; judged on 1 April 2026.");
            page.getByRole(AriaRole.BUTTON, button("Take it to the challenge event"))
                    .click();
            page.getByRole(AriaRole.BUTTON, button("Agree it")).click();
            assertThat(page.locator(".nhsuk-error-summary").innerText())
                    .contains("The provider may reply until", "Say who took part");
        }
        try (var phone = BrowserSession.onAPhone(given)) {
            var page = phone.signIn(named).open("/assessments/" + id + "/moderate");
            phone.assertGoodPage("review-provider-phone");
            page.getByLabel("Your reply to the ICB's judgement").fill("Thank you, we agree");
            page.getByRole(AriaRole.BUTTON, button("Send the reply")).click();
            page.navigate(given.address("/assessments/" + id + "/moderate/S1"));
            phone.assertGoodPage("moderate-provider-phone");
        }
        try (var desk = BrowserSession.atADesk(given)) {
            desk.signIn(nurse).open("/assessments/" + id + "/moderate");
            desk.assertGoodPage("review-event");
        }
    }

    @Test
    void aRoundAtAGlanceItsReportAndItsSurveyAreGoodPages() {
        var second = given.provider(icb, "ACUTE");
        given.provider(icb, "MENTAL_HEALTH");
        var theirs = given.person("PROVIDER_NAMED_PROFESSIONAL", icb, second);
        rounds.publish(nurse.actor(), round).orElseThrow();
        var other = test.assessment(nurse, round, second);
        test.handIn(theirs, given.person("PROVIDER_EXECUTIVE_LEAD", icb, second), other, "1");
        moderating.takeUp(nurse.actor(), id).orElseThrow();
        var typed = new java.util.ArrayList<Typed>();
        test.answers(nurse, id)
                .keySet()
                .forEach(code -> typed.add(
                        Typed.value(code, code.startsWith("4.") ? "1" : "3").saying("Seen at the visit")));
        moderating.save(nurse.actor(), id, 1, typed, true).orElseThrow();
        moderating.finish(nurse.actor(), id, false).orElseThrow();
        surveys.open(nurse.actor(), round, LocalDate.of(2026, 5, 20)).orElseThrow();
        try (var desk = BrowserSession.atADesk(given)) {
            var page = desk.signIn(nurse).open("/assessments/rounds/" + round);
            page.getByRole(AriaRole.LINK, named("Heat map")).click();
            desk.assertGoodPage("heat-map");
            page.getByLabel("View", new Page.GetByLabelOptions().setExact(true)).selectOption("MODERATED");
            page.getByLabel("Standard").selectOption("S4");
            page.getByRole(AriaRole.BUTTON, button("Show")).click();
            assertThat(page.locator("tbody tr").first().innerText()).contains("Partly met");
            desk.assertGoodPage("heat-map-standard");
            for (var name : java.util.List.of("variances", "report", "survey", "close")) {
                desk.open("/assessments/rounds/%d/%s".formatted(round, name));
                desk.assertGoodPage("round-" + name);
            }
            desk.open("/assessments/%d/survey".formatted(id));
            desk.assertGoodPage("survey-result");
            desk.open("/assessments/%d/keep".formatted(test.assessment(nurse, round, third())));
            desk.assertGoodPage("keep");
        }
        try (var phone = BrowserSession.onAPhone(given)) {
            phone.signIn(theirs);
            var own = phone.open("/assessments/%d/survey".formatted(other));
            phone.assertGoodPage("survey-own-phone");
            own.navigate(own.locator(".gt-quote").innerText());
            phone.assertGoodPage("survey-phone");
            own.locator("input[name='Q1'][value='YES']").check();
            own.getByRole(AriaRole.BUTTON, button("Send my answers")).click();
            assertThat(own.locator("h1").innerText()).isEqualTo("Your answers are counted");
            phone.assertGoodPage("survey-thanks-phone");
        }
    }

    private Given.Organisation third() {
        var late = given.provider(icb, "ACUTE");
        rounds.publish(nurse.actor(), round).orElseThrow();
        return late;
    }

    private static void saved(Page page) {
        page.locator("[data-autosave-note]")
                .filter(new Locator.FilterOptions().setHasText("Saved"))
                .waitFor();
    }

    private static Page.GetByRoleOptions named(String words) {
        return new Page.GetByRoleOptions().setName(words).setExact(true);
    }

    private static Page.GetByRoleOptions button(String words) {
        return new Page.GetByRoleOptions().setName(words).setExact(true);
    }
}

package uk.goldenthread.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDate;
import java.util.ArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import uk.goldenthread.access.Accounts;
import uk.goldenthread.assessments.RoundsForTests;
import uk.goldenthread.assessments.moderation.Moderating;
import uk.goldenthread.assessments.service.HandingIn;
import uk.goldenthread.assessments.service.Typed;
import uk.goldenthread.evidence.GivenEvidence;
import uk.goldenthread.support.BrowserSession;
import uk.goldenthread.support.Given;
import uk.goldenthread.support.GoldenThreadTest;
import uk.goldenthread.support.SettableClock;

/// One return for two ICBs, as the provider and both ICBs see it: shared, judged apart with the evidence beside, ended.
@GoldenThreadTest
class SharingBrowserTest {
    private static final LocalDate APRIL = LocalDate.of(2026, 4, 1);
    private static final String AT_HOME = "Seen at the visit in March";
    private static final String NEXT_DOOR = "Two teams on our side could not show it";

    @Autowired
    Given given;

    @Autowired
    GivenEvidence evidence;

    @Autowired
    SettableClock clock;

    @Autowired
    RoundsForTests test;

    @Autowired
    HandingIn handing;

    @Autowired
    Moderating moderating;

    @Autowired
    Accounts accounts;

    private Given.Organisation lead;
    private Given.Organisation other;
    private Given.Organisation trust;
    private Given.Person leadNurse;
    private Given.Person otherNurse;
    private Given.Person executive;
    private long first;
    private long second;

    /// A trust of two ICBs has handed in to one; its executive acts for both.
    @BeforeEach
    void handedInToOne() {
        lead = given.icb();
        other = given.icb();
        trust = given.provider(lead, "ACUTE");
        given.assure(other, trust);
        leadNurse = given.person("DESIGNATED_NURSE", lead);
        otherNurse = given.person("DESIGNATED_NURSE", other);
        var named = given.person("PROVIDER_NAMED_PROFESSIONAL", lead, trust);
        executive = given.person("PROVIDER_EXECUTIVE_LEAD", lead, trust);
        accounts.grant(
                executive.actor().account(),
                "PROVIDER_EXECUTIVE_LEAD",
                other.id(),
                trust.id(),
                LocalDate.of(2022, 7, 1));
        clock.standAt(APRIL);
        first = asked(leadNurse);
        second = asked(otherNurse);
        test.answerAll(named, first, "3");
        item(named, "Audit of referrals", "no", "1.1", "Forty of fifty were made in time.");
        item(named, "Minutes about a child", "yes", "1.2", "A child's name.");
        handing.handOver(named.actor(), first, executive.actor().account()).orElseThrow();
        handing.sign(executive.actor(), first).orElseThrow();
    }

    @AfterEach
    void letGo() {
        clock.letGo();
    }

    private long asked(Given.Person nurse) {
        return test.asked(nurse, trust, RoundsForTests.Asked.SECTION_11, "Section 11 2026", APRIL);
    }

    private void item(Given.Person by, String title, String personal, String code, String content) {
        var form = GivenEvidence.form(title);
        form.put("personalData", personal);
        form.put("for", "answer/" + test.answers(by, first).get(code).id());
        evidence.item(by, form, content);
    }

    @Test
    void aTrustSharesEachIcbJudgesApartAndTheTrustEndsIt() {
        try (var desk = BrowserSession.atADesk(given)) {
            shares(desk);
        }
        judgesAtHome();
        try (var desk = BrowserSession.atADesk(given)) {
            judgesNextDoor(desk);
        }
        try (var desk = BrowserSession.atADesk(given)) {
            var page = desk.signIn(leadNurse).open("/assessments/%d/moderate/S1".formatted(first));
            assertThat(main(page)).contains(AT_HOME).doesNotContain(NEXT_DOOR);
        }
        try (var phone = BrowserSession.onAPhone(given)) {
            seesBothAndEndsIt(phone);
        }
        try (var desk = BrowserSession.atADesk(given)) {
            isLeftWithWhatItJudged(desk);
        }
    }

    private void shares(BrowserSession desk) {
        var page = desk.signIn(executive).open("/assessments/" + first);
        page.getByRole(AriaRole.LINK, link("Share it with another ICB")).click();
        desk.assertGoodPage("sharing-offered");
        page.getByLabel(other.name()).check();
        page.getByRole(AriaRole.BUTTON, button("Share what was handed in")).click();
        assertThat(page.locator(".gt-state").innerText()).isEqualTo("Shared with 1 other ICB.");
        assertThat(main(page)).contains("1 item of evidence with it; 1 with personal data only named.");
        desk.assertGoodPage("sharing-shared");
    }

    private void judgesAtHome() {
        moderating.takeUp(leadNurse.actor(), first).orElseThrow();
        judgeAll(leadNurse, first, AT_HOME);
        moderating.finish(leadNurse.actor(), first, false).orElseThrow();
    }

    private void judgeAll(Given.Person nurse, long id, String words) {
        var judged = new ArrayList<Typed>();
        test.answers(nurse, id)
                .keySet()
                .forEach(code -> judged.add(Typed.value(code, "2").saying(words)));
        moderating.save(nurse.actor(), id, 1, judged, true).orElseThrow();
    }

    private void judgesNextDoor(BrowserSession desk) {
        var page = desk.signIn(otherNurse).open("/assessments/" + second);
        assertThat(main(page)).contains("Shared from " + lead.name(), "2 items of evidence came with it");
        page.getByText("2 items of evidence came with it").click();
        assertThat(main(page)).contains("For 1.1. Audit, shows practice");
        desk.assertGoodPage("sharing-received");
        page.getByRole(AriaRole.LINK, link("The ICB's judgement")).click();
        page.getByRole(AriaRole.BUTTON, button("Take it up")).click();
        desk.assertGoodPage("sharing-review");
        page.getByRole(AriaRole.LINK, link("S1 Leadership")).click();
        var line = page.locator("[id='1.1']");
        line.getByText("Preview").click();
        assertThat(line.frameLocator("iframe").locator("body").innerText())
                .isEqualTo("Forty of fifty were made in time.");
        assertThat(page.locator("[id='1.2']").innerText())
                .contains("Restricted evidence", "Held by " + lead.name() + ", not shared")
                .doesNotContain("Minutes");
        desk.assertGoodPage("sharing-moderate");
        line.getByLabel("Mostly met").check();
        page.locator("textarea[name='1.1.words']").fill(NEXT_DOOR);
        page.keyboard().press("Tab");
        page.locator("[data-autosave-note]")
                .filter(new Locator.FilterOptions().setHasText("Saved"))
                .waitFor();
        line.getByRole(
                        AriaRole.LINK,
                        new Locator.GetByRoleOptions()
                                .setName("Audit of referrals")
                                .setExact(true))
                .click();
        assertThat(page.locator(".gt-state").innerText()).startsWith("As it stood on 1 April 2026");
        desk.assertGoodPage("sharing-lent");
        page.goBack();
        page.locator("[id='1.2']")
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Restricted evidence"))
                .click();
        desk.assertGoodPage("sharing-held");
        judgeRest();
        page.navigate(given.address("/assessments/%d/moderate".formatted(second)));
        page.getByRole(AriaRole.BUTTON, button("Finish the judgement")).click();
        page.navigate(given.address("/assessments/%d/moderate/S1".formatted(second)));
        assertThat(main(page)).contains(NEXT_DOOR).doesNotContain(AT_HOME);
    }

    private void judgeRest() {
        var judged = new ArrayList<Typed>();
        test.answers(otherNurse, second).keySet().stream()
                .filter(code -> !code.equals("1.1"))
                .forEach(code -> judged.add(Typed.value(code, "3")));
        var version = test.figures(
                        otherNurse,
                        Integer.class,
                        "select version from assessment_review where assessment = :id",
                        java.util.Map.of("id", second))
                .getFirst();
        moderating.save(otherNurse.actor(), second, version, judged, true).orElseThrow();
    }

    private void seesBothAndEndsIt(BrowserSession phone) {
        var page = phone.signIn(executive).open("/assessments/%d/moderate/S1".formatted(first));
        assertThat(main(page)).contains(AT_HOME).doesNotContain(NEXT_DOOR);
        page.locator(".gt-acting__switch summary").click();
        page.locator(".gt-acting__switch button[name=acting]").first().click();
        assertThat(page.locator(".gt-acting__where").innerText()).contains(trust.name() + ", for " + other.name());
        page.navigate(given.address("/assessments/%d/moderate/S1".formatted(second)));
        assertThat(main(page)).contains(NEXT_DOOR).doesNotContain(AT_HOME);
        phone.assertGoodPage("sharing-judged-next-door-phone");
        page.locator(".gt-acting__switch summary").click();
        page.locator(".gt-acting__switch button[name=acting]").first().click();

        page.navigate(given.address("/assessments/%d/elsewhere".formatted(first)));
        phone.assertGoodPage("sharing-shared-phone");
        page.getByRole(AriaRole.LINK, link("End this sharing with " + other.name()))
                .click();
        phone.assertGoodPage("sharing-end-phone");
        page.getByRole(AriaRole.BUTTON, button("End the sharing")).click();
        assertThat(page.locator(".nhsuk-error-summary").innerText()).contains("Say why, in 10 to 1,000 characters.");
        phone.assertGoodPage("sharing-end-refused-phone");
        page.getByLabel("Why do you end it?").fill("We work there no more");
        page.getByRole(AriaRole.BUTTON, button("End the sharing")).click();
        assertThat(main(page)).contains("It is shared with no other ICB.", "on 1 April 2026: We work there no more");
        phone.assertGoodPage("sharing-ended-phone");
    }

    private void isLeftWithWhatItJudged(BrowserSession desk) {
        var page = desk.signIn(otherNurse).open("/assessments/%d/moderate/S1".formatted(second));
        assertThat(main(page))
                .contains("Shared until 1 April 2026.", "We work there no more", NEXT_DOOR, "Audit of referrals");
        assertThat(page.locator("iframe").count()).isZero();
        desk.assertGoodPage("sharing-after");
        page.getByRole(AriaRole.LINK, link("Audit of referrals")).click();
        assertThat(page.locator(".gt-state").innerText()).contains("Its file opens no more.");
        desk.assertGoodPage("sharing-lent-after");
        desk.open("/assessments/" + second);
        assertThat(main(page)).contains(trust.name() + " ended the sharing of it from another ICB");
        desk.assertGoodPage("sharing-received-after");
    }

    private static String main(Page page) {
        return page.locator("main").innerText();
    }

    private static Page.GetByRoleOptions link(String words) {
        return new Page.GetByRoleOptions().setName(words).setExact(true);
    }

    private static Page.GetByRoleOptions button(String words) {
        return new Page.GetByRoleOptions().setName(words).setExact(true);
    }
}

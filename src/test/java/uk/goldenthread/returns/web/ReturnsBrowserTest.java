package uk.goldenthread.returns.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import uk.goldenthread.kernel.calendar.Period;
import uk.goldenthread.returns.ReturnOpening;
import uk.goldenthread.returns.ReturnReviews;
import uk.goldenthread.returns.Returns;
import uk.goldenthread.returns.ReturnsForTests;
import uk.goldenthread.returns.Typed;
import uk.goldenthread.support.BrowserSession;
import uk.goldenthread.support.Given;
import uk.goldenthread.support.GoldenThreadTest;
import uk.goldenthread.support.SettableClock;

/// Every page of returns as the people who use it meet it.
@GoldenThreadTest
class ReturnsBrowserTest {
    private static final LocalDate OCTOBER = LocalDate.of(2026, 10, 12);
    private static final String HEADING =
            "organisation_code,period,kpi,numerator,denominator,value,narrative,confidence\n";

    @Autowired
    Given given;

    @Autowired
    SettableClock clock;

    @Autowired
    ReturnOpening opening;

    @Autowired
    Returns returns;

    @Autowired
    ReturnReviews reviews;

    @Autowired
    ReturnsForTests test;

    private Given.Organisation icb;
    private Given.Organisation trust;
    private Given.Organisation practice;
    private Given.Person nurse;
    private Given.Person named;
    private Given.Person colleague;
    private Given.Person executive;
    private Given.Person lead;

    @BeforeEach
    void returnsAreOpen() {
        icb = given.icb();
        trust = given.provider(icb, "ACUTE");
        practice = given.provider(icb, "GP");
        nurse = given.person("DESIGNATED_NURSE", icb);
        named = given.person("PROVIDER_NAMED_PROFESSIONAL", icb, trust);
        colleague = given.person("PROVIDER_NAMED_PROFESSIONAL", icb, trust);
        executive = given.person("PROVIDER_EXECUTIVE_LEAD", icb, trust);
        lead = given.person("PRACTICE_LEAD", icb, practice);
        clock.standAt(OCTOBER);
        opening.open(nurse.actor(), Period.parse("2026-08"));
        opening.open(nurse.actor(), Period.parse("2026-09"));
        opening.open(nurse.actor(), Period.parse("2026-27-Q2"));
    }

    @AfterEach
    void letGo() {
        clock.letGo();
    }

    @Test
    void aNamedProfessionalEntersChecksAndUploadsAtADesk() {
        answer("2026-08", "19", "As planned");
        var id = id("2026-09");
        try (var desk = BrowserSession.atADesk(given)) {
            desk.signIn(named).open("/returns");
            desk.assertGoodPage("returns-own");
            var page = desk.open("/returns/" + id);
            desk.assertGoodPage("return-enter");
            page.locator("[id='K01.numerator']").fill("18");
            page.locator("[id='K01.denominator']").fill("20");
            page.locator("[id='K01.denominator']").blur();
            PlaywrightAssertions.assertThat(page.locator("[data-autosave-note]"))
                    .containsText("Saved 12:00");
            page.locator("[id='K02.numerator']").fill("25");
            page.locator("[id='K02.denominator']").fill("20");
            press(page, "Check your answers");
            desk.assertGoodPage("return-enter-refused");
            assertThat(page.locator("[id='K02.numerator']").inputValue()).isEqualTo("25");
            page.locator("[id='K02.numerator']").fill("15");
            press(page, "Check your answers");
            page.waitForURL("**/check");
            desk.assertGoodPage("return-check");
            press(page, "Carry on entering");
            page.waitForURL("**/returns/" + id + "#K*");
            desk.open("/returns/" + id + "/upload");
            desk.assertGoodPage("return-upload");
            page.locator("input[type=file]").setInputFiles(file());
            press(page, "Read the file");
            desk.assertGoodPage("return-upload-read");
            press(page, "Save these figures");
            page.waitForURL("**/check");
        }
        assertThat(test.line(nurse, id, "K03").answer().numerator()).isEqualByComparingTo("17");
    }

    private FilePayload file() {
        var row = trust.code() + ",2026-09,";
        return new FilePayload(
                "september.csv",
                "text/csv",
                (HEADING + row + "K03,17,20,,Two trainers left,EVIDENCED\n" + row + "K04,30,20,,,\n").getBytes(UTF_8));
    }

    @Test
    void theSecondOfTwoPeopleSeesBothVersionsAndLosesNothingTyped() {
        var id = id("2026-09");
        try (var first = BrowserSession.atADesk(given);
                var second = BrowserSession.withoutJavaScript(given);
                var third = BrowserSession.atADesk(given)) {
            var mine = first.signIn(named).open("/returns/" + id);
            var theirs = second.signIn(colleague).open("/returns/" + id);
            var scripted = third.signIn(colleague).open("/returns/" + id);
            mine.locator("[id='K03.numerator']").fill("18");
            mine.locator("[id='K03.denominator']").fill("20");
            mine.locator("[id='K03.denominator']").blur();
            PlaywrightAssertions.assertThat(mine.locator("[data-autosave-note]"))
                    .containsText("Saved");
            press(mine, "Check your answers");
            mine.waitForURL("**/check");

            scripted.locator("[id='K03.numerator']").fill("17");
            scripted.locator("[id='K03.numerator']").blur();
            PlaywrightAssertions.assertThat(scripted.locator("[data-autosave-note]"))
                    .containsText("to “18” while you typed “17”. Press “Check your answers” to see both and choose.");
            assertThat(scripted.locator("[id='K03.numerator']").inputValue()).isEqualTo("17");

            theirs.locator("[id='K03.numerator']").fill("19");
            theirs.locator("[id='K03.denominator']").fill("20");
            theirs.locator("[id='K05.numerator']").fill("7");
            theirs.locator("[id='K05.denominator']").fill("8");
            press(theirs, "Check your answers");

            second.assertNoComplaints();
            second.screenshot("return-conflict");
            assertThat(theirs.locator("h1").textContent()).contains("Somebody else changed this return");
            assertThat(theirs.locator("fieldset").allInnerTexts())
                    .singleElement()
                    .asString()
                    .contains("18", "What is stored", "19", "What you typed");
            theirs.getByLabel("19").check();
            press(theirs, "Save what I chose");
            theirs.waitForURL("**/check");
        }
        assertThat(test.line(nurse, id, "K03").answer().numerator()).isEqualByComparingTo("19");
        assertThat(test.line(nurse, id, "K05").answer().numerator())
                .as("typed beside the conflict")
                .isEqualByComparingTo("7");
    }

    @Test
    void aDesignatedNurseReviewsAtADeskAndTheReturnPrints() {
        answer("2026-08", "19", "As planned");
        answer("2026-09", "12", "Two trainers left in August; a bank trainer starts on 1 November.");
        var id = id("2026-09");
        returns.submit(named.actor(), id).orElseThrow();
        returns.approve(executive.actor(), id).orElseThrow();
        reviews.query(nurse.actor(), id, "K03", 0, "What is being done until the new trainer starts?")
                .orElseThrow();
        clock.standAt(LocalDate.of(2026, 11, 2));
        try (var desk = BrowserSession.atADesk(given)) {
            desk.signIn(nurse).open("/returns");
            desk.assertGoodPage("returns-icb");
            var page = desk.open("/returns/" + id);
            desk.assertGoodPage("return-review");
            page.locator("#K01 summary").first().click();
            page.locator("#K01").getByRole(AriaRole.BUTTON, named("Ask about")).click();
            desk.assertGoodPage("return-review-refused");
            assertThat(page.locator("[id='K01.question']").isVisible())
                    .as("the form that was refused stands open")
                    .isTrue();
            assertThat(page.locator(".nhsuk-error-summary a").getAttribute("href"))
                    .isEqualTo("#K01.question");
            desk.open("/returns/open");
            desk.assertGoodPage("returns-open");
            desk.open("/returns/" + id);
            desk.asPrinted();
            desk.screenshot("return-review-printed");
        }
        try (var phone = BrowserSession.onAPhone(given)) {
            phone.signIn(nurse).open("/returns");
            phone.assertGoodPage("returns-icb-phone");
            phone.open("/returns/" + id);
            phone.assertGoodPage("return-review-phone");
        }
        try (var phone = BrowserSession.onAPhone(given)) {
            var page = phone.signIn(named).open("/returns/" + id);
            phone.assertGoodPage("return-queried-phone");
            page.locator("[id='K03.answer']").fill("A bank trainer covers Tuesdays.");
            press(page, "Answer about Safeguarding children training, level 3");
            phone.assertGoodPage("return-answered-phone");
        }
        assertThat(test.line(nurse, id, "K03").reply()).isEqualTo("A bank trainer covers Tuesdays.");
    }

    @Test
    void anExecutiveApprovesAndAProfessionalRestatesLater() {
        answer("2026-09", "18", "As planned");
        var id = id("2026-09");
        returns.submit(named.actor(), id).orElseThrow();
        try (var desk = BrowserSession.atADesk(given)) {
            var page = desk.signIn(executive).open("/returns/" + id);
            desk.assertGoodPage("return-approve");
            press(page, "Approve the return");
            desk.assertGoodPage("return-approved");
        }
        reviews.acceptAll(nurse.actor(), id).orElseThrow();
        try (var desk = BrowserSession.atADesk(given)) {
            var page = desk.signIn(named).open("/returns/" + id);
            page.locator("#K03 summary").first().click();
            page.locator("[id='K03.numerator']").fill("17");
            page.locator("#K03").getByRole(AriaRole.BUTTON, named("Restate")).click();
            desk.assertGoodPage("return-restate-refused");
            assertThat(page.locator("[id='K03.numerator']").inputValue()).isEqualTo("17");
            assertThat(page.locator(".nhsuk-error-summary a").getAttribute("href"))
                    .isEqualTo("#K03.reason");
            assertThat(page.locator("[id='K03.reason']").isVisible()).isTrue();
        }
        clock.standAt(LocalDate.of(2026, 12, 24));
        try (var desk = BrowserSession.atADesk(given)) {
            var page = desk.signIn(nurse).open("/returns/" + id("2026-08"));
            page.getByText("Lift the lock for one person").click();
            desk.assertGoodPage("return-locked");
            desk.open("/returns?mark=locked");
            desk.assertGoodPage("returns-locked");
        }
    }

    @Test
    void aPracticeManagerAnswersOnAPhoneWithAndWithoutScripts() {
        var id = test.header(nurse, practice, "2026-27-Q2").id();
        try (var phone = BrowserSession.onAPhone(given)) {
            phone.signIn(lead).open("/returns");
            phone.assertGoodPage("returns-practice-phone");
            var page = phone.open("/returns/" + id);
            phone.assertGoodPage("return-practice-phone");
            page.locator("[id='G02.numerator']").fill("9");
            page.locator("[id='G02.denominator']").fill("10");
            page.getByLabel("Yes").first().check();
            press(page, "Check your answers");
            page.waitForURL("**/check");
            phone.assertGoodPage("return-practice-check-phone");
        }
        try (var plain = BrowserSession.withoutJavaScript(given)) {
            var page = plain.signIn(lead).open("/returns/" + id);
            page.locator("[id='G04.numerator']").fill("0");
            page.locator("[id='G04.denominator']").fill("0");
            press(page, "Check your answers");
            press(page, "Submit the return");
            plain.screenshot("return-practice-submitted");
            assertThat(page.locator("main").innerText()).contains("Submitted. The ICB looks at it next.");
        }
    }

    private void answer(String period, String numerator, String words) {
        var header = test.header(nurse, trust, period);
        List<Typed> typed = test.lines(named, header.id()).stream()
                .map(line -> Typed.ratio(line.kpi(), numerator, "20").saying(words))
                .toList();
        returns.save(named.actor(), header.id(), Returns.Base.seen(header.version()), typed)
                .orElseThrow();
    }

    private long id(String period) {
        return test.header(nurse, trust, period).id();
    }

    private static void press(Page page, String button) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button))
                .first()
                .click();
    }

    private static Locator.GetByRoleOptions named(String button) {
        return new Locator.GetByRoleOptions().setName(button);
    }
}

package uk.goldenthread.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import uk.goldenthread.assessments.RoundsForTests;
import uk.goldenthread.assessments.service.HandingIn;
import uk.goldenthread.demonstration.MadeDemonstration;
import uk.goldenthread.support.BrowserSession;
import uk.goldenthread.support.Given;
import uk.goldenthread.support.GoldenThreadTest;

/// Answer once, assure many, in the demonstration: a provider's lead, a practice on a phone, a moderator and two
/// executives, each in a browser of their own.
@GoldenThreadTest
class AnswerOnceDemonstrationTest {
    /// This year's and last year's, the latest first.
    private static final Pattern SECTION_11 = Pattern.compile("^Section 11 self-assessment \\d{4}$");

    private static final String DECLINING = "ZTA";
    private static final String MODERATED = "ZTC";
    private static final String WALKED = "ZTD";
    private static final String FILLED = "ZTE";
    private static final String SIGNED = "ZTF";
    private static final String PRACTICE = "ZP022";

    @Autowired
    Given given;

    @Autowired
    MadeDemonstration demonstration;

    @Autowired
    RoundsForTests rounds;

    @Autowired
    HandingIn handing;

    @Test
    void sixtyTwoPercentReconfirmedIsShownAsSixtyTwoAndNotAsDone() {
        var lead = at("PROVIDER_NAMED_PROFESSIONAL", DECLINING);
        try (var desk = BrowserSession.atADesk(given)) {
            var page = desk.signIn(lead).open("/assessments");
            link(page, SECTION_11).click();
            assertThat(main(page)).contains("31 of 50 answered; 62% of 50 brought forward re-confirmed");
            assertThat(page.locator(".gt-state").innerText()).doesNotContain("Handed in");
            assertThat(main(page)).contains("Confirm 19 answers brought forward");
            desk.assertGoodPage("answer-once-62");

            page.navigate(given.address("/assessments/%d/check".formatted(assessment(DECLINING, "S11_WT"))));
            assertThat(page.getByText("To confirm", new Page.GetByTextOptions().setExact(true))
                            .count())
                    .isEqualTo(19);
            page.getByRole(AriaRole.RADIO).first().check();
            button(page, "Hand over to be signed").click();
            assertThat(page.locator(".nhsuk-error-summary").isVisible())
                    .as("a return of which 62 % is re-confirmed cannot be handed over")
                    .isTrue();
        }
    }

    @Test
    void oneAnswerSaysInEachFrameworkWhereItCameFrom() {
        var lead = at("PROVIDER_NAMED_PROFESSIONAL", FILLED);
        rounds.answerAll(lead, assessment(FILLED, "JSAF"), "3");
        try (var desk = BrowserSession.atADesk(given)) {
            desk.signIn(lead);
            for (var framework : new String[] {"S11_WT", "MGP_LAC", "ADULT_SAAF"}) {
                var id = assessment(FILLED, framework);
                var page = desk.open("/assessments/" + id);
                link(page, Pattern.compile("^Fill from Joint safeguarding assessment"))
                        .click();
                assertThat(main(page)).contains("It asks the same", "JSAF D");
                var fill = page.getByRole(
                        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^Fill \\d+ answers$")));
                var count = Integer.parseInt(fill.innerText().replaceAll("\\D", ""));
                desk.assertGoodPage("answer-once-preview");
                assertThat(rounds.answers(lead, id).values())
                        .as("a preview changes nothing")
                        .allMatch(answer -> answer.value().isEmpty());

                fill.click();
                assertThat(main(page))
                        .contains(count + " answers were filled or begun.", " filled from another framework");
                page.navigate(given.address("/assessments/%d/check".formatted(id)));
                var from = page.locator(".gt-previous").filter(new Locator.FilterOptions().setHasText("JSAF D"));
                assertThat(from.count())
                        .as("copies that say where they came from in " + framework)
                        .isEqualTo(count);
            }
        }
    }

    @Test
    void aLeadWalksThroughLastYearsAnswersByKey() {
        var lead = at("PROVIDER_NAMED_PROFESSIONAL", WALKED);
        var id = assessment(WALKED, "S11_WT");
        try (var desk = BrowserSession.atADesk(given)) {
            var page = desk.signIn(lead).open("/assessments/" + id);
            button(page, "Bring last time's answers forward").click();
            ready(page);
            page.keyboard().press("1");
            page.getByText("1 of 50 brought forward looked at again: 2% re-confirmed")
                    .waitFor();
            ready(page);
            page.keyboard().press("2");
            page.getByLabel("Fully met", new Page.GetByLabelOptions().setExact(true))
                    .check();
            button(page, "Save the new answer").click();
            page.getByText("2 of 50 brought forward looked at again: 4% re-confirmed")
                    .waitFor();
            ready(page);
            page.keyboard().press("3");
            page.getByText("3 of 50 brought forward looked at again: 6% re-confirmed")
                    .waitFor();
            desk.assertGoodPage("answer-once-walk");

            page.navigate(given.address("/assessments/" + id));
            assertThat(main(page))
                    .as("what is gone is looked at, and not answered")
                    .contains("2 of 50 answered; 6% of 50 brought forward re-confirmed");
        }
    }

    @Test
    void aPracticeFillsItsTwelveOnAPhoneAndAColleagueSigns() {
        var lead = at("PRACTICE_LEAD", PRACTICE);
        var colleague = at("PRACTICE_LEAD", PRACTICE);
        var here = "/assessments/" + assessment(PRACTICE, "S11_WT");
        try (var phone = BrowserSession.onAPhone(given)) {
            var page = phone.signIn(lead).open(here);
            page.getByText("Answer", new Page.GetByTextOptions().setExact(true)).click();
            assertThat(main(page)).contains("about ten minutes");
            var questions = page.locator("section.gt-figure-entry");
            assertThat(questions.count()).isEqualTo(12);
            for (var question : questions.all()) {
                question.getByLabel("Fully met", new Locator.GetByLabelOptions().setExact(true))
                        .check();
            }
            phone.assertGoodPage("answer-once-practice-phone");
            button(page, "Save and check").click();
            assertThat(page.locator(".gt-state").innerText()).startsWith("12 of 12 answered");
            page.getByLabel(colleague.actor().name()).check();
            button(page, "Hand over to be signed").click();
            assertThat(main(page)).contains("Handed over. It goes to the ICB when it is signed");
            assertThat(button(page, "Sign for the board and hand in").count())
                    .as("who answered does not sign")
                    .isZero();
            phone.assertGoodPage("answer-once-practice-handed-phone");
        }
        try (var phone = BrowserSession.onAPhone(given)) {
            var page = phone.signIn(colleague).open(here);
            button(page, "Sign for the board and hand in").click();
            assertThat(page.locator(".gt-state").innerText()).startsWith("Handed in; ");
        }
    }

    @Test
    void aModeratorJudgesBesideTheClaimAndADifferenceAsksForItsReason() {
        var nurse = given.person("DESIGNATED_NURSE", demonstration.icb());
        var id = assessment(MODERATED, "S11_WT");
        try (var desk = BrowserSession.atADesk(given)) {
            var page = desk.signIn(nurse).open("/assessments/%d/moderate/S3".formatted(id));
            var line = page.locator("section.gt-figure-entry")
                    .filter(new Locator.FilterOptions().setHas(page.locator(".gt-side strong:text-is('Fully met')")))
                    .first();
            var code = line.getAttribute("id");
            var claim = line.locator(".gt-side").first().innerText();
            assertThat(claim).contains("The claim", "Fully met", "Section 11 self-assessment ", ": claimed ");
            line.getByLabel("Partly met").check();
            page.waitForCondition(
                    () -> page.locator("[data-autosave-note]").innerText().startsWith("Saved "));
            page.reload();
            assertThat(line(page, code).locator(".gt-flag").innerText()).isEqualTo("67 of 100 below the claim.");
            desk.assertGoodPage("answer-once-variance");

            button(page, "Save and go back").click();
            assertThat(page.locator(".nhsuk-error-summary").innerText())
                    .contains("Say why your judgement of %s differs from the claim.".formatted(code));
            line(page, code)
                    .getByLabel("Why", new Locator.GetByLabelOptions().setExact(true))
                    .fill("Two of five wards could not show it");
            button(page, "Save and go back").click();
            assertThat(page.locator(".gt-state").innerText()).isEqualTo("With the ICB; 11 of 50 lines judged.");
        }
    }

    private static Locator line(Page page, String code) {
        return page.locator("[id='%s']".formatted(code));
    }

    @Test
    void anExecutiveSignsWhatAnotherWroteAndTheIcbsReadsMapAndReport() {
        var lead = at("PROVIDER_NAMED_PROFESSIONAL", SIGNED);
        var executive = at("PROVIDER_EXECUTIVE_LEAD", SIGNED);
        var id = assessment(SIGNED, "S11_WT");
        rounds.answerAll(lead, id, "2");
        handing.handOver(lead.actor(), id, executive.actor().account()).orElseThrow();
        assertThat(given.get(lead, "/assessments/" + id).body()).doesNotContain("Sign for the board");
        try (var desk = BrowserSession.atADesk(given)) {
            var page = desk.signIn(executive).open("/");
            page.locator("main a[href='/assessments/%d']".formatted(id)).first().click();
            assertThat(main(page)).contains("50 of 50 answered", lead.actor().name());
            button(page, "Sign for the board and hand in").click();
            assertThat(page.locator(".gt-state").innerText()).startsWith("Handed in; ");
            desk.assertGoodPage("answer-once-signed");
        }
        var icbs = given.person("ICB_EXECUTIVE_LEAD", demonstration.icb());
        try (var desk = BrowserSession.atADesk(given)) {
            var page = desk.signIn(icbs).open("/assessments");
            link(page, SECTION_11).click();
            link(page, Pattern.compile("^Heat map$")).click();
            page.getByLabel("View", new Page.GetByLabelOptions().setExact(true)).selectOption("CLAIMED");
            button(page, "Show").click();
            var row = page.locator("tbody tr")
                    .filter(new Locator.FilterOptions()
                            .setHas(page.locator("th a[href^='/assessments/%d']".formatted(id))));
            assertThat(row.locator("td").first().innerText())
                    .as("two of three points everywhere are 66.7 of 100: amber")
                    .startsWith("A");
            desk.screenshot("answer-once-map");

            page.navigate(given.address("/assessments"));
            page.locator("main")
                    .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(SECTION_11))
                    .last()
                    .click();
            link(page, Pattern.compile("^Report$")).click();
            assertThat(page.locator("main h2").allInnerTexts())
                    .contains("Who answered, and when", "The four views side by side");
            assertThat(main(page))
                    .contains("Of those, in time", "Judged by the ICB", "Download as PDF", "Download for Word");
            desk.assertGoodPage("answer-once-report");
        }
    }

    private Given.Person at(String role, String organisation) {
        return given.person(role, demonstration.icb(), demonstration.organisation(organisation));
    }

    /// The assessment of an organisation in this year's round of a framework.
    private long assessment(String organisation, String framework) {
        return rounds.figures(
                        given.person("DESIGNATED_NURSE", demonstration.icb()),
                        Long.class,
                        "select max(id) from pub_assessment where icb = :icb and organisation = :organisation"
                                + " and framework = :framework",
                        Map.of(
                                "icb",
                                demonstration.icb().id(),
                                "organisation",
                                demonstration.organisation(organisation).id(),
                                "framework",
                                framework))
                .getFirst();
    }

    private static void ready(Page page) {
        page.locator("form[data-keys=ready] button:focus").waitFor();
    }

    private static String main(Page page) {
        return page.locator("main").innerText();
    }

    private static Locator link(Page page, Pattern name) {
        return page.locator("main")
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(name))
                .first();
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }
}

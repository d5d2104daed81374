package uk.goldenthread.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import uk.goldenthread.assessments.framework.SheetsForTests;
import uk.goldenthread.support.BrowserSession;
import uk.goldenthread.support.Given;
import uk.goldenthread.support.GoldenThreadTest;

/// A designated nurse puts a spreadsheet right, publishes it, and reads two editions side by side.
@NullMarked
@GoldenThreadTest
class FrameworksBrowserTest {
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    @Autowired
    Given given;

    Given.Person nurse;

    @BeforeEach
    void aNurse() {
        nurse = given.person("DESIGNATED_NURSE", given.icb());
    }

    private static SheetsForTests home(String edition, String from) {
        return SheetsForTests.sound("OWN_HOME", edition, from)
                .line("B", "B2", "A lead is named, with time for it and a deputy", "", "3", "")
                .question("B2", "B2a", "Were children in the household seen and heard?", "YES_NO", "")
                .question("B2", "B2b", "How is it known what they said?", "WORDS", "B2a is YES and B2 is at least P")
                .question("B2", "B2c", "Who was told that they were not?", "WORDS", "B2a is NO or B2 is N");
    }

    private static void send(Page page, SheetsForTests sheets) {
        page.locator("input[type=file]").setInputFiles(new FilePayload("care at home.xlsx", XLSX, sheets.xlsx()));
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Read and check"))
                .click();
    }

    private static void publish(Page page) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Publish this edition"))
                .click();
        page.getByText("is published. Rounds can ask it from now on.").waitFor();
    }

    @Test
    void aSpreadsheetIsPutRightPublishedAndItsNextEditionCompared() {
        try (var desk = BrowserSession.atADesk(given)) {
            var page = desk.signIn(nurse).open("/assessments/frameworks");
            page.getByText("Publish a framework of your own").click();
            send(
                    page,
                    home("2026", "2026-04-01")
                            .line("B", "B2", "Twice", "B9 is M", "", "")
                            .question("A1", "L1", "Which came first?", "YES_NO", "L2 is YES")
                            .question("A1", "L2", "And which then?", "YES_NO", "L1 is YES"));
            assertThat(page.getByRole(AriaRole.ALERT).innerText()).contains("Nothing of it was kept.");
            assertThat(page.locator("tbody").first().innerText())
                    .contains(
                            "duplicate code \"B2\", first in row 5", "loop: whether \"L1\" is shown depends on itself");
            desk.assertNoAxeViolations();
            desk.assertFitsTheNarrowest();
            desk.screenshot("framework-refused");

            send(page, home("2026", "2026-04-01"));
            desk.assertGoodPage("framework-preview");
            publish(page);
            desk.assertGoodPage("framework-published");

            page = desk.open("/assessments/frameworks/new");
            send(page, home("2027", "2027-04-01").line("A", "A3", "Every missed visit is counted", "", "", ""));
            assertThat(page.locator(".gt-state").innerText())
                    .isEqualTo("Since edition 2026: 1 added, 0 removed, 0 changed, 8 the same.");
            publish(page);
            page.getByText("What changed since the edition before").click();
            assertThat(page.locator("h1").innerText()).contains("From 2026 to 2027");
            desk.assertGoodPage("framework-compared");
        }
    }

    @Test
    void withoutJavaScriptItIsPublishedAsWell() {
        try (var plain = BrowserSession.withoutJavaScript(given)) {
            var page = plain.signIn(nurse).open("/assessments/frameworks/new");
            send(page, home("2026", "2026-04-01"));
            publish(page);
            assertThat(page.locator("h1").innerText()).contains("Care of people at home");
        }
    }
}

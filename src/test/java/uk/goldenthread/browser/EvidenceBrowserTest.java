package uk.goldenthread.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import uk.goldenthread.evidence.ClaimsForTests;
import uk.goldenthread.evidence.GivenEvidence;
import uk.goldenthread.evidence.intake.FilesForTests;
import uk.goldenthread.support.BrowserSession;
import uk.goldenthread.support.Given;
import uk.goldenthread.support.Given.Person;
import uk.goldenthread.support.GoldenThreadTest;

/// Giving evidence at a desk over a line that breaks, without JavaScript, and looking at it on a phone.
@NullMarked
@GoldenThreadTest
class EvidenceBrowserTest {
    @Autowired
    Given given;

    @Autowired
    GivenEvidence evidence;

    @Autowired
    ClaimsForTests things;

    Given.Organisation icb;
    Given.Organisation trust;
    Person named;

    @BeforeEach
    void aTrust() {
        icb = given.icb();
        trust = given.provider(icb, "ACUTE");
        named = given.person("PROVIDER_NAMED_PROFESSIONAL", icb, trust);
    }

    private static void fill(Page page, FilePayload file) {
        page.locator("input[type=file]").setInputFiles(file);
        page.getByLabel("Title").fill("Audit of referrals, January 2026");
        page.getByLabel("What is it?").selectOption("AUDIT");
        page.getByLabel("Practice").check();
        page.getByLabel("No", new Page.GetByLabelOptions().setExact(true)).check();
    }

    private static void press(Page page) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Give this evidence"))
                .click();
    }

    private static FilePayload large() {
        var text = "A line of a long report.\n".repeat(60_000).getBytes(StandardCharsets.UTF_8);
        return new FilePayload("report.txt", "text/plain", text);
    }

    @Test
    void aLargeFileGoesOnByItselfWhenTheLineBreaks() {
        var thing = things.thing(icb, trust);
        try (var desk = BrowserSession.atADesk(given)) {
            desk.signIn(named).open("/evidence/new?for=" + thing + "&back=/evidence");
            desk.assertGoodPage("evidence-give");
            var page = desk.page();
            var parts = new AtomicInteger();
            page.route("**/parts/**", route -> {
                if (parts.incrementAndGet() == 2) {
                    route.abort();
                } else {
                    route.resume(new Route.ResumeOptions());
                }
            });
            fill(page, large());
            press(page);
            page.getByText("The evidence is in the library.").waitFor();
            assertThat(parts.get())
                    .as("three parts of 512 KB, and one sent twice")
                    .isEqualTo(4);
            assertThat(page.url()).endsWith("/evidence");
            desk.assertGoodPage("evidence-library");
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Audit of referrals"))
                    .click();
            desk.assertGoodPage("evidence-item");
            page.getByText("Preview").click();
            page.frameLocator("iframe").getByText("A line of a long report.").waitFor();
            desk.screenshot("evidence-item-preview");
        }
    }

    @Test
    void withoutJavaScriptTheFormSendsItsFileAndSaysWhatIsWrong() {
        try (var plain = BrowserSession.withoutJavaScript(given)) {
            plain.signIn(named).open("/evidence/new");
            var page = plain.page();
            fill(page, new FilePayload("plan.docx", "application/octet-stream", FilesForTests.pdf()));
            press(page);
            assertThat(page.getByRole(AriaRole.ALERT).innerText()).contains("This is a PDF, but its name does not end");
            assertThat(page.getByLabel("Title").inputValue()).isEqualTo("Audit of referrals, January 2026");
            page.locator("input[type=file]")
                    .setInputFiles(new FilePayload("plan.pdf", "application/octet-stream", FilesForTests.pdf()));
            press(page);
            assertThat(page.locator("h1").innerText()).contains("Audit of referrals, January 2026");
        }
    }

    @Test
    void theLibraryAndAnItemAreGoodPagesOnAPhone() {
        var form = GivenEvidence.form("Photograph of the notice board");
        evidence.give(named, form, "board.png", FilesForTests.picture("png"));
        var policy = GivenEvidence.form("Safeguarding policy");
        policy.putAll(java.util.Map.of(
                "document", "POLICY", "reviewOn[day]", "1", "reviewOn[month]", "4", "reviewOn[year]", "2027"));
        long id = evidence.item(named, policy, "The policy.");
        try (var phone = BrowserSession.onAPhone(given)) {
            phone.signIn(named).open("/evidence");
            phone.assertGoodPage("evidence-library-phone");
            phone.open("/evidence/" + id);
            phone.assertGoodPage("evidence-item-phone");
            phone.open("/evidence/" + (id - 1));
            phone.page().getByText("Preview").click();
            phone.assertGoodPage("evidence-picture-phone");
            phone.open("/evidence/new");
            phone.assertGoodPage("evidence-give-phone");
            phone.open("/evidence/" + id + "/newer");
            phone.assertGoodPage("evidence-newer-phone");
            phone.open("/evidence/" + id + "/details");
            phone.assertGoodPage("evidence-details-phone");
        }
        try (var desk = BrowserSession.atADesk(given)) {
            desk.signIn(given.person("DESIGNATED_NURSE", icb)).open("/evidence?show=all");
            desk.assertGoodPage("evidence-library-icb");
        }
    }
}

package uk.goldenthread.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDate;
import java.util.regex.Pattern;
import uk.goldenthread.support.BrowserSession;

/// What people do to a committee paper at their browsers, from an empty page to the frozen paper.
final class PaperSteps {
    private PaperSteps() {}

    /// The author begins a paper, fills the cover sheet, words the narrative and hands it over.
    ///
    /// @param name of the pictures
    /// @return the paper's address
    static String write(BrowserSession author, String period, LocalDate meeting, String narrative, String name) {
        var page = author.open("/papers/new");
        page.getByLabel("Quality", new Page.GetByLabelOptions().setExact(false))
                .first()
                .check();
        page.getByLabel("Which period does it report?").selectOption(period);
        page.getByLabel("Day").fill(Integer.toString(meeting.getDayOfMonth()));
        page.getByLabel("Month").fill(Integer.toString(meeting.getMonthValue()));
        page.getByLabel("Year").fill(Integer.toString(meeting.getYear()));
        author.assertGoodPage(name + "-new");
        press(page, "Begin the paper");
        page.waitForURL(Pattern.compile(".*/papers/\\d+"));
        var address = page.url().replaceFirst("^https?://[^/]+", "");
        author.assertGoodPage(name + "-parts");

        cover(author, address, name);
        words(author, address, narrative, name);
        author.open(address + "/points");
        author.assertGoodPage(name + "-points");

        author.open(address);
        press(page, "Hand over for signature");
        page.getByText("The paper waits for signatures.").waitFor();
        return address;
    }

    private static void cover(BrowserSession author, String address, String name) {
        var page = author.open(address + "/cover");
        author.assertGoodPage(name + "-cover");
        page.getByLabel("Executive sponsor").fill("The sponsor, Chief Nursing Officer");
        page.locator("input[name=purpose][value=ASSURANCE]").check();
        page.getByLabel("What is the committee asked to do?").fill("The committee is asked to note the position.");
        page.getByLabel("Links to the risk register or assurance framework").fill("none");
        page.locator("input[name=conflict][value=NONE]").check();
        for (var implication :
                page.locator("input[name^='implication-'][value=NO]").all()) {
            implication.check();
        }
        press(page, "Save the cover sheet");
        page.waitForURL("**" + address);
    }

    private static void words(BrowserSession author, String address, String narrative, String name) {
        var page = author.open(address + "/text/narrative");
        page.getByLabel("Words for this part").fill(narrative);
        author.assertGoodPage(name + "-words");
        press(page, "Save the words");
        page.waitForURL("**" + address + "*");
    }

    static void sign(BrowserSession signer, String address) {
        var page = signer.open(address);
        press(page, "Sign the paper");
        page.getByText("You have signed the paper.").waitFor();
    }

    static void freeze(BrowserSession author, String address) {
        var page = author.open(address);
        press(page, "Freeze the paper");
        page.getByText("The paper is frozen.").waitFor();
    }

    private static void press(Page page, String button) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button).setExact(true))
                .click();
    }

    /// The line of a measure in the paper's summary table.
    static Locator line(Page page, String measure) {
        return page.locator("tr")
                .filter(new Locator.FilterOptions().setHasText(measure))
                .first();
    }
}

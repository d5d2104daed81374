package uk.goldenthread.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;
import uk.goldenthread.support.BrowserSession;
import uk.goldenthread.support.Given;
import uk.goldenthread.support.Given.Person;
import uk.goldenthread.support.GoldenThreadTest;

/// From nothing to what a committee needs, with the real public files, as two people would do it at their browsers: one
/// uploads, the other approves.
@GoldenThreadTest
class RealPathBrowserTest {
    private static final Path DATA = Path.of(System.getProperty("shared.data", "../shared/data"));

    /// Worked out by hand from the 13 files for every trust, and by the NHS-R reference for RTG and RKB: the last point
    /// is usual variation, and the target of 78% lies above the upper limit.
    private static final List<String> USUAL_AND_MISSES = List.of("Usual variation", "Will miss target");

    @Autowired
    Given given;

    @Test
    void registersAndThirteenMonthsOfFiguresShowTheRightSignsForEveryTrust() {
        Assumptions.assumeTrue(Files.exists(DATA.resolve("ods")), "third-party data not here: skipped");

        takesIn(
                given.icb("QJ2", "NHS Derby and Derbyshire ICB"),
                "epraccur-QJ2-derby-derbyshire.csv",
                List.of("RTG", "RFS"),
                "51.2%");
        takesIn(
                given.icb("QWU", "NHS Coventry and Warwickshire ICB"),
                "epraccur-QWU-coventry-warwickshire.csv",
                List.of("RJC", "RKB", "RLT"),
                "63%");
    }

    @Test
    void theReferenceSaysTheSameOfTheTrustsItHas() {
        Assumptions.assumeTrue(Files.exists(DATA.resolve("spc")), "third-party data not here: skipped");
        var cases = JsonMapper.shared()
                .readTree(DATA.resolve("spc/local-trust-ae-cases.json").toFile());

        assertThat(cases.valueStream()
                        .filter(each -> each.get("id").asString().endsWith("-4h"))
                        .map(each -> each.get("expected")))
                .hasSize(2)
                .allMatch(expected -> expected.get("variationIcon").asString().equals("common_cause")
                        && expected.get("assurance").asString().equals("consistent_fail"));
    }

    /// @param june the share of type 1 attendances within 4 hours in June 2025 over these trusts, worked out by hand:
    ///     12,881 of 25,169 and 17,451 of 27,696
    private void takesIn(Given.Organisation icb, String practices, List<String> trusts, String june) {
        var coordinator = given.person("SAFEGUARDING_COORDINATOR", icb);
        var nurse = given.person("DESIGNATED_NURSE", icb);
        try (var preparing = BrowserSession.atADesk(given);
                var approving = BrowserSession.atADesk(given)) {
            preparing.signIn(coordinator);
            approving.signIn(nurse);
            for (var file : files(practices)) {
                var address = upload(preparing, file);
                approve(approving, address);
            }
            approving.assertGoodPage("real-path-import-" + icb.code());
            approving.open("/measures/AE_4H");
            for (var trust : trusts) {
                assertThat(approving
                                .page()
                                .locator("tr")
                                .filter(new Locator.FilterOptions()
                                        .setHas(approving.page().locator("a[href*='/AE_4H/" + trust + "']")))
                                .innerText())
                        .as("signs of %s", trust)
                        .contains(USUAL_AND_MISSES);
            }
            approving.assertGoodPage("real-path-measure-" + icb.code());
            approving.open("/measures/AE_4H/" + trusts.getFirst());
            assertThat(approving.page().locator("table").last().innerText())
                    .contains("June 2024")
                    .contains("June 2025");
            approving.assertGoodPage("real-path-series-" + icb.code());
            paper(approving, icb, june);
        }
        onAPhone(nurse, icb, trusts);
    }

    /// The nurse writes the paper for June 2025; the doctor and the executive lead sign it; she freezes it.
    private void paper(BrowserSession nurse, Given.Organisation icb, String june) {
        var name = "real-path-paper-" + icb.code();
        var address = PaperSteps.write(
                nurse, "2025-06", LocalDate.of(2025, 8, 14), "Waits stay long in every emergency department.", name);
        for (var role : List.of("DESIGNATED_DOCTOR", "ICB_EXECUTIVE_LEAD")) {
            try (var signing = BrowserSession.atADesk(given)) {
                signing.signIn(given.person(role, icb));
                PaperSteps.sign(signing, address);
            }
        }
        PaperSteps.freeze(nurse, address);
        nurse.assertGoodPage(name + "-frozen");

        var page = nurse.open(address + "/read");
        assertThat(PaperSteps.line(page, "A&E type 1 seen within 4 hours").innerText())
                .contains(june);
        assertThat(page.locator(".gt-papershown").innerText()).contains("Frozen: the figures are those of");
        assertThat(page.locator("main").innerText()).contains("Waits stay long in every emergency department.");
        nurse.assertGoodPage(name);
        var pdf = page.waitForDownload(() -> page.getByText("Download as PDF").click());
        assertThat(pdf.suggestedFilename()).endsWith(".pdf");
        PaperSteps.line(page, "A&E type 1 seen within 4 hours")
                .locator("a:has-text('%')")
                .first()
                .click();
        assertThat(page.locator("main").innerText()).contains("June 2025").contains(june);
        nurse.assertGoodPage(name + "-figure");
    }

    private void onAPhone(Person nurse, Given.Organisation icb, List<String> trusts) {
        try (var phone = BrowserSession.onAPhone(given)) {
            phone.signIn(nurse);
            phone.open("/measures/AE_4H/" + trusts.getFirst());
            phone.assertGoodPage("real-path-series-phone-" + icb.code());
        }
    }

    /// The register's two files, then the months in order.
    private static List<Path> files(String practices) {
        try (var months = Files.list(DATA.resolve("ae-monthly-providers"))) {
            var inOrder = months.filter(file -> file.toString().endsWith(".csv"))
                    .sorted(Comparator.comparing(Path::toString));
            return java.util.stream.Stream.concat(
                            java.util.stream.Stream.of(
                                    DATA.resolve("ods").resolve(practices), DATA.resolve("ods/etr-2025.csv")),
                            inOrder)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// @return the address of the import's page, once the file has been compared
    private String upload(BrowserSession session, Path file) {
        var page = session.open("/imports/new");
        page.locator("input[type=file]").setInputFiles(file);
        button(page, "Upload and compare").click();
        page.waitForURL(Pattern.compile(".*/imports/\\d+.*"));
        compared(page);
        return page.url().replaceFirst("^https?://[^/]+", "").replaceFirst("[?#].*$", "");
    }

    private void approve(BrowserSession session, String address) {
        var page = session.open(address);
        compared(page);
        if (page.locator(".gt-state").innerText().startsWith("Nothing to change")) {
            return; // another test of this run took it in
        }
        button(page, "Approve").click();
        page.locator(".gt-state")
                .filter(new Locator.FilterOptions().setHasText(Pattern.compile("Approved|Committed|Taken in")))
                .waitFor();
    }

    /// The page shows the result by itself.
    private static void compared(Page page) {
        page.locator("progress")
                .waitFor(new Locator.WaitForOptions()
                        .setState(com.microsoft.playwright.options.WaitForSelectorState.DETACHED)
                        .setTimeout(60_000));
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}

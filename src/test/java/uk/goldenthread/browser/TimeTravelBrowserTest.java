package uk.goldenthread.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.Instant;
import java.time.LocalDate;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import uk.goldenthread.kernel.calendar.Period;
import uk.goldenthread.papers.PaperFixtures;
import uk.goldenthread.returns.ReturnOpening;
import uk.goldenthread.returns.ReturnReviews;
import uk.goldenthread.returns.Returns;
import uk.goldenthread.returns.Returns.Base;
import uk.goldenthread.returns.ReturnsForTests;
import uk.goldenthread.support.BrowserSession;
import uk.goldenthread.support.Given;
import uk.goldenthread.support.GoldenThreadTest;
import uk.goldenthread.support.SettableClock;

/// A provider restates an accepted figure after the committee's paper was frozen: the paper keeps what the committee
/// was
/// shown, today's reading differs, and each page says which it shows.
@GoldenThreadTest
class TimeTravelBrowserTest {
    @Autowired
    Given given;

    @Autowired
    SettableClock clock;

    @Autowired
    PaperFixtures fixtures;

    @Autowired
    ReturnOpening opening;

    @Autowired
    Returns returns;

    @Autowired
    ReturnReviews reviews;

    @Autowired
    ReturnsForTests test;

    private Given.Organisation trust;
    private Given.Person named;
    private PaperFixtures.Team team;
    private long accepted;

    @BeforeEach
    void anAcceptedReturn() {
        clock.standAt(LocalDate.of(2025, 7, 14));
        var icb = given.icb();
        trust = given.provider(icb, "ACUTE");
        named = given.person("PROVIDER_NAMED_PROFESSIONAL", icb, trust);
        var executive = given.person("PROVIDER_EXECUTIVE_LEAD", icb, trust);
        team = fixtures.team(given, icb);
        opening.open(team.nurse().actor(), Period.parse("2025-06"));
        accepted = test.header(team.nurse(), trust, "2025-06").id();
        var typed = test.lines(named, accepted).stream().map(test::typical).toList();
        returns.save(named.actor(), accepted, Base.seen(1), typed).orElseThrow();
        returns.submit(named.actor(), accepted).orElseThrow();
        returns.approve(executive.actor(), accepted).orElseThrow();
        reviews.acceptAll(team.nurse().actor(), accepted);
    }

    @AfterEach
    void letGo() {
        clock.letGo();
    }

    @Test
    void theFrozenPaperStandsTodaysDiffersAndEachPageSaysWhichItShows() {
        var paper = fixtures.draft(team, "QUALITY");
        var asDrafted = test.instant();
        fixtures.freeze(team, paper);
        var read = "/papers/" + paper + "/read";
        var asCommitteeSaw = dataOf("/api/v1/papers/" + paper + "/data");

        try (var provider = BrowserSession.atADesk(given);
                var nurse = BrowserSession.atADesk(given)) {
            provider.signIn(named);
            nurse.signIn(team.nurse());
            assertThat(share(nurse.open(read))).isEqualTo("90%");

            restate(provider);

            var page = nurse.open(read);
            assertThat(share(page)).isEqualTo("90%");
            assertThat(shown(page)).contains("Frozen: the figures are those of").contains("The records have changed");
            nurse.assertGoodPage("time-travel-frozen");
            assertThat(dataOf("/api/v1/papers/" + paper + "/data")).isEqualTo(asCommitteeSaw);

            page = nurse.open(read + "?show=today");
            assertThat(share(page)).isEqualTo("85%");
            assertThat(shown(page)).contains("Today's figures");
            nurse.assertGoodPage("time-travel-today");

            page = nurse.open("/papers/" + paper + "/rerun");
            assertThat(page.locator("main").innerText())
                    .contains("the same, byte for byte")
                    .contains("What is different today");
            nurse.assertGoodPage("time-travel-rerun");

            asItStood(nurse, read, asDrafted);
        }
    }

    private void asItStood(BrowserSession nurse, String read, Instant asDrafted) {
        var page = nurse.open(read + "?asAt=" + asDrafted);
        assertThat(share(page)).isEqualTo("90%");
        assertThat(shown(page)).contains("Draft, words and figures as they stood on");
        assertThat(page.getByText("You are seeing this as it stood on").isVisible())
                .isTrue();
        nurse.assertGoodPage("time-travel-as-at");
        page = nurse.open("/papers?asAt=" + asDrafted);
        assertThat(page.locator("main").innerText()).contains("Being written").doesNotContain("Begin a paper");
        page.locator("main table a").first().click();
        assertThat(shown(page)).contains("Draft, words and figures as they stood on");
    }

    private void restate(BrowserSession provider) {
        var page = provider.open("/returns/" + accepted);
        var form = page.locator("form[action$='/lines/K03/restate']");
        form.locator("xpath=ancestor::details").locator("summary").click();
        form.locator("[name$='numerator']").fill("17");
        form.locator("[name$='denominator']").fill("20");
        form.locator("[name=reason]").fill("Bank staff were counted twice");
        provider.assertGoodPage("time-travel-restating");
        form.locator("button").click();
        page.waitForLoadState();
        assertThat(test.line(team.nurse(), accepted, "K03").revision()).isEqualTo(2);
    }

    private static String share(Page page) {
        return Jsoup.parse(page.content())
                .select("tr:contains(level 3) a:matchesOwn(%$)")
                .first()
                .text();
    }

    private static String shown(Page page) {
        return page.locator(".gt-papershown").innerText();
    }

    private String dataOf(String address) {
        return given.get(team.nurse(), address).body();
    }
}

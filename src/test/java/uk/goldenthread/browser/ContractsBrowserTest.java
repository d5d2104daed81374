package uk.goldenthread.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import uk.goldenthread.contracts.ContractSampler;
import uk.goldenthread.support.BrowserSession;
import uk.goldenthread.support.Given;
import uk.goldenthread.support.GoldenThreadTest;

/// The register of contracts at a desk, and a request for evidence answered on a phone.
@NullMarked
@GoldenThreadTest
class ContractsBrowserTest {
    @Autowired
    Given given;

    @Autowired
    ContractSampler contracts;

    private static void press(Page page, String button) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button))
                .click();
    }

    @Test
    void aContractIsEnteredWatchedAndAskedUnderAtADeskAndAnsweredOnAPhone() {
        var icb = given.icb();
        var trust = given.provider(icb, "COMMUNITY");
        var manager = given.person("CONTRACT_MANAGER", icb);
        var named = given.person("PROVIDER_NAMED_PROFESSIONAL", icb, trust);
        long planned = contracts.planned(manager, trust);
        try (var desk = BrowserSession.atADesk(given)) {
            desk.signIn(manager).open("/contracts/new");
            desk.assertGoodPage("contracts-new");
            desk.open("/contracts/" + planned);
            desk.assertGoodPage("contracts-planned");
            long live = contracts.live(manager, trust);
            desk.open("/contracts/" + live);
            desk.page().getByText("Ask for evidence").click();
            desk.page().getByLabel("What is asked for").fill("The training record of May");
            press(desk.page(), "Ask, and tell the provider");
            desk.assertGoodPage("contracts-live");
            desk.open("/contracts");
            desk.assertGoodPage("contracts-register");
        }
        try (var phone = BrowserSession.onAPhone(given)) {
            phone.signIn(named);
            var page = phone.page();
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("The training record of May"))
                    .first()
                    .click();
            phone.assertGoodPage("contracts-request-phone");
            page.getByLabel("What you say about it").fill("No training was held in May");
            press(page, "Answer the request");
            assertThat(page.getByText("The request is answered.").first().isVisible())
                    .isTrue();
            phone.open("/contracts");
            phone.assertGoodPage("contracts-register-phone");
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Community services"))
                    .first()
                    .click();
            phone.assertGoodPage("contracts-live-phone");
        }
    }
}

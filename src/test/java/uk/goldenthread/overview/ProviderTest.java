package uk.goldenthread.overview;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import uk.goldenthread.overview.Series.State;
import uk.goldenthread.support.Given;
import uk.goldenthread.support.GoldenThreadTest;
import uk.goldenthread.support.SettableClock;
import uk.goldenthread.support.Statements;

@GoldenThreadTest
class ProviderTest {
    private static final LocalDate MAY = LocalDate.of(2026, 5, 1);

    @Autowired
    Given given;

    @Autowired
    Series series;

    @Autowired
    SettableClock clock;

    @Autowired
    Statements statements;

    private Given.Organisation icb;
    private Given.Organisation trust;
    private Given.Organisation other;
    private Given.Person nurse;
    private Given.Person named;

    @BeforeEach
    void twoTrusts() {
        icb = given.icb();
        trust = given.provider(icb, "ACUTE");
        other = given.provider(icb, "ACUTE");
        nurse = given.person("DESIGNATED_NURSE", icb);
        named = given.person("PROVIDER_NAMED_PROFESSIONAL", icb, trust);
        clock.standAt(LocalDate.of(2026, 6, 29));
    }

    @AfterEach
    void letTheClockGo() {
        clock.letGo();
    }

    @Test
    void theStateIsOneSentence() {
        series.put(icb, trust, State.of("K03", MAY, "CONCERN_LOW", "FAIL"));

        assertThat(page(nurse, "/providers/" + trust.code()).select(".gt-state").text())
                .isEqualTo("Routine oversight; 1 of 49 measures is getting worse; no return is late.");
    }

    @Test
    void aTileHasItsValueItsIconsInWordsAndItsFreshness() {
        series.put(icb, trust, State.of("K03", MAY, "CONCERN_LOW", "FAIL"));

        var tile = page(nurse, "/providers/" + trust.code())
                .select(".gt-tile:has(a[href=/measures/K03/%s])".formatted(trust.code()))
                .first();

        assertThat(tile.className()).isEqualTo("gt-tile gt-tile--concern");
        assertThat(tile.select(".gt-tile__value").text()).isEqualTo("80%");
        assertThat(tile.select(".gt-tile__words").text()).isEqualTo("Concern, lower. Will miss target. Target 85%.");
        assertThat(tile.select(".gt-tile__fresh").text()).isEqualTo("For May 2026");
        assertThat(tile.select(".gt-tile__icons svg")).hasSize(2);
    }

    @Test
    void whatIsGettingWorseComesFirstAndStandsInNoOtherGroup() {
        series.put(icb, trust, State.of("K01", MAY, "COMMON_CAUSE", "PASS"));
        series.put(icb, trust, State.of("K14", MAY, "CONCERN_LOW", "FAIL"));

        var page = page(nurse, "/providers/" + trust.code());
        var first = page.select("#measures ~ h3").first();

        assertThat(first.text()).isEqualTo("Getting worse");
        assertThat(first.nextElementSibling().select("a[href^=/measures/]").eachAttr("href"))
                .containsExactly("/measures/K14/" + trust.code());
        assertThat(page.select("a[href=/measures/K14/%s]".formatted(trust.code())))
                .hasSize(1);
    }

    @Test
    void whatIsNeitherWorseNorSureToMissIsFoldedByThemeAndSaysWhatIsInIt() {
        series.put(icb, trust, State.of("K01", MAY, "IMPROVEMENT_HIGH", "PASS"));
        series.put(icb, trust, State.of("K02", LocalDate.of(2026, 1, 1), "COMMON_CAUSE", "PASS"));
        series.put(icb, trust, State.of("K03", MAY, "COMMON_CAUSE", "FAIL"));
        series.put(icb, trust, State.of("K14", MAY, "CONCERN_LOW", "FAIL"));

        var page = page(nurse, "/providers/" + trust.code());
        var open = page.select("#measures ~ h3").eachText();
        var training = page.select("details.gt-unfolds:has(a[href=/measures/K01/%s])".formatted(trust.code()));

        assertThat(open).startsWith("Getting worse", "Will miss its target").hasSize(2);
        assertThat(page.select("details a[href=/measures/K03/%s]".formatted(trust.code())))
                .isEmpty();
        assertThat(training.hasAttr("open")).isFalse();
        assertThat(training.select("summary").text())
                .isEqualTo("Training: %d measures, 1 getting better, 1 out of date, %d with nothing given"
                        .formatted(
                                training.select(".gt-tile").size(),
                                training.select(".gt-tile").size() - 2));
    }

    @Test
    void everyPartNamedAtTheTopIsOnThePage() {
        var page = page(nurse, "/providers/" + trust.code());

        var parts = page.select("nav[aria-label=On this page] a");

        assertThat(parts.eachText()).containsExactly("Measures", "Returns", "Oversight", "Contacts");
        assertThat(parts.eachAttr("href"))
                .allSatisfy(href -> assertThat(page.select(href)).hasSize(1));
    }

    @Test
    void whatStandsOutBecomesAQuestionForTheNextMeeting() {
        series.put(icb, trust, State.of("K03", MAY, "CONCERN_LOW", "FAIL"));
        series.put(icb, trust, State.of("K07", MAY, "COMMON_CAUSE", "FAIL"));
        series.put(icb, trust, State.of("K14", MAY, "IMPROVEMENT_HIGH", "PASS"));

        var prompts = page(nurse, "/providers/" + trust.code())
                .select(".gt-prompts li")
                .eachText();

        assertThat(prompts)
                .startsWith(
                        "Safeguarding children training, level 3 is getting worse: 80% in May 2026. What changed, and"
                                + " what is being done?",
                        "Safeguarding adults training, level 3 will keep missing its target of 85% as it runs now. What"
                                + " would have to be done differently?");
        assertThat(prompts.getLast())
                .isEqualTo(
                        "Supervision of caseload holders is getting better: 80% in May 2026. What worked, that others"
                                + " could learn from?");
    }

    @Test
    void aProviderSeesItsOwnRecordWithoutTheIcbsQuestions() {
        var page = page(named, "/our-record");

        assertThat(page.select("h1").text()).contains("Our record").contains(trust.name());
        assertThat(page.select(".gt-prompts")).isEmpty();
        assertThat(page.select(".nhsuk-header__navigation-list a").eachText()).contains("Our record");
        assertThat(given.get(named, "/providers/" + trust.code()).statusCode()).isEqualTo(200);
    }

    @Test
    void anotherProvidersPageDoesNotExistForIt() {
        assertThat(given.get(named, "/providers/" + other.code()).statusCode()).isEqualTo(404);
        assertThat(given.get(named, "/providers").statusCode()).isEqualTo(403);
    }

    @Test
    void aProviderOfAnotherIcbDoesNotExist() {
        var elsewhere = given.provider(given.icb(), "ACUTE");

        assertThat(given.get(nurse, "/providers/" + elsewhere.code()).statusCode())
                .isEqualTo(404);
        assertThat(given.get(nurse, "/providers/NOSUCH").statusCode()).isEqualTo(404);
    }

    @Test
    void theListFindsByNameCodeAndKind() {
        var practice = given.provider(icb, "GP");

        assertThat(names("/providers")).hasSize(3);
        assertThat(names("/providers?kind=GP")).containsExactly(practice.name());
        assertThat(names("/providers?q=" + trust.code().toLowerCase(java.util.Locale.ROOT)))
                .containsExactly(trust.name());
        assertThat(names("/providers?late=yes")).isEmpty();
    }

    @Test
    void concernIsTheLevelThenTheScoreThenTheOpenSignals() {
        var scored = given.provider(icb, "ACUTE");
        var signalled = given.provider(icb, "ACUTE");
        series.score(icb, scored, 7, 0);
        series.score(icb, signalled, 7, 2);
        series.level(icb, other, "WATCH");
        series.level(icb, trust, "ENHANCED");

        assertThat(names("/providers?sort=concern"))
                .containsExactly(trust.name(), other.name(), signalled.name(), scored.name());
        assertThat(names("/providers"))
                .isSorted()
                .containsExactlyInAnyOrder(trust.name(), other.name(), signalled.name(), scored.name());
    }

    @Test
    void theOverviewMeansTheSameByConcern() {
        series.score(icb, other, 12, 3);
        series.level(icb, trust, "ENHANCED");

        assertThat(page(nurse, "/overview").select("tbody th a").eachText())
                .containsExactly(trust.name(), other.name());
    }

    @Test
    void theOrderStandsInTheAddressAndKeepsWhatWasFound() {
        var heads = page(nurse, "/providers?q=a%26b&kind=ACUTE&sort=concern").select("thead th[aria-sort]");

        assertThat(heads.eachAttr("aria-sort")).containsExactly("none", "descending");
        assertThat(heads.select("a").eachAttr("href"))
                .containsExactly(
                        "/providers?q=a%26b&kind=ACUTE&sort=name", "/providers?q=a%26b&kind=ACUTE&sort=concern");
        assertThat(page(nurse, "/providers?sort=concern")
                        .select("select[name=sort] option[selected]")
                        .val())
                .isEqualTo("concern");
    }

    @Test
    void aLongListComesFiftyAPageAndKeepsWhatWasAskedFor() {
        for (int i = 0; i < 51; i++) {
            given.provider(icb, "GP");
        }

        var first = page(nurse, "/providers?kind=GP&sort=concern");
        var onward = first.select("a[rel=next]").attr("href");
        var second = page(nurse, onward);

        assertThat(first.select("tbody th a")).hasSize(50);
        assertThat(first.select(".gt-count").text()).startsWith("51 of 53 providers");
        assertThat(onward).isEqualTo("/providers?kind=GP&sort=concern&page=2");
        assertThat(second.select("tbody th a").eachText())
                .hasSize(1)
                .doesNotContainAnyElementsOf(first.select("tbody th a").eachText());
        assertThat(names("/providers?kind=GP&page=9")).isEqualTo(names("/providers?kind=GP&page=2"));
        assertThat(names("/providers?kind=GP&page=-1")).hasSize(50);
        assertThat(page(nurse, "/providers?kind=ACUTE").select(".nhsuk-pagination a"))
                .isEmpty();
    }

    @Test
    void theListByConcernIsAsManyStatementsForManyProvidersAsForFew() {
        var few = statements.during(() -> page(nurse, "/providers?sort=concern"));
        for (int i = 0; i < 5; i++) {
            series.score(icb, given.provider(icb, "ACUTE"), i, i);
        }

        var many = statements.during(() -> page(nurse, "/providers?sort=concern"));

        assertThat(many).hasSameSizeAs(few);
    }

    @Test
    void whoSeesNoSignalsIsNotToldHowManyAreOpen() {
        series.score(icb, trust, 7, 2);
        clock.letGo(); // a token is of the day
        var member = given.person("COMMITTEE_MEMBER", icb);

        assertThat(page(nurse, "/providers").select("thead th").eachText()).contains("Open signals");
        assertThat(page(member, "/providers").select("thead th").eachText()).doesNotContain("Open signals");
    }

    @Test
    void theNumberOfStatementsDoesNotGrowWithWhatIsKnown() {
        var bare = statements.during(() -> page(nurse, "/providers/" + other.code()));
        for (var kpi : java.util.List.of("K01", "K02", "K03", "K07", "K08")) {
            series.put(icb, trust, State.of(kpi, MAY, "CONCERN_LOW", "FAIL"));
        }

        var full = statements.during(() -> page(nurse, "/providers/" + trust.code()));

        assertThat(full).hasSameSizeAs(bare);
        assertThat(full).hasSizeLessThanOrEqualTo(13);
    }

    @Test
    void everyOpenSignalIsCountedAndThere() {
        series.signals(icb, trust, 25);

        var page = page(nurse, "/providers/" + trust.code());

        assertThat(page.select("nav[aria-label=On this page] a").eachText()).contains("Open signals (25)");
        assertThat(page.select("section[aria-labelledby=signals] a[href^=/signals/]"))
                .hasSize(25);
    }

    @Test
    void aContactIsCalledByTheNameOfItsPostAndNotByItsCode() {
        series.post(icb, trust, "NP-SA", "Ada Example");

        assertThat(page(nurse, "/providers/" + trust.code())
                        .select("#contacts + dl dt")
                        .eachText())
                .containsExactly("Named professional for safeguarding adults");
    }

    @Test
    void aPracticesNavigationIsHomeAlone() {
        clock.letGo();
        var lead = given.person("PRACTICE_LEAD", icb, given.provider(icb, "GP"));

        var home = page(lead, "/");

        assertThat(home.select(".nhsuk-header__navigation-list > li > a").eachText())
                .containsExactly("Home");
        assertThat(home.select("main a[href=/our-record]").text()).isEqualTo("Our record");
    }

    private java.util.List<String> names(String path) {
        return page(nurse, path).select("tbody th a").eachText();
    }

    private Document page(Given.Person person, String path) {
        var answer = given.get(person, path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return Jsoup.parse(answer.body());
    }
}

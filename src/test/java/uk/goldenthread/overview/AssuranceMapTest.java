package uk.goldenthread.overview;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
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
class AssuranceMapTest {
    /// May 2026 was due on 26 June 2026 (20 working days after 31 May, a Sunday): on 29 June May is the newest
    /// expected.
    private static final LocalDate MONDAY_29_JUNE = LocalDate.of(2026, 6, 29);

    private static final LocalDate MAY = LocalDate.of(2026, 5, 1);
    private static final LocalDate APRIL = LocalDate.of(2026, 4, 1);

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
    private Given.Person nurse;

    @BeforeEach
    void anIcbWithATrust() {
        icb = given.icb();
        trust = given.provider(icb, "ACUTE");
        nurse = given.person("DESIGNATED_NURSE", icb);
        clock.standAt(MONDAY_29_JUNE);
    }

    @AfterEach
    void letTheClockGo() {
        clock.letGo();
    }

    @Test
    void aCellSaysInWordsWhatItShowsAndOpensItsStory() {
        series.put(icb, trust, State.of("K03", MAY, "CONCERN_LOW", "FAIL"));

        var cell = cell(map(""), trust, "Safeguarding children training, level 3");

        assertThat(cell.className()).isEqualTo("cl");
        assertThat(cell.select("a").attr("href")).isEqualTo("/measures/K03/" + trust.code());
        assertThat(cell.select("i").text()).isEqualTo("Concern, lower; will miss target");
        assertThat(cell.ownText() + cell.select("a").first().ownText()).isEqualTo("F");
    }

    @Test
    void whatIsOlderThanTheLastDuePeriodIsHatched() {
        series.put(icb, trust, State.of("K03", APRIL, "COMMON_CAUSE", "PASS"));
        series.put(icb, trust, State.of("K07", MAY, "COMMON_CAUSE", "PASS"));

        var map = map("");

        assertThat(cell(map, trust, "Safeguarding children training, level 3").classNames())
                .containsExactly("vc", "st");
        assertThat(cell(map, trust, "Safeguarding children training, level 3").text())
                .contains("out of date");
        assertThat(cell(map, trust, "Safeguarding adults training, level 3").classNames())
                .containsExactly("vc");
    }

    @Test
    void whatIsAskedForAndNeverCameIsNotLeftBlank() {
        var cell = cell(map(""), trust, "Safeguarding children training, level 1");

        assertThat(cell.className()).isEqualTo("ms");
        assertThat(cell.text()).isEqualTo("Nothing given");
    }

    @Test
    void onTooFewPointsNothingIsJudged() {
        series.put(icb, trust, new State("K03", MAY, "CONCERN_LOW", "FAIL", 7));

        var cell = cell(map(""), trust, "Safeguarding children training, level 3");

        assertThat(cell.text()).isEqualTo("Too few points");
    }

    @Test
    void theSummaryCountsProvidersWithAPriorityMeasureGettingWorse() {
        given.provider(icb, "ACUTE");
        series.put(icb, trust, State.of("K03", MAY, "CONCERN_LOW", "FAIL"));

        assertThat(map("").select(".gt-state").text())
                .startsWith("1 of 2 providers has a priority measure that is getting worse.");
    }

    @Test
    void theGreatestConcernStandsFirst() {
        var sound = given.provider(icb, "ACUTE");
        series.put(icb, sound, State.of("K03", MAY, "COMMON_CAUSE", "PASS"));
        series.put(icb, trust, State.of("K03", MAY, "CONCERN_LOW", "FAIL"));

        assertThat(map("").select("tbody th a").eachText()).containsExactly(trust.name(), sound.name());
        assertThat(map("?show=concerns").select("tbody th a").eachText()).containsExactly(trust.name());
    }

    @Test
    void practicesHaveMeasuresAndAMapOfTheirOwn() {
        var practice = given.provider(icb, "GP");

        var providers = map("");
        var practices = map("?kind=PRACTICE");

        assertThat(providers.select("tbody th a").eachText()).containsExactly(trust.name());
        assertThat(practices.select("tbody th a").eachText()).containsExactly(practice.name());
        assertThat(practices.select("thead th.th").eachText()).containsExactly("General practice");
        assertThat(map("?kind=").select("tbody th a").eachText())
                .containsExactlyInAnyOrder(trust.name(), practice.name());
    }

    @Test
    void aThemeNarrowsTheMeasuresAndTheFormKeepsTheChoice() {
        var map = map("?theme=IN_CARE");

        assertThat(map.select("thead th.th").eachText()).containsExactly("Children in care");
        assertThat(map.select("select[name=theme] option[selected]").val()).isEqualTo("IN_CARE");
    }

    @Test
    void theDownloadEqualsWhatIsShown() {
        series.put(icb, trust, State.of("K43", MAY, "CONCERN_LOW", "FAIL"));
        var map = map("?theme=IN_CARE");

        var csv = given.get(nurse, map.select("a[download]").attr("href"));

        assertThat(csv.headers().firstValue("Content-Type")).hasValue("text/csv;charset=UTF-8");
        assertThat(csv.body().lines())
                .containsExactly(
                        "\uFEFFCode,Provider,Kind,Level,Score,K43 Initial health assessments within 20 working days,"
                                + "K44 Review health assessments in time",
                        "%s,%s,Acute hospital trust,Routine,,\"Concern, lower; will miss target\",Nothing given"
                                .formatted(trust.code(), trust.name()));
    }

    @Test
    void theMapAsAtAPastInstantShowsWhatStoodThen() {
        clock.letGo();
        series.put(icb, trust, State.of("K03", MAY, "COMMON_CAUSE", "PASS"));
        var then = Instant.now();
        series.put(icb, trust, State.of("K03", MAY, "CONCERN_LOW", "FAIL"));

        var past = cell(map("?asAt=" + then), trust, "Safeguarding children training, level 3");
        var now = cell(map(""), trust, "Safeguarding children training, level 3");

        assertThat(past.text()).contains("Usual variation");
        assertThat(past.select("a").attr("href")).endsWith("?asAt=" + then);
        assertThat(now.text()).contains("Concern, lower");
    }

    @Test
    void theMapAsksTheDatabaseOnceHoweverManyProvidersThereAre() {
        for (int i = 0; i < 5; i++) {
            series.put(icb, given.provider(icb, "ACUTE"), State.of("K03", MAY, "COMMON_CAUSE", "PASS"));
        }

        var sent = statements.during(() -> map(""));

        assertThat(sent).filteredOn(sql -> sql.contains("pub_series_state")).hasSize(1);
        assertThat(sent).as("the map, who acts, where else they may act").hasSizeLessThanOrEqualTo(3);
    }

    @Test
    void aProviderDoesNotSeeOthersBesideItself() {
        clock.letGo();
        var named = given.person("PROVIDER_NAMED_PROFESSIONAL", icb, trust);

        assertThat(given.get(named, "/overview").statusCode()).isEqualTo(403);
        assertThat(given.get(named, "/overview.csv").statusCode()).isEqualTo(403);
    }

    @Test
    void anEmptySystemSaysWhatWillAppear() {
        clock.letGo();
        var nurseOfEmpty = given.person("DESIGNATED_NURSE", given.icb());

        var page = Jsoup.parse(given.get(nurseOfEmpty, "/overview").body());

        assertThat(page.select(".gt-empty").text()).contains("Providers appear here once they are in the directory");
    }

    private Document map(String query) {
        var answer = given.get(nurse, "/overview" + query);
        assertThat(answer.statusCode()).isEqualTo(200);
        return Jsoup.parse(answer.body());
    }

    private static Element cell(Document map, Given.Organisation provider, String measure) {
        var columns = map.select("thead tr:last-child th").stream()
                .map(th -> th.select("span").isEmpty()
                        ? th.text()
                        : th.select("span").first().ownText().strip())
                .toList();
        var row = map.select("tbody tr").stream()
                .filter(tr -> tr.select("th a").text().equals(provider.name()))
                .findFirst()
                .orElseThrow();
        return row.children().get(columns.indexOf(measure));
    }
}

package uk.goldenthread.figures.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import uk.goldenthread.database.UnitOfWork;
import uk.goldenthread.figures.MeasureValue;
import uk.goldenthread.figures.MeasureValue.Status;
import uk.goldenthread.figures.Measures;
import uk.goldenthread.figures.SeriesKey;
import uk.goldenthread.kernel.calendar.Month;
import uk.goldenthread.kernel.spc.Direction;
import uk.goldenthread.kernel.spc.Series;
import uk.goldenthread.ledger.Ledger;
import uk.goldenthread.support.Given;
import uk.goldenthread.support.GoldenThreadTest;

@GoldenThreadTest
class MeasurePagesTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int[] STEADY = {90, 91, 89, 90, 88, 89, 91, 90, 92, 91, 89, 90, 90};
    private static final int[] FALLEN = {90, 91, 89, 90, 88, 89, 91, 90, 92, 91, 89, 90, 60};

    @Autowired
    Given given;

    @Autowired
    UnitOfWork work;

    @Autowired
    Measures measures;

    @Autowired
    Ledger ledger;

    private Given.Organisation icb;
    private Given.Organisation fallen;
    private Given.Organisation steady;
    private Given.Person nurse;

    /// Two trusts from April 2024 to April 2025, one of which falls in the last month.
    @BeforeEach
    void twoTrusts() {
        icb = given.icb();
        fallen = given.provider(icb, "ACUTE");
        steady = given.provider(icb, "COMMUNITY");
        nurse = given.person("DESIGNATED_NURSE", icb);
        record(fallen, FALLEN, Status.PROVISIONAL);
        record(steady, STEADY, Status.FINAL);
    }

    private void record(Given.Organisation provider, int[] values, Status last) {
        var list = new ArrayList<MeasureValue>();
        for (int i = 0; i < values.length; i++) {
            list.add(value(provider, i, values[i], i + 1 == values.length ? last : Status.FINAL));
        }
        work.write(nurse.actor().scope(), () -> measures.record(icb.id(), list));
    }

    private MeasureValue value(Given.Organisation provider, int month, int value, Status status) {
        var key = new SeriesKey(icb.id(), provider.id(), "K03");
        var period = Month.of(2024 + (month + 3) / 12, (month + 3) % 12 + 1);
        return new MeasureValue(
                key,
                period,
                BigDecimal.valueOf(value * 2L),
                BigDecimal.valueOf(200),
                (double) value,
                status,
                "return/7/line/" + month,
                1);
    }

    private Document page(Given.Person person, String path) {
        var answer = given.get(person, path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return Jsoup.parse(answer.body());
    }

    @Test
    void theListSaysHowManyProvidersStandHow() {
        var page = page(nurse, "/measures");

        assertThat(page.select("h1").text()).isEqualTo("Measures");
        assertThat(page.select("tbody tr").eachText())
                .containsExactly("Safeguarding children training, level 3 2 1 0 1 0 0 0 1 1 April 2025");
        assertThat(page.select("tbody a").eachAttr("href"))
                .contains("/measures/K03", "/measures/K03?variation=concern", "/measures/K03?assurance=HIT_AND_MISS");
    }

    /// 120 of 200 and 180 of 200 together are 300 of 400.
    @Test
    void aMeasuresPageShowsPeersWithWordsAndTheTotalFromTheSums() {
        var page = page(nurse, "/measures/K03");

        assertThat(page.select("h1").text()).isEqualTo("K03 Safeguarding children training, level 3");
        assertThat(page.select(".gt-state").text()).isEqualTo("2 providers. Values are of April 2025.");
        assertThat(page.select("main p a").first().text())
                .isEqualTo("75% (300 of 400), from 2 of 2 providers, explain this number");
        var rows = page.select("table.gt-table").first().select("tbody tr").eachText();
        assertThat(rows.getFirst())
                .startsWith(fallen.name() + " 60%, provisional 120 200")
                .contains("Concern, lower")
                .endsWith("April 2025, provisional");
        assertThat(rows.get(1)).startsWith(steady.name() + " 90% 180 200").contains("Usual variation");
        assertThat(page.select("figure.gt-chart h3").text()).contains("differ from the group by more than chance");
    }

    @Test
    void filtersAreKeptInTheAddressAndNarrowTheTable() {
        var page = page(nurse, "/measures/K03?kind=COMMUNITY&variation=common_cause");

        assertThat(page.select("table.gt-table").first().select("tbody th").eachText())
                .containsExactly(steady.name());
        assertThat(page.select("select[name=kind] option[selected]").attr("value"))
                .isEqualTo("COMMUNITY");
        var none = page(nurse, "/measures/K03?kind=COMMUNITY&variation=concern");
        assertThat(none.select(".gt-empty").text())
                .isEqualTo("No provider stands as chosen above. Choose other filters.");
    }

    @Test
    void theTitleOfAChartIsItsFinding() {
        var page = page(nurse, "/measures/K03/" + fallen.code());

        assertThat(page.select("figure h2").text())
                .startsWith("Safeguarding children training, level 3 at %s fell below its usual range in April 2025"
                        .formatted(fallen.name()));
        assertThat(page.select(".gt-state").text()).endsWith("The latest value is provisional.");
        assertThat(page.select("[data-line=target]")).hasSize(1);
        var newest = page.select("tbody tr").first();
        assertThat(newest.text()).contains("April 2025", "60%", "Outside: below the lower limit", "Provisional");
        assertThat(newest.select("a").eachAttr("href"))
                .containsExactly(
                        "/figures/measure?kpi=K03&organisation=%s&period=2025-04".formatted(fallen.code()),
                        "/returns/7");
        assertThat(page.select("main").text()).doesNotContain("Trial limits");
    }

    @Test
    void aShortSeriesSaysSoAndShowsNoLimits() {
        var hospice = given.provider(icb, "HOSPICE");
        record(hospice, new int[] {90, 91, 10}, Status.FINAL);

        var page = page(nurse, "/measures/K03/" + hospice.code());

        assertThat(page.select("figure h2").text()).endsWith("has too few points to tell change from chance");
        assertThat(page.select("main li").eachText())
                .contains("Fewer than 8 points: the line is shown without limits or signals.");
        assertThat(page.select("[data-line=upper]")).isEmpty();
    }

    @Test
    void aRestatedValueIsMarkedAndThePastIsShownAsItStood() {
        var then = Instant.now().toString();
        work.write(
                nurse.actor().scope(),
                () -> measures.record(icb.id(), List.of(value(fallen, 12, 90, Status.RESTATED))));

        var now = page(nurse, "/measures/K03/" + fallen.code());
        var before = page(nurse, "/measures/K03/" + fallen.code() + "?asAt=" + then);

        assertThat(now.select("tbody tr").first().text()).contains("90%", "Restated, changed once");
        assertThat(before.select("tbody tr").first().text()).contains("60%", "Provisional");
        assertThat(before.select("form[action$=baselines]")).isEmpty();
    }

    @Test
    void aProviderIsLedToItsOwnChartAndAnothersIsNotFoundAndInTheLedger() {
        var named = given.person("PROVIDER_NAMED_PROFESSIONAL", icb, steady);

        var peers = given.get(named, "/measures/K03");
        var others = given.get(named, "/measures/K03/" + fallen.code());
        var chart = given.get(named, "/api/v1/measures/K03/" + fallen.code() + "/chart");
        var list = page(named, "/measures");

        assertThat(peers.statusCode()).isEqualTo(302);
        assertThat(peers.headers().firstValue("Location").orElseThrow()).endsWith("/measures/K03/" + steady.code());
        assertThat(others.statusCode()).isEqualTo(404);
        assertThat(chart.statusCode()).isEqualTo(404);
        assertThat(page(named, "/measures/K03/" + steady.code()).select("h1").text())
                .contains(steady.name());
        assertThat(list.select("tbody tr").eachText()).hasSize(1);
        assertThat(list.text()).doesNotContain(fallen.name());
        var governance = given.person("INFORMATION_GOVERNANCE", icb).actor();
        var hidden = work.read(
                governance.scope(),
                () -> ledger.latest(icb.id(), new Ledger.Search("HIDDEN", "", "", Long.MAX_VALUE), 10));
        assertThat(hidden).hasSizeGreaterThanOrEqualTo(2);
    }

    @Test
    void aCommitteeMemberSeesFewerThanFiveProvidersWithoutTheirNames() {
        var member = given.person("COMMITTEE_MEMBER", icb);

        var few = page(member, "/measures/K03");
        for (int more = 0; more < 3; more++) {
            record(given.provider(icb, "ACUTE"), STEADY, Status.FINAL);
        }
        var five = page(member, "/measures/K03");

        assertThat(few.select("table.gt-table").first().select("tbody th").eachText())
                .containsExactly("Provider A", "Provider B");
        assertThat(few.select("main").text()).doesNotContain(fallen.name()).contains("their names are left out");
        assertThat(five.select("main").text()).contains(fallen.name());
    }

    @Test
    void aBadRebaseIsAnsweredWithEveryProblemAndWhatWasTyped() {
        var path = "/measures/K03/" + fallen.code() + "/baselines";

        var refused = given.post(nurse, path, "starts=2024-10-01&reason=because");
        var byAnalyst = given.post(given.person("ANALYST", icb), path, "starts=2024-10-01&reason=because");

        assertThat(refused.statusCode()).isEqualTo(422);
        var page = Jsoup.parse(refused.body());
        assertThat(page.title()).startsWith("Error: ");
        assertThat(page.select(".nhsuk-error-summary a").eachAttr("href")).containsExactly("#reason", "#starts");
        assertThat(page.select("textarea").text()).isEqualTo("because");
        assertThat(byAnalyst.statusCode()).isEqualTo(403);
    }

    @Test
    void aRebasedChartMarksWhereAndWhy() {
        var trust = given.provider(icb, "ACUTE");
        record(
                trust,
                new int[] {80, 81, 79, 80, 81, 79, 80, 81, 79, 80, 81, 79, 90, 91, 89, 90, 91, 89, 90, 90},
                Status.FINAL);
        var reason = "New learning system from April 2025, board minute 12";

        var done = given.post(
                nurse,
                "/measures/K03/" + trust.code() + "/baselines",
                "starts=2025-04-01&reason=" + URLEncoder.encode(reason, StandardCharsets.UTF_8));
        var page = page(nurse, "/measures/K03/" + trust.code());

        assertThat(done.statusCode()).isEqualTo(302);
        assertThat(page.select("[data-line=rebase]")).hasSize(1);
        assertThat(page.select("main dl").text())
                .contains("From April 2025", reason, "Set by " + nurse.actor().name());
        assertThat(page.select("main li").eachText()).anyMatch(words -> words.startsWith("Trial limits"));
    }

    @Test
    void aFiguresPageHasTheThreadFromStatuteToSource() {
        var page = page(nurse, "/figures/measure?kpi=K03&organisation=%s&period=2025-04".formatted(fallen.code()));

        assertThat(page.select("h1").text())
                .isEqualTo("Explain this number Safeguarding children training, level 3 at %s, April 2025"
                        .formatted(fallen.name()));
        assertThat(page.select(".gt-state").text()).isEqualTo("60%");
        assertThat(page.select(".gt-thread strong").eachText())
                .containsExactly("Statute", "Requirement", "Statute", "Requirement", "Measure", "Value", "Source");
        assertThat(page.select("table.gt-table tbody tr").text())
                .isEqualTo(fallen.name() + " 120 200 60% Provisional 0 return 7");
        assertThat(given.get(nurse, "/figures/measure?kpi=K03").statusCode()).isEqualTo(400);
        assertThat(given.get(nurse, "/figures/no-such").statusCode()).isEqualTo(404);
    }

    @Test
    void theInterfaceListsValuesWithTheirTotal() {
        var answer = json("/api/v1/measures?kpi=K03&from=2025-02&sort=value,asc&size=2");

        assertThat(answer.get("total").asInt()).isEqualTo(6);
        assertThat(answer.get("items")).hasSize(2);
        assertThat(answer.get("items").get(0).get("value").asDouble()).isEqualTo(60);
        assertThat(answer.get("items").get(0).get("organisation").asString()).isEqualTo(fallen.code());
        assertThat(Instant.parse(answer.get("asAt").asString())).isBeforeOrEqualTo(Instant.now());
        assertThat(json("/api/v1/measures?kpi=K03&page=9").get("total").asInt()).isEqualTo(26);
        assertThat(given.get(nurse, "/api/v1/measures?sort=nonsense").statusCode())
                .isEqualTo(400);
        assertThat(given.get(nurse, "/api/v1/measures?from=2025-13").statusCode())
                .isEqualTo(400);
    }

    @Test
    void theInterfacesChartEqualsTheKernels() {
        var values = java.util.Arrays.stream(FALLEN).asDoubleStream().toArray();
        var kernel = Series.of(values)
                .direction(Direction.HIGHER_IS_BETTER)
                .target(85)
                .chart();

        var chart = json("/api/v1/measures/K03/" + fallen.code() + "/chart");

        assertThat(chart.get("variation").asString())
                .isEqualTo(kernel.variation().name());
        assertThat(chart.get("assurance").asString())
                .isEqualTo(kernel.assurance().orElseThrow().name());
        for (int i = 0; i < values.length; i++) {
            var point = chart.get("series").get(i);
            assertThat(point.get("label").asString()).isEqualTo(kernel.label(i).name());
            assertThat(point.get("side").asString()).isEqualTo(kernel.side(i).name());
            assertThat(point.get("upperLimit").asDouble())
                    .isEqualTo(kernel.lastLimits().upper());
            assertThat(point.get("lowerNear").asDouble())
                    .isEqualTo(kernel.lastLimits().lowerNear());
        }
    }

    private JsonNode json(String path) {
        var answer = given.get(nurse, path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return JSON.readTree(answer.body());
    }
}

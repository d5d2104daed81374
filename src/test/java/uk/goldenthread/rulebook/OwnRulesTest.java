package uk.goldenthread.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.goldenthread.database.Scope;
import uk.goldenthread.database.UnitOfWork;
import uk.goldenthread.figures.MeasureValue;
import uk.goldenthread.figures.Measures;
import uk.goldenthread.figures.SeriesKey;
import uk.goldenthread.kernel.calendar.Month;
import uk.goldenthread.papers.PaperFixtures;
import uk.goldenthread.papers.service.Freezing;
import uk.goldenthread.papers.service.Papers;
import uk.goldenthread.support.Given;
import uk.goldenthread.support.GoldenThreadTest;
import uk.goldenthread.support.SettableClock;
import uk.goldenthread.support.Statements;

/// An ICB's own rules, from the form to everything that they judge.
@GoldenThreadTest
class OwnRulesTest {
    private static final LocalDate AUGUST = LocalDate.of(2025, 8, 11);
    private static final String K03 = "Safeguarding children training, level 3";

    /// Twelve months at 90 with limits 85.4 to 94.6 (the worked example V3 of the method): 85 will be met, 95 missed.
    private static final int[] AROUND_90 = {180, 182, 178, 180, 184, 176, 182, 180, 178, 182, 180, 178};

    @Autowired
    Given given;

    @Autowired
    PaperFixtures fixtures;

    @Autowired
    Papers papers;

    @Autowired
    Freezing freezing;

    @Autowired
    Measures measures;

    @Autowired
    UnitOfWork work;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    SettableClock clock;

    @Autowired
    Statements statements;

    @Autowired
    RulesBegin begin;

    private Given.Organisation icb;
    private Given.Organisation trust;
    private Given.Person nurse;

    @BeforeEach
    void anIcbWithATrust() {
        icb = given.icb();
        trust = given.provider(icb, "ACUTE");
        nurse = given.person("DESIGNATED_NURSE", icb);
    }

    @AfterEach
    void letGo() {
        clock.letGo();
    }

    @Test
    void aChangedTargetChangesTheIconTheMapAndTheNextDraftButNeitherAFrozenPaperNorThePast() {
        var elsewhere = given.icb();
        var theirs = given.provider(elsewhere, "ACUTE");
        fixtures.training(icb, trust, AROUND_90);
        fixtures.training(elsewhere, theirs, AROUND_90);
        var team = fixtures.team(given, icb);
        var paper = fixtures.draft(team, "QUALITY");
        fixtures.freeze(team, paper);
        var frozen = freezing.data(nurse.actor(), papers.find(nurse.actor(), paper));
        assertThat(frozen.measures().getFirst().target()).isEqualByComparingTo("85");
        var earlier = databaseNow();

        var review = page(nurse, "/catalogue/K03/change", k03("95", "2025-06-01", "review", 0));
        assertThat(review.select("h1").text()).contains("Check what this changes");
        assertThat(review.text())
                .contains("1 series of figures has a chart that this rule judges.")
                .contains(
                        "The icon against the target changes for 1: 1 from “will meet the target” to “will miss the target”.")
                .contains("Warnings “Below target for long” (W02) that hold today: 1 instead of 0.");
        assertThat(assurance(icb, trust)).isEqualTo("PASS");
        assertThat(send(nurse, "/catalogue/K03/change", k03("95", "2025-06-01", "confirm", 0)))
                .isEqualTo(302);

        assertThat(assurance(icb, trust)).isEqualTo("FAIL");
        assertThat(assurance(elsewhere, theirs)).isEqualTo("PASS");
        assertThat(cell(page(nurse, "/overview"))).contains("will miss target");
        assertThat(cell(page(nurse, "/overview?asAt=" + earlier))).contains("will meet target");
        assertThat(page(nurse, "/catalogue/K03?asAt=" + earlier).text()).contains("As shipped.");
        var kept = papers.find(nurse.actor(), paper);
        assertThat(freezing.data(nurse.actor(), kept)).isEqualTo(frozen);
        assertThat(freezing.rerun(nurse.actor(), kept).same()).isTrue();
        var next = freezing.data(nurse.actor(), papers.find(nurse.actor(), fixtures.draft(team, "QUALITY")));
        assertThat(next.measures().getFirst().target()).isEqualByComparingTo("95");
        assertThat(next.measures().getFirst().states().getFirst().assurance()).isEqualTo("FAIL");
        assertThat(ledger("rule/K03")).containsExactly("RULE_CHANGED target 95");
    }

    @Test
    void aTargetOfALaterDayLeavesEarlierPeriodsUnderTheEarlierRule() {
        fixtures.training(icb, trust, AROUND_90);

        send(nurse, "/catalogue/K03/change", k03("95", "2025-07-01", "confirm", 0));
        assertThat(assurance(icb, trust)).isEqualTo("PASS");

        record("K03", Month.of(2025, 7), 90);
        assertThat(assurance(icb, trust)).isEqualTo("FAIL");
    }

    @Test
    void goingBackToWhatIsShippedIsAFurtherChangeAndBothStandInTheHistory() {
        fixtures.training(icb, trust, AROUND_90);
        send(nurse, "/catalogue/K03/change", k03("95", "2025-06-01", "confirm", 0));
        var form = page(nurse, "/catalogue/K03/change?as=shipped");
        assertThat(form.select("input[name=target]").val()).isEqualTo("85");
        assertThat(form.select("input[name=seen]").val()).isEqualTo("1");

        send(nurse, "/catalogue/K03/change", k03("85", "2025-06-01", "confirm", 1));

        assertThat(assurance(icb, trust)).isEqualTo("PASS");
        var page = page(nurse, "/catalogue/K03");
        assertThat(page.text()).contains("As shipped.");
        assertThat(page.select("ol.gt-thread li").eachText()).hasSize(2).satisfies(rows -> {
            assertThat(rows.getFirst())
                    .contains("as shipped")
                    .contains(nurse.actor().name());
            assertThat(rows.getLast()).contains("target 95").contains("agreed by the committee");
        });
    }

    @Test
    void whoMeetsSomebodyElsesChangeSeesBothAndLosesNothing() {
        send(nurse, "/catalogue/K03/change", k03("95", "2025-06-01", "confirm", 0));

        var answer = given.post(nurse, "/catalogue/K03/change", body(k03("92", "2025-06-01", "confirm", 0)));

        assertThat(answer.statusCode()).isEqualTo(409);
        var page = Jsoup.parse(answer.body());
        assertThat(page.text())
                .contains("Theirs")
                .contains("target 95")
                .contains("Yours")
                .contains("at least 92%, until then");
        assertThat(page.select("input[name=target]").val()).isEqualTo("92");
        assertThat(page.select("input[name=reason]").val()).contains("agreed by the committee");
        assertThat(send(nurse, "/catalogue/K03/change", k03("92", "2025-06-01", "confirm", 1)))
                .isEqualTo(302);
    }

    @Test
    void whatCannotBeReadIsSaidBesideTheFieldAndWhatWasTypedStays() {
        var typed = k03("ninety", "2025-06-01", "review", 0);
        typed.put("reason", List.of("short"));
        typed.remove("profile");

        var answer = given.post(nurse, "/catalogue/K03/change", body(typed));
        assertThat(answer.statusCode()).isEqualTo(422);
        var page = Jsoup.parse(answer.body());
        assertThat(page.select("input[name=target]").val()).isEqualTo("ninety");
        assertThat(page.select("#target-error").text()).contains("Enter a number, such as 85 or 2.5");

        typed.put("target", List.of("120"));
        var next = Jsoup.parse(
                given.post(nurse, "/catalogue/K03/change", body(typed)).body());
        assertThat(next.select(".nhsuk-error-summary li").eachText())
                .containsExactly(
                        "Enter a percentage from 0 to 100",
                        "Choose at least one kind of organisation",
                        "Say why, in 10 to 1000 characters");
    }

    @Test
    void aSettingChangesTheWarningsOfThatIcbAlone() {
        var elsewhere = given.icb();
        var theirs = given.provider(elsewhere, "ACUTE");
        // Two falls of six points, never below the target of 85: only W01 looks at falls.
        fixtures.training(icb, trust, 198, 186, 174);
        fixtures.training(elsewhere, theirs, 198, 186, 174);
        assertThat(warnings(icb)).containsExactly("W01");
        assertThat(warnings(elsewhere)).containsExactly("W01");

        var typed = setting("3", "2025-08-01", "review", 0);
        var review = page(nurse, "/catalogue/settings/W01.falls/change", typed);
        assertThat(review.text()).contains("Warnings “Falling figure” (W01) that hold today: 0 instead of 1.");
        assertThat(warnings(icb)).containsExactly("W01");
        assertThat(send(nurse, "/catalogue/settings/W01.falls/change", setting("3", "2025-08-01", "confirm", 0)))
                .isEqualTo(302);

        assertThat(warnings(icb)).isEmpty();
        assertThat(warnings(elsewhere)).containsExactly("W01");
        assertThat(page(nurse, "/catalogue/settings/W01.falls").text()).contains("It is 3 periods.");
    }

    @Test
    void aSettingOfALaterDayHoldsWhenThatDayComes() {
        clock.standAt(AUGUST);
        fixtures.training(icb, trust, 198, 186, 174);
        send(nurse, "/catalogue/settings/W01.falls/change", setting("3", "2025-08-20", "confirm", 0));
        assertThat(warnings(icb)).containsExactly("W01");

        var day = LocalDate.of(2025, 8, 20);
        clock.standAt(day);
        begin.run(icb.id(), day);
        begin.run(icb.id(), day);

        assertThat(warnings(icb)).isEmpty();
    }

    @Test
    void aValueOutOfItsRangeIsRefused() {
        var answer = given.post(
                nurse, "/catalogue/settings/W01.falls/change", body(setting("99", "2025-08-01", "review", 0)));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(Jsoup.parse(answer.body()).select("#value-error").text())
                .contains("Enter a whole number from 2 to 6");
        assertThat(given.get(nurse, "/catalogue/settings/ATTENDANCE.target/change")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void anOwnMeasureIsAskedForInTheNextReturnAndHasAChart() {
        var typed = ownMeasure();
        var review = page(nurse, "/catalogue/own/new", typed);
        assertThat(review.text())
                .contains("OWN-DENTAL")
                .contains("1 provider is asked for it each month; today's rule asks 0.");
        typed.put("step", List.of("confirm"));
        assertThat(send(nurse, "/catalogue/own/new", typed)).isEqualTo(302);

        assertThat(send(nurse, "/returns/open", Map.of("period", List.of("2025-07"))))
                .isEqualTo(302);
        var named = given.person("PROVIDER_NAMED_PROFESSIONAL", icb, trust);
        assertThat(page(named, "/returns").text()).contains("July 2025");
        assertThat(asked(icb, "OWN-DENTAL")).isEqualTo(1);
        var other = given.icb();
        given.provider(other, "ACUTE");
        send(given.person("DESIGNATED_NURSE", other), "/returns/open", Map.of("period", List.of("2025-07")));
        assertThat(asked(other, "OWN-DENTAL")).isZero();

        record("OWN-DENTAL", Month.of(2025, 7), 70);
        assertThat(page(nurse, "/measures/OWN-DENTAL/" + trust.code())
                        .select("h1")
                        .text())
                .contains("Children seen by a dentist");
        assertThat(given.get(given.person("DESIGNATED_NURSE", other), "/measures/OWN-DENTAL")
                        .statusCode())
                .isEqualTo(404);
        assertThat(page(nurse, "/overview").text()).contains("Children seen by a dentist");
    }

    @Test
    void aMeasureThatIsNotUsedIsNotAskedForInTheNextReturn() {
        var typed = k03("85", "2025-07-01", "confirm", 0);
        typed.put("used", List.of("no"));
        send(nurse, "/catalogue/K03/change", typed);

        send(nurse, "/returns/open", Map.of("period", List.of("2025-07")));
        send(nurse, "/returns/open", Map.of("period", List.of("2025-06")));

        assertThat(asked(icb, "K03")).isEqualTo(1);
        assertThat(page(nurse, "/catalogue/K03").text()).contains("Not asked for.");
    }

    /// The signal that a rule raised stands behind the number that the paper gives.
    @Test
    void aPapersCountOfSignalsLeadsToItsRows() {
        fixtures.training(icb, trust, 198, 186, 174);

        var figure = page(nurse, "/figures/paper-signals?period=2025-06&state=open");

        assertThat(figure.text()).contains("Signals still open, June 2025");
        assertThat(figure.select("table").text()).contains(trust.name()).contains("W01");
        assertThat(figure.select("a[href^=/signals/]")).hasSize(1);
    }

    @Test
    void onlyThoseWhoEditTheCatalogueMayChangeARule() {
        var coordinator = given.person("SAFEGUARDING_COORDINATOR", icb);

        assertThat(given.post(coordinator, "/catalogue/K03/change", body(k03("95", "2025-06-01", "confirm", 0)))
                        .statusCode())
                .isEqualTo(403);
        assertThat(page(coordinator, "/catalogue/K03").text()).doesNotContain("Change this rule");
        assertThat(given.get(coordinator, "/catalogue/K03/change").statusCode()).isEqualTo(403);
    }

    @Test
    void theRulesCostAPageOneStatement() {
        fixtures.training(icb, trust, AROUND_90);
        send(nurse, "/catalogue/K03/change", k03("95", "2025-06-01", "confirm", 0));
        for (var path : List.of(
                "/overview",
                "/measures",
                "/measures/K03/" + trust.code(),
                "/signals",
                "/returns",
                "/providers/" + trust.code())) {
            assertThat(statements.during(() -> page(nurse, path)))
                    .as(path)
                    .filteredOn(sql -> sql.contains("own_measure_rule"))
                    .hasSizeLessThanOrEqualTo(1);
        }
    }

    private Map<String, List<String>> k03(String target, String from, String step, int seen) {
        var typed = new LinkedHashMap<String, List<String>>();
        typed.put("used", List.of("yes"));
        typed.put("target", List.of(target));
        typed.put("tolerance", List.of("5"));
        typed.put("minimum", List.of("10"));
        typed.put("frequency", List.of("MONTHLY"));
        typed.put("profile", shippedKinds());
        return dated(typed, from, step, seen);
    }

    private List<String> shippedKinds() {
        var form = page(nurse, "/catalogue/K03/change?as=shipped");
        return form.select("input[name=profile][checked]").eachAttr("value");
    }

    private static Map<String, List<String>> setting(String value, String from, String step, int seen) {
        var typed = new LinkedHashMap<String, List<String>>();
        typed.put("value", List.of(value));
        return dated(typed, from, step, seen);
    }

    private static Map<String, List<String>> ownMeasure() {
        var typed = new LinkedHashMap<String, List<String>>();
        typed.put("code", List.of("dental"));
        typed.put("name", List.of("Children seen by a dentist"));
        typed.put("theme", List.of("CHILDREN"));
        typed.put("unit", List.of("PERCENT"));
        typed.put("numerator", List.of("children in care seen by a dentist within a year"));
        typed.put("denominator", List.of("children in care"));
        typed.put("direction", List.of("HIGHER"));
        typed.put("target", List.of("75"));
        typed.put("tolerance", List.of("5"));
        typed.put("minimum", List.of("0"));
        typed.put("frequency", List.of("MONTHLY"));
        typed.put("profile", List.of("ACUTE"));
        typed.put("dataSource", List.of("Health assessments"));
        typed.put("priority", List.of("no"));
        typed.put("spc", List.of("yes"));
        typed.put("suppression", List.of("ROUNDING_5"));
        return dated(typed, "2025-07-01", "review", 0);
    }

    private static Map<String, List<String>> dated(
            Map<String, List<String>> typed, String from, String step, int seen) {
        var day = LocalDate.parse(from);
        typed.put("from[day]", List.of(Integer.toString(day.getDayOfMonth())));
        typed.put("from[month]", List.of(Integer.toString(day.getMonthValue())));
        typed.put("from[year]", List.of(Integer.toString(day.getYear())));
        typed.put("reason", List.of("agreed by the committee of 7 August 2025"));
        typed.put("seen", List.of(Integer.toString(seen)));
        typed.put("step", List.of(step));
        return typed;
    }

    private static String body(Map<String, List<String>> typed) {
        var pairs = new ArrayList<String>();
        typed.forEach((name, values) -> values.forEach(value -> pairs.add(encoded(name) + "=" + encoded(value))));
        return String.join("&", pairs);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private int send(Given.Person person, String path, Map<String, List<String>> typed) {
        return given.post(person, path, body(typed)).statusCode();
    }

    private Document page(Given.Person person, String path, Map<String, List<String>> typed) {
        var answer = given.post(person, path, body(typed));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Jsoup.parse(answer.body());
    }

    private Document page(Given.Person person, String path) {
        var answer = given.get(person, path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return Jsoup.parse(answer.body());
    }

    private String cell(Document map) {
        return map.select("a[href^=/measures/K03/" + trust.code() + "]").parents().stream()
                .filter(each -> each.nameIs("td"))
                .map(each -> each.text())
                .collect(Collectors.joining(" "));
    }

    private void record(String kpi, Month month, int percent) {
        var value = new MeasureValue(
                new SeriesKey(icb.id(), trust.id(), kpi),
                month,
                BigDecimal.valueOf(percent * 2L),
                BigDecimal.valueOf(200),
                (double) percent,
                MeasureValue.Status.FINAL,
                "test",
                1);
        work.write(Scope.jobFor(icb.id()), () -> measures.record(icb.id(), List.of(value)));
    }

    private String assurance(Given.Organisation of, Given.Organisation provider) {
        return work.read(
                        Scope.jobFor(of.id()),
                        () -> measures.state(new SeriesKey(of.id(), provider.id(), "K03"))
                                .orElseThrow()
                                .assurance())
                .name();
    }

    private List<String> warnings(Given.Organisation of) {
        return work.read(
                Scope.jobFor(of.id()),
                () -> jdbc.sql("select rule from signal where icb = :icb and holds order by id")
                        .param("icb", of.id())
                        .query((row, _) -> row.getString("rule"))
                        .list());
    }

    private long asked(Given.Organisation of, String kpi) {
        return work.read(
                Scope.jobFor(of.id()),
                () -> jdbc.sql("select count(*) from pub_return_line where icb = :icb and kpi = :kpi")
                        .param("icb", of.id())
                        .param("kpi", kpi)
                        .query(Long.class)
                        .single());
    }

    private List<String> ledger(String subject) {
        return work.read(
                Scope.jobFor(icb.id()),
                () -> jdbc.sql(
                                "select action || ' ' || (detail ->> 'rule') from ledger.entry where icb = :icb and subject = :subject")
                        .param("icb", icb.id())
                        .param("subject", subject)
                        .query((row, _) -> row.getString(1))
                        .list());
    }

    private Instant databaseNow() {
        return work.read(
                Scope.system(),
                () -> jdbc.sql("select clock_timestamp()")
                        .query((row, _) -> row.getTimestamp(1).toInstant())
                        .single());
    }
}

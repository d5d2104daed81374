package uk.goldenthread.assessments.framework;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.goldenthread.assessments.RoundsForTests;
import uk.goldenthread.assessments.model.RoundDates;
import uk.goldenthread.assessments.service.Answering;
import uk.goldenthread.assessments.service.Base;
import uk.goldenthread.assessments.service.Filling;
import uk.goldenthread.assessments.service.Rounds;
import uk.goldenthread.assessments.service.Typed;
import uk.goldenthread.database.UnitOfWork;
import uk.goldenthread.ledger.Ledger;
import uk.goldenthread.support.Given;
import uk.goldenthread.support.GoldenThreadTest;
import uk.goldenthread.support.SettableClock;

/// An ICB's own framework from the spreadsheet to the answers.
@GoldenThreadTest
class OwnFrameworksTest {
    private static final LocalDate APRIL = LocalDate.of(2026, 4, 1);
    private static final String NEW = "/assessments/frameworks/new";

    @Autowired
    Given given;

    @Autowired
    SettableClock clock;

    @Autowired
    RoundsForTests test;

    @Autowired
    OwnFrameworks own;

    @Autowired
    Rounds rounds;

    @Autowired
    Answering answering;

    @Autowired
    Filling filling;

    @Autowired
    Ledger ledger;

    @Autowired
    UnitOfWork work;

    @Autowired
    JdbcClient jdbc;

    private Given.Organisation icb;
    private Given.Organisation trust;
    private Given.Person nurse;
    private Given.Person named;

    @BeforeEach
    void people() {
        icb = given.icb();
        trust = given.provider(icb, "ACUTE");
        nurse = given.person("DESIGNATED_NURSE", icb);
        named = given.person("PROVIDER_NAMED_PROFESSIONAL", icb, trust);
        clock.standAt(APRIL);
    }

    @AfterEach
    void letGo() {
        clock.letGo();
    }

    private void publish(Given.Person person, SheetsForTests sheets) {
        var reading = own.read(person.actor(), "own.xlsx", sheets.xlsx());
        assertThat(reading.faults()).isEmpty();
        own.publish(person.actor(), "own.xlsx", reading.content()).orElseThrow();
    }

    @Test
    void aPermittedPersonUploadsTheFilledInTemplateSeesAPreviewAndPublishesIt() throws IOException {
        var sent = SheetsForTests.sound("OWN_HOME", "2026", "2026-04-01").xlsx();

        var preview = given.upload(nurse, NEW, "home care.xlsx", sent);

        assertThat(preview.statusCode()).isEqualTo(200);
        var page = page(preview);
        assertThat(page.select("h1").text()).isEqualTo("Not published yet Care of people at home, edition 2026");
        assertThat(page.select("main").text())
                .contains("3 lines in 2 standards", "2 of 4 questions are shown only when another is answered so");
        assertThat(page.select("main svg").attr("aria-label")).contains("Which question leads to which");
        assertThat(page.select("main svg text").eachText()).contains("A1", "A2", "A1a", "is at least P", "is not M");
        assertThat(page(given.get(nurse, "/assessments/frameworks"))
                        .select("tbody")
                        .text())
                .doesNotContain("Care of people at home");

        var published = given.post(nurse, "/assessments/frameworks", form(page));
        assertThat(published.statusCode()).isEqualTo(302);
        var address = URI.create(published.headers().firstValue("Location").orElseThrow())
                .getPath();
        assertThat(address).isEqualTo("/assessments/frameworks/OWN_HOME");
        var shown = page(given.get(named, address));
        assertThat(shown.select("main").text())
                .contains(
                        "Edition 2026, in force from 1 April 2026",
                        "from home care.xlsx",
                        "A1 Every visit is planned (critical)");
        assertThat(page(given.get(nurse, "/assessments/rounds/new"))
                        .select("input[name=framework]")
                        .eachAttr("value"))
                .contains("OWN_HOME|2026");
        var entries = work.read(nurse.actor().scope(), () -> ledger.about("framework/OWN_HOME:2026", 10));
        assertThat(entries).extracting(Ledger.Entry::action).containsExactly("FRAMEWORK_PUBLISHED");
    }

    private static SheetsForTests mapped(String edition, String from) {
        return SheetsForTests.sound("OWN_HOME", edition, from)
                .row(SheetLayout.LINES, "B", "B2", "A lead is named", "", "", "", "", "", "S11_WT/1.1 EQUAL");
    }

    @Test
    void aRoundAsksAnOwnFrameworkAndItsAnswersFillAShippedOneToTheMappedExtent() {
        publish(nurse, mapped("2026", "2026-04-01"));
        var mine = issued("OWN_HOME", "2026");
        var section11 = issued("S11_WT", "2023");
        assertThat(test.header(named, mine).progress().asked())
                .as("A1, B1 and B2; A2 and A1a are not shown yet")
                .isEqualTo(3);

        answering
                .save(
                        named.actor(),
                        mine,
                        Base.seen(1),
                        List.of(Typed.value("A1", "P"), Typed.value("B2", "M").saying("Our chief nurse")))
                .orElseThrow();
        assertThat(test.header(named, mine).progress().asked())
                .as("A2 is shown now; A1a is too, and is not required")
                .isEqualTo(4);
        var lines = page(given.get(named, "/assessments/" + mine + "/standards/A"))
                .select("main")
                .text();
        assertThat(lines).contains("Missed visits are followed up", "What is missing?");

        filling.fill(named.actor(), section11, mine).orElseThrow();

        // met is the highest of its scale, as 3 is of Section 11's
        var filled = test.answers(named, section11).get("1.1");
        assertThat(filled.value()).isEqualTo("3");
        assertThat(filled.words()).isEqualTo("Our chief nurse");
        assertThat(filled.origin().words()).isEqualTo("OWN_HOME B2, answered 1 April 2026");
        assertThat(page(given.get(nurse, "/thread?of=requirement/OWN_HOME:2026:B2"))
                        .select("main")
                        .text())
                .contains(
                        "Care of people at home B2: A lead is named",
                        "Section 11 self-assessment 1.1",
                        "Care Act 2014");
    }

    @Test
    void aPublishedEditionNeverChangesAndALaterFileIsANewEdition() {
        publish(nurse, SheetsForTests.sound("OWN_HOME", "2026", "2026-04-01"));
        var mine = issued("OWN_HOME", "2026");

        var again =
                own.read(nurse.actor(), "own.xlsx", mapped("2026", "2026-04-01").xlsx());
        assertThat(again.sound()).isNull();
        assertThat(again.faults())
                .extracting(FrameworkReading.Fault::message)
                .containsExactly(
                        "edition 2026 of OWN_HOME is published and never changes: give this one another name",
                        "edition 2026 is in force from 2026-04-01: a new edition begins after that");
        assertThat(own.publish(nurse.actor(), "own.xlsx", again.content()).isAccepted())
                .isFalse();

        publish(nurse, mapped("2027", "2027-04-01"));
        assertThat(page(given.get(named, "/assessments/" + mine + "/standards/B"))
                        .select("main")
                        .text())
                .contains("Records are kept")
                .doesNotContain("A lead is named");
        var compared = page(given.get(nurse, "/assessments/frameworks/OWN_HOME/compare"))
                .select("main")
                .text();
        assertThat(compared)
                .contains("From 2026 to 2027", "1 added, 0 removed, 0 changed, 4 the same.", "A lead is named");
        assertThatThrownBy(() -> work.write(
                        nurse.actor().scope(),
                        () -> jdbc.sql("update own_framework set content = 'x'").update()))
                .hasRootCauseMessage("ERROR: permission denied for table own_framework");
    }

    @Test
    void anotherIcbNeitherSeesItNorIsHinderedByIt() {
        publish(nurse, SheetsForTests.sound("OWN_HOME", "2026", "2026-04-01"));
        clock.letGo();
        var elsewhere = given.icb();
        var other = given.person("DESIGNATED_NURSE", elsewhere);
        clock.standAt(APRIL);

        assertThat(given.get(other, "/assessments/frameworks/OWN_HOME").statusCode())
                .isEqualTo(404);
        assertThat(given.get(other, "/assessments/frameworks/OWN_HOME/workbook.xlsx")
                        .statusCode())
                .isEqualTo(404);
        assertThat(count(other)).isZero();
        assertThat(count(named))
                .as("a provider of the ICB reads what it answers")
                .isEqualTo(1);
        var wanted = new Rounds.Wanted(
                "OWN_HOME",
                "2026",
                "Theirs",
                Set.of("ACUTE"),
                Set.of(),
                false,
                new RoundDates.Typical(56, 28).from(APRIL));
        assertThat(rounds.prepare(other.actor(), wanted).reasons())
                .extracting(reason -> reason.message())
                .containsExactly("Choose which questions are asked.");
        publish(other, SheetsForTests.sound("OWN_HOME", "2026", "2026-04-01").framework("Name", "Theirs"));
        assertThat(page(given.get(nurse, "/assessments/frameworks/OWN_HOME"))
                        .select("h1")
                        .text())
                .endsWith("Care of people at home");
        assertThatThrownBy(() -> work.write(
                        named.actor().scope(),
                        () -> jdbc.sql(
                                        "insert into own_framework (icb, code, edition, name, valid_from, content, file_name,"
                                                + " published_by, published_by_name, published_at) select icb, 'OWN_MORE', edition, name,"
                                                + " valid_from, content, file_name, published_by, published_by_name, published_at"
                                                + " from own_framework")
                                .update()))
                .hasRootCauseMessage("ERROR: new row violates row-level security policy for table \"own_framework\"");
    }

    private long count(Given.Person person) {
        return work.read(
                person.actor().scope(),
                () -> jdbc.sql("select count(*) from own_framework")
                        .query((row, _) -> row.getLong(1))
                        .single());
    }

    @Test
    void aFaultyFileIsRefusedWithSheetRowAndReasonAndNothingIsLoaded() throws IOException {
        var sent = SheetsForTests.sound("OWN_HOME", "2026", "2026-04-01")
                .framework("Edition", "")
                .line("B", "B1", "Twice", "", "", "")
                .question("A1", "L1", "Loop", "YES_NO", "L2 is YES")
                .question("A1", "L2", "Loop", "YES_NO", "L1 is YES")
                .xlsx();

        var refused = given.upload(nurse, NEW, "own.xlsx", sent);

        assertThat(refused.statusCode()).isEqualTo(422);
        var page = page(refused);
        assertThat(page.select(".nhsuk-error-summary").text())
                .contains("own.xlsx was refused: 4 things are wrong. Nothing of it was kept.");
        assertThat(page.select("table").first().select("tbody tr").eachText())
                .containsExactly(
                        "Framework 1 Edition missing \"Edition\" in OWN_HOME",
                        "Lines 5 Code duplicate code \"B1\", first in row 4",
                        "Questions 3 Shown when loop: whether \"L1\" is shown depends on itself",
                        "Questions 4 Shown when loop: whether \"L2\" is shown depends on itself");
        var form =
                page.select("form[action=/assessments/frameworks/faults.csv]").first();
        assertThat(form).isNotNull();
        var lines = form.select("input[name=faults]").attr("value");
        var file = given.post(nurse, form.attr("action"), "faults=" + encoded(lines));
        assertThat(file.headers().firstValue("Content-Disposition"))
                .hasValueSatisfying(name -> assertThat(name).contains("framework-faults.csv"));
        assertThat(file.body()).isEqualTo("""
                        \uFEFFsheet,row,column,problem\r
                        Framework,1,Edition,"missing ""Edition"" in OWN_HOME"\r
                        Lines,5,Code,"duplicate code ""B1"", first in row 4"\r
                        Questions,3,Shown when,"loop: whether ""L1"" is shown depends on itself"\r
                        Questions,4,Shown when,"loop: whether ""L2"" is shown depends on itself"\r
                        """);
        assertThat(given.post(named, form.attr("action"), "faults=").statusCode())
                .isEqualTo(403);
        assertThat(page.select("svg rect[stroke-dasharray]"))
                .as("the loop is drawn")
                .hasSize(2);
        assertThat(count(nurse)).isZero();
        assertThat(given.upload(named, NEW, "own.xlsx", sent).statusCode()).isEqualTo(403);
        assertThat(given.post(nurse, "/assessments/frameworks", "content=" + encoded("code: X"))
                        .statusCode())
                .isEqualTo(422);
        assertThat(count(nurse)).isZero();
    }

    @Test
    void aFaultThatLooksLikeAFormulaRunsNothingWhenTheListIsOpened() {
        var file = given.post(
                nurse,
                "/assessments/frameworks/faults.csv",
                "faults="
                        + encoded("=1+1\t2\t@SUM(A1)\t=HYPERLINK(\"http://x.invalid\")\nnot a fault\nLines\tx\ty\tz"));

        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.body().lines().skip(1))
                .containsExactly("\"'=1+1\",2,\"'@SUM(A1)\",\"'=HYPERLINK(\"\"http://x.invalid\"\")\"");
    }

    @Test
    void aFrameworkFileIsReadTooButNoneThatGrowsWithoutMeasure() {
        var text = own.read(
                        nurse.actor(),
                        "own.xlsx",
                        SheetsForTests.sound("OWN_HOME", "2026", "2026-04-01").xlsx())
                .content();
        assertThat(own.read(nurse.actor(), "own.yaml", text.getBytes(UTF_8)).sound())
                .isNotNull();
        var broken = own.read(
                nurse.actor(), "own.yaml", text.replace("edition: \"2026\"", "").getBytes(UTF_8));
        assertThat(broken.faults())
                .containsExactly(new FrameworkReading.Fault("", 1, "", "missing key \"edition\" in OWN_HOME"));

        for (var hostile : List.of(
                "a: &a [x, x]\nb: &b [*a, *a]\nstandards: [*b, *b]\n",
                "standards: " + "[".repeat(100_000),
                "code: \"OWN\\u0000\"\n",
                "requirements: []\n",
                "x".repeat(3_000_000),
                "\u0000\u0001\u0002",
                "")) {
            var reading = own.read(nurse.actor(), "hostile.yaml", hostile.getBytes(UTF_8));
            assertThat(reading.sound()).isNull();
            assertThat(own.publish(nurse.actor(), "hostile.yaml", hostile).isAccepted())
                    .isFalse();
        }
        assertThat(count(nurse)).isZero();
    }

    @Test
    void noHostileFileIsRead() throws IOException {
        var folder = Path.of(System.getProperty("shared.data", "../shared/data"), "hostile-files");
        Assumptions.assumeTrue(Files.exists(folder), "third-party data not here: skipped");

        try (var files = Files.list(folder)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var answer = given.upload(nurse, NEW, file.getFileName().toString(), Files.readAllBytes(file));
                assertThat(answer.statusCode()).as(file.toString()).isEqualTo(422);
                assertThat(page(answer).select(".nhsuk-error-summary").text())
                        .as(file.toString())
                        .isNotEmpty();
            }
        }
        assertThat(count(nurse)).isZero();
    }

    @Test
    void hostileWordsAreKeptAsWordsAndComeOutHarmless() throws IOException {
        var hostile = "=HYPERLINK(\"http://x\") <script>alert(1)</script>";
        publish(nurse, SheetsForTests.sound("OWN_HOME", "2026", "2026-04-01").line("B", "B2", hostile, "", "", ""));

        var shown = given.get(nurse, "/assessments/frameworks/OWN_HOME").body();
        assertThat(shown).doesNotContain("<script>alert").contains("&lt;script&gt;alert(1)");
        var book = new java.io.ByteArrayOutputStream();
        FrameworkWorkbook.of(
                own.read(
                                nurse.actor(),
                                "again.xlsx",
                                SheetsForTests.sound("OWN_MORE", "1", "2026-04-01")
                                        .line("B", "B2", hostile, "", "", "")
                                        .xlsx())
                        .sound(),
                List.of(),
                book);
        var cells = SheetsForTests.read(book.toByteArray()).get(2).table().rows();
        assertThat(cells).allSatisfy(row -> assertThat(row.formulas()).isEmpty());
        assertThat(cells.getLast().cell(2)).isEqualTo(hostile);
    }

    @Test
    void beforeItWasPublishedItWasNotOnTheShelf() {
        clock.letGo();
        var before = java.time.Instant.now();
        publish(nurse, SheetsForTests.sound("OWN_HOME", "2026", "2026-04-01"));

        var then = page(given.get(nurse, "/assessments/frameworks?asAt=" + before))
                .select("tbody")
                .text();

        assertThat(then).contains("Section 11").doesNotContain("Care of people at home");
        assertThat(given.get(nurse, "/assessments/frameworks/OWN_HOME?asAt=" + before)
                        .statusCode())
                .isEqualTo(404);
    }

    private long issued(String framework, String edition) {
        var wanted = new Rounds.Wanted(
                framework,
                edition,
                framework + " " + edition,
                Set.of("ACUTE"),
                Set.of(),
                false,
                new RoundDates.Typical(56, 28).from(APRIL));
        long round = rounds.prepare(nurse.actor(), wanted).orElseThrow();
        rounds.publish(nurse.actor(), round).orElseThrow();
        return test.assessment(nurse, round, trust);
    }

    private static Document page(HttpResponse<String> answer) {
        return Jsoup.parse(answer.body());
    }

    private static String form(Document page) {
        return page.select("form[method=post] input[type=hidden]").stream()
                .map(input -> encoded(input.attr("name")) + "=" + encoded(input.val()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }
}

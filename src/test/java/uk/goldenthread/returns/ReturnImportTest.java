package uk.goldenthread.returns;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;
import uk.goldenthread.access.AsAt;
import uk.goldenthread.access.RefusedException;
import uk.goldenthread.imports.Batch;
import uk.goldenthread.imports.BatchState;
import uk.goldenthread.imports.Decisions;
import uk.goldenthread.imports.Imports;
import uk.goldenthread.imports.RowProblem;
import uk.goldenthread.imports.UploadedFile;
import uk.goldenthread.imports.Verdict;
import uk.goldenthread.imports.returns.Confidence;
import uk.goldenthread.imports.returns.ReturnPeriod;
import uk.goldenthread.imports.returns.ReturnRow;
import uk.goldenthread.imports.returns.ReturnTemplate;
import uk.goldenthread.kernel.calendar.Period;
import uk.goldenthread.kernel.outcome.Reason;
import uk.goldenthread.returns.model.ReturnState;
import uk.goldenthread.support.Given;
import uk.goldenthread.support.GoldenThreadTest;
import uk.goldenthread.support.SettableClock;
import uk.goldenthread.support.Statements;

/// One file of many providers' figures.
@GoldenThreadTest
class ReturnImportTest {
    private static final LocalDate OCTOBER = LocalDate.of(2026, 10, 12);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String HEADING =
            "organisation_code,period,kpi,numerator,denominator,value,narrative,confidence\n";

    @Autowired
    Given given;

    @Autowired
    SettableClock clock;

    @Autowired
    ReturnOpening opening;

    @Autowired
    Returns returns;

    @Autowired
    Imports imports;

    @Autowired
    Decisions decisions;

    @Autowired
    ReturnsForTests test;

    @Autowired
    Statements statements;

    @Autowired
    JsonMapper json;

    private Given.Organisation icb;
    private Given.Organisation trust;
    private Given.Organisation hospice;
    private Given.Person nurse;
    private Given.Person coordinator;
    private Given.Person named;

    @BeforeEach
    void twoProvidersReturnsAreOpen() {
        icb = given.icb();
        trust = given.provider(icb, "ACUTE");
        hospice = given.provider(icb, "COMMUNITY");
        nurse = given.person("DESIGNATED_NURSE", icb);
        coordinator = given.person("SAFEGUARDING_COORDINATOR", icb);
        named = given.person("PROVIDER_NAMED_PROFESSIONAL", icb, trust);
        clock.standAt(OCTOBER);
        opening.open(nurse.actor(), Period.parse("2026-09"));
    }

    @AfterEach
    void letGo() {
        clock.letGo();
    }

    @Test
    void aFileOfTwoProvidersIsReviewedApprovedByAnotherAndTakenBack() {
        save(Typed.ratio("K01", "17", "20").saying("Two posts vacant"), Typed.ratio("K02", "5", "6"));
        var file = HEADING
                + trust.code() + ",2026-09,K01,18,20,,One post vacant,EVIDENCED\n"
                + trust.code() + ",2026-09,K02,5,6,,,\n"
                + hospice.code() + ",2026-09,K01,9,10,,,\n";

        var batch = uploaded(file);

        assertThat(counts(batch)).containsExactly(1, 1, 1, 0);
        assertThatThrownBy(() -> decisions.approve(coordinator.actor(), batch.id(), batch.version()))
                .as("who uploads does not approve")
                .isInstanceOf(RefusedException.class);
        assertThat(numerator(trust, "K01")).isEqualTo("17");
        approve(batch);
        assertThat(numerator(trust, "K01")).isEqualTo("18");
        assertThat(line(trust, "K01").answer().confidence()).isEqualTo("EVIDENCED");
        assertThat(numerator(hospice, "K01")).isEqualTo("9");
        assertThat(header(hospice).state()).isEqualTo(new ReturnState.InProgress());
        assertThat(header(hospice).enteredBy()).containsExactly(nurse.actor().account());

        assertThat(decisions
                        .undo(nurse.actor(), batch.id(), "It was the file of August")
                        .isAccepted())
                .isTrue();

        assertThat(numerator(trust, "K01")).isEqualTo("17");
        assertThat(line(trust, "K01").answer().narrative()).isEqualTo("Two posts vacant");
        assertThat(line(hospice, "K01").answer().isStarted()).isFalse();
    }

    @Test
    void theSameFileAgainChangesNothingEvenAfterTheReturnWasSubmitted() {
        var file = HEADING
                + lines(trust).stream()
                        .map(line -> trust.code() + ",2026-09," + line + ",20,20,,,\n")
                        .reduce("", String::concat);
        approve(uploaded(file));
        var version = header(trust).version();

        assertThat(uploaded(file).state()).isEqualTo(BatchState.UNCHANGED);
        returns.submit(named.actor(), header(trust).id()).orElseThrow();
        assertThat(uploaded(file + "\n").state()).isEqualTo(BatchState.UNCHANGED);
        assertThat(header(trust).version()).isEqualTo(version + 1);
    }

    @Test
    void eachRowThatCannotBeTakenSaysWhy() {
        var other = given.provider(given.icb(), "ACUTE");
        var locked = given.provider(icb, "ACUTE");
        save(lines(trust).stream().map(kpi -> Typed.ratio(kpi, "20", "20")).toArray(Typed[]::new));
        returns.submit(named.actor(), header(trust).id()).orElseThrow();
        opening.open(nurse.actor(), Period.parse("2026-06"));
        var file = HEADING
                + other.code() + ",2026-09,K01,1,2,,,\n"
                + hospice.code() + ",2026-08,K01,1,2,,,\n"
                + hospice.code() + ",2026-09,K13,1,2,,,\n"
                + hospice.code() + ",2026-09,K01,3,2,,,\n"
                + hospice.code() + ",2026-09,K02,,,2,,\n"
                + trust.code() + ",2026-09,K01,19,20,,,\n"
                + locked.code() + ",2026-06,K01,19,20,,,\n"
                + hospice.code() + ",2026-09,K05,1,2,,,\n"
                + hospice.code() + ",2026-09,K05,2,2,,,\n";
        clock.standAt(LocalDate.of(2026, 10, 20));

        var batch = uploaded(file);

        assertThat(problems(batch))
                .containsExactly(
                        "2 : No provider that your ICB assures has the code " + other.code() + ".",
                        "3 : No return of " + hospice.code()
                                + " is open for August 2026. Open the returns of the period first.",
                        "4 : The return of " + hospice.code() + " for September 2026 does not ask for K13.",
                        "5 numerator: The numerator (3) is more than the denominator (2).",
                        "6 value: Give the numerator and the denominator; the figure is worked out from them.",
                        "7 : This return was submitted. Its figures can change only when it is handed back.",
                        "8 : Locked since 24 September 2026: it was due on 28 July 2026, and 40 working days have passed"
                                + " since. A designated professional of the ICB can unlock it for one named person.");
        assertThat(batch.count(Verdict.AMBIGUOUS))
                .as("given twice with different figures")
                .isEqualTo(1);
        assertThat(decisions.approve(nurse.actor(), batch.id(), batch.version()).reasons())
                .extracting(Reason::message)
                .containsExactly("One line still needs a choice.");
    }

    @Test
    void aFileOfWhichNothingCanBeTakenIsNotOfferedForApproval() {
        var batch = uploaded(HEADING + "ZX999,2026-09,K01,18,20,,,EVIDENCED\n");

        var page = Jsoup.parse(given.get(nurse, "/imports/" + batch.id()).body());

        assertThat(page.select("form[action$=/approve]")).isEmpty();
        assertThat(page.select("form[action$=/reject]")).hasSize(1);
        assertThat(page.text()).contains("No line of this file can be taken in. Put it aside");
    }

    @Test
    void aReturnSubmittedAfterTheReviewStopsTheWholeApprovalAndTheUndoing() {
        save(lines(trust).stream().map(kpi -> Typed.ratio(kpi, "20", "20")).toArray(Typed[]::new));
        var batch = uploaded(
                HEADING + trust.code() + ",2026-09,K01,19,20,,,\n" + hospice.code() + ",2026-09,K01,9,10,,,\n");
        returns.submit(named.actor(), header(trust).id()).orElseThrow();

        assertThat(decisions.approve(nurse.actor(), batch.id(), batch.version()).reasons())
                .extracting(Reason::message)
                .containsExactly(
                        trust.name()
                                + ", September 2026: This return was submitted. Its figures can change only when it is handed back.");
        assertThat(line(hospice, "K01").answer().isStarted()).isFalse();

        var second = uploaded(HEADING + hospice.code() + ",2026-09,K01,9,10,,,\n");
        approve(second);
        var lead = given.person("PROVIDER_NAMED_PROFESSIONAL", icb, hospice);
        var id = header(hospice).id();
        returns.save(
                        lead.actor(),
                        id,
                        Returns.Base.seen(header(hospice).version()),
                        lines(hospice).stream()
                                .filter(kpi -> !kpi.equals("K01"))
                                .map(kpi -> Typed.ratio(kpi, "20", "20"))
                                .toList())
                .orElseThrow();
        returns.submit(lead.actor(), id).orElseThrow();
        assertThat(decisions
                        .undo(nurse.actor(), second.id(), "It was the file of August")
                        .reasons())
                .extracting(Reason::message)
                .containsExactly(
                        hospice.name()
                                + ", September 2026: This return was submitted. Its figures can change only when it is handed back.");
    }

    @Test
    void whatTheProviderTypedSinceTheReviewIsNotOverwritten() {
        var batch = uploaded(HEADING + trust.code() + ",2026-09,K01,19,20,,,\n");
        save(Typed.ratio("K01", "17", "20"));

        assertThat(decisions.approve(nurse.actor(), batch.id(), batch.version()).reasons())
                .extracting(Reason::message)
                .containsExactly("Since the file was compared, something else changed " + trust.code()
                        + "|2026-09|K01. Compare the file again.");
        assertThat(numerator(trust, "K01")).isEqualTo("17");
    }

    @Test
    void aProgramUploadsAWorkbookAndAnotherPersonsProgramApprovesIt() throws IOException {
        clock.letGo();
        var another = given.person("DESIGNATED_NURSE", icb);
        clock.standAt(OCTOBER);
        var out = new ByteArrayOutputStream();
        ReturnTemplate.write(
                List.of(new ReturnRow(
                        trust.code(),
                        ReturnPeriod.parse("2026-09").orElseThrow(),
                        "K01",
                        new java.math.BigDecimal("18"),
                        new java.math.BigDecimal("20"),
                        null,
                        "=1+1",
                        Confidence.ASSERTED)),
                List.of(),
                out);

        var uploaded = given.upload(coordinator, "/api/v1/imports?kind=RETURN_LINES", "sep.xlsx", out.toByteArray());

        assertThat(uploaded.statusCode()).as(uploaded.body()).isEqualTo(201);
        var id = json.readTree(uploaded.body()).at("/id").asString();
        assertThat(json.readTree(uploaded.body()).at("/counts/NEW").asInt()).isEqualTo(1);
        assertThat(given.post(coordinator, "/api/v1/imports/" + id + "/approve", "")
                        .statusCode())
                .isEqualTo(403);
        assertThat(given.post(another, "/api/v1/imports/" + id + "/approve", "").statusCode())
                .isEqualTo(200);
        assertThat(line(trust, "K01").answer().narrative()).isEqualTo("=1+1");
        var wrong = given.upload(
                coordinator,
                "/api/v1/imports?kind=RETURN_LINES",
                "sep.csv",
                "provider,month\nRTG,2026-09\n".getBytes(UTF_8));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("This file does not have the columns of: Figures of providers' returns.");
        assertThat(given.upload(named, "/api/v1/imports", "sep.xlsx", out.toByteArray())
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void theUploadPageKnowsTheFileByItsHeadings() {
        assertThat(Jsoup.parse(given.get(coordinator, "/imports/new").body()).text())
                .contains("Figures of providers' returns");
        assertThat(uploaded(HEADING + trust.code() + ",2026-09,K01,19,20,,,\n").kind())
                .isEqualTo("RETURN_LINES");
    }

    @Test
    void theNumberOfStatementsDoesNotGrowWithTheNumberOfRows() {
        var providers = new ArrayList<Given.Organisation>();
        for (var number = 0; number < 30; number++) {
            providers.add(given.provider(icb, "ACUTE"));
        }
        opening.open(nurse.actor(), Period.parse("2026-09"));
        var kpis = lines(providers.getFirst());
        var few = statements.during(() -> approve(uploaded(file(providers.subList(0, 2), kpis))));
        var many = statements.during(() -> approve(uploaded(file(providers.subList(2, 30), kpis))));

        assertThat(kpis).hasSizeGreaterThan(10);
        assertThat(many).hasSameSizeAs(few);
        assertThat(many.stream().filter(sql -> sql.contains("update return_line")))
                .hasSize(1);
        assertThat(numerator(providers.getLast(), "K01")).isEqualTo("18");
    }

    private static String file(List<Given.Organisation> providers, List<String> kpis) {
        var file = new StringBuilder(HEADING);
        for (var provider : providers) {
            kpis.forEach(kpi -> file.append("%s,2026-09,%s,18,20,,,\n".formatted(provider.code(), kpi)));
        }
        return file.toString();
    }

    private Batch uploaded(String file) {
        var upload = new UploadedFile("september.csv", file.getBytes(UTF_8), null, null);
        var id = imports.upload(coordinator.actor(), upload, PATIENCE).orElseThrow();
        return imports.batch(nurse.actor(), id, AsAt.PRESENT);
    }

    private void approve(Batch batch) {
        decisions.approve(nurse.actor(), batch.id(), batch.version()).orElseThrow();
    }

    private static List<Integer> counts(Batch batch) {
        return List.of(
                batch.count(Verdict.NEW),
                batch.count(Verdict.CHANGED),
                batch.count(Verdict.IDENTICAL),
                batch.count(Verdict.REJECTED));
    }

    private List<String> problems(Batch batch) {
        return imports
                .lines(nurse.actor(), batch.id(), new Imports.LineFilter(Verdict.REJECTED, null, 1, 100), AsAt.PRESENT)
                .lines()
                .stream()
                .flatMap(line -> line.problems().stream())
                .map(ReturnImportTest::words)
                .toList();
    }

    private static String words(RowProblem problem) {
        return "%d %s: %s".formatted(problem.row(), problem.column(), problem.message());
    }

    private void save(Typed... typed) {
        var header = header(trust);
        returns.save(named.actor(), header.id(), Returns.Base.seen(header.version()), List.of(typed))
                .orElseThrow();
    }

    private List<String> lines(Given.Organisation provider) {
        return test.lines(nurse, header(provider).id()).stream()
                .map(line -> line.kpi())
                .toList();
    }

    private uk.goldenthread.returns.model.ReturnHeader header(Given.Organisation provider) {
        return test.header(nurse, provider, "2026-09");
    }

    private uk.goldenthread.returns.model.ReturnLine line(Given.Organisation provider, String kpi) {
        return test.line(nurse, header(provider).id(), kpi);
    }

    private String numerator(Given.Organisation provider, String kpi) {
        return String.valueOf(line(provider, kpi).answer().numerator());
    }
}

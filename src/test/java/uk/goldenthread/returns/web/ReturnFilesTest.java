package uk.goldenthread.returns.web;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbookType;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;
import uk.goldenthread.kernel.calendar.Period;
import uk.goldenthread.returns.ReturnOpening;
import uk.goldenthread.returns.Returns;
import uk.goldenthread.returns.ReturnsForTests;
import uk.goldenthread.returns.Typed;
import uk.goldenthread.support.Given;
import uk.goldenthread.support.GoldenThreadTest;
import uk.goldenthread.support.SettableClock;

/// A provider's return out as a file, filled in, and back in, on the page and for a program.
@GoldenThreadTest
class ReturnFilesTest {
    private static final LocalDate OCTOBER = LocalDate.of(2026, 10, 12);
    private static final String HEADING =
            "organisation_code,period,kpi,numerator,denominator,value,narrative,confidence\n";
    private static final String FORMULA = "=HYPERLINK(\"http://evil.test\")";

    @Autowired
    Given given;

    @Autowired
    SettableClock clock;

    @Autowired
    ReturnOpening opening;

    @Autowired
    Returns returns;

    @Autowired
    ReturnsForTests test;

    @Autowired
    JsonMapper json;

    private Given.Organisation icb;
    private Given.Organisation trust;
    private Given.Person nurse;
    private Given.Person named;
    private long id;

    @BeforeEach
    void aMonthsReturnIsOpen() {
        icb = given.icb();
        trust = given.provider(icb, "ACUTE");
        nurse = given.person("DESIGNATED_NURSE", icb);
        named = given.person("PROVIDER_NAMED_PROFESSIONAL", icb, trust);
        clock.standAt(OCTOBER);
        id = open("2026-09");
    }

    @AfterEach
    void letGo() {
        clock.letGo();
    }

    private long open(String period) {
        opening.open(nurse.actor(), Period.parse(period));
        return test.header(nurse, trust, period).id();
    }

    @Test
    void theExcelFileIsFilledInReadComparedAndOnlyThenSaved() throws IOException {
        save(Typed.ratio("K01", "18", "20").saying("Two posts vacant"));
        var filled = filledIn(download("/returns/" + id + "/template.xlsx"), sheet -> {
            assertThat(row(sheet, "K01").getCell(3).getNumericCellValue()).isEqualTo(18);
            assertThat(row(sheet, "K01").getCell(6).getStringCellValue()).isEqualTo("Two posts vacant");
            row(sheet, "K01").getCell(3).setCellValue(19);
            row(sheet, "K03").getCell(3).setCellValue(27);
            row(sheet, "K03").getCell(4).setCellValue(30);
            row(sheet, "K03").getCell(7).setCellValue("evidenced");
        });

        var review = upload("september.xlsx", filled);

        assertThat(review.select(".gt-state").text()).startsWith("2 figures would be new or changed;");
        assertThat(review.select("tbody tr").eachText())
                .containsExactly(
                        "Safeguarding children training, level 1 Changed 18 of 20: Two posts vacant 19 of 20: Two posts"
                                + " vacant",
                        "Safeguarding children training, level 3 New Nothing yet 27 of 30");
        assertThat(test.header(nurse, trust, "2026-09").version())
                .as("nothing changes by being shown")
                .isEqualTo(2);
        assertThat(commit(review).statusCode()).isEqualTo(302);
        assertThat(test.line(nurse, id, "K01").answer().numerator()).isEqualByComparingTo("19");
        assertThat(test.line(nurse, id, "K03").answer().denominator()).isEqualByComparingTo("30");
        assertThat(test.line(nurse, id, "K03").answer().confidence()).isEqualTo("EVIDENCED");
        assertThat(upload("september.xlsx", filled).select(".gt-state").text())
                .startsWith("0 figures would be new or changed;");
    }

    @Test
    void aProgramSendsTheCsvFileSeesTheSameAndSavesWithTheVersionItSaw() throws IOException {
        var filled = new String(download("/returns/" + id + "/template.csv"), UTF_8)
                .replace(trust.code() + ",2026-09,K01,,,,,", trust.code() + ",2026-09,K01,18,20,,,");

        var reviewed = sent(named, "september.csv", filled.getBytes(UTF_8));

        assertThat(reviewed.statusCode()).isEqualTo(200);
        var answer = json.readTree(reviewed.body());
        assertThat(answer.at("/lines")).hasSize(1);
        assertThat(answer.at("/lines/0/verdict").asString()).isEqualTo("NEW");
        assertThat(answer.at("/problems")).isEmpty();
        var saved = given.send(HttpRequest.newBuilder(URI.create(given.address("/api/v1/returns/" + id)))
                .header("Authorization", "Bearer " + named.token())
                .header("Content-Type", "application/json")
                .header("If-Match", answer.at("/version").asString())
                .PUT(HttpRequest.BodyPublishers.ofString(
                        "{\"lines\":[" + answer.at("/lines/0/line").toString() + "]}"))
                .build());
        assertThat(saved.statusCode()).isEqualTo(200);
        assertThat(test.line(nurse, id, "K01").answer().numerator()).isEqualByComparingTo("18");
    }

    @Test
    void eachRowThatCannotBeUsedIsListedAndTheOthersCanStillBeSaved() throws IOException {
        var at = trust.code() + ",2026-09,";
        var file = HEADING
                + at + "K01,21,20,,,\n"
                + at + "K02,-1,20,,,\n"
                + at + "K03,1e309,20,,,\n"
                + at + "K04,ten,20,,,\n"
                + at + "K05,18,20,,,\n"
                + at + "K05,19,20,,,\n"
                + at + "K99,1,2,,,\n"
                + "T99999,2026-09,K06,1,2,,,\n"
                + trust.code() + ",2026-08,K06,1,2,,,\n";

        var page = upload("september.csv", file.getBytes(UTF_8));

        var expected = List.of(
                "Row 2, numerator: The numerator (21) is more than the denominator (20).",
                "Row 3, numerator: “-1” is negative.",
                "Row 4, numerator: “1e309” is written with an exponent; write the digits out.",
                "Row 5, numerator: “ten” is not a number.",
                "Row 7: Row 6 gives this figure already.",
                "Row 8: This return does not ask for K99.",
                "Row 9: This row is for T99999, and this return is " + trust.code() + "'s.",
                "Row 10: This row is for 2026-08, and this return is for September 2026.");
        assertThat(page.select("main ul li").eachText()).isEqualTo(expected);
        assertThat(json.readTree(sent(named, "september.csv", file.getBytes(UTF_8))
                                .body())
                        .at("/problems"))
                .hasSize(expected.size());
        var problems = given.post(
                named,
                "/returns/" + id + "/problems.csv",
                "problems="
                        + URLEncoder.encode(page.select("input[name=problems]").val(), UTF_8));
        assertThat(problems.body())
                .startsWith("\uFEFFrow,column,problem\r\n2,numerator,The numerator (21)")
                .contains("\r\n10,,\"This row is for 2026-08, and");
        assertThat(test.header(nurse, trust, "2026-09").version()).isEqualTo(1);
        assertThat(commit(page).statusCode()).isEqualTo(302);
        assertThat(test.line(nurse, id, "K05").answer().numerator()).isEqualByComparingTo("18");
        assertThat(test.line(nurse, id, "K01").answer().isStarted()).isFalse();
    }

    @Test
    void aFileThatIsNotThisReturnsGetsOneSentenceAndChangesNothing() throws Exception {
        var row = trust.code() + ",2026-09,K01,18,20,,,\n";
        var files = new LinkedHashMap<String, byte[]>();
        files.put("Choose a file", null);
        files.put("This file is empty.", new byte[0]);
        files.put(
                "This file is saved as UTF-16. Save it as CSV UTF-8 and try again.", (HEADING + row).getBytes(UTF_16));
        files.put(
                "The column headings must be: organisation_code, period, kpi, numerator, denominator, value, narrative,"
                        + " confidence. Missing: organisation_code, kpi.",
                ("provider,period,measure\n" + row).getBytes(UTF_8));
        files.put(
                "This file is the return of T99999 for 2026-08, and this return is of %s for September 2026. Nothing was changed."
                        .formatted(trust.code()),
                (HEADING + "T99999,2026-08,K01,18,20,,,\nT99999,2026-08,K02,18,20,,,\n").getBytes(UTF_8));
        files.put("This is a PDF. Upload a CSV or an Excel workbook (.xlsx).", "%PDF-1.7\n1 0 obj".getBytes(UTF_8));
        files.put("This file contains macros.", withMacros());
        files.put("This file is protected with a password.", withPassword());

        for (var file : files.entrySet()) {
            var onThePage = file.getValue() == null
                    ? given.post(named, "/returns/" + id + "/upload", "")
                    : given.upload(named, "/returns/" + id + "/upload", "september.xlsx", file.getValue());
            var page = Jsoup.parse(onThePage.body());
            assertThat(onThePage.statusCode()).as(file.getKey()).isEqualTo(422);
            assertThat(page.title()).startsWith("Error");
            assertThat(page.select(".nhsuk-error-summary li").text()).startsWith(file.getKey());
            if (file.getValue() != null) {
                var inTheInterface = sent(named, "september.xlsx", file.getValue());
                assertThat(inTheInterface.statusCode()).as(file.getKey()).isEqualTo(422);
                assertThat(json.readTree(inTheInterface.body()).at("/detail").asString())
                        .startsWith(file.getKey());
                assertThat(json.readTree(inTheInterface.body())
                                .at("/errors/0/message")
                                .asString())
                        .startsWith(file.getKey());
            }
        }
        assertThat(test.header(nurse, trust, "2026-09").version()).isEqualTo(1);
    }

    @Test
    void aMarkAtTheStartAndSemicolonsAreNoHindrance() throws IOException {
        var file = '\uFEFF' + (HEADING + trust.code() + ",2026-09,K01,18,20,,,\n").replace(',', ';');

        var page = upload("september.csv", file.getBytes(UTF_8));
        assertThat(page.select(".gt-state").text())
                .as(page.select("main").text())
                .startsWith("1 figure would be new or changed;");
    }

    @Test
    void wordsThatLookLikeAFormulaGoOutHarmlessAndComeBackAsTheyWere() throws IOException {
        save(Typed.ratio("K01", "18", "20").saying(FORMULA));

        var csv = new String(download("/returns/" + id + "/template.csv"), UTF_8);
        assertThat(csv).contains("\"'=HYPERLINK(").doesNotContain(",=HYPERLINK", ",\"=HYPERLINK");
        var excel = download("/returns/" + id + "/template.xlsx");
        try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(excel))) {
            var cell = row(workbook.getSheetAt(0), "K01").getCell(6);
            assertThat(cell.getCellType()).isEqualTo(org.apache.poi.ss.usermodel.CellType.STRING);
        }

        for (var file : List.of(csv.getBytes(UTF_8), excel)) {
            assertThat(upload("september", file).select("tbody tr").eachText())
                    .containsExactly("Safeguarding children training, level 1 Identical 18 of 20: " + FORMULA
                            + " 18 of 20: " + FORMULA);
        }
    }

    @Test
    void whatAFormulaTypedIntoTheWorkbookComesToIsTakenAndThePersonIsTold() throws IOException {
        var filled = filledIn(download("/returns/" + id + "/template.xlsx"), sheet -> {
            row(sheet, "K01").getCell(3).setCellFormula("9+9");
            row(sheet, "K01").getCell(4).setCellValue(20);
            sheet.getWorkbook().getCreationHelper().createFormulaEvaluator().evaluateAll();
        });

        var page = upload("september.xlsx", filled);

        assertThat(page.select("tbody tr").text()).endsWith("18 of 20");
        assertThat(page.select(".nhsuk-inset-text").text()).contains("formulas");
    }

    @Test
    void aRateMayBeMoreThanItsBaseInAFileAsItMayOnThePage() throws IOException {
        id = open("2026-27-Q2");

        var page = upload("q2.csv", (HEADING + trust.code() + ",2026/27 Q2,K21,30,20,,,\n").getBytes(UTF_8));

        assertThat(page.select("tbody tr").text()).endsWith("30 of 20");
    }

    @Test
    void columnsThatAFileLeavesOutStayAsTheyAre() throws IOException {
        save(Typed.ratio("K01", "18", "20").saying("Two posts vacant"));
        var file = "organisation_code,period,kpi,numerator,denominator\n" + trust.code() + ",2026-09,K01,19,20\n";

        assertThat(commit(upload("september.csv", file.getBytes(UTF_8))).statusCode())
                .isEqualTo(302);

        var answer = test.line(nurse, id, "K01").answer();
        assertThat(answer.numerator()).isEqualByComparingTo("19");
        assertThat(answer.narrative()).isEqualTo("Two posts vacant");
    }

    @Test
    void aPracticeMayWriteYesAndNo() throws IOException {
        var practice = given.provider(icb, "GP");
        opening.open(nurse.actor(), Period.parse("2026-27-Q2"));
        clock.letGo();
        named = given.person("PRACTICE_LEAD", icb, practice);
        clock.standAt(OCTOBER);
        id = test.header(nurse, practice, "2026-27-Q2").id();

        commit(upload("q2.csv", (HEADING + practice.code() + ",2026/27 Q2,G03,,,Yes,,\n").getBytes(UTF_8)));

        assertThat(test.line(nurse, id, "G03").answer().value()).isEqualByComparingTo("1");
    }

    @Test
    void aSubmittedOrLockedReturnTakesNoFileAndSaysWhy() throws IOException {
        var file = (HEADING + trust.code() + ",2026-09,K01,18,20,,,\n").getBytes(UTF_8);
        clock.standAt(LocalDate.of(2026, 12, 24));
        assertThat(refusal(file)).startsWith("Locked since 24 December 2026: it was due on 28 October 2026");
        clock.standAt(OCTOBER);
        save(test.lines(named, id).stream().map(test::typical).toArray(Typed[]::new));
        returns.submit(named.actor(), id).orElseThrow();

        assertThat(refusal(file))
                .isEqualTo("This return was submitted. Its figures can change only when it is handed back.");
    }

    private String refusal(byte[] file) {
        var answer = given.upload(named, "/returns/" + id + "/upload", "september.csv", file);
        assertThat(answer.statusCode()).isEqualTo(422);
        return Jsoup.parse(answer.body()).select(".nhsuk-error-summary li").text();
    }

    private void save(Typed... typed) {
        returns.save(
                        named.actor(),
                        id,
                        Returns.Base.seen(test.header(nurse, trust, "2026-09").version()),
                        List.of(typed))
                .orElseThrow();
    }

    private Document upload(String name, byte[] file) {
        var answer = given.upload(named, "/returns/" + id + "/upload", name, file);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Jsoup.parse(answer.body());
    }

    private HttpResponse<String> sent(Given.Person person, String name, byte[] file) {
        return given.upload(person, "/api/v1/returns/" + id + "/file", name, file);
    }

    /// Presses "Save these figures": sends what the page's own form holds.
    private HttpResponse<String> commit(Document review) {
        var form = review.select("form[action=/returns/" + id + "]");
        assertThat(form.select("button").text()).isEqualTo("Save these figures");
        var fields = form.select("input[name]").stream()
                .collect(Collectors.toMap(input -> input.attr("name"), input -> input.val()));
        return given.post(named, "/returns/" + id, encoded(fields));
    }

    private static String encoded(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
    }

    private byte[] download(String path) throws IOException {
        var request = HttpRequest.newBuilder(URI.create(given.address(path)))
                .header("Authorization", "Bearer " + named.token())
                .build();
        try (var http = HttpClient.newHttpClient()) {
            var answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Disposition").orElseThrow())
                    .startsWith("attachment; filename=\"return-" + trust.code() + "-");
            return answer.body();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private interface Filling {
        void fill(Sheet sheet);
    }

    private static byte[] filledIn(byte[] template, Filling filling) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(template))) {
            filling.fill(workbook.getSheet("Return"));
            workbook.write(out);
        }
        return out.toByteArray();
    }

    private static Row row(Sheet sheet, String kpi) {
        for (var row : sheet) {
            if (row.getCell(2).getStringCellValue().equals(kpi)) {
                return row;
            }
        }
        throw new AssertionError("no row for " + kpi);
    }

    private static byte[] withMacros() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var workbook = new XSSFWorkbook(XSSFWorkbookType.XLSM)) {
            workbook.createSheet().createRow(0).createCell(0).setCellValue("organisation_code");
            workbook.write(out);
        }
        return out.toByteArray();
    }

    private static byte[] withPassword() throws Exception {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new XSSFWorkbook();
                var file = new POIFSFileSystem()) {
            workbook.createSheet().createRow(0).createCell(0).setCellValue("secret");
            var encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword("golden");
            try (var out = encryptor.getDataStream(file)) {
                workbook.write(out);
            }
            file.writeFilesystem(bytes);
        }
        return bytes.toByteArray();
    }
}

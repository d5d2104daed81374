package uk.goldenthread.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.goldenthread.database.Scope;
import uk.goldenthread.database.UnitOfWork;
import uk.goldenthread.evidence.intake.FilesForTests;
import uk.goldenthread.kernel.Reference;
import uk.goldenthread.support.AtOnce;
import uk.goldenthread.support.Given;
import uk.goldenthread.support.Given.Person;
import uk.goldenthread.support.GoldenThreadTest;

/// Giving, keeping and opening evidence, as people meet it over HTTP.
@NullMarked
@GoldenThreadTest
class EvidenceHttpTest {
    @Autowired
    Given given;

    @Autowired
    GivenEvidence evidence;

    @Autowired
    ClaimsForTests things;

    @Autowired
    EvidenceLibrary library;

    @Autowired
    UnitOfWork work;

    @Autowired
    JdbcClient jdbc;

    Given.Organisation icb;
    Given.Organisation trust;
    Person named;
    Person nurse;
    Person stranger;

    @BeforeEach
    void twoTrustsOfAnIcb() {
        icb = given.icb();
        trust = given.provider(icb, "ACUTE");
        named = given.person("PROVIDER_NAMED_PROFESSIONAL", icb, trust);
        nurse = given.person("DESIGNATED_NURSE", icb);
        stranger = given.person("PROVIDER_NAMED_PROFESSIONAL", icb, given.provider(icb, "ACUTE"));
    }

    private static String text(HttpResponse<String> answer) {
        return Jsoup.parse(answer.body()).text();
    }

    private long rows(String table) {
        return work.read(
                Scope.jobFor(icb.id()),
                () -> jdbc.sql("select count(*) from " + table + " where icb = :icb")
                        .param("icb", icb.id())
                        .query(Long.class)
                        .single());
    }

    @Test
    void aFileGivenForAClaimSupportsItAndComesBackByteForByte() throws Exception {
        var thing = things.thing(icb, trust);
        var form = GivenEvidence.form("Audit of referrals, January 2026");
        form.put("for", thing.toString());
        form.put("back", "/evidence?show=all");
        form.put("coversFrom[day]", "1");
        form.put("coversFrom[month]", "1");
        form.put("coversFrom[year]", "2026");
        form.put("coversTo[day]", "31");
        form.put("coversTo[month]", "1");
        form.put("coversTo[year]", "2026");
        var pdf = FilesForTests.pdf();

        var answer = evidence.give(named, form, "..\\audit.pdf", pdf);

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location").orElseThrow()).endsWith("/evidence?show=all");
        var item = work.read(nurse.actor().scope(), () -> library.of(nurse.actor(), List.of(thing)))
                .get(thing)
                .getFirst();
        assertThat(item.fileName()).isEqualTo("audit.pdf");
        assertThat(text(given.get(nurse, "/evidence/" + item.id())))
                .contains("Audit of referrals, January 2026")
                .contains("In date until 31 January 2027, the usual time for evidence.")
                .contains("1 January 2026 to 31 January 2026")
                .contains("Declared to hold none")
                .contains("Not scanned")
                .contains("Thing " + thing.key());
        var file = bytes(nurse, "/evidence/" + item.id() + "/file");
        assertThat(file.body()).isEqualTo(pdf);
        assertThat(file.headers().firstValue("Content-Disposition").orElseThrow())
                .startsWith("attachment");
        assertThat(file.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(file.headers().firstValue("Content-Security-Policy").orElseThrow())
                .startsWith("sandbox");
    }

    private HttpResponse<byte[]> bytes(Person person, String path) throws Exception {
        return java.net.http.HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(given.address(path)))
                                .header("Authorization", "Bearer " + person.token())
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray());
    }

    @Test
    void aFormThatMustBeMendedKeepsWhatWasTypedAndTheFile() {
        var form = GivenEvidence.form("");
        form.put("personalData", "");

        var refused = evidence.give(named, form, "plan.txt", "The plan.".getBytes(UTF_8));

        assertThat(refused.statusCode()).isEqualTo(422);
        var page = Jsoup.parse(refused.body());
        assertThat(page.select(".nhsuk-error-summary").text())
                .contains("Enter a title")
                .contains("Say whether it holds personal data");
        assertThat(page.text()).contains("“plan.txt” is here already");
        assertThat(page.select("#document option[selected]").text()).isEqualTo("Audit");
        form.put("title", "Plan");
        form.put("personalData", "no");
        form.put("upload", page.select("input[name=upload]").val());
        assertThat(evidence.give(named, form, null, new byte[0]).statusCode()).isEqualTo(302);
        assertThat(rows("evidence")).isEqualTo(1);
        assertThat(rows("evidence_upload")).isZero();
    }

    @Test
    void eachRefusalIsOnePlainSentenceAndStoresNothing() {
        var macros = evidence.give(named, GivenEvidence.form("Plan"), "plan.docx", FilesForTests.pdf());
        assertThat(text(macros)).contains("This is a PDF, but its name does not end in .pdf.");
        assertThat(text(evidence.give(named, GivenEvidence.form("Plan"), null, new byte[0])))
                .contains("Choose a file");
        var old = GivenEvidence.form("Audit of 2023");
        old.put("coversTo[day]", "31");
        old.put("coversTo[month]", "12");
        old.put("coversTo[year]", "2023");
        assertThat(text(evidence.give(named, old, "a.txt", "words".getBytes(UTF_8))))
                .contains("Evidence about that time was good until 31 December 2024. Give evidence that is newer");
        var policy = GivenEvidence.form("Policy");
        policy.put("document", "POLICY");
        assertThat(text(evidence.give(named, policy, "a.txt", "words".getBytes(UTF_8))))
                .contains("Enter the date on which the policy is to be reviewed");
        policy.put("reviewOn[day]", "31");
        policy.put("reviewOn[month]", "2");
        policy.put("reviewOn[year]", "2027");
        assertThat(text(evidence.give(named, policy, "a.txt", "words".getBytes(UTF_8))))
                .contains("Enter the review date as a real date");
        assertThat(rows("evidence")).isZero();
        assertThat(rows("evidence_chunk")).isZero();
    }

    @Test
    void theSameFileTwiceIsTheItemThatIsThere() {
        long first = evidence.item(named, GivenEvidence.form("Minutes of May"), "The minutes.");

        var again = evidence.give(named, GivenEvidence.form("Minutes"), "x.txt", "The minutes.".getBytes(UTF_8));

        assertThat(again.statusCode()).isEqualTo(422);
        assertThat(text(again)).contains("already, as “Minutes of May” (number %d)".formatted(first));
        assertThat(evidence.item(stranger, GivenEvidence.form("Theirs"), "The minutes."))
                .isPositive();
    }

    @Test
    void theSameFileGivenByManyAtOnceIsOneItem() {
        var content =
                "Sampled twenty records, by nobody in particular".getBytes(java.nio.charset.StandardCharsets.UTF_8);

        var answers = AtOnce.each(
                6, number -> evidence.give(named, GivenEvidence.form("Audit " + number), "words.txt", content));

        assertThat(answers.stream().filter(answer -> answer.statusCode() == 302))
                .hasSize(1);
        assertThat(answers.stream().filter(answer -> answer.statusCode() != 302))
                .allSatisfy(answer -> assertThat(text(answer)).contains("This very file is in the library already"));
        assertThat(rows("evidence")).isEqualTo(1);
    }

    @Test
    void anEmptyFileIsCalledEmptyAndANameThatIsNoTextIsRefused() {
        assertThat(text(evidence.give(named, GivenEvidence.form("Audit"), "words.txt", new byte[0])))
                .contains("This file is empty.")
                .doesNotContain("Choose a file");
        assertThat(text(evidence.give(named, GivenEvidence.form("Audit"), null, new byte[0])))
                .contains("Choose a file");
        assertThat(evidence.give(named, GivenEvidence.form("Audit"), "words\0.txt", new byte[] {'a'})
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void aFileBeyondTheLimitAndAnUploadCutOffLeaveNothing() throws IOException {
        var large = evidence.give(named, GivenEvidence.form("Large"), "a.txt", new byte[27 * 1024 * 1024]);
        assertThat(large.statusCode()).isBetween(400, 499);
        assertThat(text(large)).contains("25 MB");

        var body = GivenEvidence.body(
                GivenEvidence.form("Half"), "half.txt", "word ".repeat(100_000).getBytes(UTF_8));
        var address = URI.create(given.address("/evidence/new"));
        try (var socket = new Socket(address.getHost(), address.getPort())) {
            var out = socket.getOutputStream();
            out.write(("POST /evidence/new HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + named.token()
                            + "\r\nContent-Type: multipart/form-data; boundary=golden-thread-evidence-boundary\r\nContent-Length: "
                            + body.length + "\r\n\r\n")
                    .getBytes(UTF_8));
            out.write(body, 0, body.length / 2);
            out.flush();
            socket.shutdownOutput();
            socket.getInputStream().readAllBytes(); // until the server has given up
        }

        assertThat(rows("evidence")).isZero();
        assertThat(rows("evidence_version")).isZero();
        assertThat(rows("evidence_chunk")).isZero();
    }

    @Test
    void aFileOverABadLineGoesOnWhereItStopped() {
        var content = "A line of a long report.\n".repeat(60_000).getBytes(UTF_8);
        var begun = given.post(named, "/evidence/uploads", "name=report.txt&size=" + content.length);
        assertThat(begun.statusCode()).isEqualTo(201);
        var id = begun.body().replaceAll(".*\"id\":\"([^\"]+)\".*", "$1");
        int part = 1 << 20;

        assertThat(part(named, id, 0, java.util.Arrays.copyOf(content, part)).statusCode())
                .isEqualTo(200);
        assertThat(part(named, id, 0, java.util.Arrays.copyOf(content, part)).statusCode())
                .isEqualTo(409);
        assertThat(given.get(named, "/evidence/uploads/" + id).body()).contains("\"received\":" + part);
        assertThat(given.get(stranger, "/evidence/uploads/" + id).statusCode()).isEqualTo(404);
        assertThat(part(stranger, id, part, new byte[10]).statusCode()).isEqualTo(404);
        var form = GivenEvidence.form("Report");
        form.put("upload", id);
        assertThat(text(evidence.give(named, form, null, new byte[0]))).contains("Choose a file");
        var rest = java.util.Arrays.copyOfRange(content, part, content.length);
        assertThat(part(named, id, part, new byte[rest.length + 1]).statusCode())
                .isEqualTo(409);
        assertThat(part(named, id, part, rest).statusCode()).isEqualTo(200);
        var given1 = evidence.give(named, form, null, new byte[0]);

        assertThat(given1.statusCode()).isEqualTo(302);
        var at = given1.headers().firstValue("Location").orElseThrow();
        assertThat(given.get(named, URI.create(at).getPath() + "/file").body()).isEqualTo(new String(content, UTF_8));
        assertThat(given.get(named, "/evidence/uploads/" + id).statusCode()).isEqualTo(404);
        assertThat(rows("evidence_upload_part")).isZero();
    }

    private HttpResponse<String> part(Person person, String id, long start, byte[] bytes) {
        return given.send(
                HttpRequest.newBuilder(URI.create(given.address("/evidence/uploads/" + id + "/parts/" + start)))
                        .header("Authorization", "Bearer " + person.token())
                        .header("Content-Type", "application/octet-stream")
                        .PUT(HttpRequest.BodyPublishers.ofByteArray(bytes))
                        .build());
    }

    @Test
    void personalDataIsEncryptedOpenedByFewAndEveryViewIsRecorded() {
        var form = GivenEvidence.form("Notes of a meeting");
        form.put("personalData", "yes");
        long id = evidence.item(named, form, "About Amy Smith of Elm Road.");

        assertThat(storedBytes(id)).doesNotContain("Amy");
        assertThat(given.get(nurse, "/evidence/" + id + "/file").body()).isEqualTo("About Amy Smith of Elm Road.");
        assertThat(text(given.get(nurse, "/evidence/" + id))).contains("your view is recorded");
        assertThat(ledger("evidence/" + id))
                .contains("EVIDENCE_RESTRICTED_OPENED", "EVIDENCE_RESTRICTED_SEEN", "EVIDENCE_GIVEN");
        var executive = given.person("PROVIDER_EXECUTIVE_LEAD", icb, trust);
        assertThat(given.get(executive, "/evidence/" + id + "/file").statusCode())
                .isEqualTo(403);
        assertThat(given.get(executive, "/evidence/" + id).statusCode()).isEqualTo(403);
        assertThat(text(given.get(executive, "/evidence")))
                .contains("Restricted evidence")
                .doesNotContain("Notes of a");
        assertThat(text(given.get(executive, "/evidence?words=meeting"))).contains("0 items");
        assertThat(given.get(executive, "/evidence.csv").body()).doesNotContain("Notes of a");
        assertThat(given.get(stranger, "/evidence/" + id).statusCode()).isEqualTo(404);
        assertThat(text(given.get(stranger, "/evidence?show=all"))).contains("0 items of evidence");
    }

    private String storedBytes(long id) {
        return work.read(
                Scope.jobFor(icb.id()),
                () -> jdbc.sql("select bytes from evidence_chunk where evidence = :id")
                        .param("id", id)
                        .query((row, _) -> new String(row.getBytes("bytes"), UTF_8))
                        .single());
    }

    private List<String> ledger(String subject) {
        return work.read(
                Scope.jobFor(icb.id()),
                () -> jdbc.sql("select action from ledger.entry where subject = :subject")
                        .param("subject", subject)
                        .query((row, _) -> row.getString("action"))
                        .list());
    }

    @Test
    void whatTurnsOutToNameSomeoneIsMovedToTheRestrictedStore() {
        long id = evidence.item(named, GivenEvidence.form("Case study"), "It is about Ben Jones.");
        assertThat(storedBytes(id)).contains("Ben");

        var moved = given.post(named, "/evidence/" + id + "/restrict", "version=1");

        assertThat(moved.statusCode()).isEqualTo(302);
        assertThat(storedBytes(id)).doesNotContain("Ben");
        assertThat(given.get(named, "/evidence/" + id + "/file").body()).isEqualTo("It is about Ben Jones.");
        assertThat(given.get(given.person("COMMITTEE_MEMBER", icb), "/evidence/" + id)
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void whatIsRestrictedTodayIsNotReadInThePastByThoseWhoMayNotOpenIt() {
        long id = evidence.item(named, GivenEvidence.form("Case of Ben Jones"), "About somebody.");
        var then = work.read(
                Scope.system(),
                () -> jdbc.sql("select clock_timestamp()")
                        .query((row, _) -> row.getTimestamp(1).toInstant())
                        .single());
        var member = given.person("COMMITTEE_MEMBER", icb);
        var past = "asAt=" + then;
        assertThat(text(given.get(member, "/evidence?" + past))).contains("Case of Ben Jones");

        given.post(named, "/evidence/" + id + "/restrict", "version=1");

        assertThat(text(given.get(member, "/evidence?" + past)))
                .contains("Restricted evidence")
                .doesNotContain("Ben Jones");
        assertThat(text(given.get(member, "/evidence?words=jones&" + past))).contains("0 items");
        assertThat(given.get(member, "/evidence?sort=title&" + past).body()).doesNotContain("Ben Jones");
        assertThat(given.get(member, "/evidence/%d?%s".formatted(id, past)).statusCode())
                .isEqualTo(403);
        assertThat(given.get(member, "/thread?at=evidence/%d&%s".formatted(id, past))
                        .body())
                .doesNotContain("Ben Jones");
        assertThat(text(given.get(nurse, "/evidence/%d?%s".formatted(id, past))))
                .as("whoever may open it sees what was known then")
                .contains("Case of Ben Jones");
    }

    @Test
    void aNewerFileKeepsTheEarlierOneAndWhatItSupports() {
        var thing = things.thing(icb, trust);
        var form = GivenEvidence.form("Training record");
        form.put("for", thing.toString());
        evidence.give(named, form, "may.txt", "May".getBytes(UTF_8));
        long id = linked(thing).getFirst().id();

        var newer = evidence.post(
                named, "/evidence/" + id + "/newer", Map.of("version", "1"), "june.txt", "June".getBytes(UTF_8));
        var stale = evidence.post(
                named, "/evidence/" + id + "/newer", Map.of("version", "1"), "july.txt", "July".getBytes(UTF_8));

        assertThat(newer.statusCode()).isEqualTo(302);
        assertThat(stale.statusCode()).isEqualTo(409);
        assertThat(linked(thing).getFirst().fileName()).isEqualTo("june.txt");
        assertThat(given.get(nurse, "/evidence/" + id + "/file").body()).isEqualTo("June");
        assertThat(given.get(nurse, "/evidence/" + id + "/versions/1/file").body())
                .isEqualTo("May");
        assertThat(given.get(nurse, "/evidence/" + id + "/versions/3/file").statusCode())
                .isEqualTo(404);
    }

    private List<EvidenceItem> linked(Reference thing) {
        return work.read(nurse.actor().scope(), () -> library.of(nurse.actor(), List.of(thing)))
                .getOrDefault(thing, List.of());
    }

    @Test
    void evidenceIsWithdrawnWithAReasonAndThenChangesNoMore() {
        long id = evidence.item(named, GivenEvidence.form("Plan"), "The plan of 2026.");

        var without = given.post(named, "/evidence/" + id + "/withdraw", "version=1&why=wrong");
        var withdrawn = given.post(named, "/evidence/" + id + "/withdraw", "version=1&why=It+was+another+trust%27s");
        var confirmed = given.post(named, "/evidence/" + id + "/confirm", "version=2");

        assertThat(text(without)).contains("Say why, in 10 to 1,000 characters");
        assertThat(withdrawn.statusCode()).isEqualTo(302);
        assertThat(text(confirmed)).contains("was withdrawn and does not change any more");
        assertThat(text(given.get(nurse, "/evidence/" + id)))
                .contains("Withdrawn by")
                .contains("another trust's");
        assertThat(text(given.get(nurse, "/evidence?show=withdrawn"))).contains("1 item of evidence withdrawn");
        assertThat(text(given.get(nurse, "/evidence"))).contains("0 items of evidence in date");
    }

    @Test
    void whatIsInTheLibraryIsChosenRatherThanGivenAgain() {
        long id = evidence.item(named, GivenEvidence.form("Board minutes"), "The board met.");
        var thing = things.thing(icb, trust);

        var offered = given.get(named, "/evidence/new?for=" + thing + "&back=//evil.example");
        assertThat(Jsoup.parse(offered.body()).select("input[name=item]").eachAttr("value"))
                .containsExactly(Long.toString(id));
        assertThat(Jsoup.parse(offered.body())
                        .select("input[name=back]")
                        .first()
                        .val())
                .isEmpty();
        assertThat(given.post(named, "/evidence/link", "for=" + thing).statusCode())
                .isEqualTo(422);
        var linked = given.post(named, "/evidence/link", "for=" + thing + "&item=" + id + "&back=/evidence/" + id);
        assertThat(linked.statusCode()).isEqualTo(302);
        assertThat(linked(thing)).extracting(EvidenceItem::id).containsExactly(id);
        given.post(named, "/evidence/" + id + "/unlink", "subject=" + thing);
        assertThat(linked(thing)).isEmpty();
        assertThat(given.get(stranger, "/evidence/new?for=" + thing).statusCode())
                .isEqualTo(404);
        assertThat(given.get(named, "/evidence/new?for=nothing/1").statusCode()).isEqualTo(404);
    }
}

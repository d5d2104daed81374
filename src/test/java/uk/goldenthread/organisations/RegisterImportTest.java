package uk.goldenthread.organisations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import uk.goldenthread.access.Accounts;
import uk.goldenthread.access.ActorsForTests;
import uk.goldenthread.database.UnitOfWork;
import uk.goldenthread.organisations.RegisterFileForTests.Practice;
import uk.goldenthread.support.Given;
import uk.goldenthread.support.Given.Person;
import uk.goldenthread.support.GoldenThreadTest;

/// Imports of register files, from the upload to the directory and back, over HTTP.
@GoldenThreadTest
class RegisterImportTest {
    private static final AtomicInteger NEXT = new AtomicInteger(100);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Autowired
    Given given;

    @Autowired
    Accounts accounts;

    @Autowired
    ActorsForTests actors;

    @Autowired
    UnitOfWork work;

    @Autowired
    JdbcClient jdbc;

    private record Place(Given.Organisation icb, Person coordinator, Person nurse) {}

    private Place place() {
        var code = "V" + NEXT.getAndIncrement();
        var icb = given.icb(code, "NHS Test %s ICB".formatted(code));
        return new Place(icb, given.person("SAFEGUARDING_COORDINATOR", icb), given.person("DESIGNATED_NURSE", icb));
    }

    private static Practice practice(Place place, String postcode) {
        var code = "X%05d".formatted(NEXT.getAndIncrement());
        return new Practice(code, "TEST STREET SURGERY", place.icb().code(), postcode, "20150401", "");
    }

    private JsonNode upload(Person person, byte[] file) {
        var answer = given.upload(person, "/api/v1/imports", "practices.csv", file);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return JSON.readTree(answer.body());
    }

    private java.net.http.HttpResponse<String> post(Person person, JsonNode batch, String what) {
        return given.post(
                person, "/api/v1/imports/%d/%s".formatted(batch.get("id").asLong(), what), "");
    }

    private void approve(Person person, JsonNode batch) {
        var answer = post(person, batch, "approve");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private List<String> names(Place place, String code) {
        return work.read(
                place.nurse().actor().scope(),
                () -> jdbc.sql("select name from pub_organisation where code = :code")
                        .param("code", code)
                        .query((row, _) -> row.getString("name"))
                        .list());
    }

    private List<String> providers(Place place) {
        return work.read(
                place.nurse().actor().scope(),
                () -> jdbc.sql("""
                                select code from pub_provider
                                where icb = :icb and valid_from <= current_date and (valid_to is null or valid_to > current_date)
                                order by code
                                """)
                        .param("icb", place.icb().id())
                        .query((row, _) -> row.getString("code"))
                        .list());
    }

    private int batches(Place place) {
        return work.read(
                place.nurse().actor().scope(),
                () -> jdbc.sql("select count(*) from import_batch where icb = :icb")
                        .param("icb", place.icb().id())
                        .query((row, _) -> row.getInt(1))
                        .single());
    }

    @Test
    void nothingChangesUntilASecondPersonApproves() {
        var place = place();
        var surgery = practice(place, "ZZ1 1AA");

        var batch = upload(
                place.coordinator(), new RegisterFileForTests().with(surgery).bytes());

        assertThat(batch.get("state").asString()).isEqualTo("REVIEW");
        assertThat(batch.get("counts").get("NEW").asInt()).isEqualTo(1);
        assertThat(names(place, surgery.code())).isEmpty();
        assertThat(post(place.coordinator(), batch, "approve").statusCode()).isEqualTo(403);

        approve(place.nurse(), batch);

        assertThat(names(place, surgery.code())).containsExactly("Test Street Surgery");
        assertThat(providers(place)).containsExactly(surgery.code());
    }

    @Test
    void theSameFileAgainIsRecognisedAndChangesNothing() {
        var place = place();
        var surgery = practice(place, "ZZ1 1AB");
        var file = new RegisterFileForTests().with(surgery);
        approve(place.nurse(), upload(place.coordinator(), file.bytes()));

        var again = upload(place.coordinator(), file.bytes());
        var sameContent = upload(
                place.coordinator(),
                (new String(file.bytes(), java.nio.charset.StandardCharsets.US_ASCII).replace("\n", "\r\n"))
                        .getBytes(java.nio.charset.StandardCharsets.US_ASCII));

        assertThat(again.get("state").asString()).isEqualTo("UNCHANGED");
        assertThat(again.get("counts").get("IDENTICAL").asInt()).isEqualTo(1);
        assertThat(sameContent.get("state").asString()).isEqualTo("UNCHANGED");
        var page = given.get(place.nurse(), "/imports/" + again.get("id").asLong());
        assertThat(Jsoup.parse(page.body()).select(".gt-state").text())
                .startsWith("Nothing to change: exactly this file was approved before");
    }

    @Test
    void undoingPutsBackWhatWasChangedAndTakesAwayWhatWasAdded() {
        var place = place();
        var old = practice(place, "ZZ1 1AC");
        var added = practice(place, "ZZ1 1AD");
        approve(
                place.nurse(),
                upload(place.coordinator(), new RegisterFileForTests().with(old).bytes()));
        var second = upload(
                place.coordinator(),
                new RegisterFileForTests()
                        .with(old.named("NEW NAME SURGERY").closedOn("20260331"))
                        .with(added)
                        .bytes());
        assertThat(second.get("counts").get("CLOSED").asInt()).isEqualTo(1);
        approve(place.nurse(), second);
        assertThat(names(place, old.code())).containsExactly("New Name Surgery");
        assertThat(providers(place)).containsExactly(added.code());

        var undone = given.post(
                place.nurse(),
                "/api/v1/imports/%d/undo".formatted(second.get("id").asLong()),
                "reason=It+was+last+year%27s+file");

        assertThat(undone.statusCode()).as(undone.body()).isEqualTo(200);
        assertThat(names(place, old.code())).containsExactly("Test Street Surgery");
        assertThat(names(place, added.code())).isEmpty();
        assertThat(providers(place)).containsExactly(old.code());
    }

    @Test
    void undoingIsRefusedOnceSomethingLaterChangedWhatItTouched() {
        var place = place();
        var surgery = practice(place, "ZZ1 1AE");
        var first = upload(
                place.coordinator(), new RegisterFileForTests().with(surgery).bytes());
        approve(place.nurse(), first);
        approve(
                place.nurse(),
                upload(
                        place.coordinator(),
                        new RegisterFileForTests()
                                .with(surgery.named("LATER SURGERY"))
                                .bytes()));

        var undone = given.post(
                place.nurse(),
                "/api/v1/imports/%d/undo".formatted(first.get("id").asLong()),
                "reason=It+was+last+year%27s+file");

        assertThat(undone.statusCode()).isEqualTo(409);
        assertThat(undone.body()).contains("something later changed " + surgery.code());
        assertThat(names(place, surgery.code())).containsExactly("Later Surgery");
    }

    @Test
    void undoingIsRefusedWhenOtherRecordsRestOnIt() {
        var place = place();
        var surgery = practice(place, "ZZ1 1AF");
        var batch = upload(
                place.coordinator(), new RegisterFileForTests().with(surgery).bytes());
        approve(place.nurse(), batch);
        var id = work.read(
                place.nurse().actor().scope(),
                () -> jdbc.sql("select id from pub_organisation where code = :code")
                        .param("code", surgery.code())
                        .query((row, _) -> row.getInt("id"))
                        .single());
        given.person("PRACTICE_LEAD", place.icb(), new Given.Organisation(id, surgery.code(), "Test Street Surgery"));

        var undone = given.post(
                place.nurse(),
                "/api/v1/imports/%d/undo".formatted(batch.get("id").asLong()),
                "reason=It+was+last+year%27s+file");

        assertThat(undone.statusCode()).isEqualTo(409);
        assertThat(undone.body()).contains("other records rest on what it brought in");
        assertThat(names(place, surgery.code())).hasSize(1);
    }

    @Test
    void anApprovalIsRefusedWhenWhatWasComparedHasChangedSince() {
        var place = place();
        var surgery = practice(place, "ZZ1 1AG");
        approve(
                place.nurse(),
                upload(
                        place.coordinator(),
                        new RegisterFileForTests().with(surgery).bytes()));
        var one = upload(
                place.coordinator(),
                new RegisterFileForTests().with(surgery.named("NAME ONE")).bytes());
        var two = upload(
                place.coordinator(),
                new RegisterFileForTests().with(surgery.named("NAME TWO")).bytes());
        approve(place.nurse(), one);

        var refused = post(place.nurse(), two, "approve");

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body())
                .contains("something else changed " + surgery.code())
                .contains("Compare the file again");
        given.post(
                place.nurse(), "/imports/%d/read-again".formatted(two.get("id").asLong()), "");
        approve(place.nurse(), two);
        assertThat(names(place, surgery.code())).containsExactly("Name Two");
    }

    @Test
    void aNewPracticeWhereOneClosesMayHaveTakenItsPlaceAndAPersonSays() {
        var place = place();
        var old = practice(place, "ZZ1 1AH");
        approve(
                place.nurse(),
                upload(place.coordinator(), new RegisterFileForTests().with(old).bytes()));
        var successor = new Practice(
                "X%05d".formatted(NEXT.getAndIncrement()),
                "NEW SURGERY",
                place.icb().code(),
                "ZZ1 1AH",
                "20260401",
                "");
        var file = new RegisterFileForTests().with(old.closedOn("20260331")).with(successor);

        var batch = upload(place.coordinator(), file.bytes());

        assertThat(batch.get("counts").get("AMBIGUOUS").asInt()).isEqualTo(1);
        assertThat(post(place.nurse(), batch, "approve").body()).contains("One line still needs a choice.");
        var id = batch.get("id").asLong();
        var page = Jsoup.parse(given.get(place.nurse(), "/imports/" + id).body());
        assertThat(page.select("label.gt-choice").eachText())
                .containsExactly(
                        "It is new, and takes the place of %s Test Street Surgery".formatted(old.code()),
                        "It is new, and takes nobody's place",
                        "Leave it out");
        var radio = page.select("input[type=radio]").first();
        assertThat(radio).isNotNull();
        given.post(place.nurse(), "/imports/%d/choose".formatted(id), radio.attr("name") + "=" + radio.attr("value"));
        approve(place.nurse(), batch);

        var links = work.read(
                place.nurse().actor().scope(),
                () -> jdbc.sql("""
                        select f.code || ' ' || l.type || ' ' || t.code || ' from ' || l.valid_from as words
                        from organisation_link l
                        join organisation f on f.id = l.from_organisation
                        join organisation t on t.id = l.to_organisation
                        where l.type = 'SUCCEEDED_BY' and f.code = :code
                        """)
                        .param("code", old.code())
                        .query((row, _) -> row.getString("words"))
                        .list());
        assertThat(links).containsExactly("%s SUCCEEDED_BY %s from 2026-04-01".formatted(old.code(), successor.code()));
    }

    @Test
    void aLineThatIsLeftOutStaysAsItIs() {
        var place = place();
        var taken = practice(place, "ZZ1 1AJ");
        var left = practice(place, "ZZ1 1AK");
        var batch = upload(
                place.coordinator(),
                new RegisterFileForTests().with(taken).with(left).bytes());
        var id = batch.get("id").asLong();
        var button = Jsoup.parse(given.get(place.nurse(), "/imports/%d?search=%s".formatted(id, left.code()))
                        .body())
                .select("button[name=choice]")
                .first();
        assertThat(button).isNotNull();

        given.post(place.nurse(), "/imports/%d/choose".formatted(id), "choice=" + button.attr("value"));
        approve(place.nurse(), batch);

        assertThat(providers(place)).containsExactly(taken.code());
        assertThat(names(place, left.code())).isEmpty();
    }

    @Test
    void whoUploadedAFileLeavesItToAnotherWhileThereIsAnother() {
        var place = place();
        var both = given.person("SAFEGUARDING_COORDINATOR", place.icb());
        accounts.grant(
                both.actor().account(),
                "DESIGNATED_NURSE",
                place.icb().id(),
                place.icb().id(),
                java.time.LocalDate.of(2022, 7, 1));
        var batch = upload(
                both,
                new RegisterFileForTests().with(practice(place, "ZZ1 1AL")).bytes());

        var refused = post(both, batch, "approve");

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body())
                .contains("You uploaded this file, so somebody else approves it: "
                        + place.nurse().actor().name());
    }

    @Test
    void onTheFirstDayWhenThereIsNobodyElseOnePersonMayDoBothAndTheLedgerSaysSo() {
        var code = "V" + NEXT.getAndIncrement();
        var icb = given.icb(code, "NHS Test %s ICB".formatted(code));
        var only = given.person("SAFEGUARDING_COORDINATOR", icb);
        accounts.grant(
                only.actor().account(), "DESIGNATED_NURSE", icb.id(), icb.id(), java.time.LocalDate.of(2022, 7, 1));
        var surgery = new Practice(
                "X%05d".formatted(NEXT.getAndIncrement()), "ONLY SURGERY", code, "ZZ1 1AM", "20150401", "");

        var batch = upload(only, new RegisterFileForTests().with(surgery).bytes());
        approve(only, batch);

        var detail = work.read(
                only.actor().scope(),
                () -> jdbc.sql("""
                        select detail ->> 'alone' as alone from ledger.entry
                        where subject = :subject and action = 'IMPORT_APPROVED'
                        """)
                        .param("subject", "import/" + batch.get("id").asLong())
                        .query((row, _) -> row.getString("alone"))
                        .list());
        assertThat(detail).containsExactly("true");
    }

    @Test
    void aProgramThatRepeatsItsKeyGetsTheSameImport() {
        var place = place();
        var file = new RegisterFileForTests().with(practice(place, "ZZ1 1AN")).bytes();
        var first = given.send(given.multipart(place.coordinator(), "/api/v1/imports?kind=ODS_PRACTICES", "p.csv", file)
                .header("Idempotency-Key", "upload-1")
                .build());
        var second =
                given.send(given.multipart(place.coordinator(), "/api/v1/imports?kind=ODS_PRACTICES", "p.csv", file)
                        .header("Idempotency-Key", "upload-1")
                        .build());

        assertThat(first.headers().firstValue("Location")).isPresent();
        assertThat(second.headers().firstValue("Location"))
                .isEqualTo(first.headers().firstValue("Location"));
        assertThat(batches(place)).isEqualTo(1);
    }

    @Test
    void aFileOfAnotherKindIsRefusedInOneSentenceAndNothingIsKept() {
        var place = place();
        var wrong = "name,age\nA,1\nB,2\n".getBytes(java.nio.charset.StandardCharsets.US_ASCII);

        var api = given.upload(place.coordinator(), "/api/v1/imports", "wrong.csv", wrong);
        var page = given.upload(place.coordinator(), "/imports", "wrong.csv", wrong);

        assertThat(api.statusCode()).isEqualTo(422);
        assertThat(api.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(api.body())
                .contains(
                        "\"detail\":\"The columns of this file are not those of any file",
                        "\"errors\":[{",
                        "\"field\":\"file\"",
                        "\"message\":\"The columns of this file are not those of any file");
        assertThat(page.statusCode()).isEqualTo(422);
        var summary = Jsoup.parse(page.body()).select(".nhsuk-error-summary__list a");
        assertThat(summary.text()).startsWith("wrong.csv: The columns of this file are not those of any file");
        assertThat(summary.attr("href")).isEqualTo("#file");
        assertThat(batches(place)).isZero();
    }

    @Test
    void anImportOfAnotherIcbIsNotFoundAndAProviderCannotImportAtAll() {
        var place = place();
        var stranger = place().nurse();
        var provider = given.provider(place.icb(), "ACUTE");
        var named = given.person("PROVIDER_NAMED_PROFESSIONAL", place.icb(), provider);
        var batch = upload(
                place.coordinator(),
                new RegisterFileForTests().with(practice(place, "ZZ1 1AP")).bytes());
        var address = "/imports/" + batch.get("id").asLong();

        assertThat(given.get(stranger, address).statusCode()).isEqualTo(404);
        assertThat(post(stranger, batch, "approve").statusCode()).isEqualTo(404);
        assertThat(given.get(named, address).statusCode()).isEqualTo(403);
        assertThat(given.upload(named, "/imports", "p.csv", new byte[] {1}).statusCode())
                .isEqualTo(403);
    }

    @Test
    void theReviewPageSaysWhatApprovingWillDoAndShowsEachFieldBeforeAndAfter() {
        var place = place();
        var surgery = practice(place, "ZZ1 1AQ");
        approve(
                place.nurse(),
                upload(
                        place.coordinator(),
                        new RegisterFileForTests().with(surgery).bytes()));
        var batch = upload(
                place.coordinator(),
                new RegisterFileForTests()
                        .with(surgery.named("HIGH STREET SURGERY"))
                        .bytes());
        var address = "/imports/" + batch.get("id").asLong();

        var page = Jsoup.parse(given.get(place.nurse(), address).body());
        var preparing = Jsoup.parse(given.get(place.coordinator(), address).body());

        assertThat(page.select("h1").text()).isEqualTo("GP practices (ODS epraccur) practices.csv");
        assertThat(page.select(".gt-state").text())
                .isEqualTo("Waits for a decision: 1 changed. Nothing has been changed yet.");
        assertThat(page.select("main").text())
                .contains("Approving will change 1 practice; lines left out stay as they are.");
        assertThat(page.select(".gt-differences li").eachText())
                .containsExactly("name Test Street Surgery → becomes High Street Surgery");
        assertThat(page.select("button").eachText()).contains("Approve", "Put the file aside");
        assertThat(preparing.select("button").eachText()).doesNotContain("Approve");
        assertThat(preparing.select(".nhsuk-inset-text").text())
                .contains(
                        "These people can approve it: " + place.nurse().actor().name());
    }
}

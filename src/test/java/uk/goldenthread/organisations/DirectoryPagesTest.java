package uk.goldenthread.organisations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.goldenthread.database.Scope;
import uk.goldenthread.database.UnitOfWork;
import uk.goldenthread.support.Given;
import uk.goldenthread.support.Given.Person;
import uk.goldenthread.support.GoldenThreadTest;

/// The directory as people see and keep it.
@GoldenThreadTest
class DirectoryPagesTest {
    @Autowired
    Given given;

    @Autowired
    Directory directory;

    @Autowired
    UnitOfWork work;

    @Autowired
    JdbcClient jdbc;

    private Document page(Person person, String address) {
        var answer = given.get(person, address);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Jsoup.parse(answer.body());
    }

    @Test
    void theListHoldsTheIcbsOwnAndTheDownloadEqualsIt() {
        var icb = given.icb();
        var trust = given.provider(icb, "ACUTE");
        given.provider(given.icb(), "ACUTE");
        var nurse = given.person("DESIGNATED_NURSE", icb);

        var page = page(nurse, "/directory?kind=ACUTE");
        var csv = given.get(nurse, "/directory.csv?kind=ACUTE").body();

        assertThat(page.select("h1").text()).isEqualTo("Directory");
        assertThat(page.select("tbody th").eachText()).containsExactly(trust.name());
        assertThat(csv)
                .isEqualTo(
                        "\uFEFFname,code,kind,postcode,telephone,opened,closed\r\n%s,%s,Acute hospital trust,,,2020-04-01,\r\n"
                                .formatted(trust.name(), trust.code()));
    }

    @Test
    void anEntryIsSeenUnderItsNameOfThenAndItsLinksStayInThePast() {
        var icb = given.icb();
        var trust = given.provider(icb, "ACUTE");
        var coordinator = given.person("SAFEGUARDING_COORDINATOR", icb);
        var before = work.read(
                Scope.system(),
                () -> jdbc.sql("select clock_timestamp() as at")
                        .query((row, _) -> row.getTimestamp("at").toInstant())
                        .single());

        var saved = given.post(
                coordinator,
                "/directory/%s/edit".formatted(trust.code()),
                "version=1&name=Renamed+Trust&kind=ACUTE&opened%5Bday%5D=1&opened%5Bmonth%5D=4&opened%5Byear%5D=2020");

        assertThat(saved.statusCode()).as(saved.body()).isEqualTo(302);
        assertThat(page(coordinator, "/directory/" + trust.code()).select("h1").text())
                .isEqualTo("Renamed Trust");
        var then = page(coordinator, "/directory/%s?asAt=%s".formatted(trust.code(), before));
        assertThat(then.select("h1").text()).isEqualTo(trust.name());
        assertThat(then.select("a").eachText()).doesNotContain("Change this entry");
        assertThat(then.select(".nhsuk-back-link").attr("href")).isEqualTo("/directory?asAt=" + before);
    }

    @Test
    void whoSavesOverAnothersChangeIsTold() {
        var icb = given.icb();
        var trust = given.provider(icb, "ACUTE");
        var coordinator = given.person("SAFEGUARDING_COORDINATOR", icb);
        var form = "version=1&name=Name+%s&kind=ACUTE";
        var address = "/directory/%s/edit".formatted(trust.code());

        assertThat(given.post(coordinator, address, form.formatted("One")).statusCode())
                .isEqualTo(302);
        assertThat(given.post(coordinator, address, form.formatted("Two")).statusCode())
                .isEqualTo(409);
        assertThat(page(coordinator, "/directory/" + trust.code()).select("h1").text())
                .isEqualTo("Name One");
    }

    @Test
    void aSuccessorClosesTheOldOneAndTakesOverItsIcbs() {
        var icb = given.icb();
        var old = given.provider(icb, "ACUTE");
        var successor = given.provider(given.icb(), "ACUTE");
        var coordinator = given.person("SAFEGUARDING_COORDINATOR", icb);

        var saved = given.post(
                coordinator,
                "/directory/%s/relation".formatted(old.code()),
                "type=MERGED_INTO&other=%s&on%%5Bday%%5D=1&on%%5Bmonth%%5D=4&on%%5Byear%%5D=2026"
                        .formatted(successor.code()));

        assertThat(saved.statusCode()).as(saved.body()).isEqualTo(302);
        assertThat(work.read(
                        coordinator.actor().scope(), () -> directory.providersOf(icb.id(), LocalDate.of(2026, 3, 31))))
                .extracting(Organisation::code)
                .containsExactly(old.code());
        assertThat(work.read(
                        coordinator.actor().scope(), () -> directory.providersOf(icb.id(), LocalDate.of(2026, 4, 1))))
                .extracting(Organisation::code)
                .containsExactly(successor.code());
        var page = page(coordinator, "/directory/" + old.code());
        assertThat(page.select(".gt-state").text()).startsWith("Acute hospital trust. Closed on 31 March 2026.");
        assertThat(page.select("main li").eachText())
                .contains("It merged into %s, from 1 April 2026".formatted(successor.name()));
    }

    @Test
    void aPracticeNamesItsOwnLeadAndThenOnlyTheDeputyIsVacant() {
        var icb = given.icb();
        var practice = given.provider(icb, "GP");
        var lead = given.person("PRACTICE_LEAD", icb, practice);

        var saved = given.post(
                lead,
                "/directory/%s/posts/new".formatted(practice.code()),
                "role=GP-L&person=Dr+Ada+Green&email=ada.green%40example.nhs.uk&type=SUBSTANTIVE&from%5Bday%5D=1&from%5Bmonth%5D=4&from%5Byear%5D=2025");

        assertThat(saved.statusCode()).as(saved.body()).isEqualTo(302);
        var page = page(lead, "/directory/" + practice.code());
        assertThat(page.select("table tbody tr").eachText())
                .satisfiesExactly(
                        row -> assertThat(row).isEqualTo("Practice safeguarding lead Filled Dr Ada Green"),
                        row -> assertThat(row)
                                .startsWith("Practice deputy safeguarding lead Vacant Since 1 July 2022"));
        assertThat(page.select("main").text()).contains("ada.green@example.nhs.uk");
    }

    @Test
    void theSamePersonIsNotLeadAndDeputyAndWhatWasTypedStays() {
        var icb = given.icb();
        var practice = given.provider(icb, "GP");
        var lead = given.person("PRACTICE_LEAD", icb, practice);
        var form = "role=%s&person=Dr+Ada+Green&from%%5Bday%%5D=1&from%%5Bmonth%%5D=4&from%%5Byear%%5D=2025";
        var address = "/directory/%s/posts/new".formatted(practice.code());
        given.post(lead, address, form.formatted("GP-L"));

        var refused = given.post(lead, address, form.formatted("GP-DL"));

        assertThat(refused.statusCode()).isEqualTo(422);
        var page = Jsoup.parse(refused.body());
        assertThat(page.select(".nhsuk-error-summary__list").text())
                .isEqualTo(
                        "Dr Ada Green already holds Practice safeguarding lead, which the same person should not hold as well");
        assertThat(page.select("#person").val()).isEqualTo("Dr Ada Green");
    }

    @Test
    void aProviderKeepsNobodyElsesPostsAndSeesNobodyElsesPeople() {
        var icb = given.icb();
        var mine = given.provider(icb, "GP");
        var other = given.provider(icb, "GP");
        var nurse = given.person("DESIGNATED_NURSE", icb);
        given.post(
                nurse,
                "/directory/%s/posts/new".formatted(other.code()),
                "role=GP-L&person=Dr+Other+Practice&from%5Bday%5D=1&from%5Bmonth%5D=4&from%5Byear%5D=2025");
        var lead = given.person("PRACTICE_LEAD", icb, mine);

        var refused = given.post(
                lead,
                "/directory/%s/posts/new".formatted(other.code()),
                "role=GP-L&person=Dr+Mine&from%5Bday%5D=1&from%5Bmonth%5D=4&from%5Byear%5D=2025");

        assertThat(refused.statusCode()).isEqualTo(404);
        assertThat(page(nurse, "/directory/" + other.code()).text()).contains("Dr Other Practice");
        assertThat(page(lead, "/directory/" + other.code()).text()).doesNotContain("Dr Other Practice");
        assertThat(given.get(lead, "/directory/new").statusCode()).isEqualTo(403);
    }
}

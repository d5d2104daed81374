package uk.goldenthread.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.goldenthread.database.UnitOfWork;
import uk.goldenthread.organisations.Directory;
import uk.goldenthread.organisations.Organisation;
import uk.goldenthread.support.Given;
import uk.goldenthread.support.Given.Person;
import uk.goldenthread.support.GoldenThreadTest;

/// The real register files of two ICBs, uploaded as a browser would and approved by a second person.
@GoldenThreadTest
class RegisterUploadTest {
    private static final Path DATA = Path.of(System.getProperty("shared.data", "../shared/data"));

    @Autowired
    Given given;

    @Autowired
    Directory directory;

    @Autowired
    UnitOfWork work;

    @Autowired
    JdbcClient jdbc;

    @Test
    void twoIcbsTakeInTheirPracticesAndTrustsAndAgainChangesNothing() throws IOException {
        Assumptions.assumeTrue(Files.exists(DATA.resolve("ods")), "third-party data not here: skipped");

        takesIn(
                "QJ2",
                "NHS Derby and Derbyshire ICB",
                "epraccur-QJ2-derby-derbyshire.csv",
                113,
                List.of("RFS", "RTG", "RXM", "RY8"));
        takesIn(
                "QWU",
                "NHS Coventry and Warwickshire ICB",
                "epraccur-QWU-coventry-warwickshire.csv",
                120,
                List.of("RJC", "RKB", "RLT", "RYG"));
    }

    private void takesIn(String code, String name, String practices, int active, List<String> trusts)
            throws IOException {
        var icb = given.icb(code, name);
        var coordinator = given.person("SAFEGUARDING_COORDINATOR", icb);
        var nurse = given.person("DESIGNATED_NURSE", icb);

        take(coordinator, nurse, practices);
        take(coordinator, nurse, "etr-2025.csv");

        var providers =
                work.read(nurse.actor().scope(), () -> directory.providersOf(icb.id(), LocalDate.of(2025, 6, 30)));
        assertThat(providers.stream().filter(o -> o.kind().equals("GP"))).hasSize(active);
        assertThat(providers.stream().map(Organisation::code)).containsAll(trusts);
        assertThat(providers.stream().filter(o -> !o.kind().equals("GP"))).hasSize(trusts.size());
        for (var file : List.of(practices, "etr-2025.csv")) {
            assertThat(uploaded(coordinator, file).select(".gt-state").text()).startsWith("Nothing to change");
        }
    }

    private void take(Person coordinator, Person nurse, String file) throws IOException {
        var page = uploaded(coordinator, file);
        if (page.select(".gt-state").text().startsWith("Nothing to change")) {
            return; // another test of this run took it in
        }
        assertThat(page.select(".gt-state").text()).startsWith("Waits for a decision");
        var approved = given.post(nurse, page.location() + "/approve", "version=" + version(nurse, page.location()));
        assertThat(approved.statusCode()).as(approved.body()).isEqualTo(302);
    }

    private String version(Person nurse, String address) {
        return Jsoup.parse(given.get(nurse, address).body())
                .select("input[name=version]")
                .attr("value");
    }

    private org.jsoup.nodes.Document uploaded(Person person, String file) throws IOException {
        var answer = given.upload(
                person, "/imports", file, Files.readAllBytes(DATA.resolve("ods").resolve(file)));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        var address = java.net
                .URI
                .create(answer.headers().firstValue("Location").orElseThrow())
                .getPath();
        var shown = given.get(person, address);
        while (shown.headers().firstValue("Refresh").isPresent()) {
            shown = given.get(person, address); // as the browser would, until the file has been compared
        }
        var page = Jsoup.parse(shown.body());
        page.setBaseUri(address);
        return Jsoup.parse(shown.body(), address);
    }

    @Test
    void everyHostileFileIsRefusedInOneSentenceAndChangesNothing() throws IOException {
        var files = DATA.resolve("hostile-files");
        Assumptions.assumeTrue(Files.exists(files), "third-party data not here: skipped");
        var icb = given.icb();
        var coordinator = given.person("SAFEGUARDING_COORDINATOR", icb);

        try (var all = Files.list(files)) {
            for (var file : all.toList()) {
                var answer =
                        given.upload(coordinator, "/imports", file.getFileName().toString(), Files.readAllBytes(file));
                assertThat(answer.statusCode()).as(file.toString()).isEqualTo(422);
                assertThat(Jsoup.parse(answer.body()).select(".nhsuk-error-summary__list li"))
                        .as(file.toString())
                        .hasSize(1);
            }
        }

        assertThat(work.read(
                        coordinator.actor().scope(),
                        () -> jdbc.sql("select count(*) from import_batch where icb = :icb")
                                .param("icb", icb.id())
                                .query((row, _) -> row.getInt(1))
                                .single()))
                .isZero();
    }
}

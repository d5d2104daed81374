package uk.goldenthread.assessments.framework;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import uk.goldenthread.assessments.Frameworks;
import uk.goldenthread.assessments.exchange.FhirReading;
import uk.goldenthread.assessments.exchange.OscalCatalog;
import uk.goldenthread.assessments.fhir.FhirJson;
import uk.goldenthread.assessments.model.RatingScale;
import uk.goldenthread.support.Given;
import uk.goldenthread.support.GoldenThreadTest;

/// The library's pages, for frameworks that are shipped.
@GoldenThreadTest
class FrameworkLibraryTest {
    private static final String ROOT = "/assessments/frameworks";

    @Autowired
    Given given;

    private Given.Person nurse;
    private Given.Person named;

    @BeforeEach
    void people() {
        var icb = given.icb();
        nurse = given.person("DESIGNATED_NURSE", icb);
        named = given.person("PROVIDER_NAMED_PROFESSIONAL", icb, given.provider(icb, "ACUTE"));
    }

    @Test
    void theShelfHoldsEveryFrameworkWithItsEditions() {
        var page = page(nurse, ROOT);

        assertThat(page.select("tbody tr")).hasSize(5);
        assertThat(page.select("tbody tr").first().text())
                .isEqualTo(
                        "Safeguarding accountability and assurance framework 2019, 2022, 2024 73 duties 1 June 2024 Shipped");
        assertThat(page.select("main a[href$=/new]")).hasSize(1);
        assertThat(page(named, ROOT).select("main a[href$=/new]")).isEmpty();
    }

    @Test
    void threeEditionsOfTheNationalFrameworkAreReadSideBySide() {
        // counted in the three files: 8 duties of 2022 stand in 2024, none with the same words; 2024 has 73
        var newest = page(nurse, ROOT + "/NHSE_SAAF/compare").select("main");
        assertThat(newest.select(".gt-state").text()).isEqualTo("65 added, 0 removed, 8 changed, 0 the same.");
        assertThat(newest.text()).contains("Of edition 2022 only what reports that cite it tell is known here");
        assertThat(newest.select("h3").eachText()).contains("R-02", "R-36");
        assertThat(newest.select(".gt-differences").first().text())
                .contains("Words Executive lead for safeguarding", "Voting board member is executive lead");

        // of the 15 duties of 2019, 8 are known of 2022
        assertThat(page(nurse, ROOT + "/NHSE_SAAF/compare?from=2019&to=2022")
                        .select(".gt-state")
                        .text())
                .isEqualTo("0 added, 7 removed, 8 changed, 0 the same.");
        assertThat(page(nurse, ROOT + "/NHSE_SAAF/compare?from=2024&to=2024")
                        .select(".gt-state")
                        .text())
                .isEqualTo("0 added, 0 removed, 0 changed, 73 the same.");
        assertThat(given.get(nurse, ROOT + "/NHSE_SAAF/compare?from=2013&to=2024")
                        .statusCode())
                .isEqualTo(404);
        assertThat(given.get(nurse, ROOT + "/S11_WT/compare").statusCode())
                .as("there is but one edition")
                .isEqualTo(404);
    }

    @Test
    void anEditionShowsItsLinesItsLawAndWhatTheLinterSays() {
        var duties = page(named, ROOT + "/NHSE_SAAF?edition=2019").select("main");
        assertThat(duties.select(".gt-state").text())
                .isEqualTo("Edition 2019, in force from 1 August 2019 until 30 June 2022; edition 2024 is newer.");
        assertThat(duties.text()).contains("doubtful, to be checked", "R-05 Clear line Team");

        var joint = page(named, ROOT + "/JSAF").select("main");
        assertThat(joint.select("h3")).hasSize(12);
        assertThat(joint.text())
                .contains("Every line is mapped to a line of another framework.", "asks the same as S11_WT/1.1")
                .contains("No question depends on another", "No loop, no dead end, no code given twice.");
        assertThat(joint.select("svg")).isEmpty();
    }

    @Test
    void anEditionIsAFileInThreeFormatsThatReadBackAsTheSame() throws Exception {
        var edition = Frameworks.load().find("ADULT_SAAF").orElseThrow();
        var address = ROOT + "/ADULT_SAAF/%s?edition=2015%%2F16";

        var oscal = FhirJson.read(
                        given.get(named, address.formatted("catalog.json")).body())
                .orElseThrow();
        assertThat(OscalCatalog.read(
                                oscal,
                                new OscalCatalog.Defaults(
                                        "X", RatingScale.MPN, Set.of("ICB"), java.time.LocalDate.of(2000, 1, 1)))
                        .orElseThrow())
                .isEqualTo(edition);
        var fhir = FhirJson.read(given.get(named, address.formatted("questionnaire.json"))
                        .body())
                .orElseThrow();
        assertThat(FhirReading.read(fhir, Set.of("ICB")).orElseThrow()).isEqualTo(edition);
        assertThat(given.get(nurse, ROOT + "/NHSE_SAAF/catalog.json").statusCode())
                .as("duties are no questions")
                .isEqualTo(404);
    }

    private Document page(Given.Person person, String address) {
        var answer = given.get(person, address);
        assertThat(answer.statusCode()).as(address).isEqualTo(200);
        return Jsoup.parse(answer.body());
    }
}

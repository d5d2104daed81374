package uk.goldenthread.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import uk.goldenthread.support.Given;
import uk.goldenthread.support.GoldenThreadTest;

@GoldenThreadTest
class RulebookTest {
    @Autowired
    Given given;

    @Test
    void everyMeasureStandsInTheListWithItsTarget() {
        var nurse = given.person("DESIGNATED_NURSE", given.icb());

        var page = Jsoup.parse(given.get(nurse, "/catalogue").body());

        assertThat(page.selectXpath("//h2").eachText()).contains("Measures", "Warning rules", "Settings");
        var row = page.select("a[href=/catalogue/K08]").first();
        assertThat(row).isNotNull();
        assertThat(row.closest("tr").text()).contains("at least 85%");
    }

    @Test
    void aMeasureLeadsToTheLawBehindIt() {
        var nurse = given.person("DESIGNATED_NURSE", given.icb());

        var page = Jsoup.parse(given.get(nurse, "/catalogue/K03").body());

        assertThat(page.select("h1").text()).startsWith("K03");
        assertThat(page.text()).contains("The duties it shows").containsPattern("R-\\d\\d");
    }

    @Test
    void anUnknownMeasureIsNotFound() {
        var nurse = given.person("DESIGNATED_NURSE", given.icb());

        assertThat(given.get(nurse, "/catalogue/K99").statusCode()).isEqualTo(404);
    }
}

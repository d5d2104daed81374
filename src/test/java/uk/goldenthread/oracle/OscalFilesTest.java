package uk.goldenthread.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;
import uk.goldenthread.assessments.exchange.OscalCatalog;
import uk.goldenthread.assessments.model.Criterion;
import uk.goldenthread.assessments.model.FrameworkEdition.Standard;
import uk.goldenthread.assessments.model.RatingScale;

/// The example documents of OSCAL's makers.
class OscalFilesTest {
    private static final OscalCatalog.Defaults DEFAULTS =
            new OscalCatalog.Defaults("ISO27002", RatingScale.MPN, Set.of("TRUST"), LocalDate.of(2024, 2, 1));

    @Test
    void theirCatalogueIsReadAsAFrameworkAndComesBackTheSame() {
        var edition = OscalCatalog.read(SharedData.json("oscal/basic-catalog.json"), DEFAULTS)
                .orElseThrow();

        assertThat(edition.name()).isEqualTo("Sample Security Catalog *for Demonstration* and Testing");
        assertThat(edition.edition()).isEqualTo("1.1");
        assertThat(edition.standards())
                .extracting(Standard::name)
                .containsExactly("Internal Organization", "Business requirements of access control");
        assertThat(edition.criteria().map(Criterion::code)).containsExactly("1.1.1", "1.1.2", "2.1.1", "2.1.2");
        assertThat(edition.criterion("1.1.2").orElseThrow().rated().text()).isEqualTo("Segregation of duties");
        assertThat(OscalCatalog.read(OscalCatalog.write(edition), DEFAULTS).orElseThrow())
                .isEqualTo(edition);
    }

    @Test
    void ourCatalogueUsesOnlyFieldsThatTheirsKnows() {
        var theirs = SharedData.json("oscal/basic-catalog.json").path("catalog");
        var ours = OscalCatalog.write(OscalCatalog.read(SharedData.json("oscal/basic-catalog.json"), DEFAULTS)
                        .orElseThrow())
                .path("catalog");

        assertThat(theirs.propertyNames()).containsAll(ours.propertyNames());
        assertThat(ours.path("uuid").asString())
                .matches("[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
        assertThat(theirs.path("metadata").path("oscal-version").asString()).startsWith("1.1");
        assertThat(ours.path("metadata").path("oscal-version").asString()).startsWith("1.1");
    }

    @Test
    void whatIsNoCatalogueIsRefused() {
        assertThat(OscalCatalog.read(SharedData.json("oscal/ifa_assessment-plan-example.json"), DEFAULTS)
                        .reasons())
                .singleElement()
                .satisfies(reason -> assertThat(reason.field()).isEqualTo("catalog"));
    }
}

package uk.goldenthread.assessments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import uk.goldenthread.catalogue.CatalogueInvalid;
import uk.goldenthread.catalogue.YamlFile;

class ProfilesTest {
    private final Frameworks frameworks = Frameworks.load();

    @Test
    void aPracticeIsAskedAtMostTwelveLinesOfEachFrameworkThatHasAShortProfile() {
        var profiles = Profiles.load(frameworks);

        for (var framework : new String[] {"S11_WT", "JSAF", "ADULT_SAAF"}) {
            var edition = frameworks.find(framework).orElseThrow();
            assertThat(profiles.of(edition, "GP").orElseThrow().criteria().count())
                    .isEqualTo(12);
            assertThat(profiles.of(edition, "TRUST")).isEmpty();
        }
    }

    @Test
    void aProfileThatAsksTooMuchOrWhatIsNotAskedIsRefusedWithItsLine() {
        var file = YamlFile.of("profiles.yaml", """
                profiles:
                  - framework: S11_WT
                    edition: "2023"
                    kind: GP
                    lines: ["1.1", "1.2", "1.3", "1.4", "1.5", "2.1", "2.2", "2.3", "2.4", "2.5", "3.1", "3.2", "99.9"]
                """);

        assertThatThrownBy(() -> Profiles.from(file, frameworks))
                .isInstanceOf(CatalogueInvalid.class)
                .hasMessageContaining("99.9 is not asked of GP")
                .hasMessageContaining("at most 12 lines");
    }
}

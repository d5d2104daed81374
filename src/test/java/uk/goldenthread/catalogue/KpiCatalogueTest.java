package uk.goldenthread.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import uk.goldenthread.catalogue.KpiDefinition.Direction;
import uk.goldenthread.catalogue.KpiDefinition.Frequency;

class KpiCatalogueTest {

    private final KpiCatalogue kpis = KpiCatalogue.load();

    @Test
    void theFortySixFiguresTheTwelvePracticeItemsAndTheThreeEmergencySeriesAreThere() {
        var expected = IntStream.rangeClosed(1, 46).mapToObj("K%02d"::formatted).toList();
        var items = IntStream.rangeClosed(1, 12).mapToObj("G%02d"::formatted).toList();

        assertThat(kpis.definitions())
                .extracting(KpiDefinition::code)
                .containsSubsequence(expected)
                .containsSubsequence(items)
                .containsSubsequence("AE_4H", "AE_ATT", "AE_12H")
                .hasSize(46 + 12 + 3);
    }

    @Test
    void theFiguresThatMustWarnWithinAYearAreMonthly() {
        assertThat(kpis.definitions())
                .filteredOn(kpi -> kpi.frequency() == Frequency.MONTHLY)
                .extracting(KpiDefinition::code)
                .containsExactlyInAnyOrder(
                        "K01", "K02", "K03", "K04", "K05", "K06", "K07", "K08", "K09", "K10", "K14", "K43", "AE_4H",
                        "AE_ATT", "AE_12H");
    }

    @Test
    void targetsAreThoseOfTheSourceTable() {
        var targets = Map.ofEntries(
                Map.entry("K01", "90"),
                Map.entry("K03", "85"),
                Map.entry("K04", "100"),
                Map.entry("K08", "85"),
                Map.entry("K13", "100"),
                Map.entry("K14", "90"),
                Map.entry("K17", "84"),
                Map.entry("K19", "100"),
                Map.entry("K22", "80"),
                Map.entry("K24", "95"),
                Map.entry("K37", "80"),
                Map.entry("K39", "0"),
                Map.entry("K43", "100"),
                Map.entry("K44", "95"),
                Map.entry("K46", "0"),
                Map.entry("AE_4H", "78"));

        targets.forEach(
                (code, target) -> assertThat(kpi(code).target()).as(code).isEqualByComparingTo(new BigDecimal(target)));
        assertThat(kpis.definitions())
                .filteredOn(kpi -> kpi.code().startsWith("K") && kpi.target() == null)
                .extracting(KpiDefinition::code)
                .containsExactly("K20", "K21", "K23", "K29", "K30", "K32", "K34", "K35", "K36", "K41", "K45");
    }

    @Test
    void directionsAreThoseOfTheSourceTable() {
        assertThat(kpis.definitions())
                .filteredOn(kpi -> kpi.direction() == Direction.LOWER)
                .extracting(KpiDefinition::code)
                .containsExactly("K17", "K39", "K45", "K46", "AE_12H");
        assertThat(kpis.definitions())
                .filteredOn(kpi -> kpi.direction() == Direction.NEUTRAL)
                .extracting(KpiDefinition::code)
                .containsExactly("K20", "K21", "K23", "K29", "K30", "K32", "K34", "K35", "K36", "K41", "G11", "AE_ATT");
    }

    @Test
    void aSampleIsJudgedOnTenOrMoreAndAWholePopulationOnOne() {
        assertThat(kpi("K01").minimumDenominator()).isEqualTo(10);
        assertThat(kpi("K01").tolerance()).isEqualByComparingTo("5");
        assertThat(kpi("K40").minimumDenominator()).isEqualTo(20);
        assertThat(kpi("K19").minimumDenominator()).isEqualTo(1);
        assertThat(kpi("K20").per()).isEqualTo(1000);
        assertThat(kpi("K21").per()).isEqualTo(10000);
    }

    @Test
    void aPracticeIsAskedNothingButItsTwelveItemsAndThreeOfThemEachQuarter() {
        assertThat(kpis.definitions())
                .filteredOn(kpi -> kpi.asks("GP"))
                .hasSizeLessThanOrEqualTo(12)
                .allSatisfy(kpi -> assertThat(kpi.code()).startsWith("G"));
        assertThat(kpis.askedOf("GP", Frequency.QUARTERLY))
                .extracting(KpiDefinition::code)
                .containsExactly("G02", "G03", "G04");
        assertThat(kpis.askedOf("GP", Frequency.MONTHLY)).isEmpty();
    }

    @Test
    void everyKindThatSendsAFullReturnIsAskedSomethingAndKindsWithoutAReturnNothing() {
        assertThat(OrganisationKind.Kinds.load().all()).allSatisfy(kind -> {
            var asked = kpis.definitions().stream()
                    .filter(kpi -> kpi.asks(kind.code()))
                    .toList();
            if (kind.returns() == OrganisationKind.Returns.NONE) {
                assertThat(asked).as(kind.code()).isEmpty();
            } else {
                assertThat(asked).as(kind.code()).hasSizeGreaterThan(9);
            }
        });
    }

    @Test
    void everyFigureLeadsToARequirementAndThatToALaw() {
        var framework = Framework.load();

        assertThat(kpis.definitions()).allSatisfy(kpi -> {
            assertThat(kpi.requirements()).as(kpi.code()).isNotEmpty();
            assertThat(kpi.requirements()).allSatisfy(code -> {
                var requirement = framework.find(code).orElseThrow();
                assertThat(requirement.basis()).isNotEmpty();
                assertThat(requirement.commenced()).isTrue();
            });
        });
    }

    @Test
    void asOfADayGivesOneVersionOfEachFigureAndNoneBeforeTheFirst() {
        assertThat(kpis.asOf(LocalDate.of(2024, 3, 31)).definitions()).isEmpty();

        var today = kpis.asOf(LocalDate.of(2026, 11, 22)).definitions();
        assertThat(today)
                .extracting(KpiDefinition::code)
                .doesNotHaveDuplicates()
                .hasSize(61);
    }

    @Test
    void aChangedDefinitionIsAnotherVersionFromItsOwnDate() {
        var file = YamlFile.of("kpis.yaml", TWO_VERSIONS);
        var versions =
                KpiCatalogue.from(file, new KpiCatalogue.References(Set.of("ACUTE"), Set.of("R-27"), Set.of("NONE")));

        assertThat(versions.asOf(LocalDate.of(2026, 3, 31))
                        .find("K01")
                        .orElseThrow()
                        .version())
                .isEqualTo(1);
        assertThat(versions.asOf(LocalDate.of(2026, 4, 1))
                        .find("K01")
                        .orElseThrow()
                        .version())
                .isEqualTo(2);
        assertThat(versions.find("K01").orElseThrow().target()).isEqualByComparingTo("95");
    }

    @Test
    void unitDenominatorTargetAndDirectionMustFitEachOther() {
        assertThat(refusals(TWO_VERSIONS.replace("    denominator: in scope\n", "")))
                .containsExactly(
                        "kpis.yaml:6: K01: a percent or rate needs a denominator, other units none",
                        "kpis.yaml:26: K01: a percent or rate needs a denominator, other units none");
        assertThat(refusals(TWO_VERSIONS.replace("direction: HIGHER", "direction: NEUTRAL")))
                .hasSize(2)
                .allMatch(message -> message.endsWith("K01: a neutral figure has no target"));
        assertThat(refusals(TWO_VERSIONS.replace("unit: PERCENT", "unit: RATE")))
                .hasSize(2)
                .allMatch(message -> message.endsWith("K01: a rate, and only a rate, says what it is per"));
        assertThat(refusals(TWO_VERSIONS.replace("requirements: [R-27]", "requirements: [R-99]")))
                .containsExactly(
                        "kpis.yaml:22: no requirement \"R-99\" in K01", "kpis.yaml:43: no requirement \"R-99\" in K01");
    }

    private KpiDefinition kpi(String code) {
        return kpis.find(code).orElseThrow();
    }

    private static List<String> refusals(String text) {
        var references = new KpiCatalogue.References(Set.of("ACUTE"), Set.of("R-27"), Set.of("NONE"));
        return catchThrowableOfType(
                        CatalogueInvalid.class, () -> KpiCatalogue.from(YamlFile.of("kpis.yaml", text), references))
                .problems()
                .stream()
                .map(CatalogueProblem::toString)
                .toList();
    }

    private static final String KPI = """
              - code: K01
                version: 1
                name: Level 1
                unit: PERCENT
                numerator: in date
                denominator: in scope
                direction: HIGHER
                target: 90
                tolerance: 5
                minimumDenominator: 10
                frequency: MONTHLY
                profile: [TRUSTS]
                priority: true
                dataSource: ESR
                suppression: NONE
                spc: true
                requirements: [R-27]
                source: local
                confidence: KNOWN
                validFrom: 2024-04-01
                validTo: 2026-04-01
            """;

    private static final String TWO_VERSIONS =
            "profiles:\n  - code: TRUSTS\n    name: Trusts\n    kinds: [ACUTE]\nkpis:\n"
                    + KPI
                    + KPI.replace("version: 1", "version: 2")
                            .replace("target: 90", "target: 95")
                            .replace("    validTo: 2026-04-01\n", "")
                            .replace("validFrom: 2024-04-01", "validFrom: 2026-04-01");
}

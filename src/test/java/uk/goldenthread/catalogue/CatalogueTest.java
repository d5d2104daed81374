package uk.goldenthread.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.assertj.core.api.ListAssert;
import org.junit.jupiter.api.Test;

class CatalogueTest {

    private final Catalogue catalogue = Catalogue.load();

    @Test
    void everyShippedFileLoadsAndHoldsWhatItShould() {
        var requirements =
                IntStream.rangeClosed(1, 73).mapToObj("R-%02d"::formatted).toList();

        assertThat(catalogue.framework().requirements())
                .extracting(Requirement::code)
                .containsExactlyElementsOf(requirements);
        assertThat(catalogue.framework().requirements())
                .filteredOn(requirement -> !requirement.commenced())
                .extracting(Requirement::code)
                .containsExactly("R-70", "R-71", "R-72", "R-73");
        assertThat(catalogue.kinds().codes())
                .hasSize(26)
                .contains("ACUTE", "GP", "ICB", "SUB_ICB", "LA", "POLICE", "PARTNERSHIP", "REGION", "CLUSTER");
        assertThat(catalogue.suppression())
                .extracting(SuppressionProfile::code)
                .containsExactly("NONE", "UNROUNDED", "ROUNDING_5", "ROUNDING_10", "NHS_7");
        assertThat(catalogue.kpis().definitions()).hasSize(61);
        assertThat(catalogue.roles().all()).hasSize(17);
        assertThat(catalogue.glossary().terms()).hasSizeGreaterThan(25);
    }

    @Test
    void theLadderHasItsLevelsAndAPaperItsPurposes() {
        assertThat(catalogue.codeSet("LADDER_LEVEL").orElseThrow().codes())
                .extracting(Code::code)
                .containsExactly("ROUTINE", "WATCH", "ENHANCED", "INTENSIVE", "RQR");
        assertThat(catalogue.codeSet("AAA").orElseThrow().codes())
                .extracting(Code::code)
                .containsExactly("ALERT", "ADVISE", "ASSURE");
        assertThat(catalogue.codeSet("PAPER_PURPOSE").orElseThrow().find("ASSURANCE"))
                .contains(new Code("ASSURANCE", "For assurance"));
    }

    @Test
    void onlyNhsTrustsAreBoundByThePreventDutyAndOnlyPracticesNeedNoExecutive() {
        assertThat(catalogue.kinds().all())
                .filteredOn(OrganisationKind::nhsTrust)
                .extracting(OrganisationKind::code)
                .containsExactly("ACUTE", "COMMUNITY", "MENTAL_HEALTH", "AMBULANCE", "INTEGRATED", "SPECIALIST");
        assertThat(catalogue.kinds().all())
                .filteredOn(kind -> kind.returns() != OrganisationKind.Returns.NONE && !kind.executiveApproval())
                .extracting(OrganisationKind::code)
                .containsExactly("GP");
    }

    @Test
    void theGlossaryPageAndTheGlossaryFileSayTheSame() throws IOException {
        var page = Files.readString(Path.of("docs/glossary.md"));
        var lines = catalogue.glossary().terms().stream()
                .map(term ->
                        "| %s | %s | %s | `%s` |".formatted(term.code(), term.name(), term.meaning(), term.where()))
                .toList();

        assertThat(page.lines().filter(line -> line.startsWith("| ")).skip(1)).containsExactlyElementsOf(lines);
    }

    @Test
    void brokenRolesAreRefused() {
        refused("roles.yaml", RoleCatalogue::from)
                .containsExactlyInAnyOrder(
                        "11: no permission \"FLY\" in ANALYST",
                        "12: no screen \"CELLAR\" in ANALYST",
                        "13: \"secondFactor\" should be one of REQUIRED, OPTIONAL but is \"SOMETIMES\" in ANALYST",
                        "15: unknown key \"colour\" in ANALYST",
                        "16: duplicate code \"ANALYST\", first on line 7",
                        "16: missing key \"name\" in ANALYST",
                        "18: \"reach\" should be one of ICB, OWN, AGGREGATE but is \"EVERYWHERE\" in ANALYST",
                        "22: no section \"attic\" in ANALYST");
    }

    @Test
    void brokenOrganisationKindsAreRefused() {
        refused("organisation-kinds.yaml", OrganisationKind.Kinds::from)
                .containsExactlyInAnyOrder(
                        "8: \"executiveApproval\" should be true or false but is \"maybe\" in ACUTE",
                        "11: unknown key \"beds\" in ACUTE",
                        "12: duplicate code \"ACUTE\", first on line 4",
                        "12: missing key \"name\" in ACUTE",
                        "14: \"returns\" should be one of FULL, LIGHT, NONE but is \"SOME\" in ACUTE");
    }

    @Test
    void brokenSuppressionProfilesAreRefused() {
        refused("suppression.yaml", SuppressionProfile::from)
                .containsExactlyInAnyOrder(
                        "2: NONE hides counts but has no smallText",
                        "12: duplicate code \"NONE\", first on line 2",
                        "12: missing key \"name\" in NONE",
                        "13: \"threshold\" should be a whole number but is \"few\" in NONE",
                        "18: unknown key \"rounding\" in NONE",
                        "22: validTo 2024-04-01 is not after validFrom 2024-04-01 in NONE");
    }

    @Test
    void aBrokenFrameworkIsRefused() {
        refused("framework.yaml", Framework::from)
                .containsExactlyInAnyOrder(
                        "5: validTo 2023-06-01 is not after validFrom 2024-06-01 in BROKEN",
                        "12: no section \"Z\" in R-01",
                        "13: no applies value \"MARTIANS\" in R-01",
                        "21: unknown key \"note\" in R-01",
                        "22: duplicate code \"R-01\", first on line 11",
                        "22: missing key \"duty\" in R-01");
    }

    @Test
    void brokenFiguresAreRefused() {
        var references = new KpiCatalogue.References(Set.of("ACUTE"), Set.of("R-27"), Set.of("NONE"));
        refused("kpis.yaml", file -> KpiCatalogue.from(file, references))
                .containsExactlyInAnyOrder(
                        "2: no organisation kind \"CASTLE\" in TRUSTS",
                        "11: \"target\" should be a number but is \"ninety\" in K01",
                        "16: no suppression profile \"SECRET\"",
                        "18: no requirement \"R-99\" in K01",
                        "22: validTo 2024-01-01 is not after validFrom 2024-04-01 in K01",
                        "23: duplicate code \"K01\", first on line 4",
                        "23: missing key \"name\" in K01",
                        "34: unknown key \"spcc\" in K01");
    }

    @Test
    void brokenSettingsAreRefused() {
        refused("settings.yaml", Settings::from)
                .containsExactlyInAnyOrder(
                        "8: validTo 2020-04-01 is not after validFrom 2024-04-01 in W01",
                        "10: W01.falls: 9 is not allowed; a whole number from 2 to 6",
                        "11: duplicate code \"falls\", first on line 10",
                        "19: missing key \"value\" in due",
                        "19: unknown key \"step\" in due");
    }

    @Test
    void brokenCodeSetsAreRefused() {
        refused("code-sets.yaml", CodeSet::from)
                .containsExactlyInAnyOrder(
                        "5: \"confidence\" should be one of SEEN, KNOWN, UNSURE, INFERRED but is \"SURE\" in AAA",
                        "7: validTo 2023-04-01 is not after validFrom 2024-04-01 in AAA",
                        "10: duplicate code \"ALERT\", first on line 9",
                        "11: missing key \"name\" in ADVISE",
                        "11: unknown key \"label\" in ADVISE");
    }

    @Test
    void aBrokenGlossaryIsRefused() {
        refused("glossary.yaml", Glossary::from)
                .containsExactlyInAnyOrder(
                        "3: duplicate code \"return\", first on line 2",
                        "3: missing key \"meaning\" in return",
                        "3: unknown key \"colour\" in return");
    }

    private static ListAssert<String> refused(String name, Consumer<YamlFile> reader) {
        var path = "catalogue-broken/" + name;
        var file = YamlFile.resource(path);
        var refusal = catchThrowableOfType(CatalogueInvalid.class, () -> reader.accept(file));
        assertThat(refusal).as(path).isNotNull();
        assertThat(refusal.problems())
                .allSatisfy(problem -> assertThat(problem.file()).isEqualTo(path));
        return assertThat(refusal.problems().stream()
                .map(problem -> problem.line() + ": " + problem.message())
                .toList());
    }
}

package uk.goldenthread.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.goldenthread.access.Permission;
import uk.goldenthread.catalogue.RoleDefinition.Reach;
import uk.goldenthread.catalogue.RoleDefinition.Tier;

class RoleCatalogueTest {

    private final RoleCatalogue roles = RoleCatalogue.load();

    @Test
    void everyRoleOfASafeguardingSystemIsThere() {
        assertThat(roles.all())
                .extracting(RoleDefinition::code)
                .containsExactlyInAnyOrder(
                        "DESIGNATED_NURSE",
                        "DESIGNATED_DOCTOR",
                        "ADULT_LEAD",
                        "ICB_EXECUTIVE_LEAD",
                        "SAFEGUARDING_COORDINATOR",
                        "ANALYST",
                        "CONTRACT_MANAGER",
                        "NAMED_GP",
                        "COMMITTEE_MEMBER",
                        "PROVIDER_NAMED_PROFESSIONAL",
                        "PROVIDER_EXECUTIVE_LEAD",
                        "PRACTICE_LEAD",
                        "PARTNERSHIP_MANAGER",
                        "REGIONAL_LEAD",
                        "INSPECTOR",
                        "INFORMATION_GOVERNANCE",
                        "SYSTEM_ADMINISTRATOR");
        assertThat(roles.permissions())
                .containsExactlyInAnyOrder(
                        Arrays.stream(Permission.values()).map(Permission::name).toArray(String[]::new));
    }

    @Test
    void everyPermissionIsHeldByARoleAndHasAName() {
        assertThat(roles.permissions())
                .allSatisfy(permission -> assertThat(holders(permission)).isNotEmpty());
        assertThat(roles.permissionName("RETURN_ENTER")).isEqualTo("Enter the figures and narrative of a return");
        assertThatThrownBy(() -> roles.permissionName("FLY")).hasMessage("no permission FLY");
    }

    @Test
    void whoeverEntersAReturnNeverApprovesItForTheBoard() {
        assertThat(holders("RETURN_ENTER")).containsExactly("PROVIDER_NAMED_PROFESSIONAL", "PRACTICE_LEAD");
        assertThat(holders("RETURN_EXECUTIVE_APPROVE")).containsExactly("PROVIDER_EXECUTIVE_LEAD");
    }

    @Test
    void whoeverPreparesAnImportNeverApprovesOne() {
        assertThat(holders("IMPORT_PREPARE")).isNotEmpty().doesNotContainAnyElementsOf(holders("IMPORT_APPROVE"));
        assertThat(holders("IMPORT_APPROVE")).isNotEmpty();
    }

    @Test
    void onlyTheIcbExecutiveLeadMovesAProviderToIntensive() {
        assertThat(holders("LADDER_MOVE_INTENSIVE")).containsExactly("ICB_EXECUTIVE_LEAD");
        assertThat(holders("LADDER_MOVE"))
                .containsExactlyInAnyOrder("DESIGNATED_NURSE", "ADULT_LEAD", "ICB_EXECUTIVE_LEAD");
    }

    @Test
    void providersAndPracticesReachOnlyTheirOwnRowsAndNeverCompare() {
        assertThat(roles.all())
                .filteredOn(role -> List.of(Tier.PROVIDER, Tier.PRACTICE).contains(role.tier()))
                .hasSize(3)
                .allSatisfy(role -> {
                    assertThat(role.reach()).isEqualTo(Reach.OWN);
                    assertThat(role.permissions())
                            .doesNotContain("FIGURE_COMPARE", "RETURN_ACCEPT", "SIGNAL_TRIAGE", "LADDER_MOVE");
                });
    }

    @Test
    void bodiesOutsideTheIcbSeeOnlyTotals() {
        assertThat(roles.all())
                .filteredOn(role -> List.of(Tier.PARTNER, Tier.NATIONAL).contains(role.tier()))
                .hasSize(3)
                .allSatisfy(role -> assertThat(role.reach()).isEqualTo(Reach.AGGREGATE));
    }

    @Test
    void theAdministratorReadsNoSafeguardingDataAndOnlyInformationGovernanceReadsTheLedger() {
        assertThat(roles.find("SYSTEM_ADMINISTRATOR").orElseThrow().permissions())
                .containsExactlyInAnyOrder(
                        "HOME_VIEW", "ACCOUNT_OWN", "DIRECTORY_VIEW", "CATALOGUE_VIEW", "ACCOUNT_ADMINISTER");
        assertThat(holders("ACCOUNT_ADMINISTER")).containsExactly("SYSTEM_ADMINISTRATOR");
        assertThat(holders("LEDGER_VIEW")).containsExactly("INFORMATION_GOVERNANCE");
    }

    @Test
    void theAuthorOfAPaperIsNotItsOnlySignatory() {
        assertThat(holders("PAPER_SIGN")).contains("ICB_EXECUTIVE_LEAD");
        assertThat(holders("PAPER_WRITE")).doesNotContain("ICB_EXECUTIVE_LEAD");
        assertThat(holders("PAPER_FREEZE")).containsExactlyInAnyOrder("DESIGNATED_NURSE", "ADULT_LEAD");
    }

    @Test
    void everyPermissionOfARoleCarriesItsReason() throws IOException {
        try (var in = getClass().getClassLoader().getResourceAsStream(RoleCatalogue.RESOURCE)) {
            var text = new String(in.readAllBytes(), StandardCharsets.UTF_8);

            assertThat(text.lines().filter(line -> line.startsWith("      - ")))
                    .hasSizeGreaterThan(100)
                    .allMatch(line -> line.matches(" {6}- [A-Z_]+ # \\S.{5,}"));
        }
    }

    private List<String> holders(String permission) {
        return roles.all().stream()
                .filter(role -> role.permissions().contains(permission))
                .map(RoleDefinition::code)
                .toList();
    }
}

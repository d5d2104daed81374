package uk.goldenthread.contracts.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uk.goldenthread.kernel.outcome.Reason;

/// The life cycle of a contract, its gateway, and the figure of what could be withheld.
@NullMarked
class ContractTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 6, 1);
    private static final Gateway OPEN = gateway(EnumSet.noneOf(Check.class), null);

    private static Gateway gateway(EnumSet<Check> failed, @Nullable LocalDate waivedUntil) {
        var passed = new EnumMap<Check, Boolean>(Check.class);
        for (var check : Check.values()) {
            passed.put(check, !failed.contains(check));
        }
        return new Gateway(passed, waivedUntil);
    }

    private static Contract contract(Stage stage, boolean signedOff, boolean asks, @Nullable String exemption) {
        var terms = new Contract.Terms(
                "C1",
                "Acute services",
                Form.FULL_LENGTH,
                "ICB",
                "",
                LocalDate.of(2026, 4, 1),
                LocalDate.of(2027, 3, 31),
                null,
                List.of("SC32"));
        return new Contract(1, 2, 3, terms, stage, TODAY, null, signedOff, asks, exemption, 1);
    }

    private static List<String> fields(List<Reason> reasons) {
        return reasons.stream().map(Reason::field).toList();
    }

    @Test
    void everyStageIsReachedFromPlanningAndOnlyTwoEndIt() {
        var reached = new HashSet<Stage>(List.of(Stage.PLANNING));
        for (int round = 0; round < Stage.values().length; round++) {
            List.copyOf(reached).forEach(stage -> reached.addAll(stage.next()));
        }

        assertThat(reached).containsExactlyInAnyOrder(Stage.values());
        assertThat(List.of(Stage.values()).stream().filter(Stage::isOver)).containsExactly(Stage.RENEWED, Stage.EXITED);
    }

    @Test
    void aSpecificationIsSignedOffBeforeAProviderIsSought() {
        assertThat(contract(Stage.SPECIFICATION, false, true, null).against(Stage.PROCUREMENT, OPEN, TODAY))
                .singleElement()
                .satisfies(reason -> assertThat(reason.message()).contains("designated professional"));
        assertThat(contract(Stage.SPECIFICATION, true, true, null).against(Stage.PROCUREMENT, OPEN, TODAY))
                .isEmpty();
        assertThat(fields(contract(Stage.PROCUREMENT, true, true, null).against(Stage.DUE_DILIGENCE, OPEN, TODAY)))
                .containsExactly("route");
    }

    @Test
    void aContractIsSignedOnlyThroughTheGateway() {
        var contract = contract(Stage.DUE_DILIGENCE, true, true, null);

        assertThat(contract.against(Stage.SIGNED, OPEN, TODAY)).isEmpty();
        assertThat(contract.against(Stage.SIGNED, new Gateway(Map.of(), null), TODAY))
                .hasSize(8);
        var failed = EnumSet.of(Check.TRAINING);
        assertThat(contract.against(Stage.SIGNED, gateway(failed, null), TODAY)).hasSize(1);
        assertThat(contract.against(Stage.SIGNED, gateway(failed, TODAY), TODAY))
                .as("the waiver's last day")
                .isEmpty();
        assertThat(contract.against(Stage.SIGNED, gateway(failed, TODAY.minusDays(1)), TODAY))
                .hasSize(1);
    }

    @Test
    void aWaiverDoesNotStandForACheckThatWasNotMade() {
        var half = new Gateway(Map.of(Check.POLICY, true, Check.DBS, false), TODAY.plusDays(30));

        assertThat(half.shutBy(TODAY)).hasSize(6);
    }

    @Test
    void aLiveContractAsksForASafeguardingReportOrIsExempt() {
        assertThat(contract(Stage.MOBILISATION, true, false, null).against(Stage.LIVE, OPEN, TODAY))
                .singleElement()
                .satisfies(reason -> assertThat(reason.clause()).isEqualTo(Contract.REPORTS));
        assertThat(contract(Stage.MOBILISATION, true, false, "No contact with patients")
                        .against(Stage.LIVE, OPEN, TODAY))
                .isEmpty();
        assertThat(contract(Stage.LIVE, true, false, null).breaksReporting()).isTrue();
        assertThat(contract(Stage.PLANNING, true, false, null).breaksReporting())
                .isFalse();
    }

    @Test
    void noStageIsSkipped() {
        assertThat(fields(contract(Stage.PLANNING, true, true, null).against(Stage.LIVE, OPEN, TODAY)))
                .containsExactly("to");
        assertThat(fields(contract(Stage.EXITED, true, true, null).against(Stage.LIVE, OPEN, TODAY)))
                .containsExactly("to");
    }

    /// £123,456.78 a month; a tenth is £12,345.68 to the penny. From 15 January to 14 March two months
    /// have begun, on 15
    /// March a third.
    @Test
    void whatCouldBeWithheldIsATenthOfTheMonthlyValueForEachMonthBegun() {
        var value = new BigDecimal("123456.78");
        var breached = LocalDate.of(2026, 1, 15);

        var two = Withholding.of(value, BigDecimal.TEN, breached, LocalDate.of(2026, 3, 14));
        assertThat(two.perMonth()).isEqualByComparingTo("12345.68");
        assertThat(two.months()).isEqualTo(2);
        assertThat(two.inAll()).isEqualByComparingTo("24691.36");
        assertThat(Withholding.of(value, BigDecimal.TEN, breached, LocalDate.of(2026, 3, 15))
                        .months())
                .isEqualTo(3);
        assertThat(Withholding.of(value, BigDecimal.TEN, breached, breached).months())
                .isEqualTo(1);
    }

    @Test
    void renewalIsThoughtOfNineSixAndThreeMonthsBefore() {
        assertThat(contract(Stage.LIVE, true, true, null).renewalDays(List.of(9, 6, 3)))
                .containsExactly(LocalDate.of(2026, 6, 30), LocalDate.of(2026, 9, 30), LocalDate.of(2026, 12, 31));
    }
}

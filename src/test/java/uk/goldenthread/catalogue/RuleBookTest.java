package uk.goldenthread.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uk.goldenthread.catalogue.KpiDefinition.Direction;
import uk.goldenthread.catalogue.KpiDefinition.Frequency;
import uk.goldenthread.catalogue.KpiDefinition.Unit;

class RuleBookTest {
    private static final LocalDate APRIL_2024 = LocalDate.of(2024, 4, 1);
    private static final LocalDate OCTOBER_2025 = LocalDate.of(2025, 10, 1);
    private static final LocalDate APRIL_2026 = LocalDate.of(2026, 4, 1);
    private static final LocalDate LAST_OF_SEPTEMBER = LocalDate.of(2025, 9, 30);

    private static final RuleBook.Shipped SHIPPED = new RuleBook.Shipped(
            new KpiCatalogue(List.of(
                    measure("K01", 1, "85", new InForce(APRIL_2024, APRIL_2026)),
                    measure("K01", 2, "90", new InForce(APRIL_2026, null)),
                    measure("K02", 1, "85", new InForce(APRIL_2024, null)))),
            Settings.load(),
            List.of(new Theme("TRAINING", "Training", List.of("K01", "K02")), new Theme("OTHER", "Other", List.of())));

    private static KpiDefinition measure(String code, int version, @Nullable String target, InForce inForce) {
        return new KpiDefinition(
                code,
                version,
                "Measure " + code,
                Unit.PERCENT,
                null,
                "trained staff",
                "staff",
                false,
                Direction.HIGHER,
                target == null ? null : new BigDecimal(target),
                new BigDecimal("5"),
                10,
                Frequency.QUARTERLY,
                Set.of("ACUTE", "HOSPICE"),
                true,
                "records",
                "COUNTS",
                true,
                Set.of(),
                new Provenance("test", Confidence.SEEN),
                inForce);
    }

    private static OwnMeasureRule target(int number, LocalDate from, @Nullable String target) {
        return new OwnMeasureRule(
                "K01",
                number,
                from,
                true,
                true,
                target == null ? null : new BigDecimal(target),
                null,
                null,
                null,
                null);
    }

    private static OwnMeasureRule asShipped(int number, LocalDate from) {
        return new OwnMeasureRule("K01", number, from, true, false, null, null, null, null, null);
    }

    private static OwnMeasureRule notUsed(int number, LocalDate from) {
        return new OwnMeasureRule("K01", number, from, false, false, null, null, null, null, null);
    }

    private static RuleBook book(OwnRule... rules) {
        var own = RuleBook.Own.NOTHING;
        for (var rule : rules) {
            own = own.and(rule);
        }
        return new RuleBook(SHIPPED, own);
    }

    private static KpiDefinition k01(RuleBook book, LocalDate day) {
        return book.kpis().on("K01", day).orElseThrow();
    }

    @Test
    void withNothingOfItsOwnAnIcbWorksUnderWhatIsShipped() {
        var book = book();

        assertThat(book.kpis()).isSameAs(SHIPPED.kpis());
        assertThat(book.themes()).isEqualTo(SHIPPED.themes());
        assertThat(book.settings(OCTOBER_2025)).isSameAs(SHIPPED.settings());
    }

    @Test
    void anOwnTargetHoldsFromItsDayAndEarlierDaysKeepTheEarlierRule() {
        var book = book(target(1, OCTOBER_2025, "92"));

        assertThat(k01(book, LAST_OF_SEPTEMBER).target()).isEqualByComparingTo("85");
        assertThat(k01(book, OCTOBER_2025).target()).isEqualByComparingTo("92");
        assertThat(k01(book, OCTOBER_2025).tolerance()).isEqualByComparingTo("5");
        assertThat(book.kpis().asOf(OCTOBER_2025).definitions())
                .extracting(KpiDefinition::code)
                .containsExactly("K01", "K02");
        assertThat(book.kpis().on("K02", OCTOBER_2025).orElseThrow().target()).isEqualByComparingTo("85");
    }

    @Test
    void anOwnTargetStaysOverALaterShippedVersionAndTheRestOfThatVersionHolds() {
        var book = book(target(1, OCTOBER_2025, "92"));

        assertThat(k01(book, APRIL_2026).target()).isEqualByComparingTo("92");
        assertThat(k01(book, APRIL_2026).versionWords()).isEqualTo("version 2 with the ICB's change 1");
        assertThat(k01(book, APRIL_2026.minusDays(1)).versionWords()).isEqualTo("version 1 with the ICB's change 1");
        assertThat(k01(book, LAST_OF_SEPTEMBER).versionWords()).isEqualTo("version 1");
    }

    @Test
    void theNextChangeEndsTheOneBeforeAndOfTwoForOneDayTheLaterMadeHolds() {
        var book = book(target(1, OCTOBER_2025, "92"), target(2, APRIL_2026, "95"), target(3, OCTOBER_2025, "80"));

        assertThat(k01(book, OCTOBER_2025).target()).isEqualByComparingTo("80");
        assertThat(k01(book, APRIL_2026).target()).isEqualByComparingTo("95");
        assertThat(book.version("K01", 1001).orElseThrow().target()).isEqualByComparingTo("92");
    }

    @Test
    void backToShippedIsAFurtherChange() {
        var book = book(target(1, LocalDate.of(2024, 10, 1), "92"), asShipped(2, OCTOBER_2025));

        assertThat(k01(book, LAST_OF_SEPTEMBER).target()).isEqualByComparingTo("92");
        assertThat(k01(book, OCTOBER_2025).target()).isEqualByComparingTo("85");
        assertThat(k01(book, OCTOBER_2025).version()).isEqualTo(1);
    }

    @Test
    void aMeasureThatIsNotUsedIsNotAskedButStillReadUnderItsLastRule() {
        var book = book(notUsed(1, OCTOBER_2025));

        assertThat(book.kpis().asOf(LAST_OF_SEPTEMBER).askedOf("ACUTE", Frequency.QUARTERLY))
                .extracting(KpiDefinition::code)
                .containsExactly("K01", "K02");
        assertThat(book.kpis().asOf(OCTOBER_2025).askedOf("ACUTE", Frequency.QUARTERLY))
                .extracting(KpiDefinition::code)
                .containsExactly("K02");
        assertThat(k01(book, OCTOBER_2025).target()).isEqualByComparingTo("85");
    }

    @Test
    void anOwnProfileAndFrequencySayWhoIsAskedAndHowOften() {
        var change = new OwnMeasureRule(
                "K01",
                1,
                OCTOBER_2025,
                true,
                false,
                null,
                new BigDecimal("2.5"),
                30,
                Frequency.MONTHLY,
                Set.of("HOSPICE"));
        var asked = book(change).kpis().asOf(OCTOBER_2025);

        assertThat(asked.askedOf("ACUTE", Frequency.MONTHLY)).isEmpty();
        assertThat(asked.askedOf("HOSPICE", Frequency.MONTHLY)).singleElement().satisfies(kpi -> {
            assertThat(kpi.tolerance()).isEqualByComparingTo("2.5");
            assertThat(kpi.minimumDenominator()).isEqualTo(30);
            assertThat(kpi.target()).isEqualByComparingTo("85");
        });
    }

    @Test
    void anOwnTargetMayBeNoneAtAll() {
        assertThat(k01(book(target(1, OCTOBER_2025, null)), OCTOBER_2025).target())
                .isNull();
    }

    @Test
    void anOwnMeasureStandsBesideTheShippedOnesFromItsDayInItsTheme() {
        var first = new OwnMeasure(true, "OTHER", measure("OWN-DENTAL", 1, "70", new InForce(OCTOBER_2025, null)));
        var second = new OwnMeasure(true, "OTHER", measure("OWN-DENTAL", 2, "75", new InForce(APRIL_2026, null)));
        var book = book(first, second);

        assertThat(book.kpis().asOf(LAST_OF_SEPTEMBER).find("OWN-DENTAL")).isEmpty();
        assertThat(book.kpis()
                        .asOf(OCTOBER_2025)
                        .find("OWN-DENTAL")
                        .orElseThrow()
                        .target())
                .isEqualByComparingTo("70");
        assertThat(book.kpis().asOf(APRIL_2026).find("OWN-DENTAL").orElseThrow().target())
                .isEqualByComparingTo("75");
        assertThat(book.version("OWN-DENTAL", 1).orElseThrow().target()).isEqualByComparingTo("70");
        assertThat(book.themes().getLast().kpis()).containsExactly("OWN-DENTAL");
    }

    @Test
    void anOwnMeasureMayNotTakeACodeThatCouldBeShipped() {
        var like = measure("K99", 1, "70", new InForce(OCTOBER_2025, null));

        assertThatThrownBy(() -> new OwnMeasure(true, "OTHER", like)).isInstanceOf(IllegalArgumentException.class);
        assertThat(SHIPPED.kpis().definitions()).noneMatch(kpi -> OwnMeasure.isCode(kpi.code()));
        assertThat(KpiCatalogue.load().definitions()).noneMatch(kpi -> OwnMeasure.isCode(kpi.code()));
    }

    @Test
    void anOwnValueOfASettingHoldsFromItsDayUntilItGoesBackToShipped() {
        var book = book(
                new OwnSetting("W01.falls", 1, OCTOBER_2025, new BigDecimal("3")),
                new OwnSetting("W01.falls", 2, APRIL_2026, null));

        assertThat(book.settings(LAST_OF_SEPTEMBER).integer("W01.falls")).isEqualTo(2);
        assertThat(book.settings(OCTOBER_2025).integer("W01.falls")).isEqualTo(3);
        assertThat(book.settings(OCTOBER_2025).integer("W02.periods")).isEqualTo(3);
        assertThat(book.settings(APRIL_2026).integer("W01.falls")).isEqualTo(2);
    }

    @Test
    void aValueThatIsNoLongerAllowedLeavesTheShippedOne() {
        var book = book(new OwnSetting("W01.falls", 1, OCTOBER_2025, new BigDecimal("99")));

        assertThat(book.settings(OCTOBER_2025).integer("W01.falls")).isEqualTo(2);
    }
}

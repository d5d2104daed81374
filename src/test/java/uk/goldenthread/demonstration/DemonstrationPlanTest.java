package uk.goldenthread.demonstration;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import uk.goldenthread.catalogue.BankHolidays;
import uk.goldenthread.catalogue.KpiCatalogue;
import uk.goldenthread.catalogue.OrganisationKind;
import uk.goldenthread.demonstration.plan.DemonstrationPlan;
import uk.goldenthread.demonstration.plan.PlannedAccount;
import uk.goldenthread.demonstration.plan.PlannedLine;
import uk.goldenthread.demonstration.plan.PlannedOrganisation;
import uk.goldenthread.demonstration.plan.PlannedReturn;
import uk.goldenthread.demonstration.plan.Stories;
import uk.goldenthread.kernel.calendar.Month;
import uk.goldenthread.kernel.calendar.Quarter;
import uk.goldenthread.kernel.spc.Chart;
import uk.goldenthread.kernel.spc.Direction;
import uk.goldenthread.kernel.spc.Series;
import uk.goldenthread.kernel.spc.Variation;

class DemonstrationPlanTest {
    /// A Sunday, 17 working days after the returns of September fell due and before those of October do.
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    private static final KpiCatalogue KPIS = KpiCatalogue.load();
    private static final DemonstrationPlan PLAN = plan(DemonstrationPlan.SEED);

    private static DemonstrationPlan plan(long seed) {
        return DemonstrationPlan.of(
                seed,
                NOW,
                new DemonstrationPlan.Rules(
                        KPIS,
                        OrganisationKind.Kinds.load(),
                        BankHolidays.workingDays(),
                        20,
                        java.util.Map.of("GP", List.of("GP-L", "GP-DL"), "ACUTE", List.of("NN-SC", "ND-SC"))));
    }

    @Test
    void theSameSeedAndInstantGiveTheSamePlanAndAnotherSeedOther() {
        assertThat(plan(DemonstrationPlan.SEED)).isEqualTo(PLAN);
        assertThat(plan(1).returns()).isNotEqualTo(PLAN.returns());
    }

    @Test
    void thereAreAnIcbSixTrustsTwentyFiveOtherProvidersAndAboutOneHundredAndTenPractices() {
        var open = PLAN.organisations().stream()
                .filter(each -> each.assured() && each.isOpenOn(LocalDate.of(2026, 11, 22)))
                .toList();

        assertThat(open).filteredOn(each -> each.code().startsWith("ZT")).hasSize(6);
        assertThat(open).filteredOn(each -> each.kind().equals("GP")).hasSize(109);
        assertThat(open).hasSize(6 + 25 + 109);
        assertThat(PLAN.organisations()).extracting(PlannedOrganisation::code).doesNotHaveDuplicates();
        assertThat(PLAN.organisations()).extracting(PlannedOrganisation::name).doesNotHaveDuplicates();
    }

    @Test
    void nobodyWhoSignsInHoldsAPostSomewhereElse() {
        var home =
                PLAN.accounts().stream().collect(Collectors.toMap(PlannedAccount::name, PlannedAccount::organisation));

        assertThat(PLAN.posts())
                .allSatisfy(post -> assertThat(home.getOrDefault(post.holder(), post.organisation()))
                        .as(post.holder())
                        .isEqualTo(post.organisation()));
    }

    @Test
    void everyPostHasAHolderOfItsOwnAndTheDecliningTrustsNamedNurseHasLeft() {
        var left = PLAN.posts().stream().filter(each -> each.until() != null).toList();
        var practice = PLAN.posts().stream()
                .filter(each -> each.organisation().equals("ZP001"))
                .toList();

        assertThat(left)
                .extracting(each -> each.organisation() + " " + each.post())
                .containsExactly("ZTA NN-SC");
        assertThat(practice).hasSize(2).extracting(each -> each.holder()).doesNotHaveDuplicates();
    }

    @Test
    void twoYearsOfReturnsEndWithTheLatestThatAreDueAndTheNextAreOpen() {
        var ofOne = PLAN.returns().stream()
                .filter(each -> each.organisation().equals(Stories.DECLINING_TRUST))
                .toList();

        assertThat(ofOne).filteredOn(each -> each.period() instanceof Month).hasSize(24 + 1);
        assertThat(ofOne).filteredOn(each -> each.period() instanceof Quarter).hasSize(8);
        assertThat(PLAN.latestMonth()).isEqualTo(Month.of(2026, 9));
        assertThat(PLAN.returns())
                .filteredOn(each -> each.period().equals(Month.of(2026, 10)))
                .allSatisfy(each -> assertThat(each.dueOn()).isEqualTo(LocalDate.of(2026, 11, 27)))
                .allSatisfy(each -> assertThat(each.acceptedAt()).isNull());
    }

    @Test
    void nothingHappensBeforeItsCauseOrAfterToday() {
        assertThat(PLAN.returns()).allSatisfy(each -> {
            var submitted = each.submittedAt();
            var approved = each.approvedAt();
            var accepted = each.acceptedAt();
            assertThat(submitted == null && (approved != null || accepted != null))
                    .isFalse();
            if (submitted != null) {
                assertThat(submitted).isBefore(NOW);
                assertThat(approved == null || approved.isAfter(submitted)).isTrue();
                assertThat(accepted == null || accepted.isAfter(submitted) && accepted.isBefore(NOW))
                        .isTrue();
            }
        });
    }

    @Test
    void everyFigureIsOneThatCanBe() {
        assertThat(PLAN.returns()).flatExtracting(PlannedReturn::lines).allSatisfy(line -> {
            var numerator = line.numerator();
            var denominator = line.denominator();
            var kpi = KPIS.find(line.kpi()).orElseThrow();
            assertThat(kpi.unit().isRatio()).isEqualTo(denominator != null);
            if (numerator != null && denominator != null) {
                assertThat(numerator.signum()).isNotNegative();
                assertThat(denominator.signum()).isPositive();
                assertThat(numerator.compareTo(denominator) <= 0 || kpi.per() != null)
                        .isTrue();
            }
        });
    }

    @Test
    void theStoriesCanBeSeenInTheirCharts() {
        assertThat(chart(Stories.DECLINING_TRUST, "K03").variation()).isEqualTo(Variation.CONCERN_LOW);
        assertThat(chart(Stories.DECLINING_TRUST, "K14").variation()).isEqualTo(Variation.CONCERN_LOW);
        assertThat(chart(Stories.RECOVERED_TRUST, "K03").variation()).isEqualTo(Variation.IMPROVEMENT_HIGH);
        assertThat(chart(Stories.RECOVERED_TRUST, "K14").variation()).isEqualTo(Variation.IMPROVEMENT_HIGH);
        assertThat(chart(Stories.REBASED_TRUST, "K02").variation()).isEqualTo(Variation.IMPROVEMENT_HIGH);
        assertThat(rebased(Stories.REBASED_TRUST, "K02").variation()).isEqualTo(Variation.COMMON_CAUSE);
    }

    @Test
    void providersWithoutAStoryHaveNoSignalOnMonthlyTraining() {
        var ordinary = PLAN.organisations().stream()
                .filter(each ->
                        each.assured() && each.closed() == null && !each.kind().equals("GP"))
                .filter(each -> !Set.of(
                                Stories.DECLINING_TRUST,
                                Stories.RECOVERED_TRUST,
                                Stories.REBASED_TRUST,
                                Stories.SILENT_HOSPITAL)
                        .contains(each.code()))
                .toList();

        assertThat(ordinary)
                .filteredOn(each -> chart(each.code(), "K08").variation() != Variation.COMMON_CAUSE)
                .as("charts with a signal that tells nothing")
                .isEmpty();
    }

    @Test
    void theSilentHospitalTheLatePracticeAndTheLockedHomeAreAsTheirStoriesSay() {
        var silent = of(Stories.SILENT_HOSPITAL).stream()
                .filter(each -> each.period().end().isAfter(LocalDate.of(2026, 3, 31)))
                .toList();
        var late = of(Stories.LATE_PRACTICE);
        var missing = of(Stories.LOCKED_HOME).stream()
                .filter(each -> each.submittedAt() == null && each.dueOn().isBefore(LocalDate.of(2026, 10, 1)))
                .toList();

        assertThat(silent).hasSizeGreaterThanOrEqualTo(8).allMatch(each -> each.submittedAt() == null);
        assertThat(late).allSatisfy(each -> {
            var submitted = each.submittedAt();
            assertThat(submitted == null
                            || !submitted.isBefore(each.dueOn()
                                    .plusDays(6)
                                    .atStartOfDay(java.time.ZoneOffset.UTC)
                                    .toInstant()))
                    .isTrue();
        });
        assertThat(missing).extracting(each -> each.period().code()).containsExactly("2026-27-Q1");
    }

    @Test
    void redFiguresHaveWordsExceptTheOneThatIsMeantNotTo() {
        var wordless = PLAN.returns().stream()
                .filter(each -> each.lines().stream().anyMatch(DemonstrationPlanTest::isRedWithoutWords))
                .map(PlannedReturn::organisation)
                .collect(toSet());

        assertThat(wordless).containsExactly(Stories.WORDLESS_HOSPICE);
    }

    @Test
    void noOrganisationHasTheNameOrCodeOfARealOne() throws IOException {
        var folder = Path.of(System.getProperty("shared.data", "../shared/data"), "ods");
        Assumptions.assumeTrue(
                Files.exists(folder.resolve("epraccur-2023-12.csv")), "third-party data not here: skipped");
        var names = new HashSet<String>();
        var codes = new HashSet<String>();
        for (var file : List.of("epraccur-2023-12.csv", "etr-2025.csv", "icb-codes.csv")) {
            for (var line : Files.readAllLines(folder.resolve(file), StandardCharsets.ISO_8859_1)) {
                for (var cell : line.replace("\"", "").split(",")) {
                    names.add(cell.strip().toUpperCase(Locale.UK));
                    codes.add(cell.strip());
                }
            }
        }

        assertThat(names).hasSizeGreaterThan(15_000);
        assertThat(PLAN.organisations())
                .noneMatch(each -> names.contains(each.name().toUpperCase(Locale.UK)))
                .noneMatch(each -> codes.contains(each.code()));
    }

    private static boolean isRedWithoutWords(PlannedLine line) {
        var kpi = KPIS.find(line.kpi()).orElseThrow();
        var target = kpi.target();
        if (target == null
                || line.numerator() == null
                || line.denominator() == null
                || !line.narrative().isEmpty()) {
            return false;
        }
        var share = 100 * line.numerator().doubleValue() / line.denominator().doubleValue();
        var tolerance = kpi.tolerance().doubleValue();
        return kpi.direction() == uk.goldenthread.catalogue.KpiDefinition.Direction.LOWER
                ? share > target.doubleValue() + tolerance
                : share < target.doubleValue() - tolerance;
    }

    private static List<PlannedReturn> of(String code) {
        return PLAN.returns().stream()
                .filter(each -> each.organisation().equals(code))
                .toList();
    }

    private static Chart chart(String code, String kpi) {
        return Series.of(values(code, kpi))
                .direction(Direction.HIGHER_IS_BETTER)
                .chart();
    }

    private static Chart rebased(String code, String kpi) {
        var values = values(code, kpi);
        return Series.of(values)
                .direction(Direction.HIGHER_IS_BETTER)
                .rebasedAt(values.length - 1 - Stories.REBASED_MONTHS_AGO)
                .chart();
    }

    private static double[] values(String code, String kpi) {
        return of(code).stream()
                .filter(each -> each.period() instanceof Month
                        && !each.period().end().isAfter(PLAN.latestMonth().end()))
                .flatMap(each -> each.lines().stream())
                .filter(line -> line.kpi().equals(kpi))
                .mapToDouble(line -> {
                    var numerator = line.numerator();
                    var denominator = line.denominator();
                    return numerator == null || denominator == null
                            ? Double.NaN
                            : 100 * numerator.doubleValue() / denominator.doubleValue();
                })
                .toArray();
    }
}

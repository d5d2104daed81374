package uk.goldenthread.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SettingsTest {

    private final Settings settings = Settings.load();

    @Test
    void thirteenWarningRulesAreThereAndAllAreOn() {
        var codes = IntStream.rangeClosed(1, 13).mapToObj("W%02d"::formatted).toList();

        assertThat(settings.warnings()).extracting(WarningRule::code).containsExactlyElementsOf(codes);
        assertThat(codes).allMatch(code -> settings.on(code + ".active"));
    }

    @Test
    void theNumbersAreThoseOfTheRules() {
        var expected = Map.ofEntries(
                Map.entry("W01.falls", 2),
                Map.entry("W01.points", 5),
                Map.entry("W02.periods", 3),
                Map.entry("W03.points", 10),
                Map.entry("W04.very_late", 20),
                Map.entry("W04.late_count", 2),
                Map.entry("W05.notify", 28),
                Map.entry("W05.escalate", 84),
                Map.entry("W05.no_cover", 7),
                Map.entry("W06.points", 25),
                Map.entry("W06.criteria", 3),
                Map.entry("W07.criteria", 3),
                Map.entry("W08.days", 30),
                Map.entry("W09.per_thousand", 3),
                Map.entry("W09.median_times", 2),
                Map.entry("W11.median_times", 2),
                Map.entry("W11.quarters", 8),
                Map.entry("W13.items", 3),
                Map.entry("W13.days", 60),
                Map.entry("W13.sources", 2),
                Map.entry("SCORE.critical_unmet", 3),
                Map.entry("SCORE.spc_concern", 2),
                Map.entry("SCORE.cap", 30),
                Map.entry("SCORE.watch_from", 5),
                Map.entry("SCORE.enhanced_from", 10),
                Map.entry("SCORE.intensive_from", 18),
                Map.entry("LADDER.enhanced_review", 31),
                Map.entry("LADDER.intensive_review", 14),
                Map.entry("LADDER.down_reviews", 2),
                Map.entry("LADDER.rapid_immediate", 2),
                Map.entry("RETURN.due", 20),
                Map.entry("RETURN.late_reminder", 1),
                Map.entry("RETURN.late_named", 5),
                Map.entry("RETURN.late_executive", 10),
                Map.entry("RETURN.late_warning", 20),
                Map.entry("RETURN.denominator_change", 25),
                Map.entry("RETURN.repeated_value", 3),
                Map.entry("SIGNAL.acknowledge", 10));

        expected.forEach(
                (code, value) -> assertThat(settings.integer(code)).as(code).isEqualTo(value));
    }

    @Test
    void anIcbsOwnValueLiesOverTheShippedOneAndALaterLayerWins() {
        var own = settings.with(Map.of("W03.points", new BigDecimal("7.5")));

        assertThat(own.decimal("W03.points")).isEqualByComparingTo("7.5");
        assertThat(own.isOverridden("W03.points")).isTrue();
        assertThat(own.integer("W01.points")).isEqualTo(5);
        assertThat(own.with(Map.of("W03.points", BigDecimal.valueOf(8))).integer("W03.points"))
                .isEqualTo(8);
        assertThat(settings.integer("W03.points")).isEqualTo(10);
    }

    @Test
    void aValueOutOfRangeAPartOfADayAndAnUnknownCodeAreRefused() {
        assertThatThrownBy(() -> settings.with(Map.of("RETURN.due", BigDecimal.ZERO)))
                .hasMessage("RETURN.due: 0 is not allowed; a whole number from 1 to 60");
        assertThatThrownBy(() -> settings.with(Map.of("RETURN.due", new BigDecimal("2.5"))))
                .hasMessage("RETURN.due: 2.5 is not allowed; a whole number from 1 to 60");
        assertThatThrownBy(() -> settings.with(Map.of("RETURN.colour", BigDecimal.ONE)))
                .hasMessage("no setting RETURN.colour");
        assertThatThrownBy(() -> settings.decimal("W99.active")).hasMessage("no setting W99.active");
    }

    @Test
    void aDayBeforeTheyHoldHasNoSettings() {
        assertThat(settings.asOf(LocalDate.of(2024, 3, 31)).all()).isEmpty();
        assertThat(settings.asOf(LocalDate.of(2024, 4, 1)).all()).hasSameSizeAs(settings.all());
    }

    @Test
    void aSettingIsOfferedForChangeWhenTheProgramReadsItAndOnlyThen() throws java.io.IOException {
        var program = new StringBuilder();
        try (var files = java.nio.file.Files.walk(java.nio.file.Path.of("src/main/java"))) {
            for (var file :
                    files.filter(each -> each.toString().endsWith(".java")).toList()) {
                program.append(java.nio.file.Files.readString(file));
            }
        }

        assertThat(Settings.load().all())
                .allSatisfy(setting -> assertThat(program.indexOf("\"" + setting.code() + "\"") >= 0)
                        .as(setting.code())
                        .isEqualTo(setting.inUse()));
    }
}

package uk.goldenthread.rulebook;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import uk.goldenthread.catalogue.Confidence;
import uk.goldenthread.catalogue.KpiDefinition;
import uk.goldenthread.catalogue.OwnMeasure;
import uk.goldenthread.catalogue.OwnMeasureRule;
import uk.goldenthread.catalogue.OwnRule;
import uk.goldenthread.catalogue.OwnSetting;
import uk.goldenthread.catalogue.Setting;

/// Rules in words, the same on pages and in the ledger.
final class RuleWords {
    private RuleWords() {}

    /// What a target asks for: `at least 85%`.
    static String target(KpiDefinition kpi) {
        return target(kpi, kpi.target());
    }

    static String target(KpiDefinition kpi, @Nullable BigDecimal target) {
        if (target == null) {
            return "watched, no target";
        }
        if (kpi.unit() == KpiDefinition.Unit.YES_NO) {
            return target.signum() > 0 ? "yes" : "no";
        }
        var bound = kpi.direction() == KpiDefinition.Direction.LOWER ? "at most " : "at least ";
        return bound + plain(target) + (kpi.unit() == KpiDefinition.Unit.PERCENT ? "%" : "");
    }

    /// A number without trailing noughts.
    static String plain(@Nullable BigDecimal number) {
        return number == null ? "" : number.stripTrailingZeros().toPlainString();
    }

    static String words(KpiDefinition.Frequency frequency) {
        return sentence(frequency.name());
    }

    static String words(Confidence confidence) {
        return confidence.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /// `PERCENT` as `Percent`.
    static String sentence(String code) {
        return code.charAt(0) + code.substring(1).toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /// The value of a setting with what it counts: `20 working days`, `on`.
    static String value(Setting setting, BigDecimal value) {
        return switch (setting.unit()) {
            case SWITCH -> value.signum() > 0 ? "on" : "off";
            case PERCENT -> plain(value) + "%";
            case DAYS, WORKING_DAYS, MONTHS, MINUTES, PERIODS, POINTS ->
                plain(value) + " "
                        + setting.unit().name().toLowerCase(Locale.ROOT).replace('_', ' ');
            case COUNT, RATE, RATIO, WEIGHT -> plain(value);
        };
    }

    /// What a rule of the ICB's own says.
    static String of(OwnRule rule) {
        return switch (rule) {
            case OwnSetting setting -> setting.value() == null ? "as shipped" : plain(setting.value());
            case OwnMeasureRule change -> of(change);
            case OwnMeasure measure ->
                measure.used()
                        ? "%s; %s; %s"
                                .formatted(
                                        measure.definition().name(),
                                        target(measure.definition()),
                                        words(measure.definition().frequency()).toLowerCase(Locale.ROOT))
                        : "not asked for";
        };
    }

    /// What a change of a shipped measure says.
    static String of(OwnMeasureRule change) {
        if (change.isAsShipped()) {
            return "as shipped";
        }
        if (!change.used()) {
            return "not asked for";
        }
        var parts = new ArrayList<String>();
        if (change.ownTarget()) {
            parts.add(change.target() == null ? "no target" : "target " + plain(change.target()));
        }
        if (change.tolerance() != null) {
            parts.add("tolerance %s points".formatted(plain(change.tolerance())));
        }
        if (change.minimumDenominator() != null) {
            parts.add("judged on at least " + change.minimumDenominator());
        }
        var frequency = change.frequency();
        if (frequency != null) {
            parts.add("asked for " + frequency.name().toLowerCase(Locale.ROOT));
        }
        var profile = change.profile();
        if (profile != null) {
            parts.add(
                    "asked of %d %s of organisation".formatted(profile.size(), profile.size() == 1 ? "kind" : "kinds"));
        }
        return String.join(", ", parts);
    }
}

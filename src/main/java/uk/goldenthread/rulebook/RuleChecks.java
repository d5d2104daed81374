package uk.goldenthread.rulebook;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.goldenthread.catalogue.KpiDefinition;
import uk.goldenthread.catalogue.OwnMeasure;
import uk.goldenthread.catalogue.OwnMeasureRule;
import uk.goldenthread.catalogue.OwnRule;
import uk.goldenthread.catalogue.OwnSetting;
import uk.goldenthread.catalogue.RuleBook;
import uk.goldenthread.kernel.outcome.Reason;

/// Whether an ICB may make a rule: every reason why not.
final class RuleChecks {
    private static final LocalDate EARLIEST = LocalDate.of(2024, 4, 1);
    private static final int YEARS_AHEAD = 3;
    private static final int SHORTEST_REASON = 10;
    private static final int LONGEST_REASON = 1000;
    private static final BigDecimal ALL = BigDecimal.valueOf(100);

    private RuleChecks() {}

    static List<Reason> problems(RuleBook book, OwnRule rule, String reason, Set<String> kinds, LocalDate today) {
        var found = new ArrayList<Reason>();
        switch (rule) {
            case OwnSetting setting -> setting(book, setting, found);
            case OwnMeasureRule change -> change(book, change, kinds, found);
            case OwnMeasure measure -> measure(book, measure, kinds, found);
        }
        var latest = today.plusYears(YEARS_AHEAD);
        if (rule.from().isBefore(EARLIEST) || rule.from().isAfter(latest)) {
            found.add(Reason.house("from", "Enter a day from 1 April 2024 to at most 3 years from today"));
        }
        if (reason.length() < SHORTEST_REASON || reason.length() > LONGEST_REASON) {
            found.add(Reason.house(
                    "reason", "Say why, in %d to %d characters".formatted(SHORTEST_REASON, LONGEST_REASON)));
        }
        return found;
    }

    private static void setting(RuleBook book, OwnSetting own, List<Reason> found) {
        var setting = book.shipped().settings().setting(own.subject());
        var value = own.value();
        if (!setting.inUse()) {
            found.add(Reason.house("value", "Nothing reads this setting yet, so changing it would change nothing"));
        } else if (value != null && !setting.allows(value)) {
            found.add(Reason.house("value", "Enter " + setting.range()));
        } else if (sameNumber(
                book.settings(own.from()).decimal(own.subject()), value == null ? setting.value() : value)) {
            found.add(Reason.house("value", "This is the value that holds on that day already"));
        }
    }

    /// Whether two numbers are the same, 85 and 85.0 too; or both are missing.
    static boolean sameNumber(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        return one == null ? other == null : other != null && one.compareTo(other) == 0;
    }

    private static void change(RuleBook book, OwnMeasureRule change, Set<String> kinds, List<Reason> found) {
        var shipped = book.shipped().kpis().on(change.kpi(), change.from()).orElseThrow();
        if (change.ownTarget()) {
            target(shipped, change.target(), found);
        }
        var tolerance = change.tolerance();
        if (tolerance != null && (tolerance.signum() < 0 || tolerance.compareTo(ALL) > 0)) {
            found.add(Reason.house("tolerance", "Enter points from 0 to 100"));
        }
        minimum(shipped, change.minimumDenominator(), found);
        profile(change.profile(), kinds, found);
        if (found.isEmpty() && isNothingNew(book, change, shipped)) {
            found.add(
                    Reason.house("target", "This is how the measure stands on that day already: nothing would change"));
        }
    }

    private static boolean isNothingNew(RuleBook book, OwnMeasureRule change, KpiDefinition shipped) {
        var now = book.kpis().asOf(change.from()).find(change.kpi());
        if (now.isEmpty() || !change.used()) {
            return now.isEmpty() && !change.used();
        }
        var before = now.get();
        var after = change.over(shipped);
        return sameNumber(before.target(), after.target())
                && sameNumber(before.tolerance(), after.tolerance())
                && before.minimumDenominator() == after.minimumDenominator()
                && before.frequency() == after.frequency()
                && before.profile().equals(after.profile());
    }

    private static void measure(RuleBook book, OwnMeasure own, Set<String> kinds, List<Reason> found) {
        var kpi = own.definition();
        if (own.number() == 1 && !book.versionsOf(kpi.code()).isEmpty()) {
            found.add(Reason.house("code", kpi.code() + " is taken: choose another"));
        }
        if (book.shipped().themes().stream().noneMatch(theme -> theme.code().equals(own.theme()))) {
            found.add(Reason.house("theme", "Choose the theme it is read with"));
        }
        target(kpi, kpi.target(), found);
        minimum(kpi, kpi.minimumDenominator(), found);
        profile(kpi.profile(), kinds, found);
        if (own.number() > 1) {
            var first = book.versionsOf(kpi.code()).getFirst().definition();
            if (first.unit() != kpi.unit() || !Objects.equals(first.per(), kpi.per())) {
                found.add(Reason.house(
                        "unit", "What it is measured in cannot change, or its chart would mix two things"));
            }
        }
    }

    private static void target(KpiDefinition kpi, @Nullable BigDecimal target, List<Reason> found) {
        if (target == null) {
            return;
        }
        if (kpi.direction() == KpiDefinition.Direction.NEUTRAL) {
            found.add(Reason.house("target", "Leave the target empty: neither more nor less of this is better"));
        } else if (target.signum() < 0) {
            found.add(Reason.house("target", "Enter a target of 0 or more"));
        } else if (kpi.unit() == KpiDefinition.Unit.PERCENT && target.compareTo(ALL) > 0) {
            found.add(Reason.house("target", "Enter a percentage from 0 to 100"));
        } else if (kpi.unit() == KpiDefinition.Unit.YES_NO && target.compareTo(BigDecimal.ONE) > 0) {
            found.add(Reason.house("target", "Enter 1 where yes is wanted, or 0 where no is"));
        }
    }

    private static void minimum(KpiDefinition kpi, @Nullable Integer minimum, List<Reason> found) {
        if (minimum != null && (minimum < 0 || (minimum > 0 && !kpi.unit().isRatio()))) {
            found.add(Reason.house(
                    "minimum",
                    kpi.unit().isRatio()
                            ? "Enter a whole number from 0"
                            : "Enter 0: this measure has nothing that it is out of"));
        }
    }

    private static void profile(@Nullable Set<String> profile, Set<String> kinds, List<Reason> found) {
        if (profile != null && (profile.isEmpty() || !kinds.containsAll(profile))) {
            found.add(Reason.house("profile", "Choose at least one kind of organisation"));
        }
    }
}

package uk.goldenthread.demonstration.plan;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.goldenthread.catalogue.KpiDefinition;
import uk.goldenthread.kernel.calendar.Period;
import uk.goldenthread.kernel.spc.Direction;
import uk.goldenthread.kernel.spc.Series;
import uk.goldenthread.kernel.spc.Variation;

/// One provider's series of one figure: its course with chance laid over it. An ordinary series is drawn again until it
/// shows no signal at its end and, where it has a target, keeps to it: nobody should be chased in a demonstration for
/// what is only noise.
final class Figures {
    private static final int DRAWS = 40;
    private static final int SHORTEST = 8;
    private static final int LOOKED_BACK = 6;
    private static final int MONTHS_OF_A_STAFF_SHARE = 400;

    /// Which part of a provider's staff a figure is about; others count their own things.
    private static final Map<String, Double> SHARE = Map.ofEntries(
            Map.entry("K01", 0.34),
            Map.entry("K02", 0.42),
            Map.entry("K03", 0.2),
            Map.entry("K04", 0.002),
            Map.entry("K05", 0.36),
            Map.entry("K06", 0.44),
            Map.entry("K07", 0.17),
            Map.entry("K08", 0.93),
            Map.entry("K09", 0.3),
            Map.entry("K10", 0.48),
            Map.entry("K11", 0.3),
            Map.entry("K12", 0.9),
            Map.entry("K14", 0.05),
            Map.entry("K18", 0.96),
            Map.entry("K20", 1.0),
            Map.entry("K27", 0.3),
            Map.entry("K31", 0.2),
            Map.entry("G02", 0.6));
    private static final Map<String, Integer> SIZE = Map.ofEntries(
            Map.entry("K13", 13),
            Map.entry("K15", 4),
            Map.entry("K16", 6),
            Map.entry("K19", 2),
            Map.entry("K33", 22),
            Map.entry("K40", 24),
            Map.entry("K42", 12),
            Map.entry("K43", 14),
            Map.entry("K44", 60),
            Map.entry("K46", 24),
            Map.entry("G04", 9));
    /// Per 1,000 or 10,000, or a count in a quarter for 1,000 staff; percent where neither way is better.
    private static final Map<String, Double> USUAL = Map.of(
            "K20", 1.4, "K21", 34.0, "K34", 4.2, "K23", 58.0, "K35", 31.0, "K29", 2.0, "K30", 0.2, "K32", 6.0, "K41",
            1.2, "K36", 0.5);

    private final long seed;
    private final PlannedOrganisation of;
    private final KpiDefinition kpi;
    private final List<? extends Period> periods;
    private final YearMonth latest;

    /// @param periods in order
    /// @param latest the month that nought months ago means
    Figures(long seed, PlannedOrganisation of, KpiDefinition kpi, List<? extends Period> periods, YearMonth latest) {
        this.seed = seed;
        this.of = of;
        this.kpi = kpi;
        this.periods = periods;
        this.latest = latest;
    }

    /// A line for each period.
    List<PlannedLine> lines() {
        var story = Stories.course(of.code(), kpi.code());
        var course = story.orElseGet(this::ordinary);
        var drawn = draw(course, 0);
        for (int again = 1; story.isEmpty() && again < DRAWS && !isCalm(drawn); again++) {
            drawn = draw(course, again);
        }
        return story.isPresent() || isCalm(drawn) ? drawn : draw(Course.level(100), DRAWS);
    }

    private List<PlannedLine> draw(Course course, int again) {
        var chance = new Chance(seed, of.code() + kpi.code() + again);
        var base = base(new Chance(seed, of.code() + kpi.code()));
        var lines = new ArrayList<PlannedLine>(periods.size());
        for (var period : periods) {
            var ago = (int) ChronoUnit.MONTHS.between(YearMonth.from(period.end()), latest);
            lines.add(line(period, course.at(ago), base, chance));
        }
        return lines;
    }

    private PlannedLine line(Period period, double level, int base, Chance chance) {
        return switch (kpi.unit()) {
            case PERCENT -> share(period, level, base, chance);
            case RATE -> rate(period, level, base, chance);
            case COUNT -> single(period, chance.events(Math.max(0, level)));
            case DAYS -> single(period, Math.round(level));
            case YES_NO -> single(period, level >= 0.5 ? 1 : 0);
        };
    }

    private PlannedLine share(Period period, double level, int base, Chance chance) {
        var denominator = Math.max(1, (int) Math.round(chance.around(base, base * 0.012)));
        var spread = level >= 100 ? 0 : kpi.direction() == KpiDefinition.Direction.NEUTRAL ? 4.5 : 0.9;
        var share = Math.clamp(chance.around(level, spread), 0, 100);
        if (level <= 0) {
            share = 0;
        }
        var numerator = (int) Math.round(denominator * share / 100);
        return new PlannedLine(
                kpi.code(),
                kpi.version(),
                period,
                BigDecimal.valueOf(numerator),
                BigDecimal.valueOf(denominator),
                null,
                words(numerator, denominator));
    }

    private PlannedLine rate(Period period, double level, int base, Chance chance) {
        var per = kpi.per() == null ? 1 : kpi.per();
        var denominator = Math.max(10, (int) Math.round(chance.around(base, base * 0.015)));
        var numerator = chance.events(Math.min(600, level * denominator / per));
        return new PlannedLine(
                kpi.code(),
                kpi.version(),
                period,
                BigDecimal.valueOf(numerator),
                BigDecimal.valueOf(denominator),
                null,
                "");
    }

    private PlannedLine single(Period period, long value) {
        var words = kpi.code().equals("K17") && value > 0
                ? "Named nurse post vacant; interim cover two days a week. Interviews are arranged."
                : "";
        return new PlannedLine(kpi.code(), kpi.version(), period, null, null, BigDecimal.valueOf(value), words);
    }

    private Course ordinary() {
        var chance = new Chance(seed, "level " + of.code() + kpi.code());
        var target = kpi.target();
        return switch (kpi.unit()) {
            case PERCENT -> {
                if (target == null) {
                    yield Course.level(USUAL.getOrDefault(kpi.code(), 50.0));
                }
                if (kpi.direction() == KpiDefinition.Direction.LOWER) {
                    yield Course.level(0);
                }
                var missing = of.closed() == null
                        && target.intValue() < 100
                        && kpi.profile().size() > 1
                        && chance.between(1, 80) == 1;
                var above = missing ? -1.5 : chance.around(4.2, 0.9);
                yield Course.level(Math.min(100, target.doubleValue() + above));
            }
            case RATE -> Course.level(USUAL.getOrDefault(kpi.code(), 2.0));
            case COUNT -> Course.level(USUAL.getOrDefault(kpi.code(), 0.1) * Math.min(4, of.staff() / 1000.0));
            case DAYS -> Course.level(0);
            case YES_NO -> Course.level(1);
        };
    }

    private int base(Chance chance) {
        if (SIZE.containsKey(kpi.code())) {
            return SIZE.get(kpi.code()) + chance.between(0, 3);
        }
        if (SHARE.containsKey(kpi.code())) {
            return Math.max(2, (int) Math.round(of.staff() * SHARE.get(kpi.code())));
        }
        var scale = Math.max(1, of.staff() / 20);
        return switch (kpi.code()) {
            case "K21" -> scale * MONTHS_OF_A_STAFF_SHARE;
            case "K34" -> scale * MONTHS_OF_A_STAFF_SHARE / 2;
            default -> Math.max(6, Math.min(120, scale));
        };
    }

    /// Nothing to chase: no signal at the end and, where there is a target, on it throughout.
    private boolean isCalm(List<PlannedLine> lines) {
        var values = lines.stream().mapToDouble(this::value).toArray();
        var target = kpi.target();
        if (target != null && kpi.direction() == KpiDefinition.Direction.HIGHER && !isMeantToMiss()) {
            for (var value : values) {
                if (value < target.doubleValue()) {
                    return false;
                }
            }
        }
        for (int length = Math.max(SHORTEST, values.length - LOOKED_BACK); length <= values.length; length++) {
            var upTo = Series.of(java.util.Arrays.copyOf(values, length)).direction(direction());
            if (upTo.chart().variation() != Variation.COMMON_CAUSE) {
                return false;
            }
        }
        return true;
    }

    private boolean isMeantToMiss() {
        var target = kpi.target();
        return target != null && ordinary().at(0) < target.doubleValue();
    }

    private double value(PlannedLine line) {
        var numerator = line.numerator();
        var denominator = line.denominator();
        if (numerator == null || denominator == null) {
            return line.value() == null ? Double.NaN : line.value().doubleValue();
        }
        var per = kpi.unit() == KpiDefinition.Unit.PERCENT || kpi.per() == null ? 100 : kpi.per();
        return per * numerator.doubleValue() / denominator.doubleValue();
    }

    private Direction direction() {
        return switch (kpi.direction()) {
            case HIGHER -> Direction.HIGHER_IS_BETTER;
            case LOWER -> Direction.LOWER_IS_BETTER;
            case NEUTRAL -> Direction.NEUTRAL;
        };
    }

    /// What the provider writes beside a red figure.
    private String words(int numerator, int denominator) {
        var limit = limit();
        if (limit == null || of.code().equals(Stories.WORDLESS_HOSPICE)) {
            return "";
        }
        var share = 100.0 * numerator / denominator;
        var red = kpi.direction() == KpiDefinition.Direction.LOWER ? share > limit : share < limit;
        return red ? Wording.of(of, kpi) : "";
    }

    /// Beyond which the figure is red: the target less, or more, its tolerance.
    private @Nullable Double limit() {
        var target = kpi.target();
        if (target == null) {
            return null;
        }
        return kpi.direction() == KpiDefinition.Direction.LOWER
                ? target.add(kpi.tolerance()).doubleValue()
                : target.subtract(kpi.tolerance()).doubleValue();
    }
}

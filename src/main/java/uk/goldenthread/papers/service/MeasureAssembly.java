package uk.goldenthread.papers.service;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.goldenthread.catalogue.KpiCatalogue;
import uk.goldenthread.catalogue.KpiDefinition;
import uk.goldenthread.kernel.calendar.Period;
import uk.goldenthread.kernel.spc.Direction;
import uk.goldenthread.kernel.spc.Series;
import uk.goldenthread.papers.model.PaperData.Measure;
import uk.goldenthread.papers.model.PaperData.Point;
import uk.goldenthread.papers.model.PaperData.ProviderState;
import uk.goldenthread.papers.model.PaperFigure;
import uk.goldenthread.papers.model.Words;
import uk.goldenthread.papers.store.SourceStore;
import uk.goldenthread.papers.store.SourceStore.Earlier;
import uk.goldenthread.papers.store.SourceStore.Latest;
import uk.goldenthread.papers.store.SourceStore.Total;
import uk.goldenthread.rulebook.Rules;

/// The measures of a paper: totals over all providers, the series of totals, and each provider's standing
/// at the end of
/// the period.
///
/// A share's total is the sum of numerators over the sum of denominators, of each provider's latest value
/// in the
/// period;
/// a count's is the sum over the period. Process control's own state is used where it speaks of the period;
/// where a
/// series
/// went on since, it is worked out again on the values up to the period's end.
@Component
class MeasureAssembly {
    private static final int MONTHS = 36;
    private static final int CHARTS = 8;

    private final SourceStore sources;
    private final Rules rules;

    MeasureAssembly(SourceStore sources, Rules rules) {
        this.sources = sources;
        this.rules = rules;
    }

    private record SeriesOf(String kpi, int organisation) {}

    /// Which named figure explains a number.
    private record Address(String name, Map<String, String> params) {}

    List<Measure> assemble(int icb, Period period, List<String> chosen) {
        var totals = sources.totals(icb, period.start().minusMonths(MONTHS), period.end()).stream()
                .collect(Collectors.groupingBy(Total::kpi));
        var latest =
                sources.latest(icb, period.start(), period.end()).stream().collect(Collectors.groupingBy(Latest::kpi));
        var earlier = latest.values().stream()
                        .flatMap(List::stream)
                        .anyMatch(each ->
                                each.state() != null && each.state().start().isAfter(period.end()))
                ? sources.earlier(icb, period.end()).stream()
                        .collect(Collectors.toMap(
                                each -> new SeriesOf(each.kpi(), each.organisation()), Function.identity()))
                : Map.<SeriesOf, Earlier>of();
        var screens = rules.now().settings(period.end()).on("SPC.screen_outliers");
        var inForce = rules.now().kpis().asOf(period.end());
        var shown = shown(inForce, latest.keySet(), chosen);
        return inForce.definitions().stream()
                .filter(kpi -> latest.containsKey(kpi.code()))
                .map(kpi -> measure(
                        kpi,
                        period,
                        shown.contains(kpi.code()),
                        totals.getOrDefault(kpi.code(), List.of()),
                        latest.getOrDefault(kpi.code(), List.of()).stream()
                                .map(each -> state(kpi, each, earlier, screens))
                                .sorted(Comparator.comparing(ProviderState::name)
                                        .thenComparing(ProviderState::code))
                                .toList()))
                .toList();
    }

    /// What is shown with a chart: what was chosen; else the priority measures with data; else whatever has
    /// data.
    private static Set<String> shown(KpiCatalogue inForce, Set<String> measured, List<String> chosen) {
        if (!chosen.isEmpty()) {
            return Set.copyOf(chosen);
        }
        var shown = inForce.definitions().stream()
                .filter(kpi -> measured.contains(kpi.code()) && kpi.spcEnabled())
                .sorted(Comparator.comparing((KpiDefinition kpi) -> !kpi.priority()))
                .map(KpiDefinition::code)
                .limit(CHARTS)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return Set.copyOf(shown);
    }

    private static Measure measure(
            KpiDefinition kpi, Period period, boolean shown, List<Total> totals, List<ProviderState> states) {
        var series = totals.stream()
                .map(total -> new Point(
                        total.start(),
                        Period.find(total.period()).map(Period::label).orElse(total.period()),
                        total(kpi, total)))
                .toList();
        var direction =
                switch (kpi.direction()) {
                    case HIGHER -> "+";
                    case LOWER -> "-";
                    case NEUTRAL -> "0";
                };
        return new Measure(
                kpi.code(),
                kpi.version(),
                kpi.name(),
                kpi.unit().name(),
                direction,
                kpi.priority(),
                shown,
                kpi.suppression(),
                kpi.target() == null ? null : plain(kpi.target()),
                overall(kpi, period, states, totals),
                states.size(),
                series,
                states);
    }

    private static PaperFigure overall(
            KpiDefinition kpi, Period period, List<ProviderState> states, List<Total> totals) {
        var address = new Address("paper-measure", Map.of("kpi", kpi.code(), "period", period.code()));
        if (kpi.unit() == KpiDefinition.Unit.COUNT) {
            var sum = totals.stream()
                    .filter(total -> !total.start().isBefore(period.start()))
                    .map(Total::sum)
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            return figure(kpi, address, sum, null, null);
        }
        if (!kpi.unit().isRatio()) {
            var values = states.stream().map(s -> s.figure().value()).filter(Objects::nonNull);
            var value = kpi.unit() == KpiDefinition.Unit.YES_NO
                    ? values.reduce(BigDecimal.ZERO, BigDecimal::add)
                    : values.max(Comparator.naturalOrder()).orElse(null);
            return figure(kpi, address, value, null, null);
        }
        var whole = states.stream()
                .filter(s -> s.figure().numerator() != null && s.figure().denominator() != null)
                .toList();
        var numerator = whole.stream().map(s -> s.figure().numerator()).reduce(BigDecimal.ZERO, MeasureAssembly::sum);
        var denominator =
                whole.stream().map(s -> s.figure().denominator()).reduce(BigDecimal.ZERO, MeasureAssembly::sum);
        return figure(kpi, address, share(kpi, numerator, denominator), numerator, denominator);
    }

    private static PaperFigure total(KpiDefinition kpi, Total total) {
        var address = new Address("measure-total", Map.of("kpi", kpi.code(), "period", total.period()));
        return switch (kpi.unit()) {
            case PERCENT, RATE ->
                figure(
                        kpi,
                        address,
                        share(kpi, total.numerator(), total.denominator()),
                        total.numerator(),
                        total.denominator());
            case COUNT, YES_NO -> figure(kpi, address, total.sum(), null, null);
            case DAYS -> figure(kpi, address, total.most(), null, null);
        };
    }

    private static ProviderState state(
            KpiDefinition kpi, Latest latest, Map<SeriesOf, Earlier> earlier, boolean screens) {
        var figure = figure(
                kpi,
                new Address(
                        "measure", Map.of("kpi", kpi.code(), "period", latest.period(), "organisation", latest.code())),
                latest.value(),
                latest.numerator(),
                latest.denominator());
        var label = Period.find(latest.period()).map(Period::label).orElse(latest.period());
        var state = latest.state();
        if (state == null) {
            return new ProviderState(latest.code(), latest.name(), label, figure, "LINE_ONLY", "COMMON_CAUSE", null);
        }
        var then = earlier.get(new SeriesOf(latest.kpi(), latest.organisation()));
        if (then == null) {
            return new ProviderState(
                    latest.code(), latest.name(), label, figure, state.basis(), state.variation(), state.assurance());
        }
        var chart = Series.of(
                        then.values().stream().mapToDouble(Double::doubleValue).toArray())
                .direction(direction(kpi))
                .target(kpi.target() == null ? Double.NaN : kpi.target().doubleValue())
                .screenOutliers(screens)
                .rebasedAt(then.segments())
                .chart();
        return new ProviderState(
                latest.code(),
                latest.name(),
                label,
                figure,
                chart.standing().name(),
                chart.variation().name(),
                chart.assurance().map(Enum::name).orElse(null));
    }

    static Direction direction(KpiDefinition kpi) {
        return switch (kpi.direction()) {
            case HIGHER -> Direction.HIGHER_IS_BETTER;
            case LOWER -> Direction.LOWER_IS_BETTER;
            case NEUTRAL -> Direction.NEUTRAL;
        };
    }

    private static PaperFigure figure(
            KpiDefinition kpi,
            Address address,
            @Nullable BigDecimal value,
            @Nullable BigDecimal numerator,
            @Nullable BigDecimal denominator) {
        var rounded = value == null ? null : plain(value.setScale(4, RoundingMode.HALF_UP));
        return new PaperFigure(
                address.name(),
                address.params(),
                Words.value(rounded, kpi.unit().name()),
                rounded,
                numerator == null ? null : plain(numerator),
                denominator == null ? null : plain(denominator));
    }

    private static @Nullable BigDecimal share(
            KpiDefinition kpi, @Nullable BigDecimal numerator, @Nullable BigDecimal denominator) {
        if (numerator == null || denominator == null || denominator.signum() == 0) {
            return null;
        }
        var per = kpi.per() == null ? 100 : kpi.per();
        return numerator.multiply(BigDecimal.valueOf(per)).divide(denominator, 4, RoundingMode.HALF_UP);
    }

    private static BigDecimal sum(BigDecimal total, @Nullable BigDecimal each) {
        return each == null ? total : total.add(each);
    }

    private static BigDecimal plain(BigDecimal value) {
        var stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}

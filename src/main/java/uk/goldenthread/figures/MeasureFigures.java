package uk.goldenthread.figures;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.goldenthread.access.AccessPolicy;
import uk.goldenthread.access.AccessPolicy.Resource;
import uk.goldenthread.access.Actor;
import uk.goldenthread.access.HiddenException;
import uk.goldenthread.access.Permission;
import uk.goldenthread.catalogue.KpiDefinition;
import uk.goldenthread.figures.MeasureValue.Status;
import uk.goldenthread.kernel.calendar.Period;
import uk.goldenthread.organisations.Directory;
import uk.goldenthread.organisations.Organisation;
import uk.goldenthread.rulebook.Rules;

/// The two figures that every measure has: one provider's value of a period, and the total of all
/// providers, which is the sum of the numerators over the sum of the denominators and never an average of
/// shares.
@Configuration(proxyBeanMethods = false)
class MeasureFigures {
    static final List<String> COLUMNS =
            List.of("Provider", "Numerator", "Denominator", "Value", "Status", "Times changed", "Came from");

    /// What both need.
    record Ground(Measures measures, Rules rules, Directory directory, AccessPolicy policy) {
        KpiDefinition definition(FigureRequest request) {
            var code = request.need("kpi");
            return rules.now()
                    .kpis()
                    .on(code, period(request).end())
                    .orElseThrow(() -> new IllegalArgumentException("There is no measure " + code));
        }

        static Period period(FigureRequest request) {
            return Period.find(request.need("period"))
                    .orElseThrow(
                            () -> new IllegalArgumentException("Write the period as 2025-06, 2025-26-Q2 or 2025-26"));
        }
    }

    @Bean
    FigureDefinition measureFigure(Measures measures, Rules rules, Directory directory, AccessPolicy policy) {
        return new OneProvider(new Ground(measures, rules, directory, policy));
    }

    @Bean
    FigureDefinition measureTotalFigure(Measures measures, Rules rules, Directory directory, AccessPolicy policy) {
        return new AllProviders(new Ground(measures, rules, directory, policy));
    }

    /// `measure?kpi=K03&organisation=RX1&period=2025-26-Q2`
    private record OneProvider(Ground ground) implements FigureDefinition {
        @Override
        public String name() {
            return "measure";
        }

        @Override
        public FigureResult work(FigureRequest request, Actor actor) {
            var definition = ground.definition(request);
            var organisation = ground.directory
                    .assuredBy(actor.icb(), request.need("organisation"))
                    .orElseThrow(HiddenException::new);
            ground.policy.require(actor, Permission.FIGURE_VIEW, Resource.of(actor.icb(), organisation.id()));
            var period = Ground.period(request);
            var series = ground.measures.series(new SeriesKey(actor.icb(), organisation.id(), definition.code()));
            var point = series.points().stream()
                    .filter(each -> each.period().equals(period))
                    .findFirst();
            return new FigureResult(
                    "%s at %s, %s".formatted(definition.name(), organisation.name(), period.label()),
                    counted(definition),
                    point.map(MeasurePoint::value).map(MeasureFigures::exact).orElse(null),
                    MeasureWords.unit(definition),
                    point.map(MeasurePoint::numerator)
                            .map(BigDecimal::stripTrailingZeros)
                            .orElse(null),
                    point.map(MeasurePoint::denominator)
                            .map(BigDecimal::stripTrailingZeros)
                            .orElse(null),
                    COLUMNS,
                    point.map(each -> List.of(row(definition, organisation, each)))
                            .orElse(List.of()),
                    List.copyOf(definition.requirements()),
                    cautions(point.stream().toList()),
                    "/measures/%s/%s".formatted(definition.code(), organisation.code()));
        }
    }

    /// `measure-total?kpi=K03&period=2025-26-Q2`, with `kind=ACUTE` for one kind of organisation.
    private record AllProviders(Ground ground) implements FigureDefinition {
        @Override
        public String name() {
            return "measure-total";
        }

        @Override
        public FigureResult work(FigureRequest request, Actor actor) {
            ground.policy.require(actor, Permission.FIGURE_COMPARE, Resource.ofIcb(actor.icb()));
            var definition = ground.definition(request);
            var period = Ground.period(request);
            var kind = request.find("kind");
            var values = ground.measures.ofKpi(actor.icb(), definition.code(), period.start());
            var organisations = ground
                    .directory
                    .named(values.stream().map(PeerValue::organisation).toList())
                    .stream()
                    .filter(each -> kind.isEmpty() || kind.get().equals(each.kind()))
                    .collect(Collectors.toMap(Organisation::id, Function.identity()));
            var points = values.stream()
                    .filter(each -> organisations.containsKey(each.organisation())
                            && each.point().period().equals(period))
                    .toList();
            var rows = points.stream()
                    .map(each -> row(definition, known(organisations, each), each.point()))
                    .sorted(java.util.Comparator.comparing(each -> each.cells().getFirst()))
                    .toList();
            var total = MeasureTotal.of(
                    definition, points.stream().map(PeerValue::point).toList());
            return new FigureResult(
                    "%s, %d %s together, %s"
                            .formatted(
                                    definition.name(),
                                    points.size(),
                                    points.size() == 1 ? "provider" : "providers",
                                    period.label()),
                    counted(definition) + totalled(definition),
                    total.value() == null ? null : exact(total.value()),
                    MeasureWords.unit(definition),
                    total.numerator(),
                    total.denominator(),
                    COLUMNS,
                    rows,
                    List.copyOf(definition.requirements()),
                    cautions(points.stream().map(PeerValue::point).toList()),
                    "/measures/" + definition.code() + "?period=" + period.code());
        }

        private static Organisation known(Map<Integer, Organisation> organisations, PeerValue value) {
            return java.util.Objects.requireNonNull(organisations.get(value.organisation()));
        }
    }

    /// A measure as a double, without the noise of binary fractions.
    static BigDecimal exact(double value) {
        return BigDecimal.valueOf(value).round(MathContext.DECIMAL64).stripTrailingZeros();
    }

    private static FigureResult.Row row(KpiDefinition definition, Organisation organisation, MeasurePoint point) {
        return new FigureResult.Row(
                List.of(
                        organisation.name(),
                        MeasureWords.number(point.numerator()),
                        MeasureWords.number(point.denominator()),
                        MeasureWords.value(definition, point.value()),
                        status(point.status()),
                        Integer.toString(point.revision() - 1),
                        Sources.words(point.source())),
                "/measures/%s/%s".formatted(definition.code(), organisation.code()),
                Sources.subject(point.source()));
    }

    static String status(Status status) {
        return switch (status) {
            case PROVISIONAL -> "Provisional";
            case FINAL -> "Final";
            case RESTATED -> "Restated";
        };
    }

    static String counted(KpiDefinition definition) {
        var words = new StringBuilder(definition.numerator());
        if (definition.denominator() != null) {
            words.append(", out of ").append(definition.denominator());
        }
        return words.append(". Definition ")
                .append(definition.code())
                .append(", ")
                .append(definition.versionWords())
                .append('.')
                .toString();
    }

    private static String totalled(KpiDefinition definition) {
        return switch (definition.unit()) {
            case PERCENT, RATE -> " The total is the sum of the numerators over the sum of the denominators.";
            case COUNT -> " The total is the sum of the counts.";
            case DAYS, YES_NO -> " Such values are not added up; the rows are shown beside each other.";
        };
    }

    private static List<String> cautions(List<MeasurePoint> points) {
        var cautions = new ArrayList<String>();
        count(points, Status.PROVISIONAL, "provisional", cautions);
        count(points, Status.RESTATED, "restated", cautions);
        long empty = points.stream().filter(point -> point.value() == null).count();
        if (empty > 0) {
            cautions.add("%d of %d had nothing to measure".formatted(empty, points.size()));
        }
        return cautions;
    }

    private static void count(List<MeasurePoint> points, Status status, String word, List<String> cautions) {
        long found = points.stream().filter(point -> point.status() == status).count();
        if (found > 0) {
            cautions.add("%d of %d values %s %s".formatted(found, points.size(), found == 1 ? "is" : "are", word));
        }
    }
}

package uk.goldenthread.concerns;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import uk.goldenthread.catalogue.KpiDefinition;
import uk.goldenthread.concerns.model.Figure;
import uk.goldenthread.concerns.model.Finding;
import uk.goldenthread.concerns.model.Point;
import uk.goldenthread.concerns.model.SpcRules;
import uk.goldenthread.concerns.store.SeriesStore.Stored;
import uk.goldenthread.concerns.store.SeriesStore.Value;
import uk.goldenthread.kernel.calendar.Period;
import uk.goldenthread.kernel.spc.Assurance;
import uk.goldenthread.kernel.spc.Direction;
import uk.goldenthread.kernel.spc.Standing;
import uk.goldenthread.kernel.spc.Variation;
import uk.goldenthread.rulebook.Rules;

/// Puts a stored series before the rules.
@Component
class SeriesFindings {
    private final Rules rules;
    private final ConcernSettings settings;

    SeriesFindings(Rules rules, ConcernSettings settings) {
        this.rules = rules;
        this.settings = settings;
    }

    List<Finding> of(Stored series, LocalDate today) {
        var definition = rules.now().kpis().on(series.kpi(), latest(series).end());
        var figure = new Figure(
                series.kpi(),
                definition.map(KpiDefinition::name).orElse(series.kpi()),
                definition
                        .filter(kpi -> kpi.unit() == KpiDefinition.Unit.PERCENT)
                        .isPresent(),
                Direction.find(series.direction()).orElse(Direction.NEUTRAL),
                series.target());
        var least = BigDecimal.valueOf(
                definition.map(KpiDefinition::minimumDenominator).orElse(0));
        var points = series.values().stream().map(value -> point(value, least)).toList();
        var found = new ArrayList<>(settings.warnings(today).findings(figure, points));
        var segment = points.subList(Math.max(0, points.size() - series.points()), points.size());
        found.addAll(SpcRules.findings(figure, segment, state(series)));
        return found;
    }

    /// The latest period of a series, which has at least one value.
    static Period latest(Stored series) {
        return Period.parse(series.values().getLast().period());
    }

    private static Point point(Value value, BigDecimal least) {
        var denominator = value.denominator();
        var judged = denominator == null || denominator.compareTo(least) >= 0;
        return new Point(
                Period.parse(value.period()),
                value.value(),
                value.numerator(),
                denominator,
                judged,
                value.provisional());
    }

    private static SpcRules.State state(Stored series) {
        return new SpcRules.State(
                Standing.valueOf(series.basis()),
                Variation.valueOf(series.variation()),
                series.assurance() == null ? null : Assurance.valueOf(series.assurance()),
                series.mean(),
                series.lower(),
                series.upper());
    }
}

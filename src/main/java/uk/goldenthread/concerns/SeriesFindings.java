package uk.goldenthread.concerns;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.goldenthread.catalogue.KpiDefinition;
import uk.goldenthread.catalogue.RuleBook;
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

    SeriesFindings(Rules rules) {
        this.rules = rules;
    }

    /// Whether red figures without words are looked for.
    boolean looksForWords(LocalDate today) {
        return ConcernSettings.narratives(rules.now(), today, BigDecimal.ZERO).active();
    }

    /// @param wordless the period of the latest figure that a return gave without words; null for none
    List<Finding> of(Stored series, @Nullable String wordless, LocalDate today) {
        var book = rules.now();
        var found = new ArrayList<>(warnings(series, book, today));
        var points = points(series, book);
        var segment = points.subList(Math.max(0, points.size() - series.points()), points.size());
        if (latest(series).code().equals(wordless)) {
            var tolerance =
                    definition(series, book).map(KpiDefinition::tolerance).orElse(BigDecimal.ZERO);
            ConcernSettings.narratives(book, today, tolerance)
                    .finding(figure(series, book), points.getLast())
                    .ifPresent(found::add);
        }
        found.addAll(SpcRules.findings(figure(series, book), segment, state(series)));
        return found;
    }

    /// What the rules for short series find under these rules.
    List<Finding> warnings(Stored series, RuleBook book, LocalDate today) {
        var figure = figure(series, book);
        var points = points(series, book);
        var found = new ArrayList<>(ConcernSettings.warnings(book, today).findings(figure, points));
        found.addAll(ConcernSettings.counts(book, today).findings(figure, points));
        return found;
    }

    private static Optional<KpiDefinition> definition(Stored series, RuleBook book) {
        return book.kpis().on(series.kpi(), latest(series).end());
    }

    private static Figure figure(Stored series, RuleBook book) {
        var definition = definition(series, book);
        return new Figure(
                series.kpi(),
                definition.map(KpiDefinition::name).orElse(series.kpi()),
                definition
                        .filter(kpi -> kpi.unit() == KpiDefinition.Unit.PERCENT)
                        .isPresent(),
                Direction.find(series.direction()).orElse(Direction.NEUTRAL),
                definition.map(KpiDefinition::target).orElse(null));
    }

    private static List<Point> points(Stored series, RuleBook book) {
        var least = BigDecimal.valueOf(
                definition(series, book).map(KpiDefinition::minimumDenominator).orElse(0));
        return series.values().stream().map(value -> point(value, least)).toList();
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

package uk.goldenthread.papers.model;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.goldenthread.kernel.suppression.Profile;
import uk.goldenthread.kernel.suppression.Table;
import uk.goldenthread.papers.model.PaperData.Measure;
import uk.goldenthread.papers.model.PaperData.Point;
import uk.goldenthread.papers.model.PaperData.ProviderState;

/// A paper's data as it may be published: small numbers hidden by the profile of each measure (BR-KPI-6).
public final class PublicEdition {
    private PublicEdition() {}

    /// The same data with small numbers hidden.
    ///
    /// @param profiles by code
    /// @throws IllegalArgumentException when a measure's profile is not among them: nothing is
    ///     published unprotected
    public static PaperData of(PaperData data, Map<String, Profile> profiles) {
        return new PaperData(
                data.committee(),
                data.period(),
                data.label(),
                data.start(),
                data.end(),
                data.asOf(),
                data.providers(),
                data.measures().stream().map(each -> measure(each, profiles)).toList(),
                data.ladder(),
                data.returns(),
                data.warnings(),
                data.since(),
                data.changes());
    }

    private static Measure measure(Measure measure, Map<String, Profile> profiles) {
        var profile = profiles.get(measure.suppression());
        if (profile == null) {
            throw new IllegalArgumentException("no suppression profile " + measure.suppression());
        }
        var unit = measure.unit();
        var counts = counts(measure);
        var total = published(measure.total(), unit, profile);
        if (counts != null && profile.secondary() && counts.stream().anyMatch(profile::hides)) {
            total = total.published(Profile.SECONDARY);
        }
        var series = measure.series().stream()
                .map(point -> new Point(point.start(), point.label(), published(point.figure(), unit, profile)))
                .toList();
        return new Measure(
                measure.kpi(),
                measure.version(),
                measure.name(),
                unit,
                measure.direction(),
                measure.priority(),
                measure.chosen(),
                measure.suppression(),
                measure.target(),
                total,
                measure.answered(),
                series,
                shown(measure, counts, profile));
    }

    /// Providers' counts stand beside their total: one hidden alone could be worked out from the rest.
    private static List<ProviderState> shown(Measure measure, @Nullable List<Long> counts, Profile profile) {
        var states = measure.states();
        if (counts == null) {
            return states.stream()
                    .map(each -> with(each, published(each.figure(), measure.unit(), profile)))
                    .toList();
        }
        var texts = new Table(counts, null).publish(profile).cells();
        return java.util.stream.IntStream.range(0, states.size())
                .mapToObj(i -> with(states.get(i), states.get(i).figure().published(texts.get(i))))
                .toList();
    }

    private static @Nullable List<Long> counts(Measure measure) {
        var whole = measure.unit().equals("COUNT")
                && measure.states().stream()
                        .allMatch(state -> isCount(state.figure().value()));
        return whole
                ? measure.states().stream()
                        .map(state -> java.util.Objects.requireNonNull(
                                        state.figure().value())
                                .longValue())
                        .toList()
                : null;
    }

    private static boolean isCount(@Nullable BigDecimal value) {
        return value != null
                && value.signum() >= 0
                && value.stripTrailingZeros().scale() <= 0;
    }

    private static ProviderState with(ProviderState state, PaperFigure figure) {
        return new ProviderState(
                state.code(),
                state.name(),
                state.period(),
                figure,
                state.basis(),
                state.variation(),
                state.assurance());
    }

    private static PaperFigure published(PaperFigure figure, String unit, Profile profile) {
        if (profile.threshold() == 0 && profile.minDenominator() == 0) {
            return figure;
        }
        var value = figure.value();
        if (value == null) {
            return figure;
        }
        var numerator = figure.numerator();
        var denominator = figure.denominator();
        if (unit.equals("PERCENT") && isCount(numerator) && isCount(denominator)) {
            var words = profile.percentage(
                    java.util.Objects.requireNonNull(numerator).longValue(),
                    java.util.Objects.requireNonNull(denominator).longValue());
            // What may be shown is shown rounded, without the counts it came from.
            var shown = words.endsWith("%") ? new BigDecimal(words.substring(0, words.length() - 1)) : null;
            return new PaperFigure(figure.name(), figure.params(), words, shown, null, null);
        }
        if (unit.equals("COUNT") && isCount(value)) {
            return figure.published(profile.count(value.longValue()));
        }
        return figure.published(Profile.SECONDARY);
    }
}

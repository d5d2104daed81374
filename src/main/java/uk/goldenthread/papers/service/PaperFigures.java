package uk.goldenthread.papers.service;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.goldenthread.access.AccessPolicy;
import uk.goldenthread.access.AccessPolicy.Resource;
import uk.goldenthread.access.Actor;
import uk.goldenthread.access.Permission;
import uk.goldenthread.figures.FigureDefinition;
import uk.goldenthread.figures.FigureRequest;
import uk.goldenthread.figures.FigureResult;
import uk.goldenthread.kernel.calendar.Period;
import uk.goldenthread.papers.model.PaperData.Measure;
import uk.goldenthread.papers.model.PaperData.ProviderState;
import uk.goldenthread.papers.store.LadderSource;
import uk.goldenthread.papers.store.ReturnSource.Due;
import uk.goldenthread.papers.store.SignalSource;
import uk.goldenthread.shell.view.Dates;

/// The figures that only papers use, each explained down to the rows it counts, by the very statements that
/// papers read.
@Configuration(proxyBeanMethods = false)
class PaperFigures {
    private static final String COUNTED_RETURNS =
            "Returns for periods within this one that have come, or were due before" + " the day named and have not";

    @Bean
    FigureDefinition paperMeasure(MeasureAssembly measures, AccessPolicy policy) {
        return new OfMeasure(measures, policy);
    }

    @Bean
    FigureDefinition paperReturns(ReturnAssembly returns, AccessPolicy policy) {
        return new OfReturns(returns, policy);
    }

    @Bean
    FigureDefinition paperSignals(SignalSource sources, AccessPolicy policy) {
        return new OfSignals(sources, policy);
    }

    @Bean
    FigureDefinition paperProviders(LadderSource sources, PaperChoices choices, AccessPolicy policy) {
        return new OfProviders(sources, choices, policy);
    }

    private static LocalDate day(FigureRequest request) {
        try {
            return LocalDate.parse(request.need("on"));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("on is a day like 2025-11-03", e);
        }
    }

    private static Period period(FigureRequest request) {
        var wanted = request.need("period");
        return Period.find(wanted)
                .orElseThrow(() -> new IllegalArgumentException("%s is not a period".formatted(wanted)));
    }

    /// `paper-measure?kpi=K03&period=2025-26-Q2`
    private record OfMeasure(MeasureAssembly measures, AccessPolicy policy) implements FigureDefinition {
        @Override
        public String name() {
            return "paper-measure";
        }

        @Override
        public FigureResult work(FigureRequest request, Actor actor) {
            policy.require(actor, Permission.FIGURE_COMPARE, Resource.ofIcb(actor.icb()));
            var period = period(request);
            var kpi = request.need("kpi");
            var measure = measures.assemble(actor.icb(), period, List.of()).stream()
                    .filter(each -> each.kpi().equals(kpi))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(
                            "No provider gave the figure %s for %s".formatted(kpi, period.label())));
            var total = measure.total();
            return new FigureResult(
                    "%s, all providers, %s".formatted(measure.name(), period.label()),
                    "Each provider's latest figure in the period. A share is the sum of numerators over the sum of"
                            + " denominators; a count is the sum over the whole period.",
                    total.value(),
                    measure.unit().equals("PERCENT") ? "%" : measure.unit().toLowerCase(java.util.Locale.UK),
                    total.numerator(),
                    total.denominator(),
                    List.of("Provider", "Period", "Numerator", "Denominator", "Value"),
                    measure.states().stream().map(state -> row(measure, state)).toList(),
                    List.of(),
                    List.of(),
                    "/measures/" + kpi);
        }

        private static FigureResult.Row row(Measure measure, ProviderState state) {
            var figure = state.figure();
            return new FigureResult.Row(
                    List.of(
                            state.name(),
                            state.period(),
                            figure.numerator() == null ? "" : figure.numerator().toPlainString(),
                            figure.denominator() == null
                                    ? ""
                                    : figure.denominator().toPlainString(),
                            figure.text()),
                    "/measures/%s/%s".formatted(measure.kpi(), state.code()),
                    null);
        }
    }

    /// `paper-returns?period=2025-26-Q2&state=late&on=2025-11-03`
    private record OfReturns(ReturnAssembly returns, AccessPolicy policy) implements FigureDefinition {
        @Override
        public String name() {
            return "paper-returns";
        }

        @Override
        public FigureResult work(FigureRequest request, Actor actor) {
            policy.require(actor, Permission.PAPER_VIEW, Resource.ofIcb(actor.icb()));
            var wanted = request.need("state");
            var standing = Arrays.stream(ReturnAssembly.Standing.values())
                    .filter(each -> each.code().equals(wanted))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("No returns are counted as " + wanted));
            var period = period(request);
            var rows = returns.counted(actor.icb(), period, day(request)).stream()
                    .filter(standing::holds)
                    .map(OfReturns::row)
                    .toList();
            return FigureResult.counted(
                    "Returns %s, %s".formatted(wanted.replace('-', ' '), period.label()),
                    COUNTED_RETURNS,
                    "returns",
                    List.of("Provider", "Period", "Due", "Came"),
                    rows,
                    null);
        }

        private static FigureResult.Row row(Due due) {
            var came =
                    due.submittedOn() == null ? "not come" : due.submittedOn().toString();
            return new FigureResult.Row(
                    List.of(due.name(), due.period(), due.dueOn().toString(), came), "/providers/" + due.code(), null);
        }
    }

    /// `paper-signals?period=2025-26-Q2&state=open`
    private record OfSignals(SignalSource sources, AccessPolicy policy) implements FigureDefinition {
        @Override
        public String name() {
            return "paper-signals";
        }

        @Override
        public FigureResult work(FigureRequest request, Actor actor) {
            policy.require(actor, Permission.SIGNAL_VIEW, Resource.ofIcb(actor.icb()));
            var period = period(request);
            var open = request.need("state").equals("open");
            var counted = sources.counted(actor.icb(), period.start(), period.end(), open);
            return FigureResult.counted(
                    "Signals %s, %s".formatted(open ? "still open" : "raised", period.label()),
                    "Early-warning signals whose latest point lies in the period",
                    "signals",
                    List.of("Provider", "Rule", "What it found", "Raised", "State"),
                    counted.stream().map(OfSignals::row).toList(),
                    "/signals");
        }

        private static FigureResult.Row row(SignalSource.Counted signal) {
            var state = signal.state().charAt(0) + signal.state().substring(1).toLowerCase(java.util.Locale.ROOT);
            return new FigureResult.Row(
                    List.of(signal.provider(), signal.rule(), signal.words(), Dates.day(signal.raisedOn()), state),
                    "/signals/" + signal.id(),
                    "signal/" + signal.id());
        }
    }

    /// `paper-providers?level=routine&on=2025-11-03`; `all` for every level
    private record OfProviders(LadderSource sources, PaperChoices choices, AccessPolicy policy)
            implements FigureDefinition {
        @Override
        public String name() {
            return "paper-providers";
        }

        @Override
        public FigureResult work(FigureRequest request, Actor actor) {
            policy.require(actor, Permission.LADDER_VIEW, Resource.ofIcb(actor.icb()));
            var on = day(request);
            var wanted = request.need("level").toUpperCase(java.util.Locale.ROOT);
            var rows = sources.providers(actor.icb(), on).stream()
                    .filter(each -> wanted.equals("ALL") || wanted.equals(each.standing()))
                    .map(this::row)
                    .toList();
            return FigureResult.counted(
                    wanted.equals("ALL")
                            ? "Providers on %s".formatted(Dates.day(on))
                            : "Providers at the level %s on %s".formatted(choices.level(wanted), Dates.day(on)),
                    "Organisations that the ICB assures on that day, by the level of oversight they stand at",
                    "providers",
                    List.of("Provider", "Level", "Since"),
                    rows,
                    null);
        }

        private FigureResult.Row row(LadderSource.Counted provider) {
            var since = provider.since() == null ? "" : Dates.day(provider.since());
            return new FigureResult.Row(
                    List.of(provider.name(), choices.level(provider.standing()), since),
                    "/providers/%s/ladder".formatted(provider.code()),
                    null);
        }
    }
}

package uk.goldenthread.figures.web;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import uk.goldenthread.access.AccessPolicy.Resource;
import uk.goldenthread.access.Actor;
import uk.goldenthread.access.AsAt;
import uk.goldenthread.access.HiddenException;
import uk.goldenthread.access.Needs;
import uk.goldenthread.access.Permission;
import uk.goldenthread.figures.MeasurePoint;
import uk.goldenthread.figures.MeasureQuery;
import uk.goldenthread.figures.MeasureSeries;
import uk.goldenthread.figures.Measures;
import uk.goldenthread.figures.SeriesDrawing;
import uk.goldenthread.figures.SeriesKey;
import uk.goldenthread.figures.SpcReading;
import uk.goldenthread.kernel.calendar.Period;

/// Measures for other programs: values as a list, and a chart's limits, labels and icons.
@RestController
@RequestMapping("/api/v1/measures")
class MeasuresApi {
    private static final int LARGEST_PAGE = 1000;

    private final MeasuresController.Ground ground;
    private final Measures measures;
    private final MeasureQuery query;
    private final Clock clock;

    MeasuresApi(MeasuresController.Ground ground, Measures measures, MeasureQuery query, Clock clock) {
        this.ground = ground;
        this.measures = measures;
        this.query = query;
        this.clock = clock;
    }

    /// A page of values.
    ///
    /// @param total how many there are in all
    record Values(List<MeasureQuery.Line> items, int page, int size, long total, Instant asAt) {}

    @GetMapping
    @Needs(Permission.FIGURE_VIEW)
    Values values(
            Actor actor,
            AsAt asAt,
            @RequestParam Map<String, String> asked,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "50") int size) {
        if (page < 1 || size < 1 || size > LARGEST_PAGE) {
            throw wrong("page counts from 1 and size is 1 to " + LARGEST_PAGE);
        }
        var order = MeasureQuery.Order.find(asked.getOrDefault("sort", "period,asc"))
                .orElseThrow(() -> wrong("sort is period, organisation, kpi or value, with ,asc or ,desc"));
        var wanted = new MeasureQuery.Wanted(
                asked.getOrDefault("kpi", ""),
                asked.getOrDefault("organisation", ""),
                period(asked.get("from")),
                period(asked.get("to")),
                order);
        return ground.work().read(actor.scope(), asAt.instant(), () -> {
            var found = query.page(actor.icb(), wanted, size, (long) (page - 1) * size);
            return new Values(found.lines(), page, size, found.total(), instant(asAt));
        });
    }

    private Instant instant(AsAt asAt) {
        var past = asAt.instant();
        return past == null ? clock.instant() : past;
    }

    private static java.time.@Nullable LocalDate period(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        return Period.find(text)
                .map(Period::start)
                .orElseThrow(() -> wrong("a period is written as 2025-06, 2025-26-Q2 or 2025-26"));
    }

    private static ResponseStatusException wrong(String sentence) {
        return new ResponseStatusException(HttpStatus.BAD_REQUEST, sentence);
    }

    /// A chart: what the page shows, as data. Limits are unclipped; null where they may not be used.
    record ChartData(
            String kpi,
            String organisation,
            Instant asAt,
            String variation,
            @Nullable String assurance,
            String basis,
            int points,
            List<PointData> series) {}

    /// One point. `segment` counts from 0; `label` and `side` are those of the command line.
    record PointData(
            String period,
            @Nullable Double value,
            @Nullable String status,
            int segment,
            @Nullable Double mean,
            @Nullable Double lowerLimit,
            @Nullable Double upperLimit,
            @Nullable Double lowerNear,
            @Nullable Double upperNear,
            String label,
            String side) {}

    @GetMapping("/{kpi}/{code}/chart")
    @Needs(Permission.FIGURE_VIEW)
    ChartData chart(Actor actor, AsAt asAt, @PathVariable String kpi, @PathVariable String code) {
        return ground.work().read(actor.scope(), asAt.instant(), () -> {
            if (ground.rules().now().kpis().find(kpi).isEmpty()) {
                throw new HiddenException();
            }
            var organisation = ground.directory().assuredBy(actor.icb(), code).orElseThrow(HiddenException::new);
            ground.policy().require(actor, Permission.FIGURE_VIEW, Resource.of(actor.icb(), organisation.id()));
            var series = measures.series(new SeriesKey(actor.icb(), organisation.id(), kpi));
            var reading = measures.reading(series).orElseThrow(HiddenException::new);
            var assurance = reading.assurance();
            return new ChartData(
                    kpi,
                    code,
                    instant(asAt),
                    reading.variation().name(),
                    assurance == null ? null : assurance.name(),
                    reading.basis().name(),
                    reading.chart().lastLimits().points(),
                    points(series, reading));
        });
    }

    private static List<PointData> points(MeasureSeries series, SpcReading reading) {
        var points = new ArrayList<PointData>();
        for (int i = 0; i < reading.chart().size(); i++) {
            int origin = reading.origin().get(i);
            if (origin >= 0) {
                points.add(point(series.points().get(origin), reading, i));
            }
        }
        return points;
    }

    private static PointData point(MeasurePoint point, SpcReading reading, int at) {
        var chart = reading.chart();
        var limits = chart.limits(chart.segment(at));
        boolean shown = SeriesDrawing.signalsShown(reading, at);
        return new PointData(
                point.period().code(),
                point.value(),
                point.status().name(),
                chart.segment(at),
                known(true, limits.mean()),
                known(shown, limits.lower()),
                known(shown, limits.upper()),
                known(shown, limits.lowerNear()),
                known(shown, limits.upperNear()),
                shown ? chart.label(at).name() : "COMMON_CAUSE",
                shown ? chart.side(at).name() : "NONE");
    }

    private static @Nullable Double known(boolean shown, double value) {
        return shown && !Double.isNaN(value) ? value : null;
    }
}

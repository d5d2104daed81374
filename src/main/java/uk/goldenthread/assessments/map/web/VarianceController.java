package uk.goldenthread.assessments.map.web;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;
import uk.goldenthread.access.Actor;
import uk.goldenthread.access.AsAt;
import uk.goldenthread.access.Needs;
import uk.goldenthread.access.Permission;
import uk.goldenthread.assessments.map.HeatMaps;
import uk.goldenthread.assessments.map.MapWords;
import uk.goldenthread.assessments.store.HeatStore;
import uk.goldenthread.shell.components.Cell;

/// How far a round's judgements lie from its claims, by standard and by criterion.
@Controller
class VarianceController {
    private static final int SHOWN = 20;

    private final HeatMaps maps;

    VarianceController(HeatMaps maps) {
        this.maps = maps;
    }

    @GetMapping("/assessments/rounds/{id:\\d+}/variances")
    @Needs(Permission.FIGURE_COMPARE)
    ModelAndView show(Actor actor, AsAt asAt, @PathVariable long id) {
        var compared = maps.variances(actor, asAt, id);
        var chart = MapWords.chart(compared);
        var page = new VariancePage(
                id,
                "Claims and judgements",
                compared.round().name(),
                chart.orElse(null),
                chart.isPresent() ? null : "The chart appears here once the ICB has finished its first judgement.",
                largest(compared, SHOWN),
                asAt.isPast() ? "?asAt=" + asAt.instant() : "");
        return new ModelAndView("assessments/variances", Map.of("page", page));
    }

    /// The criteria whose judgements lie furthest from their claims, the furthest first.
    static List<List<Cell>> largest(HeatMaps.Compared compared, int most) {
        return compared.variances().stream()
                .filter(each -> each.mean() != 0)
                .sorted(Comparator.comparingDouble((HeatStore.Variance each) -> -Math.abs(each.mean()))
                        .thenComparing(HeatStore.Variance::code))
                .limit(most)
                .map(each -> List.of(
                        Cell.naming(MapWords.line(compared, each.code())),
                        Cell.of(MapWords.change(Math.round(each.mean() * 10) / 10.0)),
                        Cell.of(each.judged()),
                        Cell.of(each.over()),
                        Cell.of(each.under())))
                .toList();
    }
}

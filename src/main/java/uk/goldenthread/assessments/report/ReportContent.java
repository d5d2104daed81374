package uk.goldenthread.assessments.report;

import java.util.List;
import java.util.Map;
import uk.goldenthread.assessments.map.HeatMap;
import uk.goldenthread.assessments.map.HeatMaps;
import uk.goldenthread.assessments.store.ReportStore;

/// Everything a round's report says.
///
/// @param views the heat map in each view
/// @param least fewer organisations than this are neither named nor averaged
/// @param shown which records it rests on
record ReportContent(
        HeatMaps.Compared compared,
        Map<String, HeatMap> views,
        ReportStore.Counts counts,
        ReportStore.Actions actions,
        List<String> nonReturns,
        int least,
        String shown) {
    /// How many organisations were asked and not left out.
    int asked() {
        return counts.issued() - counts.exempt();
    }

    /// Whether there are too few to name or to average.
    boolean isSmall() {
        return asked() < least;
    }

    /// The view that has come furthest and rates enough organisations; the claim where none does.
    String furthest() {
        for (var view : List.of("ACCEPTED", "MODERATED")) {
            var map = views.get(view);
            if (map != null && map.rated() > 0) {
                return view;
            }
        }
        return "CLAIMED";
    }
}

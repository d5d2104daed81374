package uk.goldenthread.assessments.report;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Service;
import uk.goldenthread.access.Actor;
import uk.goldenthread.access.AsAt;
import uk.goldenthread.assessments.map.HeatMap;
import uk.goldenthread.assessments.map.HeatMaps;
import uk.goldenthread.assessments.service.AssessmentRules;
import uk.goldenthread.assessments.store.ReportStore;
import uk.goldenthread.database.UnitOfWork;
import uk.goldenthread.kernel.Reference;
import uk.goldenthread.ledger.Ledger;
import uk.goldenthread.rulebook.Rules;
import uk.goldenthread.shell.document.PaperDocument;
import uk.goldenthread.shell.view.Dates;

/// A round's report for people who see providers beside each other, as it stands or stood.
@Service
public class RoundReports {
    private final UnitOfWork work;
    private final HeatMaps maps;
    private final ReportStore store;
    private final Rules rules;
    private final AssessmentRules today;
    private final Ledger ledger;

    RoundReports(UnitOfWork work, HeatMaps maps, ReportStore store, Rules rules, AssessmentRules today, Ledger ledger) {
        this.work = work;
        this.maps = maps;
        this.store = store;
        this.rules = rules;
        this.today = today;
        this.ledger = ledger;
    }

    /// Composes the report.
    ///
    /// @throws uk.goldenthread.access.HiddenException when there is no such round for this person
    public PaperDocument report(Actor actor, AsAt asAt, long id) {
        var there = actor.at(asAt);
        return work.read(there.scope(), () -> {
            Map<String, HeatMap> views = new LinkedHashMap<>();
            for (var view : HeatMaps.VIEWS) {
                views.put(
                        view,
                        maps.map(actor, asAt, id, new HeatMaps.Wanted(view, null, false))
                                .map());
            }
            var compared = maps.variances(actor, asAt, id);
            var round = compared.round();
            var instant = asAt.instant();
            var content = new ReportContent(
                    compared,
                    views,
                    store.counts(round.icb(), id),
                    store.actions(round.icb(), id),
                    store.nonReturns(round.icb(), id),
                    rules.now().settings(today.today()).integer("COMPARE.minimum_providers"),
                    "As the records %s on %s."
                            .formatted(
                                    instant == null ? "stand" : "stood",
                                    Dates.moment(instant == null ? today.now() : instant)));
            return new ReportBlocks(content).document();
        });
    }

    /// Writes who took the report out of the system.
    public void record(Actor actor, long id, String format) {
        work.write(actor.scope(), () -> {
            ledger.record(
                    "ROUND_REPORT_EXPORTED",
                    Reference.of("assessment-round", id).toString(),
                    Map.of("format", format));
            return true;
        });
    }
}

package uk.goldenthread.figures;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import uk.goldenthread.access.AccessPolicy;
import uk.goldenthread.access.AccessPolicy.Resource;
import uk.goldenthread.access.Actor;
import uk.goldenthread.access.Permission;
import uk.goldenthread.database.UnitOfWork;
import uk.goldenthread.kernel.outcome.Clause;
import uk.goldenthread.kernel.outcome.Outcome;
import uk.goldenthread.kernel.outcome.Reason;
import uk.goldenthread.ledger.Ledger;
import uk.goldenthread.rulebook.Rules;

/// Sets and removes the points from which a series' limits are worked out anew. A person does it, with a
/// reason, for a change of process that is known and that the points bear out; the system never does
/// (BR-SPC-15). The limits as they were stay in the history.
@Service
public class Baselines {
    static final Clause REBASE =
            new Clause("BR-SPC-15", "Making Data Count practice: rebase only for a known change of process");
    private static final int RUN = 7;

    private final UnitOfWork work;
    private final AccessPolicy policy;
    private final Measures measures;
    private final BaselineStore store;
    private final Rules rules;
    private final Ledger ledger;
    private final ApplicationEventPublisher events;

    public Baselines(
            UnitOfWork work,
            AccessPolicy policy,
            Measures measures,
            JdbcClient jdbc,
            Rules rules,
            Reactions reactions) {
        this.work = work;
        this.policy = policy;
        this.measures = measures;
        this.store = new BaselineStore(jdbc);
        this.rules = rules;
        this.ledger = reactions.ledger();
        this.events = reactions.events();
    }

    /// What follows a change: the ledger's entry and the event.
    @org.springframework.stereotype.Component
    public record Reactions(Ledger ledger, ApplicationEventPublisher events) {}

    /// Rebases a series from the first day of a period; done again for the same day it replaces the reason.
    ///
    /// @return the series with the new baseline, or every reason why not
    public Outcome<MeasureSeries> set(Actor actor, SeriesKey key, LocalDate starts, String reason) {
        return work.write(actor.scope(), () -> {
            policy.require(actor, Permission.BASELINE_SET, Resource.of(key.icb(), key.organisation()));
            var reasons = problems(measures.series(key), starts, reason.strip());
            if (!reasons.isEmpty()) {
                return Outcome.refused(reasons);
            }
            store.add(key, starts, reason.strip(), actor.account());
            settle(key, "BASELINE_SET", starts);
            return Outcome.accepted(measures.series(key));
        });
    }

    /// Takes a baseline away, so that the limits are worked out as before it.
    ///
    /// @return the series without it, or why not
    public Outcome<MeasureSeries> remove(Actor actor, SeriesKey key, LocalDate starts) {
        return work.write(actor.scope(), () -> {
            policy.require(actor, Permission.BASELINE_SET, Resource.of(key.icb(), key.organisation()));
            if (store.remove(key, starts) == 0) {
                return Outcome.refused("starts", "There is no baseline from that day any more", REBASE);
            }
            settle(key, "BASELINE_REMOVED", starts);
            return Outcome.accepted(measures.series(key));
        });
    }

    private void settle(SeriesKey key, String action, LocalDate starts) {
        measures.recalculate(key.icb(), Set.of(key));
        ledger.record(
                action,
                subject(key),
                Map.of("starts", starts.toString(), "organisation", key.organisation(), "kpi", key.kpi()));
        events.publishEvent(new SeriesChanged(key.icb(), Set.of(key)));
    }

    /// What the ledger calls a series.
    public static String subject(SeriesKey key) {
        return "series/%d/%s".formatted(key.organisation(), key.kpi());
    }

    private List<Reason> problems(MeasureSeries series, LocalDate starts, String reason) {
        var found = new ArrayList<Reason>();
        int wanted = rules.now().settings(starts).integer("SPC.rebase_reason");
        if (reason.length() < wanted) {
            found.add(new Reason(
                    "reason",
                    "Say what changed and how you know, in at least %d characters".formatted(wanted),
                    REBASE));
        }
        var points = series.points();
        int at = indexOf(points, starts);
        if (at < 0) {
            found.add(new Reason("starts", "Choose a period for which a value was recorded", REBASE));
        } else if (at == 0) {
            found.add(new Reason("starts", "The first period is where the limits begin already", REBASE));
        } else if (!bornOut(series, at)) {
            found.add(new Reason(
                    "starts",
                    "The points do not bear out a change yet: the first %d from there must all lie on one side of the mean before"
                            .formatted(RUN),
                    REBASE));
        }
        return found;
    }

    private static int indexOf(List<MeasurePoint> points, LocalDate starts) {
        for (int i = 0; i < points.size(); i++) {
            if (points.get(i).period().start().equals(starts)) {
                return i;
            }
        }
        return -1;
    }

    /// Whether a run of seven from that point lies on one side of the mean of the segment before it.
    private static boolean bornOut(MeasureSeries series, int at) {
        var points = series.points();
        var segment = series.baselines().stream()
                .map(Baseline::starts)
                .filter(day -> day.isBefore(points.get(at).period().start()))
                .reduce((_, later) -> later);
        var before = points.subList(0, at).stream()
                .filter(point -> segment.isEmpty() || !point.period().start().isBefore(segment.get()))
                .map(MeasurePoint::value)
                .filter(java.util.Objects::nonNull)
                .mapToDouble(value -> value)
                .average();
        if (before.isEmpty() || at + RUN > points.size()) {
            return false;
        }
        int side = 0;
        for (var point : points.subList(at, at + RUN)) {
            var value = point.value();
            int now = value == null ? 0 : Double.compare(value, before.getAsDouble());
            if (now == 0 || (side != 0 && now != side)) {
                return false;
            }
            side = now;
        }
        return true;
    }
}

package uk.goldenthread.returns;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import uk.goldenthread.access.Actor;
import uk.goldenthread.figures.MeasureValue;
import uk.goldenthread.figures.Measures;
import uk.goldenthread.figures.SeriesKey;
import uk.goldenthread.ledger.Ledger;
import uk.goldenthread.returns.model.ReturnHeader;
import uk.goldenthread.returns.model.ReturnLine;
import uk.goldenthread.returns.store.ReturnStore.Step;
import uk.goldenthread.returns.store.ReturnWrites;

/// What every change of a return leaves behind in the same transaction: its story, the ledger, the
/// measures, and the
/// event that later modules hear.
@Component
class Recording {
    private final ReturnWrites writes;
    private final ReturnRules rules;
    private final Ledger ledger;
    private final Measures measures;
    private final ApplicationEventPublisher events;

    Recording(
            ReturnWrites writes,
            ReturnRules rules,
            Ledger ledger,
            Measures measures,
            ApplicationEventPublisher events) {
        this.writes = writes;
        this.rules = rules;
        this.ledger = ledger;
        this.measures = measures;
        this.events = events;
    }

    static String subject(long id) {
        return "return/" + id;
    }

    /// The ledger alone: for what the story leaves out, such as each saved field.
    void ledger(String action, ReturnHeader header, Map<String, ?> detail) {
        ledger.record(action, subject(header.id()), detail);
    }

    /// A step of the story, and the same in the ledger.
    void step(Actor actor, ReturnHeader header, String step, @Nullable String kpi, String words) {
        writes.step(header, new Step(rules.now(), actor.name(), step, kpi, words));
        ledger("RETURN_" + step, header, kpi == null ? Map.of() : Map.of("kpi", kpi));
    }

    /// The lines' figures as measures.
    ///
    /// @param withEmpty whether a line without a figure takes back one it had
    void measure(ReturnHeader header, List<ReturnLine> lines, MeasureValue.Status status, boolean withEmpty) {
        var values = new ArrayList<MeasureValue>();
        for (var line : lines) {
            var asked = rules.asked(line);
            if (withEmpty || line.answer().hasFigure(asked)) {
                var worth = line.answer().worth(asked);
                values.add(new MeasureValue(
                        new SeriesKey(header.icb(), header.organisation(), line.kpi()),
                        line.period(),
                        line.answer().numerator(),
                        line.answer().denominator(),
                        worth == null ? null : Double.valueOf(worth.doubleValue()),
                        status,
                        subject(header.id()) + "/line/" + line.kpi(),
                        line.definitionVersion()));
            }
        }
        measures.record(header.icb(), values);
    }

    Instant now() {
        return rules.now();
    }

    void publish(Object event) {
        events.publishEvent(event);
    }
}

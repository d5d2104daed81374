package uk.goldenthread.assessments.service;

import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import uk.goldenthread.access.Actor;
import uk.goldenthread.assessments.model.AssessmentHeader;
import uk.goldenthread.assessments.store.AssessmentWrites;
import uk.goldenthread.kernel.Reference;
import uk.goldenthread.ledger.Ledger;

/// What every change of an assessment leaves behind in the same transaction: its story, the ledger, and the
/// event that
/// others hear.
@Component
public class Recording {
    private final AssessmentWrites writes;
    private final AssessmentRules rules;
    private final Ledger ledger;
    private final ApplicationEventPublisher events;

    Recording(AssessmentWrites writes, AssessmentRules rules, Ledger ledger, ApplicationEventPublisher events) {
        this.writes = writes;
        this.rules = rules;
        this.ledger = ledger;
        this.events = events;
    }

    /// The ledger alone: for what the story leaves out, such as each saved field.
    public void ledger(String action, AssessmentHeader header, Map<String, ?> detail) {
        ledger.record(action, Reference.of("assessment", header.id()).toString(), detail);
    }

    /// A step of the story, and the same in the ledger.
    public void step(Actor actor, AssessmentHeader header, String step, String words) {
        writes.step(header, rules.now(), actor.name(), step, words);
        ledger("ASSESSMENT_" + step, header, Map.of());
    }

    /// Tells the other modules.
    public void publish(Object event) {
        events.publishEvent(event);
    }
}

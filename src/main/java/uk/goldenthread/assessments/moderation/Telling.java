package uk.goldenthread.assessments.moderation;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import uk.goldenthread.access.Actor;
import uk.goldenthread.assessments.model.AssessmentHeader;
import uk.goldenthread.assessments.service.Recording;
import uk.goldenthread.notify.Addressee;
import uk.goldenthread.notify.Message;
import uk.goldenthread.notify.Notifications;

/// What the ICB's steps leave behind: the story, the ledger, the event, and word to the provider.
@Component
class Telling {
    private static final List<String> READERS =
            List.of("PROVIDER_NAMED_PROFESSIONAL", "PROVIDER_EXECUTIVE_LEAD", "PRACTICE_LEAD");

    private final Recording recording;
    private final Notifications notifications;

    Telling(Recording recording, Notifications notifications) {
        this.recording = recording;
        this.notifications = notifications;
    }

    void step(Actor actor, AssessmentHeader header, String step, String words) {
        recording.step(actor, header, step, words);
    }

    void ledger(String action, AssessmentHeader header, Map<String, ?> detail) {
        recording.ledger(action, header, detail);
    }

    void publish(Object event) {
        recording.publish(event);
    }

    /// Tells those of the provider who work on assessments.
    ///
    /// @param sentence with `%s` where the round's name goes
    /// @param step what makes it told once
    void provider(AssessmentHeader header, String kind, String sentence, String step) {
        for (var role : READERS) {
            notifications.tell(
                    new Addressee.Holders(header.organisation(), role),
                    new Message(
                            kind,
                            sentence.formatted(header.round().name()),
                            "/assessments/" + header.id(),
                            "assessment/%d/%s".formatted(header.id(), step),
                            false));
        }
    }
}

package uk.goldenthread.concerns;

import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import uk.goldenthread.kernel.clocks.Moment;
import uk.goldenthread.notify.Addressee;
import uk.goldenthread.notify.Message;
import uk.goldenthread.notify.Notifications;
import uk.goldenthread.organisations.Directory;
import uk.goldenthread.shell.view.Dates;

/// Tells a provider what the ICB decided about it, in the transaction that decided it.
@Component
class TellProvider {
    private static final List<String> ROLES =
            List.of("PROVIDER_EXECUTIVE_LEAD", "PROVIDER_NAMED_PROFESSIONAL", "PRACTICE_LEAD");

    private final Notifications notifications;
    private final Directory directory;
    private final ConcernSettings settings;

    TellProvider(Notifications notifications, Directory directory, ConcernSettings settings) {
        this.notifications = notifications;
        this.directory = directory;
        this.settings = settings;
    }

    /// A rapid quality review was called (BR-LAD-5); where somebody is at immediate risk the provider knows the same
    /// day
    /// (BR-LAD-6).
    void rapidReview(int organisation, boolean immediate, LocalDate today) {
        var by = settings.rapidClock(immediate, today).dueAsOf(Moment.on(today)).date();
        var sentence = "The ICB has called a rapid quality review of your organisation, to be held by %s%s."
                .formatted(Dates.day(by), immediate ? ", because children or adults may be at immediate risk" : "");
        var code = directory.byId(organisation).orElseThrow().code();
        for (var role : ROLES) {
            notifications.tell(
                    new Addressee.Holders(organisation, role),
                    new Message(
                            "RAPID_REVIEW",
                            sentence,
                            "/providers/" + code + "/ladder",
                            "rapid-review/%d/%s".formatted(organisation, today),
                            true));
        }
    }
}

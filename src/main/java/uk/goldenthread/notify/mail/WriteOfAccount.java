package uk.goldenthread.notify.mail;

import java.time.Clock;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import uk.goldenthread.access.AccountChanged;

/// Writes to people when something changes about how their account is guarded, in the same transaction.
@Component
class WriteOfAccount {
    private final OutboxStore outbox;
    private final Clock clock;

    WriteOfAccount(OutboxStore outbox, Clock clock) {
        this.outbox = outbox;
        this.clock = clock;
    }

    @EventListener
    void on(AccountChanged event) {
        outbox.put(new OutboxStore.Wanted(
                event.icb(),
                event.organisation(),
                event.account(),
                event.source(),
                Sort.SECURITY,
                List.of(new Matter(event.what(), 1)),
                clock.instant()));
    }
}

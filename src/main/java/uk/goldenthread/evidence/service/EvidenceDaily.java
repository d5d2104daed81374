package uk.goldenthread.evidence.service;

import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import uk.goldenthread.database.Scope;
import uk.goldenthread.database.UnitOfWork;
import uk.goldenthread.evidence.EvidenceItem;
import uk.goldenthread.evidence.store.DueStore;
import uk.goldenthread.evidence.store.UploadStore;
import uk.goldenthread.kernel.calendar.London;
import uk.goldenthread.notify.Addressee;
import uk.goldenthread.notify.DailyJob;
import uk.goldenthread.notify.Message;
import uk.goldenthread.notify.Notifications;
import uk.goldenthread.shell.view.Dates;

/// Tells owners 60 and 30 days before evidence goes out of date and on its last day (BR-EVD-2), and
/// forgets uploads that
/// were never finished.
@Component
class EvidenceDaily implements DailyJob {
    private static final List<String> PROVIDERS = List.of("PROVIDER_NAMED_PROFESSIONAL", "PRACTICE_LEAD");
    private static final List<String> ICBS = List.of("SAFEGUARDING_COORDINATOR");

    private final DueStore store;
    private final UploadStore uploads;
    private final EvidenceSettings settings;
    private final Notifications notifications;
    private final UnitOfWork work;

    EvidenceDaily(
            DueStore store,
            UploadStore uploads,
            EvidenceSettings settings,
            Notifications notifications,
            UnitOfWork work) {
        this.store = store;
        this.uploads = uploads;
        this.settings = settings;
        this.notifications = notifications;
        this.work = work;
    }

    @Override
    public String name() {
        return "evidence.daily";
    }

    @Override
    public void run(int icb, LocalDate today) {
        work.write(Scope.jobFor(icb), () -> {
            var days = settings.reminders().stream().map(today::plusDays).toList();
            store.endingOn(icb, days).forEach(item -> remind(icb, item, today));
            uploads.forgetBefore(icb, London.startOf(today).minus(Uploads.KEPT));
            return true;
        });
    }

    /// The sentence may leave in mail, so it does not give the title, which may name someone.
    private void remind(int icb, EvidenceItem item, LocalDate today) {
        boolean last = item.validUntil().equals(today);
        var sentence = "Evidence number %d (%s) %s. Confirm that it still holds, or give a newer file."
                .formatted(
                        item.id(),
                        item.document().words().toLowerCase(java.util.Locale.ROOT),
                        last ? "goes out of date today" : "goes out of date on " + Dates.day(item.validUntil()));
        var message = new Message(
                "EVIDENCE_ENDING",
                sentence,
                "/evidence/" + item.id(),
                "evidence/%d/%s/%s".formatted(item.id(), item.validUntil(), today),
                false);
        for (var role : item.organisation() == icb ? ICBS : PROVIDERS) {
            notifications.tell(new Addressee.Holders(item.organisation(), role), message);
        }
    }
}

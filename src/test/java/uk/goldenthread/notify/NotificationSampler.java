package uk.goldenthread.notify;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import uk.goldenthread.database.UnitOfWork;
import uk.goldenthread.matrix.Sampler;
import uk.goldenthread.support.Given;

/// A message to one person of the provider, for the matrix.
@Component
public class NotificationSampler implements Sampler {
    private final Notifications notifications;
    private final UnitOfWork work;

    NotificationSampler(Notifications notifications, UnitOfWork work) {
        this.notifications = notifications;
        this.work = work;
    }

    @Override
    public List<Sample> make(Given given, Given.Organisation icb, Given.Organisation provider) {
        var told = given.person("PROVIDER_NAMED_PROFESSIONAL", icb, provider).actor();
        work.write(
                told.scope(),
                () -> notifications.tell(
                        new Addressee.Person(provider.id(), told.account()),
                        new Message("SAMPLE", "A sample", "/", "sample", false)));
        var id = work.read(told.scope(), () -> notifications.toldTo(told))
                .getFirst()
                .id();
        return List.of(new Sample("/notifications/{id", Map.of("id", Long.toString(id)), true));
    }
}

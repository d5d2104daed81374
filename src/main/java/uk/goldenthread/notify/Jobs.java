package uk.goldenthread.notify;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import uk.goldenthread.notify.mail.Outbox;

/// Recurring work that exactly one of several nodes does, kept in PostgreSQL so that it survives a restart. Off when
/// GOLDENTHREAD_JOBS is false: tests call the work themselves.
@Component
@ConditionalOnProperty(name = "GOLDENTHREAD_JOBS", havingValue = "true", matchIfMissing = true)
class Jobs implements SmartLifecycle {
    /// Daily work looks this often whether a day is due or was missed; when none is, that is one small query an ICB.
    private static final Duration LOOK = Duration.ofMinutes(10);

    /// Mail that cannot wait goes within this time.
    private static final Duration HAND_OVER = Duration.ofSeconds(30);

    private final Scheduler scheduler;
    private volatile boolean running;

    Jobs(DataSource dataSource, DailyWork daily, Outbox outbox) {
        this.scheduler = scheduler(
                dataSource,
                List.of(
                        recurring("daily-work", LOOK, daily::catchUp),
                        recurring("outbox", HAND_OVER, outbox::sendDue)));
    }

    static RecurringTask<Void> recurring(String name, Duration every, Runnable work) {
        return Tasks.recurring(name, FixedDelay.of(every)).execute((_, _) -> work.run());
    }

    static Scheduler scheduler(DataSource dataSource, List<RecurringTask<Void>> tasks) {
        return Scheduler.create(dataSource)
                .startTasks(tasks)
                .threads(2)
                .pollingInterval(Duration.ofSeconds(10))
                .build();
    }

    @Override
    public void start() {
        scheduler.start();
        running = true;
    }

    @Override
    public void stop() {
        scheduler.stop();
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}

package uk.goldenthread.demonstration;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import uk.goldenthread.organisations.Founding;

/// Makes the demonstration before the first request is served, where GOLDENTHREAD_DEMO is true and the system is empty.
/// A second start finds it there and changes nothing.
@Component
@ConditionalOnProperty(name = "GOLDENTHREAD_DEMO", havingValue = "true")
class FirstStart implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(FirstStart.class);

    private final Founding founding;
    private final Demonstration demonstration;
    private volatile boolean running;

    FirstStart(Founding founding, Demonstration demonstration) {
        this.founding = founding;
        this.demonstration = demonstration;
    }

    @Override
    public void start() {
        if (!founding.isAnythingThere()) {
            LOG.info("Preparing the demonstration: two years of an invented ICB. This takes less than a minute");
            demonstration.make();
        }
        running = true;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /// Long before the web server, which starts in one of the last phases.
    @Override
    public int getPhase() {
        return 0;
    }
}

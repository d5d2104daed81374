package uk.goldenthread.notify;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import uk.goldenthread.support.GoldenThreadTest;

@GoldenThreadTest
class JobsTest {
    @Autowired
    DataSource dataSource;

    @Test
    void recurringWorkIsTakenFromTheDatabaseAndDone() throws InterruptedException {
        var done = new CountDownLatch(1);
        var scheduler =
                Jobs.scheduler(dataSource, List.of(Jobs.recurring("test-work", Duration.ofHours(1), done::countDown)));

        scheduler.start();
        try {
            assertThat(done.await(30, TimeUnit.SECONDS)).isTrue();
        } finally {
            scheduler.stop();
        }
    }
}

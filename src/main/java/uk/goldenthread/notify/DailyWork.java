package uk.goldenthread.notify;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import uk.goldenthread.database.Scope;
import uk.goldenthread.database.UnitOfWork;
import uk.goldenthread.shell.view.Dates;

/// Runs every module's daily job for every ICB, each day once.
@Service
public class DailyWork {
    /// Before the working day, after the night's imports.
    static final LocalTime STARTS = LocalTime.of(5, 30);

    /// A system that was down for longer catches up the last month only.
    private static final int MOST_DAYS = 31;

    private static final String ICBS = "select distinct icb from pub_provider order by icb";
    private static final String LAST_DONE = "select max(day) from daily_run where icb = :icb and job = :job";
    private static final String DONE = """
            insert into daily_run (icb, job, day) values (:icb, :job, :day) on conflict do nothing
            """;
    private static final Logger LOG = LoggerFactory.getLogger(DailyWork.class);

    private final List<DailyJob> jobs;
    private final JdbcClient jdbc;
    private final UnitOfWork work;
    private final Clock clock;

    DailyWork(ObjectProvider<DailyJob> jobs, JdbcClient jdbc, UnitOfWork work, Clock clock) {
        this.jobs = jobs.stream().sorted(Comparator.comparing(DailyJob::name)).toList();
        this.jdbc = jdbc;
        this.work = work;
        this.clock = clock;
    }

    /// Does what is not done yet up to today for every ICB; before 5:30am, up to yesterday. A job that fails is logged
    /// and
    /// tried again next time; the others go on.
    public void catchUp() {
        var now = clock.instant().atZone(Dates.LONDON);
        var today = now.toLocalTime().isBefore(STARTS) ? now.toLocalDate().minusDays(1) : now.toLocalDate();
        for (int icb : icbs()) {
            runFor(icb, today);
        }
    }

    /// Does what is not done yet up to that day for one ICB.
    public void runFor(int icb, LocalDate today) {
        for (var job : jobs) {
            var from = lastDone(icb, job).map(day -> day.plusDays(1)).orElse(today);
            var first = from.isBefore(today.minusDays(MOST_DAYS)) ? today.minusDays(MOST_DAYS) : from;
            first.datesUntil(today.plusDays(1))
                    .takeWhile(day -> succeeds(job, icb, day))
                    .forEach(day -> done(icb, job, day));
        }
    }

    private static boolean succeeds(DailyJob job, int icb, LocalDate day) {
        try {
            job.run(icb, day);
            return true;
        } catch (RuntimeException e) {
            LOG.error("daily job {} of ICB {} for {} failed and will be tried again", job.name(), icb, day, e);
            return false;
        }
    }

    private List<Integer> icbs() {
        return work.read(
                Scope.system(),
                () -> jdbc.sql(ICBS).query((row, _) -> row.getInt("icb")).list());
    }

    private Optional<LocalDate> lastDone(int icb, DailyJob job) {
        return Optional.ofNullable(work.read(
                Scope.jobFor(icb),
                () -> jdbc.sql(LAST_DONE)
                        .param("icb", icb)
                        .param("job", job.name())
                        .query((row, _) -> Optional.ofNullable(row.getObject(1, LocalDate.class)))
                        .single()
                        .orElse(null)));
    }

    private void done(int icb, DailyJob job, LocalDate day) {
        work.write(
                Scope.jobFor(icb),
                () -> jdbc.sql(DONE)
                        .param("icb", icb)
                        .param("job", job.name())
                        .param("day", day)
                        .update());
    }
}

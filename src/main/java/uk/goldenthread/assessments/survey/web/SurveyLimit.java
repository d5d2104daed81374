package uk.goldenthread.assessments.survey.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/// How many replies one address takes in a minute. It counts by the address of the survey, never by the
/// sender's, so that
/// nothing is kept of who replied.
@Component
class SurveyLimit {
    static final int MOST = 30;
    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final int MOST_KEPT = 10_000;

    private final Map<String, Counted> counted = new ConcurrentHashMap<>();
    private final Clock clock;

    SurveyLimit(Clock clock) {
        this.clock = clock;
    }

    private record Counted(Instant since, int replies) {}

    /// Whether another may be taken now; counts it.
    boolean takes(String token) {
        var now = clock.instant();
        if (counted.size() > MOST_KEPT) {
            counted.values().removeIf(each -> isOver(each, now));
        }
        var after = counted.compute(
                token,
                (_, before) -> before == null || isOver(before, now)
                        ? new Counted(now, 1)
                        : new Counted(before.since(), before.replies() + 1));
        return after.replies() <= MOST;
    }

    private static boolean isOver(Counted each, Instant now) {
        return !now.isBefore(each.since().plus(WINDOW)) || now.isBefore(each.since());
    }
}

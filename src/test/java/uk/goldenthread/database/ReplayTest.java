package uk.goldenthread.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.env.MockEnvironment;
import uk.goldenthread.support.Given;
import uk.goldenthread.support.GoldenThreadTest;

@GoldenThreadTest
class ReplayTest {
    private static final Instant THEN = Instant.parse("2025-03-14T09:00:00Z");

    @Autowired
    Given given;

    @Autowired
    UnitOfWork work;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Replay replay;

    @Test
    void aRowWrittenInAReplayIsRecordedAsOfItsInstantAndSeenAsAtThen() {
        var icb = replay.at(THEN, given::icb);

        var before = work.read(Scope.jobFor(icb.id()), THEN.minusSeconds(1), () -> count(icb.code()));
        var then = work.read(Scope.jobFor(icb.id()), THEN, () -> count(icb.code()));
        var recorded = work.read(
                Scope.jobFor(icb.id()),
                () -> jdbc.sql("select recorded_from from organisation where code = :code")
                        .param("code", icb.code())
                        .query((row, _) -> row.getTimestamp(1))
                        .single());

        assertThat(before).isZero();
        assertThat(then).isEqualTo(1);
        assertThat(recorded).isEqualTo(Timestamp.from(THEN));
    }

    @Test
    void theClockFollowsAReplayAndLetsGoAfterIt() {
        var clock = Replay.over(Clock.fixed(Instant.parse("2026-11-22T10:00:00Z"), ZoneOffset.UTC));

        assertThat(replay.at(THEN, clock::instant)).isEqualTo(THEN);
        assertThat(clock.instant()).isEqualTo(Instant.parse("2026-11-22T10:00:00Z"));
    }

    @Test
    void thereIsNoReplayOutsideADemonstrationNorIntoTheFuture() {
        var ordinary = new Replay(new MockEnvironment());

        assertThatThrownBy(() -> ordinary.at(THEN, () -> true))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("only a demonstration");
        assertThatThrownBy(() -> replay.at(Instant.now().plusSeconds(3600), () -> true))
                .isInstanceOf(IllegalStateException.class);
    }

    private int count(String code) {
        return jdbc.sql("select count(*) from organisation where code = :code")
                .param("code", code)
                .query(Integer.class)
                .single();
    }
}

package uk.goldenthread.overview;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.goldenthread.database.Scope;
import uk.goldenthread.database.UnitOfWork;
import uk.goldenthread.support.Given;

/// Puts the state of a series where `figures` would, so that a view of it can be tested on a state chosen by hand.
@Component
class Series {
    private static final String PUT = """
            insert into series_state (icb, organisation, kpi, period_start, period, points, value, status, target, direction,
                mean, basis, variation, assurance)
            values (:icb, :organisation, :kpi, :start, :period, :points, :value, 'FINAL', 85, '+', 85, :basis, :variation,
                :assurance)
            on conflict (icb, organisation, kpi) do update set variation = excluded.variation,
                assurance = excluded.assurance, period_start = excluded.period_start, period = excluded.period
            """;

    private static final String SCORE = """
            insert into concern_score (icb, organisation, score, proposed, open_signals, unacknowledged)
            values (:icb, :organisation, :score, 'ROUTINE', :signals, 0)
            """;
    private static final String LEVEL = """
            insert into ladder_position (icb, organisation, level, since) values (:icb, :organisation, :level, '2026-04-01')
            """;

    private static final String SIGNALS = """
            insert into signal (icb, organisation, rule, series, kpi, first_period, first_start, last_period, last_start,
                words, escalates, provisional, raised_on)
            select :icb, :organisation, 'W' || n, 'K01', 'K01', '2026-05', '2026-05-01', '2026-05', '2026-05-01',
                'Found by hand.', true, false, '2026-06-01'
            from generate_series(1, :count) n
            """;
    private static final String POST = """
            insert into post_holder (icb, organisation, role, person, email, telephone, appointment, valid_from)
            values (:icb, :organisation, :role, :person, '', '', 'SUBSTANTIVE', '2024-01-01')
            """;

    private final JdbcClient jdbc;
    private final UnitOfWork work;

    Series(JdbcClient jdbc, UnitOfWork work) {
        this.jdbc = jdbc;
        this.work = work;
    }

    /// @param points 24 for a settled chart, fewer than 8 for too few to say
    record State(
            String kpi,
            LocalDate start,
            String variation,
            @Nullable String assurance,
            int points) {
        static State of(String kpi, LocalDate start, String variation, @Nullable String assurance) {
            return new State(kpi, start, variation, assurance, 24);
        }
    }

    void put(Given.Organisation icb, Given.Organisation provider, State state) {
        work.write(
                Scope.jobFor(icb.id()),
                () -> jdbc.sql(PUT)
                        .param("icb", icb.id())
                        .param("organisation", provider.id())
                        .param("kpi", state.kpi())
                        .param("start", state.start())
                        .param("period", state.start().toString().substring(0, 7))
                        .param("points", state.points())
                        .param("value", 80.0)
                        .param("basis", state.points() < 8 ? "LINE_ONLY" : state.points() < 12 ? "TRIAL" : "FULL")
                        .param("variation", state.variation())
                        .param("assurance", state.assurance(), java.sql.Types.VARCHAR)
                        .update());
    }

    /// Puts a score where `concerns` would.
    void score(Given.Organisation icb, Given.Organisation provider, int score, int signals) {
        work.write(
                Scope.jobFor(icb.id()),
                () -> of(SCORE, icb, provider)
                        .param("score", score)
                        .param("signals", signals)
                        .update());
    }

    /// Puts a provider on a level of the ladder.
    void level(Given.Organisation icb, Given.Organisation provider, String level) {
        work.write(
                Scope.jobFor(icb.id()),
                () -> of(LEVEL, icb, provider).param("level", level).update());
    }

    /// Puts somebody in a post there.
    void post(Given.Organisation icb, Given.Organisation provider, String role, String person) {
        work.write(
                Scope.jobFor(icb.id()),
                () -> of(POST, icb, provider)
                        .param("role", role)
                        .param("person", person)
                        .update());
    }

    /// Raises that many signals of that provider.
    void signals(Given.Organisation icb, Given.Organisation provider, int count) {
        work.write(
                Scope.jobFor(icb.id()),
                () -> of(SIGNALS, icb, provider).param("count", count).update());
    }

    private JdbcClient.StatementSpec of(String sql, Given.Organisation icb, Given.Organisation provider) {
        return jdbc.sql(sql).param("icb", icb.id()).param("organisation", provider.id());
    }
}

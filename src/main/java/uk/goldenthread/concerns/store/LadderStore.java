package uk.goldenthread.concerns.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import uk.goldenthread.concerns.model.Ladder;
import uk.goldenthread.concerns.model.Level;

/// Where providers stand on the ladder now, and the reviews held there.
@Repository
public class LadderStore {
    private static final String FIND = """
            select p.valid_from, l.level, l.since, l.exit_criteria, l.last_review_on, l.rapid_review_called,
                l.rapid_review_immediate, l.version
            from pub_provider p
            left join ladder_position l on l.icb = p.icb and l.organisation = p.organisation
            where p.icb = :icb and p.organisation = :organisation
            order by p.valid_from desc
            limit 1
            """;
    private static final String FIRST = """
            insert into ladder_position (icb, organisation, level, since, exit_criteria, last_review_on, rapid_review_called,
                rapid_review_immediate)
            values (:icb, :organisation, :level, :since, :exitCriteria, :lastReview, :called, :immediate)
            on conflict (icb, organisation) do nothing
            """;
    private static final String REPLACE = """
            update ladder_position
            set level = :level, since = :since, exit_criteria = :exitCriteria, last_review_on = :lastReview,
                rapid_review_called = :called, rapid_review_immediate = :immediate, version = version + 1
            where icb = :icb and organisation = :organisation and version = :version
            """;
    private static final String ADD_REVIEW = """
            insert into ladder_review (icb, organisation, level, held_on, criteria_met, evidence, next_steps, reviewer)
            values (:icb, :organisation, :level, :on, :met, :evidence, :next, :reviewer)
            returning id
            """;
    private static final String REVIEWS = """
            select id, level, held_on, criteria_met, evidence, next_steps, reviewer
            from ladder_review
            where icb = :icb and organisation = :organisation
            order by held_on desc, id desc
            limit 100
            """;

    private final JdbcClient jdbc;

    LadderStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Where one provider stands.
    ///
    /// @param state its state, with the rapid review where one has been called
    /// @param lastReview the last review at this level; null when there was none
    /// @param version 0 when nothing is stored yet: every provider begins at ROUTINE
    public record Position(
            int icb,
            int organisation,
            Ladder state,
            String exitCriteria,
            @Nullable LocalDate lastReview,
            int version) {
        /// The level, a rapid review or not.
        public Ladder.Settled settled() {
            return switch (state) {
                case Ladder.Settled settled -> settled;
                case Ladder.RapidReview review -> review.before();
            };
        }
    }

    /// A review that was held.
    public record Review(
            long id, Level level, LocalDate on, boolean criteriaMet, String evidence, String nextSteps, int reviewer) {}

    /// Where a provider stands; one without a stored position is at ROUTINE since the ICB assures it.
    /// Empty when the ICB
    /// never did.
    public Optional<Position> find(int icb, int organisation) {
        return jdbc.sql(FIND)
                .param("icb", icb)
                .param("organisation", organisation)
                .query((row, _) -> position(icb, organisation, row))
                .optional();
    }

    private static Position position(int icb, int organisation, ResultSet row) throws SQLException {
        if (row.getString("level") == null) {
            var since = row.getObject("valid_from", LocalDate.class);
            return new Position(icb, organisation, new Ladder.Routine(since), "", null, 0);
        }
        return new Position(
                icb,
                organisation,
                state(row),
                row.getString("exit_criteria"),
                row.getObject("last_review_on", LocalDate.class),
                row.getInt("version"));
    }

    private static Ladder state(ResultSet row) throws SQLException {
        var level = Level.valueOf(row.getString("level"));
        var settled = Ladder.settled(level, row.getObject("since", LocalDate.class));
        var called = row.getObject("rapid_review_called", LocalDate.class);
        return called == null
                ? settled
                : new Ladder.RapidReview(settled, called, row.getBoolean("rapid_review_immediate"));
    }

    /// Stores a position.
    ///
    /// @throws OptimisticLockingFailureException when somebody else changed it since it was read
    public void replace(Position position) {
        var settled = position.settled();
        var review = position.state() instanceof Ladder.RapidReview called ? called : null;
        var statement = jdbc.sql(position.version() == 0 ? FIRST : REPLACE)
                .param("icb", position.icb())
                .param("organisation", position.organisation())
                .param("level", settled.level().name())
                .param("since", settled.since())
                .param("exitCriteria", position.exitCriteria())
                .param("lastReview", position.lastReview(), java.sql.Types.DATE)
                .param("called", review == null ? null : review.called(), java.sql.Types.DATE)
                .param("immediate", review == null ? null : review.immediate(), java.sql.Types.BOOLEAN);
        var updated = (position.version() == 0 ? statement : statement.param("version", position.version())).update();
        if (updated == 0) {
            throw new OptimisticLockingFailureException(
                    "the level of organisation %d changed since it was read".formatted(position.organisation()));
        }
    }

    /// The new review's number.
    public long addReview(Position position, Review review) {
        return jdbc.sql(ADD_REVIEW)
                .param("icb", position.icb())
                .param("organisation", position.organisation())
                .param("level", review.level().name())
                .param("on", review.on())
                .param("met", review.criteriaMet())
                .param("evidence", review.evidence())
                .param("next", review.nextSteps())
                .param("reviewer", review.reviewer())
                .query((row, _) -> row.getLong("id"))
                .single();
    }

    /// The reviews of a provider, latest first.
    public List<Review> reviews(int icb, int organisation) {
        return jdbc.sql(REVIEWS)
                .param("icb", icb)
                .param("organisation", organisation)
                .query((row, _) -> new Review(
                        row.getLong("id"),
                        Level.valueOf(row.getString("level")),
                        row.getObject("held_on", LocalDate.class),
                        row.getBoolean("criteria_met"),
                        row.getString("evidence"),
                        row.getString("next_steps"),
                        row.getInt("reviewer")))
                .list();
    }
}

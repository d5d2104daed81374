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
import uk.goldenthread.concerns.model.Level;
import uk.goldenthread.concerns.model.MoveWords;

/// Moves on the ladder as they were proposed, made or declined, and the rapid quality reviews that were
/// called.
@Repository
public class MoveStore {
    private static final String COLUMNS = """
            id, from_level, to_level, decision, cause, reasons, support, exit_criteria, informed, region_consulted, score,
            proposed_by, proposed_on, decided_by, decided_on, version
            """;
    private static final String ADD = """
            insert into ladder_move (icb, organisation, from_level, to_level, decision, cause, reasons, support, exit_criteria,
                informed, region_consulted, score, proposed_by, proposed_on, decided_by, decided_on)
            values (:icb, :organisation, :from, :to, :decision, :cause, :reasons, :support, :exitCriteria, :informed, :region,
                :score, :proposedBy, :proposedOn, :decidedBy, :decidedOn)
            returning id
            """;
    private static final String DECIDE = """
            update ladder_move
            set decision = :decision, cause = :cause, reasons = :reasons, support = :support, exit_criteria = :exitCriteria,
                informed = :informed, region_consulted = :region, score = :score, decided_by = :decidedBy,
                decided_on = :decidedOn, version = version + 1
            where icb = :icb and id = :id and version = :version and decision = 'PROPOSED'
            """;
    private static final String OPEN = """
            select %s from ladder_move where icb = :icb and organisation = :organisation and decision = 'PROPOSED'
            """.formatted(COLUMNS);
    private static final String ALL = """
            select %s from ladder_move where icb = :icb and organisation = :organisation order by id desc limit 200
            """.formatted(COLUMNS);
    private static final String CALL = """
            insert into rapid_review (icb, organisation, called_on, immediate, cause, called_by)
            values (:icb, :organisation, :on, :immediate, :cause, :by)
            returning id
            """;
    private static final String HOLD = """
            update rapid_review
            set held_on = :on, outcome = :outcome, record = :record, version = version + 1
            where icb = :icb and organisation = :organisation and held_on is null
            """;

    private final JdbcClient jdbc;

    MoveStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// A move.
    ///
    /// @param to a level, or `RQR`
    /// @param decision `PROPOSED`, `MADE` or `DECLINED`
    /// @param score the composite score when it was decided
    public record Move(
            long id,
            Level from,
            String to,
            String decision,
            MoveWords words,
            @Nullable Integer score,
            @Nullable Integer proposedBy,
            @Nullable LocalDate proposedOn,
            @Nullable Integer decidedBy,
            @Nullable LocalDate decidedOn,
            int version) {}

    /// The new move's number.
    public long add(int icb, int organisation, Move move) {
        return with(jdbc.sql(ADD), move)
                .param("icb", icb)
                .param("organisation", organisation)
                .param("from", move.from().name())
                .param("to", move.to())
                .param("proposedBy", move.proposedBy(), java.sql.Types.INTEGER)
                .param("proposedOn", move.proposedOn(), java.sql.Types.DATE)
                .query((row, _) -> row.getLong("id"))
                .single();
    }

    /// Decides on a proposal.
    ///
    /// @throws OptimisticLockingFailureException when it was decided, or changed, since it was read
    public void decide(int icb, Move move) {
        var updated = with(jdbc.sql(DECIDE), move)
                .param("icb", icb)
                .param("id", move.id())
                .param("version", move.version())
                .update();
        if (updated == 0) {
            throw new OptimisticLockingFailureException("proposal %d changed since it was read".formatted(move.id()));
        }
    }

    private static JdbcClient.StatementSpec with(JdbcClient.StatementSpec statement, Move move) {
        var words = move.words();
        return statement
                .param("decision", move.decision())
                .param("cause", words.cause())
                .param("reasons", words.reasons())
                .param("support", words.support())
                .param("exitCriteria", words.exitCriteria())
                .param("informed", words.informed())
                .param("region", words.region())
                .param("score", move.score(), java.sql.Types.INTEGER)
                .param("decidedBy", move.decidedBy(), java.sql.Types.INTEGER)
                .param("decidedOn", move.decidedOn(), java.sql.Types.DATE);
    }

    /// The proposal that waits for a decision, if there is one.
    public Optional<Move> proposal(int icb, int organisation) {
        return jdbc.sql(OPEN)
                .param("icb", icb)
                .param("organisation", organisation)
                .query(MoveStore::move)
                .optional();
    }

    /// The moves of a provider, latest first.
    public List<Move> all(int icb, int organisation) {
        return jdbc.sql(ALL)
                .param("icb", icb)
                .param("organisation", organisation)
                .query(MoveStore::move)
                .list();
    }

    private static Move move(ResultSet row, int number) throws SQLException {
        return new Move(
                row.getLong("id"),
                Level.valueOf(row.getString("from_level")),
                row.getString("to_level"),
                row.getString("decision"),
                new MoveWords(
                        row.getString("cause"),
                        row.getString("reasons"),
                        row.getString("support"),
                        row.getString("exit_criteria"),
                        row.getString("informed"),
                        row.getString("region_consulted")),
                row.getObject("score", Integer.class),
                row.getObject("proposed_by", Integer.class),
                row.getObject("proposed_on", LocalDate.class),
                row.getObject("decided_by", Integer.class),
                row.getObject("decided_on", LocalDate.class),
                row.getInt("version"));
    }

    /// A rapid quality review is called.
    public record Call(int icb, int organisation, LocalDate on, boolean immediate, String cause, int by) {}

    public long call(Call call) {
        return jdbc.sql(CALL)
                .param("icb", call.icb())
                .param("organisation", call.organisation())
                .param("on", call.on())
                .param("immediate", call.immediate())
                .param("cause", call.cause())
                .param("by", call.by())
                .query((row, _) -> row.getLong("id"))
                .single();
    }

    /// The review that was called has been held.
    public void hold(LadderStore.Position position, LocalDate on, String outcome, String record) {
        jdbc.sql(HOLD)
                .param("icb", position.icb())
                .param("organisation", position.organisation())
                .param("on", on)
                .param("outcome", outcome)
                .param("record", record)
                .update();
    }
}

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
import uk.goldenthread.concerns.model.Progress;
import uk.goldenthread.concerns.model.Progress.Acknowledged;
import uk.goldenthread.concerns.model.Progress.Triage;

/// One signal: what was found, how far people are with it, and what they wrote.
@Repository
public class SignalStore {
    private static final String FIND = """
            select id, icb, organisation, rule, series, kpi, first_period, last_period, words, escalates, provisional,
                raised_on, holds, ended_on, state, triage, reference, acknowledged_by, acknowledged_on, triaged_by, triaged_on,
                closed_how, closed_why, closed_by, closed_on, version
            from signal
            where icb = :icb and id = :id
            """;
    private static final String REPLACE = """
            update signal
            set state = :state, triage = :triage, reference = :reference, acknowledged_by = :acknowledgedBy,
                acknowledged_on = :acknowledgedOn, triaged_by = :triagedBy, triaged_on = :triagedOn, closed_how = :closedHow,
                closed_why = :closedWhy, closed_by = :closedBy, closed_on = :closedOn, version = version + 1
            where icb = :icb and id = :id and version = :version
            """;
    private static final String NOTE = """
            insert into signal_note (icb, organisation, signal, written_on, author, act, note)
            values (:icb, :organisation, :signal, :on, :author, :act, :note)
            """;
    private static final String NOTES = """
            select written_on, author, act, note from signal_note where icb = :icb and signal = :signal order by id
            """;

    private final JdbcClient jdbc;

    SignalStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// A signal as it is stored.
    ///
    /// @param rule the code of the rule that raised it
    /// @param series a figure's code, or a provider's returns
    /// @param holds whether the condition still lasts, whatever people did about it
    public record Stored(
            long id,
            int icb,
            int organisation,
            String rule,
            String series,
            @Nullable String kpi,
            String firstPeriod,
            String lastPeriod,
            String words,
            boolean escalates,
            boolean provisional,
            LocalDate raisedOn,
            boolean holds,
            @Nullable LocalDate endedOn,
            String state,
            @Nullable String triage,
            @Nullable String reference,
            @Nullable Integer acknowledgedBy,
            @Nullable LocalDate acknowledgedOn,
            @Nullable Integer triagedBy,
            @Nullable LocalDate triagedOn,
            @Nullable String closedHow,
            @Nullable String closedWhy,
            @Nullable Integer closedBy,
            @Nullable LocalDate closedOn,
            int version) {
        /// How far people are with it.
        public Progress progress() {
            return switch (state) {
                case "RAISED" -> new Progress.Raised();
                case "ACKNOWLEDGED" -> acknowledged();
                case "TRIAGED" ->
                    new Progress.Triaged(
                            acknowledged(), triaged(), value(triagedBy), triagedOn == null ? raisedOn : triagedOn);
                default ->
                    new Progress.Closed(
                            closedHow == null ? "" : closedHow,
                            closedWhy == null ? "" : closedWhy,
                            value(closedBy),
                            closedOn == null ? raisedOn : closedOn);
            };
        }

        private Acknowledged acknowledged() {
            return new Acknowledged(value(acknowledgedBy), acknowledgedOn == null ? raisedOn : acknowledgedOn);
        }

        private Triage triaged() {
            var text = reference == null ? "" : reference;
            return switch (triage == null ? "" : triage) {
                case "ASK" -> new Triage.Ask(text);
                case "LINK" -> new Triage.Link(text);
                default -> new Triage.Watch(text);
            };
        }

        private static int value(@Nullable Integer account) {
            return account == null ? 0 : account;
        }
    }

    /// A line that somebody at the ICB wrote about a signal.
    public record Note(LocalDate on, int author, String act, String text) {}

    public Optional<Stored> find(int icb, long id) {
        return jdbc.sql(FIND)
                .param("icb", icb)
                .param("id", id)
                .query(SignalStore::stored)
                .optional();
    }

    private static Stored stored(ResultSet row, int number) throws SQLException {
        return new Stored(
                row.getLong("id"),
                row.getInt("icb"),
                row.getInt("organisation"),
                row.getString("rule"),
                row.getString("series"),
                row.getString("kpi"),
                row.getString("first_period"),
                row.getString("last_period"),
                row.getString("words"),
                row.getBoolean("escalates"),
                row.getBoolean("provisional"),
                row.getObject("raised_on", LocalDate.class),
                row.getBoolean("holds"),
                row.getObject("ended_on", LocalDate.class),
                row.getString("state"),
                row.getString("triage"),
                row.getString("reference"),
                row.getObject("acknowledged_by", Integer.class),
                row.getObject("acknowledged_on", LocalDate.class),
                row.getObject("triaged_by", Integer.class),
                row.getObject("triaged_on", LocalDate.class),
                row.getString("closed_how"),
                row.getString("closed_why"),
                row.getObject("closed_by", Integer.class),
                row.getObject("closed_on", LocalDate.class),
                row.getInt("version"));
    }

    /// Stores how far people are now.
    ///
    /// @throws OptimisticLockingFailureException when somebody else, or new figures, changed it since
    /// it was read
    public void replace(Stored signal, Progress next) {
        var acknowledged = acknowledged(next);
        var triaged = next instanceof Progress.Triaged found ? found : null;
        var closed = next instanceof Progress.Closed found ? found : null;
        var triage = triaged == null ? null : triaged.triage();
        var updated = jdbc.sql(REPLACE)
                .param("icb", signal.icb())
                .param("id", signal.id())
                .param("version", signal.version())
                .param("state", state(next))
                .param("triage", closed == null ? code(triage) : signal.triage())
                .param("reference", closed == null ? text(triage) : signal.reference())
                .param(
                        "acknowledgedBy",
                        acknowledged == null ? signal.acknowledgedBy() : Integer.valueOf(acknowledged.by()))
                .param("acknowledgedOn", acknowledged == null ? signal.acknowledgedOn() : acknowledged.on())
                .param("triagedBy", triaged == null ? signal.triagedBy() : Integer.valueOf(triaged.by()))
                .param("triagedOn", triaged == null ? signal.triagedOn() : triaged.on())
                .param("closedHow", closed == null ? null : closed.how())
                .param("closedWhy", closed == null ? null : closed.why())
                .param("closedBy", closed == null ? null : Integer.valueOf(closed.by()))
                .param("closedOn", closed == null ? null : closed.on())
                .update();
        if (updated == 0) {
            throw new OptimisticLockingFailureException("signal %d changed since it was read".formatted(signal.id()));
        }
    }

    private static String state(Progress progress) {
        return switch (progress) {
            case Progress.Raised _ -> "RAISED";
            case Acknowledged _ -> "ACKNOWLEDGED";
            case Progress.Triaged _ -> "TRIAGED";
            case Progress.Closed _ -> "CLOSED";
        };
    }

    private static @Nullable Acknowledged acknowledged(Progress progress) {
        return switch (progress) {
            case Acknowledged found -> found;
            case Progress.Triaged triaged -> triaged.before();
            case Progress.Raised _, Progress.Closed _ -> null;
        };
    }

    private static @Nullable String code(@Nullable Triage triage) {
        return switch (triage) {
            case null -> null;
            case Triage.Ask _ -> "ASK";
            case Triage.Link _ -> "LINK";
            case Triage.Watch _ -> "WATCH";
            case Triage.Dismiss _ -> "DISMISS";
        };
    }

    private static @Nullable String text(@Nullable Triage triage) {
        return triage instanceof Triage.Link(var reference) ? reference.strip() : null;
    }

    /// Writes what a person did and said.
    public void note(Stored signal, Note note) {
        jdbc.sql(NOTE)
                .param("icb", signal.icb())
                .param("organisation", signal.organisation())
                .param("signal", signal.id())
                .param("on", note.on())
                .param("author", note.author())
                .param("act", note.act())
                .param("note", note.text())
                .update();
    }

    /// What people did and said, in order.
    public List<Note> notes(int icb, long signal) {
        return jdbc.sql(NOTES)
                .param("icb", icb)
                .param("signal", signal)
                .query((row, _) -> new Note(
                        row.getObject("written_on", LocalDate.class),
                        row.getInt("author"),
                        row.getString("act"),
                        row.getString("note")))
                .list();
    }
}

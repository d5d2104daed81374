package uk.goldenthread.imports;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import uk.goldenthread.access.Actor;
import uk.goldenthread.database.Turns;

/// SQL of batches.
@Repository
class BatchStore {
    private static final TypeReference<Map<String, Integer>> COUNTS = new TypeReference<>() {};
    private static final TypeReference<List<String>> TEXTS = new TypeReference<>() {};
    private static final String COLUMNS = """
            id, organisation, kind, file_name, sha256, size, uploaded_by, uploaded_by_name, uploaded_at, state, failure,
            counts::text as counts, ignored::text as ignored, notes::text as notes, decided_by, decided_by_name,
            decided_at, alone, undone_by_name, undone_at, undo_reason, version
            """;
    private static final String BY_ID = "select " + COLUMNS + " from import_batch where id = :id and icb = :icb";
    private static final String LOCKED = BY_ID + " for update";
    private static final String LATEST =
            "select " + COLUMNS + " from import_batch where icb = :icb order by id desc limit :limit offset :offset";
    private static final String BY_KEY = """
            select id from import_batch where icb = :icb and uploaded_by = :account and idempotency_key = :key
            """;
    private static final String SAME_FILE = """
            select id from import_batch
            where icb = :icb and organisation = :organisation and kind = :kind and sha256 = :hash and state = :state
            order by id desc
            limit 1
            """;
    private static final String ADD = """
            insert into import_batch (icb, organisation, kind, file_name, sha256, size, uploaded_by, uploaded_by_name,
                uploaded_at, idempotency_key)
            values (:icb, :organisation, :kind, :fileName, :hash, :size, :account, :name, :at, :key)
            returning id
            """;
    private static final String COMPARED = """
            update import_batch
            set state = :state, failure = null, counts = cast(:counts as jsonb), ignored = cast(:ignored as jsonb),
                notes = cast(:notes as jsonb), version = version + 1
            where id = :id and icb = :icb and state = 'READING'
            """;
    private static final String FAILED = """
            update import_batch set state = 'FAILED', failure = :failure, version = version + 1
            where id = :id and icb = :icb and state = 'READING'
            """;
    private static final String READ_AGAIN = """
            update import_batch set state = 'READING', failure = null, version = version + 1
            where id = :id and icb = :icb and version = :version
            """;
    private static final String DECIDE = """
            update import_batch
            set state = :state, decided_by = :account, decided_by_name = :name, decided_at = :at, alone = :alone,
                version = version + 1
            where id = :id and icb = :icb and version = :version
            """;
    private static final String UNDO = """
            update import_batch
            set state = 'UNDONE', undone_by_name = :name, undone_at = :at, undo_reason = :reason, version = version + 1
            where id = :id and icb = :icb and version = :version
            """;
    private static final String TOUCH =
            "update import_batch set version = version + 1 where id = :id and icb = :icb and state = 'REVIEW'";

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Turns turns;

    BatchStore(JdbcClient jdbc, JsonMapper json, Turns turns) {
        this.jdbc = jdbc;
        this.json = json;
        this.turns = turns;
    }

    /// A file about to be stored.
    @SuppressWarnings("ArrayRecordComponent")
    record NewBatch(
            String kind,
            String fileName,
            byte[] hash,
            byte[] bytes,
            @Nullable String idempotencyKey) {}

    /// What comparing came to.
    record Compared(BatchState state, Map<Verdict, Integer> counts, Map<String, Integer> ignored, List<String> notes) {}

    Optional<Batch> find(long id, int icb) {
        return one(BY_ID, id, icb);
    }

    Optional<Batch> lock(long id, int icb) {
        return one(LOCKED, id, icb);
    }

    private Optional<Batch> one(String sql, long id, int icb) {
        return jdbc.sql(sql)
                .param("id", id)
                .param("icb", icb)
                .query(this::batch)
                .optional();
    }

    List<Batch> latest(int icb, int limit, int offset) {
        return jdbc.sql(LATEST)
                .param("icb", icb)
                .param("limit", limit)
                .param("offset", offset)
                .query(this::batch)
                .list();
    }

    Optional<Long> byKey(Actor actor, String key) {
        return jdbc.sql(BY_KEY)
                .param("icb", actor.icb())
                .param("account", actor.account())
                .param("key", key)
                .query((row, _) -> row.getLong("id"))
                .optional();
    }

    Optional<Long> sameFile(Actor actor, String kind, byte[] hash, BatchState state) {
        return jdbc.sql(SAME_FILE)
                .param("icb", actor.icb())
                .param("organisation", actor.organisation())
                .param("kind", kind)
                .param("hash", hash)
                .param("state", state.name())
                .query((row, _) -> row.getLong("id"))
                .optional();
    }

    long add(Actor actor, NewBatch batch, Instant at) {
        return jdbc.sql(ADD)
                .param("icb", actor.icb())
                .param("organisation", actor.organisation())
                .param("kind", batch.kind())
                .param("fileName", batch.fileName())
                .param("hash", batch.hash())
                .param("size", batch.bytes().length)
                .param("account", actor.account())
                .param("name", actor.name())
                .param("at", Timestamp.from(at))
                .param("key", batch.idempotencyKey(), java.sql.Types.VARCHAR)
                .query((row, _) -> row.getLong("id"))
                .single();
    }

    /// @return false when the batch is no longer being read
    boolean compared(long id, int icb, Compared result) {
        return jdbc.sql(COMPARED)
                        .param("id", id)
                        .param("icb", icb)
                        .param("state", result.state().name())
                        .param("counts", json.writeValueAsString(result.counts()))
                        .param("ignored", json.writeValueAsString(result.ignored()))
                        .param("notes", json.writeValueAsString(result.notes()))
                        .update()
                == 1;
    }

    void failed(long id, int icb, String failure) {
        jdbc.sql(FAILED)
                .param("id", id)
                .param("icb", icb)
                .param("failure", failure)
                .update();
    }

    void readAgain(Batch batch, int icb) {
        guarded(
                batch,
                jdbc.sql(READ_AGAIN)
                        .param("id", batch.id())
                        .param("icb", icb)
                        .param("version", batch.version())
                        .update());
    }

    void decide(Batch batch, BatchState state, Actor actor, Instant at, boolean alone) {
        guarded(
                batch,
                jdbc.sql(DECIDE)
                        .param("id", batch.id())
                        .param("icb", actor.icb())
                        .param("state", state.name())
                        .param("account", actor.account())
                        .param("name", actor.name())
                        .param("at", Timestamp.from(at))
                        .param("alone", alone)
                        .param("version", batch.version())
                        .update());
    }

    void undo(Batch batch, Actor actor, Instant at, String reason) {
        guarded(
                batch,
                jdbc.sql(UNDO)
                        .param("id", batch.id())
                        .param("icb", actor.icb())
                        .param("name", actor.name())
                        .param("at", Timestamp.from(at))
                        .param("reason", reason)
                        .param("version", batch.version())
                        .update());
    }

    void touch(long id, int icb) {
        jdbc.sql(TOUCH).param("id", id).param("icb", icb).update();
    }

    /// One import of a kind is applied at a time, so that what was checked still holds when it is changed.
    void oneAtATime(String kind) {
        turns.await("imports/" + kind);
    }

    private static void guarded(Batch batch, int updated) {
        if (updated == 0) {
            throw new OptimisticLockingFailureException("import %d changed since it was read".formatted(batch.id()));
        }
    }

    private Batch batch(ResultSet row, int number) throws SQLException {
        var counts = new EnumMap<Verdict, Integer>(Verdict.class);
        json.readValue(row.getString("counts"), COUNTS)
                .forEach((name, count) -> counts.put(Verdict.valueOf(name), count));
        var decided = row.getTimestamp("decided_at");
        var undone = row.getTimestamp("undone_at");
        return new Batch(
                row.getLong("id"),
                row.getInt("organisation"),
                row.getString("kind"),
                row.getString("file_name"),
                HexFormat.of().formatHex(row.getBytes("sha256")),
                row.getLong("size"),
                new Batch.Person(
                        row.getInt("uploaded_by"),
                        row.getString("uploaded_by_name"),
                        row.getTimestamp("uploaded_at").toInstant()),
                BatchState.valueOf(row.getString("state")),
                row.getString("failure"),
                counts,
                json.readValue(row.getString("ignored"), COUNTS),
                json.readValue(row.getString("notes"), TEXTS),
                decided == null
                        ? null
                        : new Batch.Decision(
                                new Batch.Person(
                                        row.getInt("decided_by"),
                                        row.getString("decided_by_name"),
                                        decided.toInstant()),
                                row.getBoolean("alone")),
                undone == null
                        ? null
                        : new Batch.Undoing(
                                row.getString("undone_by_name"), undone.toInstant(), row.getString("undo_reason")),
                row.getInt("version"));
    }
}

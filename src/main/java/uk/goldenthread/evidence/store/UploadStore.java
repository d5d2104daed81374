package uk.goldenthread.evidence.store;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import uk.goldenthread.access.Actor;
import uk.goldenthread.access.Sealing;

/// SQL of files on their way, part by part.
@Repository
public class UploadStore {
    private static final String BEGIN = """
            insert into evidence_upload (id, icb, organisation, account, file_name, size_bytes, started_at)
            values (:id, :icb, :organisation, :account, :fileName, :size, :at)
            """;
    private static final String FIND = """
            select id, file_name, size_bytes, received from evidence_upload
            where id = :id and icb = :icb and organisation = :organisation
            """;
    private static final String ADVANCE = """
            update evidence_upload set received = received + :length
            where id = :id and icb = :icb and received = :start and received + :length <= size_bytes
            """;
    private static final String ADD_PART = """
            insert into evidence_upload_part (upload, start, icb, organisation, bytes)
            values (:id, :start, :icb, :organisation, :bytes)
            """;
    private static final String PART =
            "select bytes from evidence_upload_part where upload = :id and icb = :icb and start = :start";
    private static final String FORGET =
            "delete from evidence_upload where id = :id and icb = :icb and organisation = :organisation";
    private static final String FORGET_OLD = "delete from evidence_upload where icb = :icb and started_at < :before";
    private static final String OPEN = "select count(*) from evidence_upload where icb = :icb and account = :account";

    private final JdbcClient jdbc;
    private final Sealing sealing;

    UploadStore(JdbcClient jdbc, Sealing sealing) {
        this.jdbc = jdbc;
        this.sealing = sealing;
    }

    /// A file on its way.
    ///
    /// @param received how many of its bytes are here, from the first on
    public record Upload(UUID id, String fileName, long size, long received) {
        public boolean isWhole() {
            return received == size;
        }
    }

    public void begin(Actor actor, Upload upload, Instant at) {
        jdbc.sql(BEGIN)
                .param("id", upload.id())
                .param("icb", actor.icb())
                .param("organisation", actor.organisation())
                .param("account", actor.account())
                .param("fileName", upload.fileName())
                .param("size", upload.size())
                .param("at", Timestamp.from(at))
                .update();
    }

    /// One of the acting organisation's.
    public Optional<Upload> find(Actor actor, UUID id) {
        return jdbc.sql(FIND)
                .param("id", id)
                .param("icb", actor.icb())
                .param("organisation", actor.organisation())
                .query((row, _) ->
                        new Upload(id, row.getString("file_name"), row.getLong("size_bytes"), row.getLong("received")))
                .optional();
    }

    /// Adds the part that begins where the last one ended.
    ///
    /// @return false when it begins elsewhere, or goes beyond the size the file was said to have
    public boolean add(Actor actor, UUID id, long start, byte[] bytes) {
        int advanced = jdbc.sql(ADVANCE)
                .param("id", id)
                .param("icb", actor.icb())
                .param("start", start)
                .param("length", bytes.length)
                .update();
        if (advanced == 0) {
            return false;
        }
        jdbc.sql(ADD_PART)
                .param("id", id)
                .param("start", start)
                .param("icb", actor.icb())
                .param("organisation", actor.organisation())
                .param("bytes", sealing.seal(bytes))
                .update();
        return true;
    }

    /// The part that begins there; none at the end.
    public Optional<byte[]> part(Actor actor, UUID id, long start) {
        return jdbc.sql(PART)
                .param("id", id)
                .param("icb", actor.icb())
                .param("start", start)
                .query((row, _) -> row.getBytes("bytes"))
                .optional()
                .map(sealing::open);
    }

    public void forget(Actor actor, UUID id) {
        jdbc.sql(FORGET)
                .param("id", id)
                .param("icb", actor.icb())
                .param("organisation", actor.organisation())
                .update();
    }

    /// Forgets what was begun before an instant.
    public void forgetBefore(int icb, Instant before) {
        jdbc.sql(FORGET_OLD)
                .param("icb", icb)
                .param("before", Timestamp.from(before))
                .update();
    }

    /// How many this person has on their way.
    public int open(Actor actor) {
        return jdbc.sql(OPEN)
                .param("icb", actor.icb())
                .param("account", actor.account())
                .query(Integer.class)
                .single();
    }
}

package uk.goldenthread.evidence.store;

import java.io.IOException;
import java.io.InputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import uk.goldenthread.access.Sealing;

/// SQL of the files of evidence: versions, and their bytes chunk by chunk, so that no file is ever whole
/// in
/// memory.
@Repository("evidenceFileStore")
public class FileStore {
    /// How many bytes a chunk holds, except the last.
    public static final int CHUNK = 256 * 1024;

    private static final String ADD_VERSION = """
            insert into evidence_version (evidence, number, icb, organisation, file_name, media_type, size_bytes, sha256,
                scan, sealed, given_by, at)
            values (:evidence, :number, :icb, :organisation, :fileName, :mediaType, :size, :sha256, :scan, :sealed,
                :account, :at)
            """;
    private static final String ADD_CHUNK = """
            insert into evidence_chunk (evidence, number, part, icb, organisation, bytes)
            values (:evidence, :number, :part, :icb, :organisation, :bytes)
            """;
    private static final String VERSIONS = """
            select evidence, number, icb, organisation, file_name, media_type, size_bytes, sha256, scan, sealed, given_by, at
            from evidence_version
            where icb = :icb and evidence = :evidence
            order by number desc
            """;
    private static final String CHUNK_OF = """
            select bytes from evidence_chunk
            where evidence = :evidence and number = :number and part = :part and icb = :icb
            """;
    private static final String REPLACE_CHUNK = """
            update evidence_chunk set bytes = :bytes
            where evidence = :evidence and number = :number and part = :part and icb = :icb
            """;
    private static final String SEALED_NOW = """
            update evidence_version set sealed = true
            where evidence = :evidence and number = :number and icb = :icb
            """;

    private final JdbcClient jdbc;
    private final Sealing sealing;

    FileStore(JdbcClient jdbc, Sealing sealing) {
        this.jdbc = jdbc;
        this.sealing = sealing;
    }

    /// One file of an item.
    ///
    /// @param sha256 of the bytes as they came, in hexadecimal
    /// @param scan `CLEAN` or `NOT_SCANNED`
    /// @param sealed its chunks are encrypted
    public record Version(
            long evidence,
            int number,
            int icb,
            int organisation,
            String fileName,
            String mediaType,
            long bytes,
            String sha256,
            String scan,
            boolean sealed,
            int givenBy,
            Instant at) {
        /// How many chunks it lies in.
        public int chunks() {
            return (int) ((bytes + CHUNK - 1) / CHUNK);
        }
    }

    /// Stores a file, reading it once.
    ///
    /// @throws IOException when the file cannot be read, or is not as long as it was said to be
    public void add(Version version, InputStream content) throws IOException {
        jdbc.sql(ADD_VERSION)
                .param("evidence", version.evidence())
                .param("number", version.number())
                .param("icb", version.icb())
                .param("organisation", version.organisation())
                .param("fileName", version.fileName())
                .param("mediaType", version.mediaType())
                .param("size", version.bytes())
                .param("sha256", HexFormat.of().parseHex(version.sha256()))
                .param("scan", version.scan())
                .param("sealed", version.sealed())
                .param("account", version.givenBy())
                .param("at", Timestamp.from(version.at()))
                .update();
        long stored = 0;
        for (int part = 0; part < version.chunks(); part++) {
            var bytes = content.readNBytes(CHUNK);
            stored += bytes.length;
            chunk(ADD_CHUNK, version, part, version.sealed() ? sealing.seal(bytes) : bytes)
                    .param("organisation", version.organisation())
                    .update();
        }
        if (stored != version.bytes() || content.read() >= 0) {
            throw new IOException("a file changed its length while it was stored");
        }
    }

    private JdbcClient.StatementSpec chunk(String sql, Version version, int part, byte[] bytes) {
        return jdbc.sql(sql)
                .param("evidence", version.evidence())
                .param("number", version.number())
                .param("part", part)
                .param("icb", version.icb())
                .param("bytes", bytes);
    }

    /// The files of an item, newest first.
    public List<Version> versions(int icb, long evidence) {
        return jdbc.sql(VERSIONS)
                .param("icb", icb)
                .param("evidence", evidence)
                .query(FileStore::version)
                .list();
    }

    private static Version version(ResultSet row, int number) throws SQLException {
        return new Version(
                row.getLong("evidence"),
                row.getInt("number"),
                row.getInt("icb"),
                row.getInt("organisation"),
                row.getString("file_name"),
                row.getString("media_type"),
                row.getLong("size_bytes"),
                HexFormat.of().formatHex(row.getBytes("sha256")),
                row.getString("scan"),
                row.getBoolean("sealed"),
                row.getInt("given_by"),
                row.getTimestamp("at").toInstant());
    }

    /// One chunk as it came; none when there is no such chunk for the running scope.
    public Optional<byte[]> chunk(Version version, int part) {
        return jdbc.sql(CHUNK_OF)
                .param("evidence", version.evidence())
                .param("number", version.number())
                .param("part", part)
                .param("icb", version.icb())
                .query((row, _) -> row.getBytes("bytes"))
                .optional()
                .map(bytes -> version.sealed() ? sealing.open(bytes) : bytes);
    }

    /// Encrypts a file that was stored open.
    public void seal(Version version) {
        for (int part = 0; part < version.chunks(); part++) {
            var open = chunk(version, part).orElseThrow();
            chunk(REPLACE_CHUNK, version, part, sealing.seal(open)).update();
        }
        jdbc.sql(SEALED_NOW)
                .param("evidence", version.evidence())
                .param("number", version.number())
                .param("icb", version.icb())
                .update();
    }
}

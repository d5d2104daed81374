package uk.goldenthread.imports;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import uk.goldenthread.access.Actor;

/// SQL of the uploaded files themselves, kept as evidence in parts of 1 MB.
@Repository
class FileStore {
    private static final int PART = 1 << 20;
    private static final String ADD_PART = """
            insert into import_file (batch, part, icb, organisation, bytes)
            values (:batch, :part, :icb, :organisation, :bytes)
            """;
    private static final String PARTS =
            "select bytes from import_file where batch = :batch and icb = :icb order by part";

    private final JdbcClient jdbc;

    FileStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Actor actor, long batch, byte[] bytes) {
        for (int from = 0, part = 0; from < bytes.length; from += PART, part++) {
            jdbc.sql(ADD_PART)
                    .param("batch", batch)
                    .param("part", part)
                    .param("icb", actor.icb())
                    .param("organisation", actor.organisation())
                    .param("bytes", Arrays.copyOfRange(bytes, from, Math.min(from + PART, bytes.length)))
                    .update();
        }
    }

    byte[] read(long batch, int icb) {
        var whole = new ByteArrayOutputStream();
        jdbc.sql(PARTS)
                .param("batch", batch)
                .param("icb", icb)
                .query((row, _) -> row.getBytes("bytes"))
                .list()
                .forEach(whole::writeBytes);
        return whole.toByteArray();
    }
}

package uk.goldenthread.database;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What changes of one row that keeps a version. Tables and columns are constants of the code; what people
/// typed goes into values alone.
@SuppressWarnings("InlineFormatString") // SQL reads better as a named text block
public final class Changes {
    private static final String UPDATE =
            "update %s set %s, version = version + 1 where id = :id and icb = :icb and version = :version";

    private static final String UPDATE_ALL = """
            update %1$s set %2$s, version = version + 1
            from unnest(:ids::bigint[], :versions::int[]) as seen (seen_id, seen_version)
            where id = seen_id and icb = :icb and version = seen_version
            """;

    private final List<String> parts = new ArrayList<>();
    private final Map<String, Object> values = new LinkedHashMap<>();

    /// Nothing yet.
    public static Changes none() {
        return new Changes();
    }

    /// A column and its new value.
    public Changes set(String column, Object value) {
        parts.add(column + " = :" + column);
        values.put(column, value);
        return this;
    }

    /// A column that takes an instant.
    public Changes at(String column, Instant instant) {
        return set(column, Timestamp.from(instant));
    }

    /// A column that is emptied.
    public Changes clear(String column) {
        parts.add(column + " = null");
        return this;
    }

    /// A number that grows by one.
    public Changes raise(String column) {
        parts.add("%1$s = %1$s + 1".formatted(column));
        return this;
    }

    /// Whether nothing changes.
    public boolean isEmpty() {
        return parts.isEmpty();
    }

    /// The row as it was read.
    public record Row(String table, long id, int icb, int version) {}

    /// Writes them. Called inside a unit of work.
    ///
    /// @throws OptimisticLockingFailureException when the row changed since it was read
    public void write(JdbcClient jdbc, Row row) {
        var updated = jdbc.sql(UPDATE.formatted(row.table(), String.join(", ", parts)))
                .params(values)
                .param("id", row.id())
                .param("icb", row.icb())
                .param("version", row.version())
                .update();
        if (updated == 0) {
            throw new OptimisticLockingFailureException(
                    "%s %d changed since it was read".formatted(row.table(), row.id()));
        }
    }

    /// Several rows of one table and one ICB as they were read: the version of each by its number.
    public record Rows(String table, int icb, Map<Long, Integer> versions) {
        /// Copies the versions in.
        public Rows {
            versions = Map.copyOf(versions);
        }
    }

    /// Writes the same to several rows with one statement. Called inside a unit of work.
    ///
    /// @throws OptimisticLockingFailureException when any of them changed since it was read
    public void write(JdbcClient jdbc, Rows rows) {
        var seen = List.copyOf(rows.versions().entrySet());
        var updated = jdbc.sql(UPDATE_ALL.formatted(rows.table(), String.join(", ", parts)))
                .params(values)
                .param("ids", seen.stream().map(Map.Entry::getKey).toArray(Long[]::new))
                .param("versions", seen.stream().map(Map.Entry::getValue).toArray(Integer[]::new))
                .param("icb", rows.icb())
                .update();
        if (updated != seen.size()) {
            throw new OptimisticLockingFailureException("%d of %d rows of %s changed since they were read"
                    .formatted(seen.size() - updated, seen.size(), rows.table()));
        }
    }
}

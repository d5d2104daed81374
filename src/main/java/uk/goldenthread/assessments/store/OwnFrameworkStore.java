package uk.goldenthread.assessments.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The editions of frameworks that an ICB published itself, which are only ever added. Called inside a unit of work.
@Component
public class OwnFrameworkStore {
    private static final String ALL = """
            select id, code, edition, name, valid_from, valid_to, file_name, published_by_name, published_at
            from own_framework
            where icb = :icb
            order by code, valid_from, id
            """;
    private static final String CONTENT =
            "select content from own_framework where icb = :icb and code = :code and edition = :edition";
    private static final String ADD = """
            insert into own_framework (icb, code, edition, name, valid_from, valid_to, content, file_name, published_by,
                published_by_name, published_at)
            values (:icb, :code, :edition, :name, :from, :to, :content, :file, :by, :byName, :at)
            returning id
            """;

    private final JdbcClient jdbc;

    public OwnFrameworkStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// An edition, without its questions.
    ///
    /// @param fileName what the file it came in was called
    public record Published(
            long id,
            String code,
            String edition,
            String name,
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            String fileName,
            String byName,
            Instant at) {}

    /// The ICB's own editions, by code, the oldest first.
    public List<Published> all(int icb) {
        return jdbc.sql(ALL)
                .param("icb", icb)
                .query(OwnFrameworkStore::published)
                .list();
    }

    /// What an edition asks, as it was published.
    public Optional<String> content(int icb, String code, String edition) {
        return jdbc.sql(CONTENT)
                .param("icb", icb)
                .param("code", code)
                .param("edition", edition)
                .query((row, _) -> row.getString(1))
                .optional();
    }

    /// Adds an edition.
    ///
    /// @param published whose number does not count
    /// @throws org.springframework.dao.DuplicateKeyException when the ICB has that edition already
    public long add(int icb, Published published, String content, int by) {
        return jdbc.sql(ADD)
                .param("icb", icb)
                .param("code", published.code())
                .param("edition", published.edition())
                .param("name", published.name())
                .param("from", published.validFrom())
                .param("to", published.validTo(), java.sql.Types.DATE)
                .param("content", content)
                .param("file", published.fileName())
                .param("by", by)
                .param("byName", published.byName())
                .param("at", Timestamp.from(published.at()))
                .query((row, _) -> row.getLong(1))
                .single();
    }

    private static Published published(ResultSet row, int number) throws SQLException {
        return new Published(
                row.getLong("id"),
                row.getString("code"),
                row.getString("edition"),
                row.getString("name"),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class),
                row.getString("file_name"),
                row.getString("published_by_name"),
                row.getTimestamp("published_at").toInstant());
    }
}

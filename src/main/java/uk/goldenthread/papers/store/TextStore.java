package uk.goldenthread.papers.store;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.goldenthread.papers.model.Slot;

/// The words of a paper's parts: every wording, the latest of which stands.
@Component
public class TextStore {
    private static final String CURRENT = """
            select s.kind, s.confidential, s.version, coalesce(e.revision, 0) as revision, coalesce(e.words, '') as words,
                coalesce(e.author_name, '') as author_name, e.at
            from paper_section s
            left join lateral (
                select revision, words, author_name, at
                from narrative_edit n
                where n.icb = s.icb and n.section = s.id
                order by revision desc
                limit 1) e on true
            where s.icb = :icb and s.paper = :paper and s.kind <> 'COVER' and s.kind <> 'AAA'
            order by s.id
            """;
    private static final String EDITS = """
            select n.revision, n.words, n.author_name, n.at
            from narrative_edit n
            join paper_section s on s.icb = n.icb and s.id = n.section
            where s.icb = :icb and s.paper = :paper and s.kind = :kind
            order by n.revision
            """;
    private static final String ADD = """
            insert into narrative_edit (icb, section, revision, author, author_name, at, words)
            select s.icb, s.id, :revision, :author, :name, :at, :words
            from paper_section s
            where s.icb = :icb and s.paper = :paper and s.kind = :kind
            """;
    private static final String MARK = """
            update paper_section
            set confidential = :confidential, version = version + 1
            where icb = :icb and paper = :paper and kind = :kind and confidential <> :confidential
            """;

    private final JdbcClient jdbc;

    public TextStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// The words of one part as they stand.
    ///
    /// @param confidential whether they are left out of the public edition
    /// @param revision 0 when nobody has written there
    /// @param author empty when nobody has
    public record Text(
            Slot slot,
            boolean confidential,
            int revision,
            String words,
            String author,
            @org.jspecify.annotations.Nullable Instant at) {}

    /// One wording.
    public record Edit(int revision, String words, String author, Instant at) {}

    /// Who words a part, and from which revision they started.
    public record Wording(int account, String name, Instant at, int from, String words) {}

    public Map<Slot, Text> current(int icb, int paper) {
        var texts = new EnumMap<Slot, Text>(Slot.class);
        jdbc.sql(CURRENT)
                .param("icb", icb)
                .param("paper", paper)
                .query((row, _) -> {
                    var at = row.getTimestamp("at");
                    return new Text(
                            Slot.valueOf(row.getString("kind")),
                            row.getBoolean("confidential"),
                            row.getInt("revision"),
                            row.getString("words"),
                            row.getString("author_name"),
                            at == null ? null : at.toInstant());
                })
                .list()
                .forEach(text -> texts.put(text.slot(), text));
        return texts;
    }

    public List<Edit> edits(int icb, int paper, Slot slot) {
        return jdbc.sql(EDITS)
                .param("icb", icb)
                .param("paper", paper)
                .param("kind", slot.name())
                .query((row, _) -> new Edit(
                        row.getInt("revision"),
                        row.getString("words"),
                        row.getString("author_name"),
                        row.getTimestamp("at").toInstant()))
                .list();
    }

    /// Adds a wording after the one it started from.
    ///
    /// @throws OptimisticLockingFailureException when another was added first
    public void add(int icb, int paper, Slot slot, Wording wording) {
        try {
            jdbc.sql(ADD)
                    .param("revision", wording.from() + 1)
                    .param("author", wording.account())
                    .param("name", wording.name())
                    .param("at", Timestamp.from(wording.at()))
                    .param("words", wording.words())
                    .param("icb", icb)
                    .param("paper", paper)
                    .param("kind", slot.name())
                    .update();
        } catch (DuplicateKeyException e) {
            throw new OptimisticLockingFailureException("another wording came first", e);
        }
    }

    public void mark(int icb, int paper, Slot slot, boolean confidential) {
        jdbc.sql(MARK)
                .param("confidential", confidential)
                .param("icb", icb)
                .param("paper", paper)
                .param("kind", slot.name())
                .update();
    }
}

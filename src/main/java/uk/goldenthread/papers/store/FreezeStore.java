package uk.goldenthread.papers.store;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What committees were shown: the frozen data of each paper, and its public edition.
@Component
public class FreezeStore {
    private static final String INSTANT = "select lib.freeze_instant()";
    private static final String ADD = """
            insert into paper_freeze (paper, icb, committee, instant, data, data_sha256, frozen_by, frozen_by_name)
            values (:paper, :icb, :committee, :instant, :data, :hash, :by, :name)
            """;
    private static final String FIND = """
            select paper, instant, data, data_sha256, frozen_by_name
            from paper_freeze
            where icb = :icb and paper = :paper
            """;
    private static final String BEFORE = """
            select paper, instant, data, data_sha256, frozen_by_name
            from paper_freeze
            where icb = :icb and committee = :committee and paper <> :paper and instant < :instant
            order by instant desc, paper desc
            limit 1
            """;
    private static final String ADD_PUBLIC = """
            insert into paper_public (paper, icb, title, committee, period, meeting_on, instant, edition)
            values (:paper, :icb, :title, :committee, :period, :meeting, :instant, :edition)
            """;
    private static final String PUBLIC = """
            select paper, title, committee, period, meeting_on, instant, edition
            from paper_public
            where icb = :icb and (:paper = 0 or paper = :paper)
            order by meeting_on desc, paper desc
            limit 200
            """;

    private static final String LATEST = """
            select f.paper, p.cover ->> 'title' as title, f.committee, p.meeting_on, f.instant
            from paper_freeze f
            join paper p on p.id = f.paper
            where f.icb = :icb
            order by f.instant desc, f.paper desc
            limit 20
            """;
    private static final String LATEST_PUBLIC = """
            select paper, title, committee, meeting_on, instant
            from paper_public
            where icb = :icb
            order by instant desc, paper desc
            limit 20
            """;

    private final JdbcClient jdbc;

    public FreezeStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// What was frozen.
    ///
    /// @param data canonical JSON, exactly
    /// @param hash its SHA-256 in hex
    public record Freeze(int paper, Instant instant, String data, String hash, String by) {}

    /// A paper's public edition.
    public record Published(
            int paper,
            String title,
            String committee,
            String period,
            LocalDate meetingOn,
            Instant instant,
            String edition) {}

    /// A frozen paper by its title.
    public record Titled(int paper, String title, String committee, LocalDate meetingOn, Instant instant) {}

    /// The papers frozen last, newest first.
    public List<Titled> latest(int icb) {
        return titled(LATEST, icb);
    }

    /// The public editions made last, newest first.
    public List<Titled> latestPublic(int icb) {
        return titled(LATEST_PUBLIC, icb);
    }

    private List<Titled> titled(String sql, int icb) {
        return jdbc.sql(sql)
                .param("icb", icb)
                .query((row, _) -> new Titled(
                        row.getInt("paper"),
                        row.getString("title"),
                        row.getString("committee"),
                        row.getObject("meeting_on", LocalDate.class),
                        row.getTimestamp("instant").toInstant()))
                .list();
    }

    /// An instant up to which nothing can still be recorded: waits for every running write. Call in a
    /// transaction of
    /// its
    /// own.
    public Instant instant() {
        return jdbc.sql(INSTANT)
                .query((row, _) -> row.getTimestamp(1).toInstant())
                .single();
    }

    public void add(int icb, String committee, Freeze freeze, int account) {
        jdbc.sql(ADD)
                .param("paper", freeze.paper())
                .param("icb", icb)
                .param("committee", committee)
                .param("instant", Timestamp.from(freeze.instant()))
                .param("data", freeze.data())
                .param("hash", freeze.hash())
                .param("by", account)
                .param("name", freeze.by())
                .update();
    }

    public Optional<Freeze> find(int icb, int paper) {
        return jdbc.sql(FIND)
                .param("icb", icb)
                .param("paper", paper)
                .query(FreezeStore::freeze)
                .optional();
    }

    /// The committee's latest frozen paper before an instant, this one apart.
    public Optional<Freeze> before(int icb, String committee, int paper, Instant instant) {
        return jdbc.sql(BEFORE)
                .param("icb", icb)
                .param("committee", committee)
                .param("paper", paper)
                .param("instant", Timestamp.from(instant))
                .query(FreezeStore::freeze)
                .optional();
    }

    public void publish(int icb, Published published) {
        jdbc.sql(ADD_PUBLIC)
                .param("paper", published.paper())
                .param("icb", icb)
                .param("title", published.title())
                .param("committee", published.committee())
                .param("period", published.period())
                .param("meeting", published.meetingOn())
                .param("instant", Timestamp.from(published.instant()))
                .param("edition", published.edition())
                .update();
    }

    /// Public editions, the latest meeting first.
    public List<Published> published(int icb) {
        return published(icb, 0);
    }

    public Optional<Published> publishedOf(int icb, int paper) {
        return published(icb, paper).stream().findFirst();
    }

    private List<Published> published(int icb, int paper) {
        return jdbc.sql(PUBLIC)
                .param("icb", icb)
                .param("paper", paper)
                .query((row, _) -> new Published(
                        row.getInt("paper"),
                        row.getString("title"),
                        row.getString("committee"),
                        row.getString("period"),
                        row.getObject("meeting_on", LocalDate.class),
                        row.getTimestamp("instant").toInstant(),
                        row.getString("edition")))
                .list();
    }

    private static Freeze freeze(java.sql.ResultSet row, int number) throws java.sql.SQLException {
        return new Freeze(
                row.getInt("paper"),
                row.getTimestamp("instant").toInstant(),
                row.getString("data"),
                row.getString("data_sha256"),
                row.getString("frozen_by_name"));
    }
}

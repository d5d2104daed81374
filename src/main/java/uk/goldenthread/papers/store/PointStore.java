package uk.goldenthread.papers.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.goldenthread.papers.model.Heading;
import uk.goldenthread.papers.model.Proposal;

/// Alert, advise and assure points.
@Component
public class PointStore {
    /// A point that gave way to a graver one comes back; one that a person took out stays out.
    private static final String PROPOSE = """
            insert into paper_point as p (icb, paper, heading, words, evidence, proposal, edited_by, edited_by_name)
            values (:icb, :paper, :heading, :words, :evidence, :proposal, :by, :name)
            on conflict (paper, proposal) do update
            set heading = excluded.heading, words = excluded.words, evidence = excluded.evidence, removed_reason = null,
                edited_by = excluded.edited_by, version = p.version + 1
            where p.removed_reason is not null and p.edited_by_name = excluded.edited_by_name
            """;
    private static final String LIST = """
            select id, heading, words, evidence, proposal, confidential, removed_reason, edited_by_name, version
            from paper_point
            where icb = :icb and paper = :paper
            order by case heading when 'ALERT' then 0 when 'ADVISE' then 1 else 2 end, id
            """;
    private static final String FIND = """
            select id, heading, words, evidence, proposal, confidential, removed_reason, edited_by_name, version
            from paper_point
            where icb = :icb and paper = :paper and id = :id
            """;
    private static final String REPLACE = """
            update paper_point
            set heading = :heading, words = :words, evidence = :evidence, confidential = :confidential,
                removed_reason = :removed, edited_by = :by, edited_by_name = :name, version = version + 1
            where icb = :icb and paper = :paper and id = :id and version = :version
            """;

    private static final String STANDING = """
            select proposal, heading, edited_by_name = :name as untouched
            from paper_point
            where icb = :icb and paper = :paper and proposal is not null and removed_reason is null
            order by id
            """;
    private static final String TAKE_OUT = """
            update paper_point
            set removed_reason = 'The same matter now stands under alert or advise', edited_by = :by,
                version = version + 1
            where icb = :icb and paper = :paper and proposal = any (:keys::text[]) and edited_by_name = :name
                and removed_reason is null
            """;

    private final JdbcClient jdbc;

    public PointStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// A point of the highlight report.
    ///
    /// @param evidence where it can be followed to its rows; null when a person wrote it without
    /// @param proposal what suggested it; null when a person did
    /// @param removedReason why it was taken out; null while it stands
    public record Point(
            int id,
            Heading heading,
            String words,
            @Nullable String evidence,
            @Nullable String proposal,
            boolean confidential,
            @Nullable String removedReason,
            String editedBy,
            int version) {
        public boolean stands() {
            return removedReason == null;
        }
    }

    /// Who edits.
    public record Editor(int account, String name) {}

    /// What proposing changed in a paper.
    ///
    /// @param added points that are new, or stand again after they had given way
    /// @param takenOut points that gave way to a graver one of the same matter
    public record Proposed(int added, int takenOut) {
        /// Whether anything changed.
        public boolean any() {
            return added + takenOut > 0;
        }
    }

    /// Adds what was not proposed before, and takes out what gives way to it. What stands under the editor's name is
    /// nobody else's yet and may give way; what a person has changed or taken out stays as it is.
    public Proposed propose(int icb, int paper, Editor editor, List<Proposal> proposals) {
        var settled = Proposal.settle(standing(icb, paper, editor), proposals);
        int takenOut = takeOut(icb, paper, editor, settled.takeOut());
        int added = 0;
        for (var proposal : settled.add()) {
            added += insert(
                    icb,
                    paper,
                    editor,
                    new Point(
                            0,
                            proposal.heading(),
                            proposal.words(),
                            proposal.evidence(),
                            proposal.key(),
                            false,
                            null,
                            "",
                            1));
        }
        return new Proposed(added, takenOut);
    }

    /// What was proposed and stands.
    private List<Proposal.Standing> standing(int icb, int paper, Editor editor) {
        return jdbc.sql(STANDING)
                .param("icb", icb)
                .param("paper", paper)
                .param("name", editor.name())
                .query((row, _) -> new Proposal.Standing(
                        row.getString("proposal"),
                        Heading.valueOf(row.getString("heading")),
                        row.getBoolean("untouched")))
                .list();
    }

    /// Takes out untouched points that give way to a graver one of the same matter.
    private int takeOut(int icb, int paper, Editor editor, List<String> keys) {
        return jdbc.sql(TAKE_OUT)
                .param("icb", icb)
                .param("paper", paper)
                .param("keys", keys.toArray(String[]::new))
                .param("by", editor.account())
                .param("name", editor.name())
                .update();
    }

    public void add(int icb, int paper, Editor editor, Point point) {
        insert(icb, paper, editor, point);
    }

    private int insert(int icb, int paper, Editor editor, Point point) {
        return jdbc.sql(PROPOSE)
                .param("icb", icb)
                .param("paper", paper)
                .param("heading", point.heading().name())
                .param("words", point.words())
                .param("evidence", point.evidence())
                .param("proposal", point.proposal())
                .param("by", editor.account())
                .param("name", editor.name())
                .update();
    }

    public List<Point> list(int icb, int paper) {
        return jdbc.sql(LIST)
                .param("icb", icb)
                .param("paper", paper)
                .query(PointStore::point)
                .list();
    }

    public Optional<Point> find(int icb, int paper, int id) {
        return jdbc.sql(FIND)
                .param("icb", icb)
                .param("paper", paper)
                .param("id", id)
                .query(PointStore::point)
                .optional();
    }

    /// @throws OptimisticLockingFailureException when it changed since it was read
    public void replace(int icb, int paper, Editor editor, Point point) {
        var updated = jdbc.sql(REPLACE)
                .param("heading", point.heading().name())
                .param("words", point.words())
                .param("evidence", point.evidence())
                .param("confidential", point.confidential())
                .param("removed", point.removedReason())
                .param("by", editor.account())
                .param("name", editor.name())
                .param("icb", icb)
                .param("paper", paper)
                .param("id", point.id())
                .param("version", point.version())
                .update();
        if (updated == 0) {
            throw new OptimisticLockingFailureException("point %d changed since it was read".formatted(point.id()));
        }
    }

    private static Point point(ResultSet row, int number) throws SQLException {
        return new Point(
                row.getInt("id"),
                Heading.valueOf(row.getString("heading")),
                row.getString("words"),
                row.getString("evidence"),
                row.getString("proposal"),
                row.getBoolean("confidential"),
                row.getString("removed_reason"),
                row.getString("edited_by_name"),
                row.getInt("version"));
    }
}

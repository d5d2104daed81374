package uk.goldenthread.papers.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import uk.goldenthread.kernel.calendar.Period;
import uk.goldenthread.papers.model.Cover;
import uk.goldenthread.papers.model.Kept;
import uk.goldenthread.papers.model.Occasion;
import uk.goldenthread.papers.model.Paper;
import uk.goldenthread.papers.model.Signature;
import uk.goldenthread.papers.model.Slot;

/// Papers and their signatures.
@Component
public class PaperStore {
    private static final String ADD = """
            insert into paper (icb, committee, period, period_start, period_end, meeting_on, author, cover)
            values (:icb, :committee, :period, :start, :end, :meeting, :author, cast(:cover as jsonb))
            returning id
            """;
    private static final String ADD_SECTION =
            "insert into paper_section (icb, paper, kind) values (:icb, :paper, :kind)";
    private static final String FIND = """
            select p.id, p.committee, p.period, p.meeting_on, p.state, p.author, p.submitted_on, p.cover::text as cover,
                array_to_string(p.measures, ',') as measures, p.version, f.instant
            from paper p
            left join paper_freeze f on f.paper = p.id
            where p.icb = :icb and p.id = :id
            """;
    private static final String LOCK = "select 1 from paper where icb = :icb and id = :id for no key update";
    private static final String LIST = """
            select p.id, p.committee, p.period, p.meeting_on, p.state, p.author, p.submitted_on, p.cover::text as cover,
                array_to_string(p.measures, ',') as measures, p.version, f.instant
            from paper p
            left join paper_freeze f on f.paper = p.id
            where p.icb = :icb and (:committee = '' or p.committee = :committee)
                and (p.state = 'FROZEN' or not :frozen)
            order by p.meeting_on desc, p.id desc
            limit :limit offset :offset
            """;
    private static final String COUNT = """
            select count(*)
            from paper p
            where p.icb = :icb and (:committee = '' or p.committee = :committee)
                and (p.state = 'FROZEN' or not :frozen)
            """;
    private static final String SIGNATURES = """
            select step, account, name, role, signed_on
            from paper_signature
            where icb = :icb and paper = :paper and withdrawn_reason is null
            order by signed_on, id
            """;
    private static final String REPLACE = """
            update paper
            set state = :state, cover = cast(:cover as jsonb), measures = string_to_array(:measures, ','),
                submitted_on = cast(:submitted as date), version = version + 1
            where icb = :icb and id = :id and version = :version
            """;
    private static final String SIGN = """
            insert into paper_signature (icb, paper, step, account, name, role, signed_on, data_sha256)
            values (:icb, :paper, :step, :account, :name, :role, :on, :data)
            """;
    private static final String WITHDRAW = """
            update paper_signature
            set withdrawn_reason = :reason, version = version + 1
            where icb = :icb and paper = :paper and withdrawn_reason is null
            """;
    private static final String SIGNED_DATA = """
            select data_sha256
            from paper_signature
            where icb = :icb and paper = :paper and step = 'EXECUTIVE' and withdrawn_reason is null
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    public PaperStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /// Which papers to list.
    ///
    /// @param committee a code, or empty for all
    /// @param frozenOnly only what a committee member may see
    public record Filter(String committee, boolean frozenOnly, int limit, int offset) {}

    public int add(int icb, Occasion occasion, int author, Cover cover) {
        int id = jdbc.sql(ADD)
                .param("icb", icb)
                .param("committee", occasion.committee())
                .param("period", occasion.period().code())
                .param("start", occasion.period().start())
                .param("end", occasion.period().end())
                .param("meeting", occasion.meetingOn())
                .param("author", author)
                .param("cover", json.writeValueAsString(cover))
                .query(Integer.class)
                .single();
        for (var kind : Slot.values()) {
            jdbc.sql(ADD_SECTION)
                    .param("icb", icb)
                    .param("paper", id)
                    .param("kind", kind.name())
                    .update();
        }
        return id;
    }

    public Optional<Kept> find(int icb, int id) {
        return jdbc.sql(FIND)
                .param("icb", icb)
                .param("id", id)
                .query((row, _) -> kept(icb, row))
                .optional();
    }

    /// The same, locked until the unit of work ends, so that writes to one paper and to its words follow one another.
    public Optional<Kept> lock(int icb, int id) {
        return jdbc.sql(LOCK)
                .param("icb", icb)
                .param("id", id)
                .query((_, _) -> true)
                .optional()
                .flatMap(_ -> find(icb, id));
    }

    public List<Kept> list(int icb, Filter filter) {
        return jdbc.sql(LIST)
                .param("icb", icb)
                .param("committee", filter.committee())
                .param("frozen", filter.frozenOnly())
                .param("limit", filter.limit())
                .param("offset", filter.offset())
                .query((row, _) -> kept(icb, row))
                .list();
    }

    public int count(int icb, Filter filter) {
        return jdbc.sql(COUNT)
                .param("icb", icb)
                .param("committee", filter.committee())
                .param("frozen", filter.frozenOnly())
                .query(Integer.class)
                .single();
    }

    /// @throws OptimisticLockingFailureException when the paper changed since it was read
    public void replace(int icb, Kept kept) {
        var updated = jdbc.sql(REPLACE)
                .param("state", kept.paper().state())
                .param("cover", json.writeValueAsString(kept.paper().cover()))
                .param("measures", String.join(",", kept.measures()))
                .param("submitted", kept.submittedOn())
                .param("icb", icb)
                .param("id", kept.paper().id())
                .param("version", kept.version())
                .update();
        if (updated == 0) {
            throw new OptimisticLockingFailureException(
                    "paper %d changed since it was read".formatted(kept.paper().id()));
        }
    }

    /// @param data SHA-256 of the data that was signed, in hex
    public void sign(int icb, int paper, Signature signature, String data) {
        jdbc.sql(SIGN)
                .param("icb", icb)
                .param("paper", paper)
                .param("step", signature.step().name())
                .param("account", signature.account())
                .param("name", signature.name())
                .param("role", signature.role())
                .param("on", signature.on())
                .param("data", data)
                .update();
    }

    public void withdrawSignatures(int icb, int paper, String reason) {
        jdbc.sql(WITHDRAW)
                .param("reason", reason)
                .param("icb", icb)
                .param("paper", paper)
                .update();
    }

    /// What the figures were when the executive lead signed.
    public Optional<String> signedData(int icb, int paper) {
        return jdbc.sql(SIGNED_DATA)
                .param("icb", icb)
                .param("paper", paper)
                .query(String.class)
                .optional();
    }

    private Kept kept(int icb, ResultSet row) throws SQLException {
        int id = row.getInt("id");
        int author = row.getInt("author");
        var occasion = new Occasion(
                row.getString("committee"),
                Period.parse(row.getString("period")),
                row.getObject("meeting_on", LocalDate.class));
        var cover = json.readValue(row.getString("cover"), Cover.class);
        var state = row.getString("state");
        List<Signature> signed = state.equals("DRAFT") ? List.of() : signatures(icb, id);
        var paper =
                switch (state) {
                    case "DRAFT" -> new Paper.Draft(id, occasion, author, cover);
                    case "IN_REVIEW" -> new Paper.InReview(id, occasion, author, cover, signed);
                    case "SIGNED" -> new Paper.Signed(id, occasion, author, cover, signed);
                    case "FROZEN" ->
                        new Paper.Frozen(
                                id,
                                occasion,
                                author,
                                cover,
                                signed,
                                row.getTimestamp("instant").toInstant());
                    default -> throw new IllegalStateException("paper %d is %s".formatted(id, state));
                };
        var measures = row.getString("measures");
        return new Kept(
                paper,
                measures == null || measures.isEmpty() ? List.of() : List.of(measures.split(",")),
                row.getObject("submitted_on", LocalDate.class),
                row.getInt("version"));
    }

    private List<Signature> signatures(int icb, int paper) {
        return jdbc.sql(SIGNATURES)
                .param("icb", icb)
                .param("paper", paper)
                .query((row, _) -> new Signature(
                        Signature.Step.valueOf(row.getString("step")),
                        row.getInt("account"),
                        row.getString("name"),
                        row.getString("role"),
                        row.getObject("signed_on", LocalDate.class)))
                .list();
    }
}

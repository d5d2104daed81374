package uk.goldenthread.visits.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import uk.goldenthread.database.Conditions;
import uk.goldenthread.visits.model.Visit;
import uk.goldenthread.visits.model.VisitKind;
import uk.goldenthread.visits.model.VisitState;
import uk.goldenthread.visits.model.VisitStates;

/// Reads visits and what belongs to them. Called inside a unit of work.
@Repository
@SuppressWarnings("InlineFormatString") // SQL reads better as a named text block
public class VisitStore {
    private static final String VISITS = """
            select v.id, v.icb, v.organisation, o.code, o.name, v.kind, v.state, v.purpose, v.why, v.follows, v.planned_on, v.lead,
                v.lead_name, v.carried_out_on, v.staff_spoken, v.records_seen, v.sample_reason, v.summary, v.sent_on,
                v.answered_on, v.final_on, v.open_to_provider, v.version
            from visit v
            join pub_organisation o on o.id = v.organisation
            """;
    private static final String ONE = VISITS + "where v.id = :id and v.icb = :icb\n";
    private static final String LIST = VISITS + """
            where %s
            order by %s
            limit :size offset :offset
            """;
    private static final String LATEST_FIRST = "v.planned_on desc, v.id desc";
    private static final String RUNNING_FIRST = """
            v.state in ('PLANNED', 'CONFIRMED'), case when v.state in ('PLANNED', 'CONFIRMED') then v.planned_on end,
                v.planned_on desc, v.id desc
            """;
    private static final String WAITING = VISITS + """
            where v.icb = :icb and v.state = any (:states)
            order by v.planned_on, v.id
            limit 50
            """;
    private static final String BESIDE = """
            where v.icb = :icb and (v.follows = :id or v.id = :follows)
            order by v.planned_on, v.id
            """;
    private static final String FOLLOWING = """
            select v.follows, v.id from visit v
            where v.icb = :icb and v.follows is not null and (v.id = any (:ids) or v.follows = any (:ids))
            order by v.id
            """;
    private static final String ANSWERS = """
            select question, score, words, score_by, words_by
            from visit_answer where visit = :id and icb = :icb order by question
            """;
    private static final String COMMENTS = """
            select id, words, by_name, at, taken, reply from visit_comment where visit = :id and icb = :icb order by id
            """;
    private static final String STEPS = """
            select at, by_name, step, words from visit_step where visit = :id and icb = :icb order by id
            """;
    private static final String LAST_VISITS = """
            select organisation, max(carried_out_on) as last_visit
            from visit
            where icb = :icb and carried_out_on is not null
            group by organisation
            """;

    private final JdbcClient jdbc;

    VisitStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// What was written down for a question.
    ///
    /// @param scoreBy whose account the score is of; null where there is none, or it is not known
    /// @param wordsBy whose account the words are of; null where there are none, or of several, or not known
    public record Answer(
            String question,
            String score,
            String words,
            @Nullable Integer scoreBy,
            @Nullable Integer wordsBy) {
        /// Nothing yet.
        public static Answer none(String question) {
            return new Answer(question, "", "", null, null);
        }

        /// The same with another score.
        public Answer scored(String other, @Nullable Integer by) {
            return new Answer(question, other, words, by, wordsBy);
        }

        /// The same with other words.
        public Answer worded(String other, @Nullable Integer by) {
            return new Answer(question, score, other, scoreBy, by);
        }
    }

    /// What happened.
    public record Step(Instant at, String byName, String step, String words) {}

    /// The visit as far as the running unit of work may see it.
    public Optional<Visit> find(int icb, long id) {
        return one(ONE, icb, id);
    }

    /// Visits by number, as far as the running unit of work may see them.
    public List<Visit> ofNumbers(int icb, Collection<Long> ids) {
        return jdbc.sql(VISITS + "where v.icb = :icb and v.id = any (:ids)\norder by v.id")
                .param("icb", icb)
                .param("ids", ids.toArray(Long[]::new))
                .query(VisitStore::visit)
                .list();
    }

    /// A visit and one that follows it.
    public record Following(long first, long next) {}

    /// Where any of these visits follows another or is followed.
    public List<Following> following(int icb, Collection<Long> ids) {
        return jdbc.sql(FOLLOWING)
                .param("icb", icb)
                .param("ids", ids.toArray(Long[]::new))
                .query((row, _) -> new Following(row.getLong("follows"), row.getLong("id")))
                .list();
    }

    /// The visit that this one follows and those that follow it, the earliest first.
    public List<Visit> beside(Visit visit) {
        return jdbc.sql(VISITS + BESIDE)
                .param("icb", visit.icb())
                .param("id", visit.id())
                .param("follows", visit.follows(), java.sql.Types.BIGINT)
                .query(VisitStore::visit)
                .list();
    }

    /// One visit, locked until the unit of work ends.
    public Optional<Visit> lock(int icb, long id) {
        return one(ONE + "for no key update of v", icb, id);
    }

    private Optional<Visit> one(String sql, int icb, long id) {
        return jdbc.sql(sql)
                .param("id", id)
                .param("icb", icb)
                .query(VisitStore::visit)
                .optional();
    }

    /// Which visits a list has.
    ///
    /// @param organisation null for any
    /// @param state null for any
    /// @param runningUntil only those that are not at their end, and of those to come the ones until that
    ///     day; null for all
    public record Filter(
            int icb,
            @Nullable Integer organisation,
            @Nullable String state,
            @Nullable LocalDate runningUntil) {
        Conditions where() {
            return Conditions.of("v.icb = :icb", "icb", icb)
                    .given("v.organisation = :organisation", "organisation", organisation)
                    .given("v.state = :state", "state", state)
                    .given("v.planned_on <= :until", "until", runningUntil)
                    .when(runningUntil != null, "v.state not in ('CLOSED', 'CANCELLED')");
        }
    }

    /// A page of the list: latest first; of those that run, the ones to come last and soonest first.
    ///
    /// @param page from 1
    public List<Visit> page(Filter filter, int page, int size) {
        var where = filter.where();
        return jdbc.sql(LIST.formatted(where.sql(), filter.runningUntil() == null ? LATEST_FIRST : RUNNING_FIRST))
                .params(where.values())
                .param("size", size)
                .param("offset", (page - 1) * size)
                .query(VisitStore::visit)
                .list();
    }

    /// How many the same list has.
    public int count(Filter filter) {
        var where = filter.where();
        return jdbc.sql("select count(*) from visit v where " + where.sql())
                .params(where.values())
                .query((row, _) -> row.getInt(1))
                .single();
    }

    /// Visits in any of these states, soonest first, at most 50.
    public List<Visit> in(int icb, String... states) {
        return jdbc.sql(WAITING)
                .param("icb", icb)
                .param("states", states)
                .query(VisitStore::visit)
                .list();
    }

    /// What was written down, by question.
    public Map<String, Answer> answers(int icb, long id) {
        var answers = new LinkedHashMap<String, Answer>();
        jdbc.sql(ANSWERS)
                .param("id", id)
                .param("icb", icb)
                .query((row, _) -> new Answer(
                        row.getString("question"),
                        row.getString("score"),
                        row.getString("words"),
                        row.getObject("score_by", Integer.class),
                        row.getObject("words_by", Integer.class)))
                .list()
                .forEach(answer -> answers.put(answer.question(), answer));
        return answers;
    }

    /// What the provider said of the draft, in order.
    public List<Visit.Comment> comments(int icb, long id) {
        return jdbc.sql(COMMENTS)
                .param("id", id)
                .param("icb", icb)
                .query((row, _) -> new Visit.Comment(
                        row.getLong("id"),
                        row.getString("words"),
                        row.getString("by_name"),
                        row.getTimestamp("at").toInstant(),
                        row.getObject("taken", Boolean.class),
                        row.getString("reply")))
                .list();
    }

    /// What happened to it, in order.
    public List<Step> steps(int icb, long id) {
        return jdbc.sql(STEPS)
                .param("id", id)
                .param("icb", icb)
                .query((row, _) -> new Step(
                        row.getTimestamp("at").toInstant(),
                        row.getString("by_name"),
                        row.getString("step"),
                        row.getString("words")))
                .list();
    }

    /// When each provider was last visited.
    public Map<Integer, LocalDate> lastVisits(int icb) {
        var last = new LinkedHashMap<Integer, LocalDate>();
        jdbc.sql(LAST_VISITS).param("icb", icb).query(row -> {
            last.put(row.getInt("organisation"), row.getObject("last_visit", LocalDate.class));
        });
        return last;
    }

    private static Visit visit(ResultSet row, int number) throws SQLException {
        return new Visit(
                row.getLong("id"),
                row.getInt("icb"),
                row.getInt("organisation"),
                row.getString("code"),
                row.getString("name"),
                VisitKind.valueOf(row.getString("kind")),
                VisitStates.named(row.getString("state")),
                row.getString("purpose"),
                row.getString("why"),
                row.getObject("follows", Long.class),
                row.getObject("planned_on", LocalDate.class),
                row.getInt("lead"),
                row.getString("lead_name"),
                new Visit.Happened(
                        row.getObject("carried_out_on", LocalDate.class),
                        new VisitState.Sampled(
                                row.getObject("staff_spoken", Integer.class),
                                row.getObject("records_seen", Integer.class),
                                row.getString("sample_reason")),
                        row.getString("summary"),
                        row.getObject("sent_on", LocalDate.class),
                        row.getObject("answered_on", LocalDate.class),
                        row.getObject("final_on", LocalDate.class)),
                row.getBoolean("open_to_provider"),
                row.getInt("version"));
    }
}

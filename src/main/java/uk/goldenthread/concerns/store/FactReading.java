package uk.goldenthread.concerns.store;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import uk.goldenthread.concerns.model.HeardRule.Heard;
import uk.goldenthread.concerns.model.RegulatorRule.Notice;
import uk.goldenthread.concerns.model.RegulatorRule.Rating;
import uk.goldenthread.database.Conditions;
import uk.goldenthread.kernel.regulator.Grade;

/// Reads what is known of providers besides their figures and what they claim: evidence, visits, audits, what was
/// heard,
/// what the regulator published. Each statement reads one provider or every one of the ICB.
@Repository
@SuppressWarnings("InlineFormatString") // SQL reads better as a named text block
public class FactReading {
    /// Answers that have evidence, all of it out of date.
    private static final String EXPIRED = """
            select substring(c.subject from 'answer/([0-9]+)')::bigint as answer
            from pub_evidence_claim c
            join pub_evidence e on e.icb = c.icb and e.id = c.evidence and e.withdrawn_at is null
            where %s and c.subject like 'answer/%%'
            group by c.subject
            having max(coalesce(e.valid_until, date 'infinity')) < :today
            """;
    private static final String STATES = """
            select s.organisation, s.kpi, s.period, s.value, s.numerator, s.denominator,
                bool_or(g.rule is not null) as failing
            from pub_series_state s
            left join pub_signal g on g.icb = s.icb and g.organisation = s.organisation and g.kpi = s.kpi and g.holds
                and g.rule in ('SPC-FAIL', 'W02', 'W03')
            where %s and s.value is not null
            group by s.organisation, s.kpi, s.period, s.value, s.numerator, s.denominator
            """;
    /// Only what is final: until then its facts may change.
    private static final String FINDINGS = """
            select f.organisation, f.grade, f.framework, f.requirement, f.visited_on
            from pub_visit_finding f
            where %s and f.stands and f.final_on is not null and f.requirement is not null
            """;
    /// The newest of each chain.
    private static final String AUDITS = """
            select a.organisation, a.title, a.result, a.framework, a.requirement, a.concluded_on
            from pub_audit_result a
            where %s and not a.complete and a.requirement is not null
            """;
    private static final String HEARD = """
            select i.organisation, i.source, i.theme, i.heard_on, i.praises
            from pub_intelligence i
            where %s and i.closed_on is null and i.heard_on >= :since
            """;
    private static final String RATINGS = """
            select r.organisation, r.published_on, r.overall, r.safe
            from pub_regulator_rating r
            where %s
            order by r.organisation, r.published_on
            """;
    private static final String NOTICES = """
            select n.organisation, n.id, n.published_on
            from pub_regulator_notice n
            where %s and n.lifted_on is null
            order by n.organisation, n.id
            """;

    private final JdbcClient jdbc;

    FactReading(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// The latest value of a figure.
    ///
    /// @param period its code
    /// @param failing whether a signal says that it misses its target for long or will
    public record State(int organisation, String kpi, String period, double value, boolean failing) {}

    /// What a visit found of one line of a framework.
    ///
    /// @param grade one of the visits' grades
    public record Finding(int organisation, String grade, String framework, String line, LocalDate visited) {}

    /// What an audit concluded of one line of a framework.
    public record Audit(
            int organisation, String title, String result, String framework, String line, LocalDate concluded) {}

    /// What was heard of an organisation.
    ///
    /// @param heard its source still as its code
    public record HeardOf(int organisation, Heard heard) {}

    private JdbcClient.StatementSpec statement(String sql, String table, int icb, @Nullable Integer organisation) {
        var conditions = Conditions.of(table + ".icb = :icb", "icb", icb)
                .given(table + ".organisation = :organisation", "organisation", organisation);
        return jdbc.sql(sql.formatted(conditions.sql())).params(conditions.values());
    }

    /// The numbers of answers whose evidence is all out of date.
    public Set<Long> expired(int icb, @Nullable Integer organisation, LocalDate today) {
        return new HashSet<>(statement(EXPIRED, "c", icb, organisation)
                .param("today", today)
                .query((row, _) -> row.getLong("answer"))
                .list());
    }

    /// The latest value of each of these figures.
    public List<State> states(int icb, @Nullable Integer organisation, Collection<String> kpis) {
        var conditions = Conditions.of("s.icb = :icb", "icb", icb)
                .given("s.organisation = :organisation", "organisation", organisation)
                .and("s.kpi = any (:kpis::text[])", "kpis", kpis.toArray(String[]::new));
        return jdbc.sql(STATES.formatted(conditions.sql()))
                .params(conditions.values())
                .query((row, _) -> new State(
                        row.getInt("organisation"),
                        row.getString("kpi"),
                        row.getString("period"),
                        row.getDouble("value"),
                        row.getBoolean("failing")))
                .list();
    }

    public List<Finding> findings(int icb, @Nullable Integer organisation) {
        return statement(FINDINGS, "f", icb, organisation)
                .query((row, _) -> new Finding(
                        row.getInt("organisation"),
                        row.getString("grade"),
                        row.getString("framework"),
                        row.getString("requirement"),
                        row.getObject("visited_on", LocalDate.class)))
                .list();
    }

    public List<Audit> audits(int icb, @Nullable Integer organisation) {
        return statement(AUDITS, "a", icb, organisation)
                .query((row, _) -> new Audit(
                        row.getInt("organisation"),
                        row.getString("title"),
                        row.getString("result"),
                        row.getString("framework"),
                        row.getString("requirement"),
                        row.getObject("concluded_on", LocalDate.class)))
                .list();
    }

    /// What was heard from that day on and still stands.
    public List<HeardOf> heard(int icb, @Nullable Integer organisation, LocalDate since) {
        return statement(HEARD, "i", icb, organisation)
                .param("since", since)
                .query((row, _) -> new HeardOf(
                        row.getInt("organisation"),
                        new Heard(
                                row.getObject("heard_on", LocalDate.class),
                                row.getString("source"),
                                row.getString("theme"),
                                row.getBoolean("praises"))))
                .list();
    }

    /// The regulator's ratings by organisation, in the order of their days.
    public Map<Integer, List<Rating>> ratings(int icb, @Nullable Integer organisation) {
        var ratings = new HashMap<Integer, List<Rating>>();
        statement(RATINGS, "r", icb, organisation).query(row -> {
            ratings.computeIfAbsent(row.getInt("organisation"), _ -> new ArrayList<>())
                    .add(new Rating(
                            row.getObject("published_on", LocalDate.class),
                            grade(row.getString("overall")),
                            grade(row.getString("safe"))));
        });
        return ratings;
    }

    private static @Nullable Grade grade(@Nullable String code) {
        return code == null ? null : Grade.valueOf(code);
    }

    /// The regulator's warning notices in force, by organisation.
    public Map<Integer, List<Notice>> notices(int icb, @Nullable Integer organisation) {
        var notices = new HashMap<Integer, List<Notice>>();
        statement(NOTICES, "n", icb, organisation).query(row -> {
            notices.computeIfAbsent(row.getInt("organisation"), _ -> new ArrayList<>())
                    .add(new Notice(row.getLong("id"), row.getObject("published_on", LocalDate.class)));
        });
        return notices;
    }
}

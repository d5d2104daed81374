package uk.goldenthread.assessments.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// SQL of a round's heat map: one row an organisation, its cells folded into one text, from the scores that
/// each
/// write keeps. What was never handed in is nobody's claim yet and stays out. Called inside a unit of work.
@Component
public class HeatStore {
    private static final String STANDARDS = """
            select a.id, a.organisation, o.code, o.name, a.kind, a.light, a.state, a.due_on, c.cells
            from assessment a
            join pub_organisation o on o.id = a.organisation
            left join assessment_card c on c.assessment = a.id and c.view = :view and c.icb = :icb and a.submitted_at is not null
            where a.icb = :icb and a.round = :round
            order by o.name, a.id
            """;
    private static final String CRITERIA = """
            select a.id, a.organisation, o.code, o.name, a.kind, a.light, a.state, a.due_on, s.cells
            from assessment a
            join pub_organisation o on o.id = a.organisation
            left join (
                select y.id,
                    string_agg(w.code || ' ' || case :view
                        when 'MODERATED' then case when m.stage <> 'DRAFT' then m.value else '' end
                        when 'ACCEPTED' then case when m.stage = 'ACCEPTED' then m.accepted else '' end
                        else w.value end || ' ' || case when w.evidenced then '+' else '-' end, ',') as cells
                from assessment y
                join answer w on w.assessment = y.id and w.code = any (:codes)
                left join moderation m on m.answer = w.id
                where y.icb = :icb and y.round = :round and y.submitted_at is not null
                group by y.id) s on s.id = a.id
            where a.icb = :icb and a.round = :round
            order by o.name, a.id
            """;
    private static final String BEFORE = """
            select p.id, p.organisation, '' as code, '' as name, p.kind, p.light, p.state, p.due_on, c.cells
            from (
                select distinct on (a.organisation) a.id, a.organisation, a.kind, a.light, a.state, a.due_on
                from assessment a
                join assessment_round r on r.id = a.round
                where a.icb = :icb and r.framework = :framework and r.opens_on < :opens and a.submitted_at is not null
                order by a.organisation, r.opens_on desc, a.id desc) p
            join assessment_card c on c.assessment = p.id and c.view = :view and c.icb = :icb
            order by p.organisation
            """;
    private static final String VARIANCES = """
            select m.code, count(*) as judged, avg(m.variance) as mean,
                count(*) filter (where m.variance <= -25) as over, count(*) filter (where m.variance >= 25) as under
            from assessment a
            join moderation m on m.assessment = a.id
            where a.icb = :icb and a.round = :round and m.stage <> 'DRAFT' and m.variance is not null
            group by m.code
            order by m.code
            """;

    private final JdbcClient jdbc;

    public HeatStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// One organisation of a round.
    ///
    /// @param light whether it was asked the short profile
    /// @param cells "(STANDARD,COLOUR,SCORE,RATED,APPLICABLE)", parted by semicolons, or "CODE VALUE
    ///     EVIDENCED", parted by commas; null for none
    public record Row(
            long id,
            int organisation,
            String code,
            String name,
            String kind,
            boolean light,
            String state,
            LocalDate dueOn,
            @Nullable String cells) {}

    /// How far the judgements of one criterion lie from its claims.
    ///
    /// @param mean points of 100, judged less claimed
    /// @param over in how many assessments the claim lay 25 points or more above the judgement
    /// @param under in how many it lay so far below
    public record Variance(String code, int judged, double mean, int over, int under) {}

    /// Every organisation of the round with its scores by standard in one view, by name.
    public List<Row> standards(int icb, long round, String view) {
        return jdbc.sql(STANDARDS)
                .param("icb", icb)
                .param("round", round)
                .param("view", view)
                .query(HeatStore::row)
                .list();
    }

    /// The same with what was judged of single criteria in one view.
    public List<Row> criteria(int icb, long round, String view, Collection<String> codes) {
        return jdbc.sql(CRITERIA)
                .param("icb", icb)
                .param("round", round)
                .param("view", view)
                .param("codes", codes.toArray(String[]::new))
                .query(HeatStore::row)
                .list();
    }

    /// What each organisation last handed in to the same framework before that day, with its scores in one
    /// view.
    public List<Row> before(int icb, String framework, LocalDate opens, String view) {
        return jdbc.sql(BEFORE)
                .param("icb", icb)
                .param("framework", framework)
                .param("opens", opens)
                .param("view", view)
                .query(HeatStore::row)
                .list();
    }

    /// How far the round's judgements lie from its claims, by criterion.
    public List<Variance> variances(int icb, long round) {
        return jdbc.sql(VARIANCES)
                .param("icb", icb)
                .param("round", round)
                .query((row, _) -> new Variance(
                        row.getString("code"),
                        row.getInt("judged"),
                        row.getDouble("mean"),
                        row.getInt("over"),
                        row.getInt("under")))
                .list();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                row.getLong("id"),
                row.getInt("organisation"),
                row.getString("code"),
                row.getString("name"),
                row.getString("kind"),
                row.getBoolean("light"),
                row.getString("state"),
                row.getObject("due_on", LocalDate.class),
                row.getString("cells"));
    }
}

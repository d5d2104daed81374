package uk.goldenthread.assessments.store;

import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Which answers hang on which requirement, and which were copied from which. Called inside a unit of work.
@Component
public class AnswerThreadStore {
    private static final String TO_REQUIREMENTS = """
            select w.id, r.framework, r.edition, w.code
            from unnest(cast(:frameworks as text[]), cast(:editions as text[]), cast(:codes as text[])) as q(framework, edition, code)
            join assessment_round r on r.icb = :icb and r.framework = q.framework and r.edition = q.edition
            join assessment a on a.round = r.id and a.icb = :icb
            join answer w on w.assessment = a.id and w.icb = :icb and w.code = q.code
            where w.value <> ''
            order by w.id
            """;
    private static final String COPIED = """
            select id, source_answer
            from answer
            where icb = :icb and source_answer is not null and (id = any (:ids) or source_answer = any (:ids))
            order by id
            """;

    private final JdbcClient jdbc;

    public AnswerThreadStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// A line of a framework.
    public record Requirement(String framework, String edition, String code) {}

    /// An answer to a requirement.
    public record Answering(long answer, Requirement requirement) {}

    /// An answer that was copied from another.
    public record Copied(long answer, long from) {}

    /// The judged answers to these requirements.
    public List<Answering> answersTo(int icb, Collection<Requirement> requirements) {
        return jdbc.sql(TO_REQUIREMENTS)
                .param("icb", icb)
                .param("frameworks", column(requirements, Requirement::framework))
                .param("editions", column(requirements, Requirement::edition))
                .param("codes", column(requirements, Requirement::code))
                .query((row, _) -> new Answering(
                        row.getLong("id"),
                        new Requirement(row.getString("framework"), row.getString("edition"), row.getString("code"))))
                .list();
    }

    /// The copies from and to these answers.
    public List<Copied> copied(int icb, Collection<Long> answers) {
        return jdbc.sql(COPIED)
                .param("icb", icb)
                .param("ids", answers.toArray(Long[]::new))
                .query((row, _) -> new Copied(row.getLong("id"), row.getLong("source_answer")))
                .list();
    }

    private static String[] column(
            Collection<Requirement> requirements, java.util.function.Function<Requirement, String> of) {
        return requirements.stream().map(of).toArray(String[]::new);
    }
}

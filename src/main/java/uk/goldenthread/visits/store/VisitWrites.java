package uk.goldenthread.visits.store;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import uk.goldenthread.access.Actor;
import uk.goldenthread.database.Changes;
import uk.goldenthread.visits.model.Grade;
import uk.goldenthread.visits.model.Line;
import uk.goldenthread.visits.model.Visit;
import uk.goldenthread.visits.model.VisitKind;
import uk.goldenthread.visits.model.VisitState;
import uk.goldenthread.visits.model.VisitStates;

/// Writes visits. Called inside a unit of work that has locked the visit.
@Repository
public class VisitWrites {
    private static final String ADD = """
            insert into visit (icb, organisation, kind, purpose, why, follows, planned_on, lead, lead_name)
            values (:icb, :organisation, :kind, :purpose, :why, :follows, :on, :lead, :leadName)
            returning id
            """;
    private static final String ANSWERS = """
            insert into visit_answer (visit, icb, organisation, question, score, words, score_by, words_by, saved_by, saved_at)
            select :visit, :icb, :organisation, question, score, words, score_by, words_by, :by, :at
            from unnest(:questions::text[], :scores::text[], :words::text[], :scoresBy::int[], :wordsBy::int[])
                as answered (question, score, words, score_by, words_by)
            on conflict (visit, question) do update
            set score = excluded.score, words = excluded.words, score_by = excluded.score_by, words_by = excluded.words_by,
                saved_by = excluded.saved_by, saved_at = excluded.saved_at
            """;
    private static final String ADD_FINDING = """
            insert into visit_finding (visit, icb, organisation, grade, part, question, framework, edition, requirement,
                words, told_to, told_at, open_to_provider)
            values (:visit, :icb, :organisation, :grade, :part, :question, :framework, :edition, :requirement, :words,
                :toldTo, :toldAt, :open)
            returning id
            """;
    private static final String WRITTEN = """
            update visit_finding set written_at = :at, version = version + 1
            where visit = :visit and icb = :icb and id = :id and grade = 'IMMEDIATE' and written_at is null
            """;
    private static final String WITHDRAW = """
            update visit_finding set withdrawn_why = :why, version = version + 1
            where visit = :visit and icb = :icb and id = :id and withdrawn_why is null
            """;
    private static final String OPEN_FINDINGS = """
            update visit_finding set open_to_provider = true, version = version + 1
            where visit = :visit and icb = :icb and not open_to_provider and withdrawn_why is null
            """;
    private static final String COMMENT = """
            insert into visit_comment (visit, icb, organisation, words, by_name, at)
            values (:visit, :icb, :organisation, :words, :byName, :at)
            """;
    private static final String DECIDE_COMMENT = """
            update visit_comment set taken = :taken, reply = :reply where visit = :visit and icb = :icb and id = :id
            """;
    private static final String STEP = """
            insert into visit_step (visit, icb, organisation, at, by_account, by_name, step, words, open_to_provider)
            values (:visit, :icb, :organisation, :at, :by, :byName, :step, :words, :open)
            """;

    private final JdbcClient jdbc;

    VisitWrites(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// A visit to be planned.
    ///
    /// @param follows the visit whose findings it looks at again; null where it follows none
    public record New(
            int organisation,
            VisitKind kind,
            String purpose,
            String why,
            LocalDate on,
            @Nullable Long follows) {}

    /// Plans a visit.
    public long add(Actor actor, New visit) {
        return jdbc.sql(ADD)
                .param("icb", actor.icb())
                .param("organisation", visit.organisation())
                .param("kind", visit.kind().name())
                .param("purpose", visit.purpose())
                .param("why", visit.why())
                .param("follows", visit.follows(), java.sql.Types.BIGINT)
                .param("on", visit.on())
                .param("lead", actor.account())
                .param("leadName", actor.name())
                .query((row, _) -> row.getLong("id"))
                .single();
    }

    /// A change to the next state.
    public static Changes to(VisitState state) {
        return Changes.none().set("state", VisitStates.name(state));
    }

    /// Changes a visit.
    ///
    /// @throws OptimisticLockingFailureException when it changed since it was read
    public void change(Visit visit, Changes change) {
        change.write(jdbc, new Changes.Row("visit", visit.id(), visit.icb(), visit.version()));
    }

    /// Saves what was written down for these questions. Others are not touched, so that several visitors write at once.
    public void answers(Visit visit, Actor actor, List<VisitStore.Answer> answers, Instant at) {
        jdbc.sql(ANSWERS)
                .param("visit", visit.id())
                .param("icb", visit.icb())
                .param("organisation", visit.organisation())
                .param(
                        "questions",
                        answers.stream().map(VisitStore.Answer::question).toArray(String[]::new))
                .param("scores", answers.stream().map(VisitStore.Answer::score).toArray(String[]::new))
                .param("words", answers.stream().map(VisitStore.Answer::words).toArray(String[]::new))
                .param(
                        "scoresBy",
                        answers.stream().map(VisitStore.Answer::scoreBy).toArray(Integer[]::new))
                .param(
                        "wordsBy",
                        answers.stream().map(VisitStore.Answer::wordsBy).toArray(Integer[]::new))
                .param("by", actor.account())
                .param("at", Timestamp.from(at))
                .update();
    }

    /// A finding to be added; one that is told at once is open to the provider.
    ///
    /// @param question empty where it is about a part as a whole
    /// @param line the line of a framework that it bears on; null where none
    public record NewFinding(
            Grade grade,
            String part,
            String question,
            @Nullable Line line,
            String words,
            String toldTo,
            @Nullable Instant toldAt) {}

    /// Adds a finding.
    public long finding(Visit visit, NewFinding finding) {
        var told = finding.toldAt();
        var line = finding.line();
        return jdbc.sql(ADD_FINDING)
                .param("visit", visit.id())
                .param("icb", visit.icb())
                .param("organisation", visit.organisation())
                .param("grade", finding.grade().name())
                .param("part", finding.part())
                .param("question", finding.question())
                .param("framework", line == null ? null : line.framework(), java.sql.Types.VARCHAR)
                .param("edition", line == null ? null : line.edition(), java.sql.Types.VARCHAR)
                .param("requirement", line == null ? null : line.code(), java.sql.Types.VARCHAR)
                .param("words", finding.words())
                .param("toldTo", finding.toldTo())
                .param("toldAt", told == null ? null : Timestamp.from(told), java.sql.Types.TIMESTAMP)
                .param("open", told != null)
                .query((row, _) -> row.getLong("id"))
                .single();
    }

    /// Notes that an immediate risk was confirmed in writing.
    ///
    /// @return false when there is no such risk, or it was confirmed before
    public boolean written(Visit visit, long finding, Instant at) {
        return jdbc.sql(WRITTEN)
                        .param("visit", visit.id())
                        .param("icb", visit.icb())
                        .param("id", finding)
                        .param("at", Timestamp.from(at))
                        .update()
                == 1;
    }

    /// Withdraws a finding, which stays on the record with the reason.
    ///
    /// @return false when there is no such finding, or it was withdrawn before
    public boolean withdraw(Visit visit, long finding, String why) {
        return jdbc.sql(WITHDRAW)
                        .param("visit", visit.id())
                        .param("icb", visit.icb())
                        .param("id", finding)
                        .param("why", why)
                        .update()
                == 1;
    }

    /// Lets the provider see the findings.
    public void openFindings(Visit visit) {
        jdbc.sql(OPEN_FINDINGS)
                .param("visit", visit.id())
                .param("icb", visit.icb())
                .update();
    }

    /// What the provider says of the draft.
    public void comment(Visit visit, String words, String byName, Instant at) {
        jdbc.sql(COMMENT)
                .param("visit", visit.id())
                .param("icb", visit.icb())
                .param("organisation", visit.organisation())
                .param("words", words)
                .param("byName", byName)
                .param("at", Timestamp.from(at))
                .update();
    }

    /// What the ICB makes of it.
    ///
    /// @return false when there is no such comment
    public boolean decide(Visit visit, long comment, boolean taken, String reply) {
        return jdbc.sql(DECIDE_COMMENT)
                        .param("visit", visit.id())
                        .param("icb", visit.icb())
                        .param("id", comment)
                        .param("taken", taken)
                        .param("reply", reply)
                        .update()
                == 1;
    }

    /// A step of its story.
    ///
    /// @param open whether the provider may read it
    public void step(Visit visit, Actor actor, String step, String words, Instant at, boolean open) {
        jdbc.sql(STEP)
                .param("visit", visit.id())
                .param("icb", visit.icb())
                .param("organisation", visit.organisation())
                .param("at", Timestamp.from(at))
                .param("by", actor.account())
                .param("byName", actor.name())
                .param("step", step)
                .param("words", words)
                .param("open", open)
                .update();
    }
}

package uk.goldenthread.concerns.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What providers are asked about signals, and what they answer.
@Repository
public class QuestionStore {
    private static final String COLUMNS =
            "id, icb, organisation, signal, about, question, asked_by, asked_on, answer, answered_by, answered_on, version";
    private static final String ASK = """
            insert into signal_question (icb, organisation, signal, about, question, asked_by, asked_on)
            values (:icb, :organisation, :signal, :about, :question, :by, :on)
            returning id
            """;
    private static final String FIND =
            "select %s from signal_question where icb = :icb and id = :id".formatted(COLUMNS);
    private static final String OF_SIGNAL =
            "select %s from signal_question where icb = :icb and signal = :signal order by id".formatted(COLUMNS);
    private static final String OF_PROVIDER = """
            select %s from signal_question
            where icb = :icb and organisation = :organisation
            order by answer is not null, id desc
            limit 200
            """.formatted(COLUMNS);
    private static final String ANSWER = """
            update signal_question
            set answer = :answer, answered_by = :by, answered_on = :on, version = version + 1
            where icb = :icb and id = :id and version = :version
            """;

    private final JdbcClient jdbc;

    QuestionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// A question to a provider.
    ///
    /// @param about what it is about, in words the provider understands without seeing the signal
    public record Question(
            long id,
            int icb,
            int organisation,
            long signal,
            String about,
            String question,
            int askedBy,
            LocalDate askedOn,
            @Nullable String answer,
            @Nullable Integer answeredBy,
            @Nullable LocalDate answeredOn,
            int version) {}

    /// What is asked, of whom, by whom.
    public record Asking(SignalStore.Stored signal, String about, String question, int by, LocalDate on) {}

    /// The new question's number.
    public long ask(Asking asking) {
        return jdbc.sql(ASK)
                .param("icb", asking.signal().icb())
                .param("organisation", asking.signal().organisation())
                .param("signal", asking.signal().id())
                .param("about", asking.about())
                .param("question", asking.question())
                .param("by", asking.by())
                .param("on", asking.on())
                .query((row, _) -> row.getLong("id"))
                .single();
    }

    public Optional<Question> find(int icb, long id) {
        return jdbc.sql(FIND)
                .param("icb", icb)
                .param("id", id)
                .query(QuestionStore::question)
                .optional();
    }

    /// The questions asked about one signal, in order.
    public List<Question> of(int icb, long signal) {
        return jdbc.sql(OF_SIGNAL)
                .param("icb", icb)
                .param("signal", signal)
                .query(QuestionStore::question)
                .list();
    }

    /// The questions put to one provider, unanswered ones first, then the newest.
    public List<Question> to(int icb, int organisation) {
        return jdbc.sql(OF_PROVIDER)
                .param("icb", icb)
                .param("organisation", organisation)
                .query(QuestionStore::question)
                .list();
    }

    /// @throws OptimisticLockingFailureException when somebody else answered since it was read
    public void answer(Question question, String answer, int by, LocalDate on) {
        var updated = jdbc.sql(ANSWER)
                .param("icb", question.icb())
                .param("id", question.id())
                .param("version", question.version())
                .param("answer", answer)
                .param("by", by)
                .param("on", on)
                .update();
        if (updated == 0) {
            throw new OptimisticLockingFailureException(
                    "question %d changed since it was read".formatted(question.id()));
        }
    }

    private static Question question(ResultSet row, int number) throws SQLException {
        return new Question(
                row.getLong("id"),
                row.getInt("icb"),
                row.getInt("organisation"),
                row.getLong("signal"),
                row.getString("about"),
                row.getString("question"),
                row.getInt("asked_by"),
                row.getObject("asked_on", LocalDate.class),
                row.getString("answer"),
                row.getObject("answered_by", Integer.class),
                row.getObject("answered_on", LocalDate.class),
                row.getInt("version"));
    }
}

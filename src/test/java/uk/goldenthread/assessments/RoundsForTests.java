package uk.goldenthread.assessments;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.goldenthread.assessments.model.Answer;
import uk.goldenthread.assessments.model.AssessmentHeader;
import uk.goldenthread.assessments.model.RoundDates;
import uk.goldenthread.assessments.service.Answering;
import uk.goldenthread.assessments.service.Base;
import uk.goldenthread.assessments.service.HandingIn;
import uk.goldenthread.assessments.service.Rounds;
import uk.goldenthread.assessments.service.Typed;
import uk.goldenthread.assessments.store.AssessmentStore;
import uk.goldenthread.database.Scope;
import uk.goldenthread.database.UnitOfWork;
import uk.goldenthread.support.Given;

/// Prepares rounds and answers them as a typical provider would.
@Component
public class RoundsForTests {
    private final Rounds rounds;
    private final Answering answering;
    private final HandingIn handing;
    private final AssessmentStore store;
    private final UnitOfWork work;
    private final JdbcClient jdbc;

    RoundsForTests(
            Rounds rounds,
            Answering answering,
            HandingIn handing,
            AssessmentStore store,
            UnitOfWork work,
            JdbcClient jdbc) {
        this.rounds = rounds;
        this.answering = answering;
        this.handing = handing;
        this.store = store;
        this.work = work;
        this.jdbc = jdbc;
    }

    /// A round of a framework for acute trusts and practices, which opens that day.
    public Rounds.Wanted wanted(String framework, String name, LocalDate opens) {
        var edition = Frameworks.load().find(framework).orElseThrow().edition();
        return new Rounds.Wanted(
                framework,
                edition,
                name,
                Set.of("ACUTE", "GP"),
                Set.of(),
                true,
                new RoundDates.Typical(56, 28).from(opens));
    }

    /// Prepares and publishes a round.
    public long published(Given.Person nurse, String framework, String name, LocalDate opens) {
        long round =
                rounds.prepare(nurse.actor(), wanted(framework, name, opens)).orElseThrow();
        rounds.publish(nurse.actor(), round).orElseThrow();
        return round;
    }

    /// Asks acute trusts alone from that day on, eight weeks to answer and four to check.
    ///
    /// @return the assessment of that trust
    public long asked(Given.Person nurse, Given.Organisation trust, Asked framework, String name, LocalDate opens) {
        var dates = new RoundDates(opens, opens.plusWeeks(8), opens.plusWeeks(12), null, opens.plusWeeks(20));
        var wanted =
                new Rounds.Wanted(framework.code(), framework.edition(), name, Set.of("ACUTE"), Set.of(), false, dates);
        long round = rounds.prepare(nurse.actor(), wanted).orElseThrow();
        rounds.publish(nurse.actor(), round).orElseThrow();
        return assessment(nurse, round, trust);
    }

    /// One edition of a framework.
    public record Asked(String code, String edition) {
        public static final Asked SECTION_11 = new Asked("S11_WT", "2023");
    }

    /// The assessment of an organisation in a round.
    public long assessment(Given.Person person, long round, Given.Organisation organisation) {
        return work.read(
                Scope.jobFor(person.actor().icb()),
                () -> jdbc.sql("select id from assessment where round = :round and organisation = :organisation")
                        .param("round", round)
                        .param("organisation", organisation.id())
                        .query((row, _) -> row.getLong(1))
                        .single());
    }

    public AssessmentHeader header(Given.Person person, long id) {
        return work.read(
                person.actor().scope(),
                () -> store.find(person.actor().icb(), id).orElseThrow());
    }

    public Map<String, Answer> answers(Given.Person person, long id) {
        var byCode = new HashMap<String, Answer>();
        work.read(person.actor().scope(), () -> store.answers(person.actor().icb(), id))
                .forEach(answer -> byCode.put(answer.code(), answer));
        return byCode;
    }

    /// Answers every question the same, with words and a reason, in one save.
    public void answerAll(Given.Person person, long id, String value) {
        var typed = new ArrayList<Typed>();
        for (var code : answers(person, id).keySet()) {
            typed.add(Typed.value(code, value).saying("As the policy says").because("Funding comes in May"));
        }
        answering
                .save(person.actor(), id, Base.seen(header(person, id).version()), typed)
                .orElseThrow();
    }

    /// Answers all, hands over and signs.
    public void handIn(Given.Person author, Given.Person executive, long id, String value) {
        answerAll(author, id, value);
        handing.handOver(author.actor(), id, executive.actor().account()).orElseThrow();
        handing.sign(executive.actor(), id).orElseThrow();
    }

    /// One figure, as the database has it.
    public <T> List<T> figures(Given.Person person, Class<T> type, String sql, Map<String, ?> params) {
        return work.read(
                Scope.jobFor(person.actor().icb()),
                () -> jdbc.sql(sql)
                        .params(params)
                        .query((row, _) -> row.getObject(1, type))
                        .list());
    }
}

package uk.goldenthread.papers;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.goldenthread.database.Scope;
import uk.goldenthread.database.UnitOfWork;
import uk.goldenthread.figures.MeasureValue;
import uk.goldenthread.figures.Measures;
import uk.goldenthread.figures.SeriesKey;
import uk.goldenthread.kernel.calendar.Month;
import uk.goldenthread.matrix.Sampler;
import uk.goldenthread.papers.model.Cover;
import uk.goldenthread.papers.model.Occasion;
import uk.goldenthread.papers.service.Freezing;
import uk.goldenthread.papers.service.PaperWords;
import uk.goldenthread.papers.service.Papers;
import uk.goldenthread.support.Given;

/// Papers in the states that tests need, made through the services; and a frozen one for the matrix.
@Component
public class PaperFixtures implements Sampler {
    public static final Month JUNE = Month.of(2025, 6);

    private static final String ADD_RETURN = """
            insert into data_return (icb, organisation, kind, period, period_start, period_end, frequency, due_on,
                executive_approval, state, submitted_at, submitted_by)
            values (:icb, :organisation, 'ACUTE', '2025-06', date '2025-06-01', date '2025-06-30', 'MONTHLY',
                date '2025-07-28', true, :state, :at, :by)
            returning id
            """;

    private final UnitOfWork work;
    private final JdbcClient jdbc;
    private final Measures measures;
    private final Papers papers;
    private final PaperWords words;
    private final Freezing freezing;

    PaperFixtures(
            UnitOfWork work, JdbcClient jdbc, Measures measures, Papers papers, PaperWords words, Freezing freezing) {
        this.work = work;
        this.jdbc = jdbc;
        this.measures = measures;
        this.papers = papers;
        this.words = words;
        this.freezing = freezing;
    }

    /// The people who take a paper through its states.
    public record Team(Given.Person nurse, Given.Person doctor, Given.Person executive) {}

    public Team team(Given given, Given.Organisation icb) {
        return new Team(
                given.person("DESIGNATED_NURSE", icb),
                given.person("DESIGNATED_DOCTOR", icb),
                given.person("ICB_EXECUTIVE_LEAD", icb));
    }

    /// Level 3 training of a provider: shares of 200 people, month by month, the last in June 2025.
    public void training(Given.Organisation icb, Given.Organisation provider, int... numerators) {
        var values = new ArrayList<MeasureValue>();
        var month = JUNE.start().minusMonths(numerators.length - 1L);
        for (int numerator : numerators) {
            values.add(new MeasureValue(
                    new SeriesKey(icb.id(), provider.id(), "K03"),
                    Month.of(month),
                    BigDecimal.valueOf(numerator),
                    BigDecimal.valueOf(200),
                    numerator / 2.0,
                    MeasureValue.Status.FINAL,
                    "test",
                    1));
            month = month.plusMonths(1);
        }
        work.write(Scope.jobFor(icb.id()), () -> measures.record(icb.id(), values));
    }

    /// A return for June 2025, due on 28 July 2025.
    public void dueReturn(Given.Organisation icb, Given.Organisation provider) {
        work.write(
                Scope.jobFor(icb.id()),
                () -> jdbc.sql(ADD_RETURN)
                        .param("icb", icb.id())
                        .param("organisation", provider.id())
                        .param("state", "NOT_STARTED")
                        .param("at", null, java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                        .param("by", null, java.sql.Types.INTEGER)
                        .query(Long.class)
                        .single());
    }

    /// The provider's return for June 2025 comes in.
    public void submit(Given.Organisation icb, Given.Organisation provider, Instant at, Given.Person by) {
        work.write(
                Scope.jobFor(icb.id()),
                () -> jdbc.sql("""
                                update data_return
                                set state = 'SUBMITTED', submitted_at = :at, submitted_by = :by, version = version + 1
                                where icb = :icb and organisation = :organisation
                                """)
                        .param("at", java.sql.Timestamp.from(at))
                        .param("by", by.actor().account())
                        .param("icb", icb.id())
                        .param("organisation", provider.id())
                        .update());
    }

    /// A draft for June 2025.
    public int draft(Team team, String committee) {
        return papers.begin(team.nurse().actor(), new Occasion(committee, JUNE, LocalDate.of(2025, 8, 14)))
                .orElseThrow();
    }

    public Cover complete() {
        return new Cover(
                "Safeguarding assurance, June 2025",
                "7",
                "",
                "The author, Designated nurse",
                "",
                "The sponsor, Chief Nurse",
                "ASSURANCE",
                "The committee is asked to note the position.",
                "",
                "",
                "none",
                "",
                "NONE",
                "",
                "",
                true,
                "",
                Map.of("EQUALITY", new Cover.Implication(Cover.Answer.NO, "")));
    }

    public void fillCover(Team team, int paper) {
        var version = papers.find(team.nurse().actor(), paper).version();
        papers.cover(team.nurse().actor(), paper, version, complete()).orElseThrow();
    }

    /// Takes a draft through signature.
    public void sign(Team team, int paper) {
        fillCover(team, paper);
        papers.submit(team.nurse().actor(), paper).orElseThrow();
        papers.sign(team.doctor().actor(), paper).orElseThrow();
        papers.sign(team.executive().actor(), paper).orElseThrow();
    }

    public void freeze(Team team, int paper) {
        sign(team, paper);
        freezing.freeze(team.nurse().actor(), paper).orElseThrow();
    }

    @Override
    public List<Sample> make(Given given, Given.Organisation icb, Given.Organisation provider) {
        var team = team(given, icb);
        training(icb, provider, 180, 181, 179, 180, 182, 180, 179, 181, 180, 180, 181, 120);
        var paper = draft(team, "QUALITY");
        var point = words.points(team.nurse().actor(), paper).getFirst().id();
        freeze(team, paper);
        return List.of(
                new Sample("/papers/{id", Map.of("id", Integer.toString(paper), "slot", "narrative"), false),
                new Sample(
                        "/papers/{id:[0-9]+}/points/{point",
                        Map.of("id", Integer.toString(paper), "point", Integer.toString(point)),
                        false),
                new Sample("/api/v1/papers/", Map.of("id", Integer.toString(paper)), false));
    }
}

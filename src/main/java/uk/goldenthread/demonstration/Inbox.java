package uk.goldenthread.demonstration;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.goldenthread.access.Actor;
import uk.goldenthread.concerns.Signals;
import uk.goldenthread.concerns.model.Progress.Triage;
import uk.goldenthread.database.UnitOfWork;
import uk.goldenthread.demonstration.plan.Stories;

/// What the ICB's team did week by week about the signals that the figures raised, and what providers answered.
@Component
class Inbox {
    private static final String WAITING = """
            select id, organisation, kpi, rule
            from pub_signal
            where icb = :icb and state = 'RAISED' and raised_on <= :before
            order by id
            """;
    private static final String UNANSWERED = """
            select id, about
            from pub_signal_question
            where icb = :icb and organisation = :organisation and answer is null and asked_on <= :before
            order by id
            """;
    private static final Map<String, String> QUESTIONS = Map.of(
            "K03", "Which wards are the people who are out of date on, and by when will each be trained?",
            "K14", "Who supervises whom today, and how many caseload holders have had no session for three months?");

    /// Nobody has taken this signal: it is overdue on the page of whoever tries the demonstration.
    private static final String OVERLOOKED = "W02K07";

    private final Signals signals;
    private final JdbcClient jdbc;
    private final UnitOfWork work;

    Inbox(Signals signals, JdbcClient jdbc, UnitOfWork work) {
        this.signals = signals;
        this.jdbc = jdbc;
        this.work = work;
    }

    private record Waiting(
            long id, int organisation, @Nullable String kpi, String rule) {}

    /// Deals with what has waited for a week.
    void deal(World world, LocalDate today) {
        var coordinator = world.actor("DESIGNATED_NURSE");
        var declining = world.organisation(Stories.DECLINING_TRUST);
        for (var waiting : waiting(coordinator, today.minusDays(6))) {
            if (waiting.organisation() == declining && OVERLOOKED.equals(waiting.rule() + waiting.kpi())) {
                continue;
            }
            signals.triage(coordinator, waiting.id(), triage(waiting, declining), 0)
                    .orElseThrow();
        }
        answer(world, declining, today);
    }

    private List<Waiting> waiting(Actor actor, LocalDate before) {
        return work.read(
                actor.scope(),
                () -> jdbc.sql(WAITING)
                        .param("icb", actor.icb())
                        .param("before", before)
                        .query((row, _) -> new Waiting(
                                row.getLong("id"),
                                row.getInt("organisation"),
                                row.getString("kpi"),
                                row.getString("rule")))
                        .list());
    }

    private static Triage triage(Waiting waiting, int declining) {
        var kpi = waiting.kpi();
        if (kpi != null && waiting.organisation() == declining && QUESTIONS.containsKey(kpi)) {
            return new Triage.Ask(QUESTIONS.getOrDefault(kpi, ""));
        }
        return new Triage.Watch(
                waiting.rule().startsWith("SPC")
                        ? "Seen at the weekly meeting. We look again when the next figures are in."
                        : "Raised with the provider's named professional at the weekly call.");
    }

    /// The declining trust answers after a fortnight.
    private void answer(World world, int declining, LocalDate today) {
        var provider = world.actor("PROVIDER_NAMED_PROFESSIONAL", Stories.DECLINING_TRUST);
        var questions = work.read(
                provider.scope(),
                () -> jdbc.sql(UNANSWERED)
                        .param("icb", provider.icb())
                        .param("organisation", declining)
                        .param("before", today.minusDays(14))
                        .query((row, _) -> row.getLong("id"))
                        .list());
        for (var question : questions) {
            signals.answer(
                            provider,
                            question,
                            "A list by ward is attached to this month's return. Sessions are booked for half of them; the"
                                    + " rest depend on agency cover.")
                    .orElseThrow();
        }
    }
}

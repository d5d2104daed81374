package uk.goldenthread.returns;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;
import uk.goldenthread.database.Scope;
import uk.goldenthread.database.UnitOfWork;
import uk.goldenthread.figures.MeasureValue;
import uk.goldenthread.figures.Measures;
import uk.goldenthread.figures.SeriesKey;
import uk.goldenthread.kernel.calendar.Month;
import uk.goldenthread.kernel.calendar.Period;
import uk.goldenthread.ledger.Ledger;
import uk.goldenthread.returns.model.Answer;
import uk.goldenthread.returns.model.Asked;

/// Brings many returns forward at once, to where each stood at an instant: the history of a demonstration, where doing
/// it return by return would take minutes. What one return leaves behind, each of these leaves too: its story, its
/// measures and, for all together, an entry in the ledger. The returns have been opened and nobody else touches them.
@Service
public class PastReturns {
    private static final String HEADERS = """
            update data_return r
            set state = n.state, entered_by = array[n.entered_by], submitted_at = n.submitted_at,
                submitted_by = n.entered_by, approved_at = n.approved_at, approved_by = n.approved_by,
                accepted_at = n.accepted_at, accepted_by = n.accepted_by, version = r.version + 1
            from jsonb_to_recordset(cast(:returns as jsonb)) as n(organisation int, period_start date, frequency text,
                state text, entered_by int, submitted_at timestamptz, approved_at timestamptz, approved_by int,
                accepted_at timestamptz, accepted_by int)
            where r.icb = :icb and r.organisation = n.organisation and r.period_start = n.period_start
                and r.frequency = n.frequency
            returning r.id, r.organisation, r.period
            """;
    private static final String LINES = """
            update return_line l
            set numerator = n.numerator, denominator = n.denominator, value = n.value, narrative = n.narrative,
                confidence = 'EVIDENCED', state = n.state, entered_by = n.entered_by, version = 2
            from jsonb_to_recordset(cast(:lines as jsonb)) as n(return_id bigint, kpi text, numerator numeric,
                denominator numeric, value numeric, narrative text, state text, entered_by int)
            where l.return_id = n.return_id and l.icb = :icb and l.kpi = n.kpi
            """;
    private static final String STEPS = """
            insert into return_step (return_id, icb, organisation, at, by_name, step)
            select return_id, :icb, organisation, at, by_name, step
            from jsonb_to_recordset(cast(:steps as jsonb)) as n(return_id bigint, organisation int, at timestamptz,
                by_name text, step text)
            order by at
            """;

    private final UnitOfWork work;
    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final PastWorthALook worthALook;
    private final ReturnRules rules;
    private final Measures measures;
    private final Ledger ledger;

    PastReturns(
            UnitOfWork work,
            JdbcClient jdbc,
            JsonMapper json,
            PastWorthALook worthALook,
            ReturnRules rules,
            Measures measures,
            Ledger ledger) {
        this.work = work;
        this.jdbc = jdbc;
        this.json = json;
        this.worthALook = worthALook;
        this.rules = rules;
        this.measures = measures;
        this.ledger = ledger;
    }

    /// Something a person did.
    public record Act(Instant at, int account, String name) {}

    /// One figure as it was given.
    public record Given(
            String kpi,
            int definitionVersion,
            Period period,
            @Nullable BigDecimal numerator,
            @Nullable BigDecimal denominator,
            @Nullable BigDecimal value,
            String narrative) {}

    /// A return as it stood.
    ///
    /// @param since acts later than this are new; earlier ones have been brought forward before
    /// @param approved null for kinds without an executive, and until it happens
    public record Past(
            int organisation,
            Period period,
            Instant since,
            Act submitted,
            @Nullable Act approved,
            boolean needsApproval,
            @Nullable Act accepted,
            List<Given> lines) {
        public Past {
            lines = List.copyOf(lines);
        }

        String state() {
            if (accepted != null) {
                return "ACCEPTED";
            }
            return needsApproval && approved == null ? "SUBMITTED" : "APPROVED";
        }
    }

    /// Brings them forward, in one unit of work for the ICB.
    public void bringForward(int icb, List<Past> returns) {
        if (returns.isEmpty()) {
            return;
        }
        work.write(Scope.jobFor(icb), () -> {
            var numbers = headers(icb, returns);
            lines(icb, returns, numbers);
            odd(icb, returns, numbers);
            steps(icb, returns, numbers);
            measures.record(icb, values(icb, returns, numbers));
            ledger.record("RETURNS_BROUGHT_FORWARD", "icb/" + icb, Map.of("returns", returns.size()));
            return true;
        });
    }

    private record Place(int organisation, String period) {}

    private record Header(
            int organisation,
            LocalDate period_start,
            String frequency,
            String state,
            int entered_by,
            Instant submitted_at,
            @Nullable Instant approved_at,
            @Nullable Integer approved_by,
            @Nullable Instant accepted_at,
            @Nullable Integer accepted_by) {
        static Header of(Past past) {
            var approved = past.approved();
            var accepted = past.accepted();
            return new Header(
                    past.organisation(),
                    past.period().start(),
                    past.period() instanceof Month ? "MONTHLY" : "QUARTERLY",
                    past.state(),
                    past.submitted().account(),
                    past.submitted().at(),
                    approved == null ? null : approved.at(),
                    approved == null ? null : Integer.valueOf(approved.account()),
                    accepted == null ? null : accepted.at(),
                    accepted == null ? null : Integer.valueOf(accepted.account()));
        }
    }

    private Map<Place, Long> headers(int icb, List<Past> returns) {
        var numbers = new HashMap<Place, Long>();
        jdbc.sql(HEADERS)
                .param("icb", icb)
                .param(
                        "returns",
                        json.writeValueAsString(returns.stream().map(Header::of).toList()))
                .query(row -> {
                    numbers.put(new Place(row.getInt("organisation"), row.getString("period")), row.getLong("id"));
                });
        return numbers;
    }

    private static long number(Map<Place, Long> numbers, Past past) {
        var number = numbers.get(new Place(past.organisation(), past.period().code()));
        if (number == null) {
            throw new IllegalStateException(
                    "no return of %d for %s is open".formatted(past.organisation(), past.period()));
        }
        return number;
    }

    private record Line(
            long return_id,
            String kpi,
            @Nullable BigDecimal numerator,
            @Nullable BigDecimal denominator,
            @Nullable BigDecimal value,
            String narrative,
            String state,
            int entered_by) {}

    private void lines(int icb, List<Past> returns, Map<Place, Long> numbers) {
        var lines = new ArrayList<Line>();
        for (var past : returns) {
            var number = number(numbers, past);
            for (var given : past.lines()) {
                lines.add(new Line(
                        number,
                        given.kpi(),
                        given.numerator(),
                        given.denominator(),
                        given.value(),
                        given.narrative(),
                        past.accepted() == null ? "OPEN" : "ACCEPTED",
                        past.submitted().account()));
            }
        }
        jdbc.sql(LINES)
                .param("icb", icb)
                .param("lines", json.writeValueAsString(lines))
                .update();
    }

    /// Of the returns that still wait for the ICB, which are ordered by it.
    private void odd(int icb, List<Past> returns, Map<Place, Long> numbers) {
        var waiting = new HashMap<Long, Map<Asked, Answer>>();
        for (var past : returns) {
            if (past.accepted() == null) {
                var lines = new HashMap<Asked, Answer>();
                past.lines().forEach(given -> lines.put(asked(given), answer(given)));
                waiting.put(number(numbers, past), lines);
            }
        }
        worthALook.count(icb, waiting);
    }

    private Asked asked(Given given) {
        return ReturnRules.asked(rules.definition(given.kpi(), given.definitionVersion()));
    }

    private static Answer answer(Given given) {
        return new Answer(given.numerator(), given.denominator(), given.value(), given.narrative(), "", false);
    }

    private record Step(long return_id, int organisation, Instant at, String by_name, String step) {}

    private void steps(int icb, List<Past> returns, Map<Place, Long> numbers) {
        var steps = new ArrayList<Step>();
        for (var past : returns) {
            var number = number(numbers, past);
            step(steps, past, number, past.submitted(), "SUBMITTED");
            step(steps, past, number, past.approved(), "APPROVED");
            step(steps, past, number, past.accepted(), "ACCEPTED");
        }
        jdbc.sql(STEPS)
                .param("icb", icb)
                .param("steps", json.writeValueAsString(steps))
                .update();
    }

    private static void step(List<Step> steps, Past past, long number, @Nullable Act act, String step) {
        if (act != null && act.at().isAfter(past.since())) {
            steps.add(new Step(number, past.organisation(), act.at(), act.name(), step));
        }
    }

    private List<MeasureValue> values(int icb, List<Past> returns, Map<Place, Long> numbers) {
        var values = new ArrayList<MeasureValue>();
        for (var past : returns) {
            var source = Recording.subject(number(numbers, past)) + "/line/";
            var status = past.accepted() == null ? MeasureValue.Status.PROVISIONAL : MeasureValue.Status.FINAL;
            for (var given : past.lines()) {
                var worth = answer(given).worth(asked(given));
                values.add(new MeasureValue(
                        new SeriesKey(icb, past.organisation(), given.kpi()),
                        given.period(),
                        given.numerator(),
                        given.denominator(),
                        worth == null ? null : Double.valueOf(worth.doubleValue()),
                        status,
                        source + given.kpi(),
                        given.definitionVersion()));
            }
        }
        return values;
    }
}

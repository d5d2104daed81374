package uk.goldenthread.concerns.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import uk.goldenthread.concerns.model.Reconciliation.Place;
import uk.goldenthread.concerns.model.ReturnRules;
import uk.goldenthread.concerns.model.ReturnRules.Expected;
import uk.goldenthread.database.Conditions;
import uk.goldenthread.kernel.calendar.London;
import uk.goldenthread.kernel.calendar.Period;

/// Reads when returns were due and came, from what the returns module publishes.
@Repository
@SuppressWarnings("InlineFormatString") // SQL reads better as a named text block
public class ReturnsReading {
    private static final String RETURNS = """
            select organisation, frequency, period, due_on, submitted_at
            from (
                select r.organisation, r.frequency, r.period, r.period_start, r.due_on, r.submitted_at,
                    row_number() over (partition by r.organisation, r.frequency order by r.due_on desc) as place
                from pub_return r
                where %s
            ) latest
            where place <= 12
            order by organisation, frequency, period_start
            """;

    private final JdbcClient jdbc;

    ReturnsReading(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// The last twelve returns that were due before a day, by provider and frequency, in the order of
    /// their
    /// periods.
    ///
    /// @param organisation one provider, or null for all of the ICB
    public Map<Place, List<Expected>> dueBefore(int icb, @Nullable Integer organisation, LocalDate today) {
        var found = new LinkedHashMap<Place, List<Expected>>();
        var conditions = Conditions.of("r.icb = :icb", "icb", icb)
                .and("r.due_on < :today", "today", today)
                .given("r.organisation = :organisation", "organisation", organisation);
        jdbc.sql(RETURNS.formatted(conditions.sql()))
                .params(conditions.values())
                .query(row -> {
                    var place = new Place(row.getInt("organisation"), ReturnRules.SERIES + row.getString("frequency"));
                    var submitted = row.getTimestamp("submitted_at");
                    found.computeIfAbsent(place, _ -> new ArrayList<>())
                            .add(new Expected(
                                    Period.parse(row.getString("period")),
                                    row.getObject("due_on", LocalDate.class),
                                    submitted == null ? null : day(submitted.toInstant())));
                });
        return found;
    }

    private static LocalDate day(Instant instant) {
        return London.dateOf(instant);
    }
}

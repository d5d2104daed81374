package uk.goldenthread.intelligence.store;

import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import uk.goldenthread.database.Conditions;
import uk.goldenthread.intelligence.Published.Notice;
import uk.goldenthread.intelligence.Published.Rating;
import uk.goldenthread.intelligence.store.IntelligenceStore.By;
import uk.goldenthread.kernel.regulator.Grade;

/// SQL of what the regulator published. Called inside a unit of work.
@Repository
@SuppressWarnings("InlineFormatString") // SQL reads better as a named text block
public class RegulatorStore {
    private static final String RATINGS = """
            select o.code, o.name, r.published_on, r.overall, r.safe
            from regulator_rating r
            join pub_organisation o on o.id = r.organisation
            where r.icb = :icb
            order by o.name, o.code, r.published_on desc
            limit 1000
            """;
    private static final String NOTICES = """
            select n.id, n.organisation, o.code, o.name, n.published_on, n.about, n.lifted_on
            from regulator_notice n
            join pub_organisation o on o.id = n.organisation
            where %s
            order by n.lifted_on is not null, n.published_on desc, n.id desc
            limit 1000
            """;
    private static final String RATE = """
            insert into regulator_rating (icb, organisation, published_on, overall, safe, recorded_by, recorded_at)
            values (:icb, :organisation, :on, :overall, :safe, :by, :at)
            on conflict (icb, organisation, published_on) do nothing
            """;
    private static final String SERVE = """
            insert into regulator_notice (icb, organisation, published_on, about, recorded_by, recorded_at)
            values (:icb, :organisation, :on, :about, :by, :at)
            """;
    private static final String LIFT = """
            update regulator_notice set lifted_on = :on, version = version + 1
            where icb = :icb and id = :id and lifted_on is null
            """;

    private final JdbcClient jdbc;

    RegulatorStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Every rating that was entered, by provider, the newest first.
    public List<Rating> ratings(int icb) {
        return jdbc.sql(RATINGS)
                .param("icb", icb)
                .query((row, _) -> new Rating(
                        row.getString("code"),
                        row.getString("name"),
                        row.getObject("published_on", LocalDate.class),
                        grade(row.getString("overall")),
                        grade(row.getString("safe"))))
                .list();
    }

    private static @Nullable Grade grade(@Nullable String code) {
        return code == null ? null : Grade.valueOf(code);
    }

    private List<Notice> notices(Conditions conditions) {
        return jdbc.sql(NOTICES.formatted(conditions.sql()))
                .params(conditions.values())
                .query((row, _) -> new Notice(
                        row.getLong("id"),
                        row.getInt("organisation"),
                        row.getString("code"),
                        row.getString("name"),
                        row.getObject("published_on", LocalDate.class),
                        row.getString("about"),
                        row.getObject("lifted_on", LocalDate.class)))
                .list();
    }

    /// Every warning notice, those in force first.
    public List<Notice> notices(int icb) {
        return notices(Conditions.of("n.icb = :icb", "icb", icb));
    }

    public Optional<Notice> notice(int icb, long id) {
        return notices(Conditions.of("n.icb = :icb", "icb", icb).and("n.id = :id", "id", id)).stream()
                .findFirst();
    }

    /// Writes a rating down.
    ///
    /// @return 0 when one of that day is there already
    public int rate(By by, int organisation, LocalDate on, @Nullable Grade overall, @Nullable Grade safe) {
        return jdbc.sql(RATE)
                .param("icb", by.icb())
                .param("organisation", organisation)
                .param("on", on)
                .param("overall", overall == null ? null : overall.name())
                .param("safe", safe == null ? null : safe.name())
                .param("by", by.account())
                .param("at", Timestamp.from(by.at()))
                .update();
    }

    /// Writes a warning notice down.
    public void serve(By by, int organisation, LocalDate on, String about) {
        jdbc.sql(SERVE)
                .param("icb", by.icb())
                .param("organisation", organisation)
                .param("on", on)
                .param("about", about)
                .param("by", by.account())
                .param("at", Timestamp.from(by.at()))
                .update();
    }

    /// Notes that a notice was lifted.
    public int lift(int icb, long id, LocalDate on) {
        return jdbc.sql(LIFT).param("icb", icb).param("id", id).param("on", on).update();
    }
}

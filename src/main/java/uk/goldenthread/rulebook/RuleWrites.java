package uk.goldenthread.rulebook;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;
import uk.goldenthread.catalogue.OwnMeasure;
import uk.goldenthread.catalogue.OwnMeasureRule;
import uk.goldenthread.catalogue.OwnRule;
import uk.goldenthread.catalogue.OwnSetting;

/// Adds an ICB's own rules, and tells who made them and why.
@Repository
class RuleWrites {
    private static final String ADD_SETTING = """
            insert into own_setting (icb, code, number, valid_from, value, reason, made_by)
            values (:icb, :code, :number, :from, :value, :reason, :by)
            """;
    private static final String ADD_CHANGE = """
            insert into own_measure_rule (icb, code, number, valid_from, used, own_target, target, tolerance,
                minimum_denominator, frequency, profile, reason, made_by)
            values (:icb, :code, :number, :from, :used, :ownTarget, :target, :tolerance, :minimum, :frequency,
                cast(:profile as text[]), :reason, :by)
            """;
    private static final String ADD_MEASURE = """
            insert into own_measure (icb, code, number, valid_from, used, theme, name, unit, per, numerator, denominator,
                fractions, direction, target, tolerance, minimum_denominator, frequency, profile, priority, data_source,
                suppression, spc, requirements, reason, made_by)
            values (:icb, :code, :number, :from, :used, :theme, :name, :unit, :per, :numerator, :denominator, :fractions,
                :direction, :target, :tolerance, :minimum, :frequency, cast(:profile as text[]), :priority, :dataSource,
                :suppression, :spc, cast(:requirements as text[]), :reason, :by)
            """;
    private static final String MADE = """
            select number, valid_from, reason, made_by, made_at from own_setting where icb = :icb and code = :code
            union all
            select number, valid_from, reason, made_by, made_at from own_measure_rule where icb = :icb and code = :code
            union all
            select number, valid_from, reason, made_by, made_at from own_measure where icb = :icb and code = :code
            order by number desc
            """;

    private final JdbcClient jdbc;

    RuleWrites(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Who made a change, when and why.
    ///
    /// @param by the account's number
    record Made(int number, LocalDate from, String reason, int by, Instant at) {}

    /// The changes of one measure or setting, the newest first.
    List<Made> made(int icb, String code) {
        return jdbc.sql(MADE)
                .param("icb", icb)
                .param("code", code)
                .query((row, _) -> made(row))
                .list();
    }

    private static Made made(ResultSet row) throws SQLException {
        return new Made(
                row.getInt("number"),
                row.getObject("valid_from", LocalDate.class),
                row.getString("reason"),
                row.getInt("made_by"),
                row.getTimestamp("made_at").toInstant());
    }

    /// @throws org.springframework.dao.DuplicateKeyException when somebody made the change of that number first
    void add(int icb, OwnRule rule, String reason, int by) {
        var statement =
                switch (rule) {
                    case OwnSetting setting -> jdbc.sql(ADD_SETTING).param("value", setting.value());
                    case OwnMeasureRule change -> change(change);
                    case OwnMeasure measure -> measure(measure);
                };
        statement
                .param("icb", icb)
                .param("code", rule.subject())
                .param("number", rule.number())
                .param("from", rule.from())
                .param("reason", reason)
                .param("by", by)
                .update();
    }

    private StatementSpec change(OwnMeasureRule change) {
        var frequency = change.frequency();
        return jdbc.sql(ADD_CHANGE)
                .param("used", change.used())
                .param("ownTarget", change.ownTarget())
                .param("target", change.target())
                .param("tolerance", change.tolerance())
                .param("minimum", change.minimumDenominator(), java.sql.Types.INTEGER)
                .param("frequency", frequency == null ? null : frequency.name())
                .param("profile", array(change.profile()));
    }

    private StatementSpec measure(OwnMeasure measure) {
        var kpi = measure.definition();
        return jdbc.sql(ADD_MEASURE)
                .param("used", measure.used())
                .param("theme", measure.theme())
                .param("name", kpi.name())
                .param("unit", kpi.unit().name())
                .param("per", kpi.per(), java.sql.Types.INTEGER)
                .param("numerator", kpi.numerator())
                .param("denominator", kpi.denominator())
                .param("fractions", kpi.fractions())
                .param("direction", kpi.direction().name())
                .param("target", kpi.target())
                .param("tolerance", kpi.tolerance())
                .param("minimum", kpi.minimumDenominator())
                .param("frequency", kpi.frequency().name())
                .param("profile", array(kpi.profile()))
                .param("priority", kpi.priority())
                .param("dataSource", kpi.dataSource())
                .param("suppression", kpi.suppression())
                .param("spc", kpi.spcEnabled())
                .param("requirements", array(kpi.requirements()));
    }

    /// Codes of the catalogue, which hold nothing that would need quoting.
    private static @Nullable String array(java.util.@Nullable Set<String> codes) {
        return codes == null
                ? null
                : codes.stream().sorted().collect(java.util.stream.Collectors.joining(",", "{", "}"));
    }
}

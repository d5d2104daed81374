package uk.goldenthread.rulebook;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;
import uk.goldenthread.catalogue.Confidence;
import uk.goldenthread.catalogue.InForce;
import uk.goldenthread.catalogue.KpiDefinition;
import uk.goldenthread.catalogue.KpiDefinition.Direction;
import uk.goldenthread.catalogue.KpiDefinition.Frequency;
import uk.goldenthread.catalogue.KpiDefinition.Unit;
import uk.goldenthread.catalogue.OwnMeasure;
import uk.goldenthread.catalogue.OwnMeasureRule;
import uk.goldenthread.catalogue.OwnSetting;
import uk.goldenthread.catalogue.Provenance;
import uk.goldenthread.catalogue.RuleBook;

/// Reads an ICB's own rules. One statement reads them all: there are few, and every page needs them.
@Repository
class RuleStore {
    private static final String ALL = """
            select 'SETTING' as kind, code, number, jsonb_build_object('code', code, 'number', number, 'validFrom', valid_from,
                'value', value)::text as rule
            from own_setting
            where icb = :icb
            union all
            select 'CHANGE', code, number, jsonb_build_object('code', code, 'number', number, 'validFrom', valid_from,
                'used', used, 'ownTarget', own_target, 'target', target, 'tolerance', tolerance,
                'minimumDenominator', minimum_denominator, 'frequency', frequency, 'profile', profile)::text
            from own_measure_rule
            where icb = :icb
            union all
            select 'MEASURE', code, number, jsonb_build_object('code', code, 'number', number, 'validFrom', valid_from,
                'used', used, 'theme', theme, 'name', name, 'unit', unit, 'per', per, 'numerator', numerator,
                'denominator', denominator, 'fractions', fractions, 'direction', direction, 'target', target,
                'tolerance', tolerance, 'minimumDenominator', minimum_denominator, 'frequency', frequency,
                'profile', profile, 'priority', priority, 'dataSource', data_source, 'suppression', suppression,
                'spc', spc, 'requirements', requirements, 'reason', reason)::text
            from own_measure
            where icb = :icb
            order by kind, code, number
            """;
    private static final int REMEMBERED = 200;

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final RuleBook.Shipped shipped;
    private final Map<List<Text>, RuleBook> books = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<List<Text>, RuleBook> eldest) {
            return size() > REMEMBERED;
        }
    };

    RuleStore(JdbcClient jdbc, JsonMapper json, RuleBook.Shipped shipped) {
        this.jdbc = jdbc;
        this.json = json;
        this.shipped = shipped;
    }

    private record Text(String kind, String rule) {}

    private record SettingRow(
            String code,
            int number,
            LocalDate validFrom,
            @Nullable BigDecimal value) {}

    private record ChangeRow(
            String code,
            int number,
            LocalDate validFrom,
            boolean used,
            boolean ownTarget,
            @Nullable BigDecimal target,
            @Nullable BigDecimal tolerance,
            @Nullable Integer minimumDenominator,
            @Nullable Frequency frequency,
            @Nullable Set<String> profile) {}

    private record MeasureRow(
            String code,
            int number,
            LocalDate validFrom,
            boolean used,
            String theme,
            String name,
            Unit unit,
            @Nullable Integer per,
            String numerator,
            @Nullable String denominator,
            boolean fractions,
            Direction direction,
            @Nullable BigDecimal target,
            BigDecimal tolerance,
            int minimumDenominator,
            Frequency frequency,
            Set<String> profile,
            boolean priority,
            String dataSource,
            String suppression,
            boolean spc,
            Set<String> requirements,
            String reason) {}

    /// The rules of an ICB as the running unit of work sees them. The same rows give the same book, which is put
    /// together
    /// once.
    RuleBook read(int icb) {
        var rows = jdbc.sql(ALL)
                .param("icb", icb)
                .query((row, _) -> new Text(row.getString("kind"), row.getString("rule")))
                .list();
        synchronized (books) {
            return books.computeIfAbsent(rows, this::book);
        }
    }

    private RuleBook book(List<Text> rows) {
        var settings = new ArrayList<OwnSetting>();
        var changes = new ArrayList<OwnMeasureRule>();
        var measures = new ArrayList<OwnMeasure>();
        for (var row : rows) {
            switch (row.kind()) {
                case "SETTING" -> settings.add(setting(json.readValue(row.rule(), SettingRow.class)));
                case "CHANGE" -> changes.add(change(json.readValue(row.rule(), ChangeRow.class)));
                default -> measures.add(measure(json.readValue(row.rule(), MeasureRow.class)));
            }
        }
        return new RuleBook(shipped, new RuleBook.Own(changes, measures, settings));
    }

    private static OwnSetting setting(SettingRow row) {
        return new OwnSetting(row.code(), row.number(), row.validFrom(), row.value());
    }

    private static OwnMeasureRule change(ChangeRow row) {
        return new OwnMeasureRule(
                row.code(),
                row.number(),
                row.validFrom(),
                row.used(),
                row.ownTarget(),
                row.target(),
                row.tolerance(),
                row.minimumDenominator(),
                row.frequency(),
                row.profile());
    }

    private static OwnMeasure measure(MeasureRow row) {
        var definition = new KpiDefinition(
                row.code(),
                row.number(),
                row.name(),
                row.unit(),
                row.per(),
                row.numerator(),
                row.denominator(),
                row.fractions(),
                row.direction(),
                row.target(),
                row.tolerance(),
                row.minimumDenominator(),
                row.frequency(),
                row.profile(),
                row.priority(),
                row.dataSource(),
                row.suppression(),
                row.spc(),
                row.requirements(),
                new Provenance("The ICB's own measure: " + row.reason(), Confidence.KNOWN),
                new InForce(row.validFrom(), null));
        return new OwnMeasure(row.used(), row.theme(), definition);
    }
}

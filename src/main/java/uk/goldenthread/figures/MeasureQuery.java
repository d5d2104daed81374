package uk.goldenthread.figures;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Lists recorded values by filters, a page at a time, in one statement. Called inside a unit of work.
@Component
public class MeasureQuery {
    private static final String PAGE = """
            select o.code, o.name, m.kpi, m.period, m.numerator, m.denominator, m.value, m.status, m.revision, m.source,
                m.definition_version, count(*) over () as total
            from measure m
            join pub_organisation o on o.id = m.organisation
            where m.icb = :icb and (:kpi = '' or m.kpi = :kpi) and (:organisation = '' or o.code = :organisation)
                and m.period_start >= :from and m.period_start <= :to
            """;
    private static final String COUNT = """
            select count(*)
            from measure m
            join pub_organisation o on o.id = m.organisation
            where m.icb = :icb and (:kpi = '' or m.kpi = :kpi) and (:organisation = '' or o.code = :organisation)
                and m.period_start >= :from and m.period_start <= :to
            """;
    private static final String TIES = ", m.kpi, m.period_start, m.organisation\nlimit :size offset :offset";

    private final JdbcClient jdbc;

    public MeasureQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// What is asked for; empty text and null dates leave a filter out.
    ///
    /// @param from first day of the earliest period
    /// @param to first day of the latest period
    public record Wanted(
            String kpi,
            String organisation,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            Order order) {}

    /// By what the values are sorted.
    public enum Order {
        PERIOD_ASC("period,asc", "m.period_start"),
        PERIOD_DESC("period,desc", "m.period_start desc"),
        ORGANISATION_ASC("organisation,asc", "o.code"),
        ORGANISATION_DESC("organisation,desc", "o.code desc"),
        KPI_ASC("kpi,asc", "m.kpi"),
        KPI_DESC("kpi,desc", "m.kpi desc"),
        VALUE_ASC("value,asc", "m.value nulls last"),
        VALUE_DESC("value,desc", "m.value desc nulls last");

        private final String words;
        private final String sql;

        Order(String words, String sql) {
            this.words = words;
            this.sql = sql;
        }

        /// `period,desc`; without a direction it is ascending.
        public static Optional<Order> find(String text) {
            var whole = text.contains(",") ? text : text + ",asc";
            return java.util.Arrays.stream(values())
                    .filter(each -> each.words.equals(whole))
                    .findFirst();
        }
    }

    /// One value.
    ///
    /// @param organisation the provider's code
    public record Line(
            String organisation,
            String organisationName,
            String kpi,
            String period,
            @Nullable BigDecimal numerator,
            @Nullable BigDecimal denominator,
            @Nullable Double value,
            String status,
            int revision,
            String source,
            int definitionVersion) {}

    /// Some values, and how many there are in all.
    public record Found(List<Line> lines, long total) {}

    public Found page(int icb, Wanted wanted, int size, long offset) {
        var total = new long[1];
        var lines = filtered("%s order by %s%s".formatted(PAGE, wanted.order().sql, TIES), icb, wanted)
                .param("size", size)
                .param("offset", offset)
                .query((row, _) -> {
                    total[0] = row.getLong("total");
                    return new Line(
                            row.getString("code"),
                            row.getString("name"),
                            row.getString("kpi"),
                            row.getString("period"),
                            row.getBigDecimal("numerator"),
                            row.getBigDecimal("denominator"),
                            row.getObject("value", Double.class),
                            row.getString("status"),
                            row.getInt("revision"),
                            row.getString("source"),
                            row.getInt("definition_version"));
                })
                .list();
        // A page past the end has no row to carry the count.
        return new Found(lines, lines.isEmpty() && offset > 0 ? count(icb, wanted) : total[0]);
    }

    private long count(int icb, Wanted wanted) {
        return filtered(COUNT, icb, wanted).query((row, _) -> row.getLong(1)).single();
    }

    private JdbcClient.StatementSpec filtered(String sql, int icb, Wanted wanted) {
        return jdbc.sql(sql)
                .param("icb", icb)
                .param("kpi", wanted.kpi())
                .param("organisation", wanted.organisation())
                .param("from", wanted.from() == null ? LocalDate.of(1, 1, 1) : wanted.from())
                .param("to", wanted.to() == null ? LocalDate.of(9999, 1, 1) : wanted.to());
    }
}

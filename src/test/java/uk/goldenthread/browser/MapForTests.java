package uk.goldenthread.browser;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.goldenthread.catalogue.KpiCatalogue;
import uk.goldenthread.catalogue.RuleBook;
import uk.goldenthread.database.Scope;
import uk.goldenthread.database.UnitOfWork;
import uk.goldenthread.shell.view.Dates;
import uk.goldenthread.support.Given;

/// An ICB whose map has something of everything to look at.
@Component
class MapForTests {
    private static final String FILL = """
            insert into series_state (icb, organisation, kpi, period_start, period, points, value, status, direction, basis,
                variation, assurance)
            values (:icb, :organisation, :kpi, :start, :period, 24, 80, 'FINAL', '+', 'FULL', :variation, :assurance)
            """;
    private static final List<String> VARIATIONS = List.of(
            "COMMON_CAUSE",
            "COMMON_CAUSE",
            "COMMON_CAUSE",
            "CONCERN_LOW",
            "IMPROVEMENT_HIGH",
            "COMMON_CAUSE",
            "NEUTRAL_HIGH",
            "CONCERN_HIGH",
            "IMPROVEMENT_LOW",
            "COMMON_CAUSE",
            "NEUTRAL_LOW");
    private static final List<String> ASSURANCES = List.of("PASS", "HIT_AND_MISS", "PASS", "FAIL", "HIT_AND_MISS");

    private final Given given;
    private final KpiCatalogue catalogue;
    private final JdbcClient jdbc;
    private final UnitOfWork work;
    private final Clock clock;

    MapForTests(Given given, RuleBook.Shipped shipped, JdbcClient jdbc, UnitOfWork work, Clock clock) {
        this.given = given;
        this.catalogue = shipped.kpis();
        this.jdbc = jdbc;
        this.work = work;
        this.clock = clock;
    }

    Given.Organisation icbWithAMap() {
        var icb = given.icb();
        for (var kind : List.of("ACUTE", "MENTAL_HEALTH", "COMMUNITY", "HOSPICE", "GP", "GP")) {
            fill(icb, given.provider(icb, kind), kind);
        }
        return icb;
    }

    private void fill(Given.Organisation icb, Given.Organisation provider, String kind) {
        var today = LocalDate.ofInstant(clock.instant(), Dates.LONDON);
        work.write(Scope.jobFor(icb.id()), () -> {
            var number = provider.id();
            for (var kpi : catalogue.asOf(today).definitions()) {
                number++;
                if (kpi.asks(kind) && number % 9 != 0) {
                    var start = today.withDayOfMonth(1).minusMonths(number % 7 == 0 ? 9 : 1);
                    jdbc.sql(FILL)
                            .param("icb", icb.id())
                            .param("organisation", provider.id())
                            .param("kpi", kpi.code())
                            .param("start", start)
                            .param("period", start.toString().substring(0, 7))
                            .param("variation", VARIATIONS.get(number % VARIATIONS.size()))
                            .param("assurance", ASSURANCES.get(number % ASSURANCES.size()))
                            .update();
                }
            }
            return true;
        });
    }
}

package uk.goldenthread.catalogue;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.goldenthread.kernel.calendar.WorkingDays;
import uk.goldenthread.kernel.clocks.ClockBook;

/// The shipped rules, read once when the system starts, which a bad file stops.
@Configuration(proxyBeanMethods = false)
class CatalogueConfiguration {
    /// Measures and settings as shipped. What judges a figure asks `rulebook.Rules` instead, which lays the ICB's own
    /// over them.
    @Bean
    RuleBook.Shipped shippedRules() {
        var kpis = KpiCatalogue.load();
        return new RuleBook.Shipped(kpis, Settings.load(), Theme.load(kpis));
    }

    @Bean
    ClockBook clockBook() {
        return Clocks.read();
    }

    @Bean
    WorkingDays workingDays() {
        return BankHolidays.workingDays();
    }

    @Bean
    OrganisationKind.Kinds organisationKinds() {
        return OrganisationKind.Kinds.load();
    }
}

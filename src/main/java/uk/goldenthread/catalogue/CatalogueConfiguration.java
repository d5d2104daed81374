package uk.goldenthread.catalogue;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.goldenthread.kernel.calendar.WorkingDays;
import uk.goldenthread.kernel.clocks.ClockBook;

/// The shipped rules, read once when the system starts, which a bad file stops.
@Configuration(proxyBeanMethods = false)
class CatalogueConfiguration {
    @Bean
    KpiCatalogue kpiCatalogue() {
        return KpiCatalogue.load();
    }

    @Bean
    Settings settings() {
        return Settings.load();
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

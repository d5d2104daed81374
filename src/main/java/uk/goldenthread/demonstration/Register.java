package uk.goldenthread.demonstration;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import uk.goldenthread.access.Actor;
import uk.goldenthread.access.AsAt;
import uk.goldenthread.contracts.model.Contract.Terms;
import uk.goldenthread.contracts.model.Form;
import uk.goldenthread.contracts.model.Requirement;
import uk.goldenthread.contracts.model.Route;
import uk.goldenthread.contracts.model.Stage;
import uk.goldenthread.contracts.service.ContractDesk;
import uk.goldenthread.contracts.service.Contracts;
import uk.goldenthread.contracts.service.Contracts.Move;
import uk.goldenthread.contracts.service.Contracts.NewContract;
import uk.goldenthread.contracts.service.Reporting;
import uk.goldenthread.demonstration.plan.Stories;

/// The demonstration's register of contracts: with every trust and with some of each other kind of provider. Values are
/// as invented as the providers.
@Component
class Register {
    /// Contract years of the standard contract end on this day.
    private static final int LAST_OF_MARCH = 31;

    private static final int YEARS = 4;
    private static final int ENTERED_MONTHS_AGO = 18;
    private static final String COMMISSIONER = "NHS Northmoor and Vale ICB";

    private final Contracts contracts;
    private final ContractDesk desk;
    private final Reporting reporting;

    Register(Contracts contracts, ContractDesk desk, Reporting reporting) {
        this.contracts = contracts;
        this.desk = desk;
        this.reporting = reporting;
    }

    /// A contract of the story.
    ///
    /// @param monthly pounds
    /// @param months to the end of the month in which it ends; 0 for a contract year that ends in a year or more
    private record Agreed(String provider, String title, Form form, int monthly, int months) {
        static Agreed full(String provider, String title, int monthly) {
            return new Agreed(provider, title, Form.FULL_LENGTH, monthly, 0);
        }

        static Agreed shorter(String provider, String title, int monthly) {
            return new Agreed(provider, title, Form.SHORTER, monthly, 0);
        }

        static Agreed practice(String provider, int monthly) {
            return new Agreed(provider, "General medical services", Form.GMS, monthly, 0);
        }

        Agreed endingIn(int number) {
            return new Agreed(provider, title, form, monthly, number);
        }
    }

    private static final List<Agreed> IN_FORCE = List.of(
            Agreed.full(Stories.DECLINING_TRUST, "Hospital services for children and adults", 18_400_000),
            Agreed.full(Stories.RESTATING_TRUST, "Hospital services for children and adults", 13_250_000),
            Agreed.full(Stories.RECOVERED_TRUST, "Community health services", 5_120_000),
            Agreed.full(Stories.REBASED_TRUST, "Mental health services, all ages", 7_300_000),
            Agreed.full(Stories.NEW_TRUST, "Hospital and community services", 14_800_000),
            Agreed.full(Stories.QUERIED_TRUST, "Emergency ambulance and patient transport", 4_650_000),
            Agreed.shorter("ZH01", "Planned orthopaedic surgery", 310_000),
            Agreed.shorter(Stories.SILENT_HOSPITAL, "Day surgery and diagnostics", 185_000),
            Agreed.shorter("ZH03", "Planned surgery", 240_000),
            Agreed.shorter(Stories.WORDLESS_HOSPICE, "Hospice care", 96_000),
            Agreed.shorter("ZS03", "Hospice care for children", 88_000).endingIn(2),
            Agreed.shorter("ZN01", "Continuing healthcare placements", 42_000),
            Agreed.shorter(Stories.LOCKED_HOME, "Continuing healthcare placements", 38_500),
            Agreed.full("ZU01", "Integrated urgent care: 111", 1_150_000).endingIn(8),
            Agreed.full("ZU02", "Urgent treatment and out of hours", 890_000),
            Agreed.shorter("ZV01", "Support for young carers", 14_200),
            Agreed.full("ZL01", "Health visiting and school nursing", 1_020_000).endingIn(5),
            Agreed.shorter("ZD01", "Care at home for continuing healthcare", 61_000),
            Agreed.practice(Stories.LATE_PRACTICE, 92_000),
            Agreed.practice(Stories.MERGED_PRACTICE, 148_000),
            Agreed.practice("ZP001", 103_000),
            Agreed.practice("ZP002", 87_500));

    private static final Agreed EXEMPT = Agreed.shorter("ZX01", "Healthcare in the secure home", 74_000);

    /// The contracts' numbers as they are made, by provider.
    record Numbers(Map<String, Long> byProvider) {
        Numbers() {
            this(new HashMap<>());
        }

        long of(String provider) {
            return Objects.requireNonNull(byProvider.get(provider), provider);
        }
    }

    static Actor manager(World world) {
        return world.actor("CONTRACT_MANAGER");
    }

    /// The register as it was set up, for who was there; who came later is entered when it came.
    void entered(List<Moment> all, World world, LocalDate today, Numbers numbers) {
        var began = today.minusMonths(ENTERED_MONTHS_AGO);
        var everyone = new ArrayList<>(IN_FORCE);
        everyone.add(EXEMPT);
        for (var agreed : everyone) {
            var opened = world.planned(agreed.provider()).opened();
            var day = opened.isAfter(began) ? opened.plusDays(1) : began;
            all.add(new Moment(
                    Oversight.morning(day),
                    "enter the contract of " + agreed.provider(),
                    () -> numbers.byProvider().put(agreed.provider(), enter(world, agreed, today))));
        }
    }

    private long enter(World world, Agreed agreed, LocalDate today) {
        var end = agreed.months() == 0 ? contractYearAfter(today.plusYears(1)) : monthsEnd(today, agreed.months());
        var start = end.plusDays(1).minusYears(YEARS);
        var opened = world.planned(agreed.provider()).opened();
        var exempt = agreed.equals(EXEMPT);
        var id = contracts
                .enter(
                        manager(world),
                        new NewContract(
                                world.organisation(agreed.provider()),
                                terms(agreed, opened.isAfter(start) ? opened : start, end),
                                true,
                                exempt ? null : report(agreed.form()),
                                exempt
                                        ? "The commissioner of health and justice asks for these reports and sends us them."
                                        : ""))
                .orElseThrow();
        if (agreed.form() == Form.FULL_LENGTH) {
            reporting
                    .require(
                            manager(world),
                            id,
                            new Requirement("SC32", "Safeguarding annual report to the board", "ANNUAL", true))
                    .orElseThrow();
        }
        return id;
    }

    private static Requirement report(Form form) {
        return form == Form.GMS
                ? new Requirement("NATIONAL", "Practice safeguarding return", "QUARTERLY", true)
                : new Requirement("SCHEDULE_6A", "Quarterly safeguarding return", "QUARTERLY", true);
    }

    private static Terms terms(Agreed agreed, LocalDate start, LocalDate end) {
        return new Terms(
                "NV-%s-01".formatted(agreed.provider()),
                agreed.title(),
                agreed.form(),
                COMMISSIONER,
                agreed.provider().equals(Stories.QUERIED_TRUST) ? "NHS Saltfen and Marsh ICB" : "",
                start,
                end,
                BigDecimal.valueOf(agreed.monthly()),
                switch (agreed.form()) {
                    case FULL_LENGTH -> List.of("SC32", "SC33", "SC35", "GC5", "GC9", "SCHEDULE_4", "SCHEDULE_6A");
                    case GMS -> List.of("NATIONAL");
                    default -> List.of("SC32", "GC5", "GC9", "SCHEDULE_6A");
                });
    }

    private static LocalDate contractYearAfter(LocalDate day) {
        var end = LocalDate.of(day.getYear(), Month.MARCH, LAST_OF_MARCH);
        return end.isAfter(day) ? end : end.plusYears(1);
    }

    private static LocalDate monthsEnd(LocalDate today, int months) {
        var month = today.plusMonths(months);
        return month.withDayOfMonth(month.lengthOfMonth());
    }

    /// Enters a contract that is still to be made.
    long plan(World world, String provider, String title, int monthly, LocalDate start) {
        var agreed = Agreed.shorter(provider, title, monthly);
        return contracts
                .enter(
                        manager(world),
                        new NewContract(
                                world.organisation(provider),
                                terms(agreed, start, start.plusYears(2).minusDays(1)),
                                false,
                                report(Form.SHORTER),
                                ""))
                .orElseThrow();
    }

    /// Moves a contract on.
    void move(World world, long id, Stage to, String words) {
        move(world, id, new Move(to, null, words, null, null, ""));
    }

    /// Moves a contract into due diligence by the route it took.
    void chosen(World world, long id, Route route, String words) {
        move(world, id, new Move(Stage.DUE_DILIGENCE, null, words, route, null, ""));
    }

    /// Renews a contract: another follows it from the day after its end.
    void renew(World world, long id, LocalDate until, String reference, String words) {
        move(world, id, new Move(Stage.RENEWED, null, words, null, until, reference));
    }

    private void move(World world, long id, Move move) {
        contracts.move(manager(world), id, version(world, id), move).orElseThrow();
    }

    int version(World world, long id) {
        return desk.open(manager(world), AsAt.PRESENT, id).contract().version();
    }

    /// The last day of a contract.
    LocalDate end(World world, long id) {
        return desk.open(manager(world), AsAt.PRESENT, id).contract().terms().endOn();
    }
}

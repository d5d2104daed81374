package uk.goldenthread.demonstration.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import uk.goldenthread.catalogue.KpiCatalogue;
import uk.goldenthread.catalogue.KpiDefinition;
import uk.goldenthread.catalogue.KpiDefinition.Frequency;
import uk.goldenthread.catalogue.OrganisationKind;
import uk.goldenthread.kernel.calendar.London;
import uk.goldenthread.kernel.calendar.Month;
import uk.goldenthread.kernel.calendar.Period;
import uk.goldenthread.kernel.calendar.Quarter;
import uk.goldenthread.kernel.calendar.WorkingDays;

/// Everything the demonstration shows, the same for the same seed and instant: two years of returns up to the latest
/// periods that are due, and the ones that are open now.
///
/// @param icb the code of the ICB that the demonstration is about
/// @param accounts offered on the sign-in page; `colleagues` are not
/// @param returns in the order in which they fell due
/// @param neighbour the ICB next door, with which two trusts share their returns
public record DemonstrationPlan(
        String icb,
        Month latestMonth,
        List<PlannedOrganisation> organisations,
        List<PlannedLink> links,
        List<PlannedAccount> accounts,
        List<PlannedAccount> colleagues,
        List<PlannedPost> posts,
        List<PlannedReturn> returns,
        Neighbour neighbour) {
    /// The seed of the demonstration that ships.
    public static final long SEED = 20_260_401;

    /// Months of history.
    public static final int MONTHS = 24;

    /// Quarters of history.
    public static final int QUARTERS = 8;

    /// A year of the merged trust's own figures is enough for limits that may be used.
    private static final int MERGED_MONTHS_AGO = 13;

    /// The rules the plan is made by.
    ///
    /// @param postsOf codes of the statutory posts by kind of organisation
    /// @param dueAfter working days after a period's end by which its return is due
    public record Rules(
            KpiCatalogue kpis,
            OrganisationKind.Kinds kinds,
            WorkingDays calendar,
            int dueAfter,
            Map<String, List<String>> postsOf) {
        LocalDate due(Period period) {
            return calendar.workingDaysAfter(period.end(), dueAfter);
        }
    }

    /// The plan as of an instant.
    public static DemonstrationPlan of(long seed, Instant now, Rules rules) {
        return new Making(seed, now, rules).plan();
    }

    /// Everyone who is offered on the sign-in page.
    public static List<PlannedAccount> people() {
        return People.ACCOUNTS;
    }

    /// The people of the ICB next door who are offered there too.
    public static List<PlannedAccount> neighbours() {
        return Neighbour.ACCOUNTS;
    }

    /// The invented person who does this for that organisation, always the same one.
    public static String person(String organisation, String what) {
        return new Chance(SEED, organisation + what).oneOf(Names.PEOPLE);
    }

    private static final class Making {
        private final long seed;
        private final LocalDate today;
        private final Rules rules;
        private final Month latest;
        private final Timeliness timeliness;

        Making(long seed, Instant now, Rules rules) {
            this.seed = seed;
            this.today = London.dateOf(now);
            this.rules = rules;
            var month = Month.of(today).previous();
            while (!rules.due(month).isBefore(today)) {
                month = month.previous();
            }
            this.latest = month;
            this.timeliness = new Timeliness(seed, rules.calendar(), now, month);
        }

        DemonstrationPlan plan() {
            var merged = YearMonth.from(latest.start())
                    .minusMonths(MERGED_MONTHS_AGO)
                    .atEndOfMonth()
                    .plusDays(1);
            var made = new Organisations(seed, merged);
            var returns = new ArrayList<PlannedReturn>();
            for (var organisation : made.all()) {
                if (organisation.assured()) {
                    returns.addAll(returnsOf(organisation));
                }
            }
            returns.sort(java.util.Comparator.comparing(PlannedReturn::dueOn)
                    .thenComparing(each -> each.period().code())
                    .thenComparing(PlannedReturn::organisation));
            var posts = People.posts(seed, made.all(), rules.postsOf(), today);
            return new DemonstrationPlan(
                    Organisations.ICB,
                    latest,
                    made.all(),
                    made.links(),
                    People.ACCOUNTS,
                    People.COLLEAGUES,
                    posts,
                    List.copyOf(returns),
                    Neighbour.of(posts, nextDoor(made)));
        }

        private List<PlannedPost> nextDoor(Organisations made) {
            return made.all().stream()
                    .filter(each -> each.code().equals(Organisations.NEIGHBOUR))
                    .flatMap(each -> People.posts(seed, each, rules.postsOf(), today).stream())
                    .toList();
        }

        private List<PlannedReturn> returnsOf(PlannedOrganisation provider) {
            var months = periods(provider, months());
            var quarters = periods(provider, quarters());
            var byPeriod = new HashMap<Period, List<PlannedLine>>();
            for (var kpi : rules.kpis().asOf(today).definitions()) {
                if (kpi.asks(provider.kind()) && !kpi.code().startsWith("AE_")) {
                    add(byPeriod, provider, kpi, kpi.frequency() == Frequency.MONTHLY ? months : quarters);
                }
            }
            return Stream.concat(months.stream(), quarters.stream())
                    .filter(byPeriod::containsKey)
                    .map(period -> planned(provider, period, byPeriod.getOrDefault(period, List.of())))
                    .toList();
        }

        private void add(
                Map<Period, List<PlannedLine>> byPeriod,
                PlannedOrganisation provider,
                KpiDefinition kpi,
                List<Period> periods) {
            for (var line : new Figures(seed, provider, kpi, periods, latest.yearMonth()).lines()) {
                if (kpi.frequency() != Frequency.ANNUAL) {
                    byPeriod.computeIfAbsent(line.period(), _ -> new ArrayList<>())
                            .add(line);
                } else if (line.period() instanceof Quarter quarter && quarter.number() == 4) {
                    byPeriod.computeIfAbsent(quarter, _ -> new ArrayList<>()).add(yearly(line, quarter));
                }
            }
        }

        /// A practice's yearly items ride in its return for January to March.
        private static PlannedLine yearly(PlannedLine line, Quarter quarter) {
            return new PlannedLine(
                    line.kpi(),
                    line.definitionVersion(),
                    quarter.financialYear(),
                    line.numerator(),
                    line.denominator(),
                    line.value(),
                    line.narrative());
        }

        private PlannedReturn planned(PlannedOrganisation provider, Period period, List<PlannedLine> lines) {
            var due = rules.due(period);
            var executive = rules.kinds()
                    .find(provider.kind())
                    .map(OrganisationKind::executiveApproval)
                    .orElse(false);
            var times = timeliness.of(provider, period, due, executive);
            return new PlannedReturn(
                    provider.code(),
                    period,
                    due,
                    executive,
                    times.submitted(),
                    times.approved(),
                    times.accepted(),
                    lines);
        }

        private static List<Period> periods(PlannedOrganisation provider, List<Period> all) {
            return all.stream()
                    .filter(period -> provider.isOpenOn(period.end()))
                    .toList();
        }

        /// Two years to the latest that is due, and those that have ended since.
        private List<Period> months() {
            var periods = new ArrayList<Period>();
            for (var month = Month.of(latest.yearMonth().minusMonths(MONTHS - 1).atDay(1));
                    month.end().isBefore(today);
                    month = month.next()) {
                periods.add(month);
            }
            return periods;
        }

        private List<Period> quarters() {
            var quarter = Quarter.of(latest.end());
            while (!rules.due(quarter).isBefore(today)) {
                quarter = quarter.previous();
            }
            for (int back = 1; back < QUARTERS; back++) {
                quarter = quarter.previous();
            }
            var periods = new ArrayList<Period>();
            for (; quarter.end().isBefore(today); quarter = quarter.next()) {
                periods.add(quarter);
            }
            return periods;
        }
    }
}

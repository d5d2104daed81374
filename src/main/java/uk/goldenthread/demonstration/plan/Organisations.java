package uk.goldenthread.demonstration.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The invented organisations: an ICB in a cluster, six trusts and the two that one was made of, other providers,
/// practices and partners.
final class Organisations {
    static final String ICB = "QZ9";
    static final String NEIGHBOUR = "QZ8";
    static final String CLUSTER = "QZC";
    static final String PARTNERSHIP = "ZPB";
    static final String REGION = "ZRG";
    static final String REGULATOR = "ZRE";
    private static final LocalDate LONG_AGO = LocalDate.of(2013, 4, 1);
    private static final int PRACTICES = 110;
    private static final int MERGING_FROM = 109;

    private final long seed;
    private final LocalDate merged;
    private final List<PlannedOrganisation> all = new ArrayList<>();

    /// @param merged the first day of the merged trust and practice
    Organisations(long seed, LocalDate merged) {
        this.seed = seed;
        this.merged = merged;
    }

    List<PlannedOrganisation> all() {
        if (all.isEmpty()) {
            commissioners();
            trusts();
            others();
            practices();
        }
        return List.copyOf(all);
    }

    List<PlannedLink> links() {
        return List.of(
                new PlannedLink(ICB, CLUSTER, "IN_CLUSTER", LocalDate.of(2025, 10, 1)),
                new PlannedLink(NEIGHBOUR, CLUSTER, "IN_CLUSTER", LocalDate.of(2025, 10, 1)),
                new PlannedLink("ZTX", Stories.NEW_TRUST, "MERGED_INTO", merged),
                new PlannedLink("ZTY", Stories.NEW_TRUST, "MERGED_INTO", merged),
                new PlannedLink(practiceCode(MERGING_FROM), Stories.MERGED_PRACTICE, "MERGED_INTO", merged),
                new PlannedLink(practiceCode(PRACTICES), Stories.MERGED_PRACTICE, "MERGED_INTO", merged));
    }

    private void commissioners() {
        partner(ICB, "NHS Northmoor and Vale ICB", "ICB");
        partner(NEIGHBOUR, "NHS Saltfen and Marsh ICB", "ICB");
        partner(CLUSTER, "Northmoor, Vale and Saltfen cluster", "CLUSTER");
        partner(PARTNERSHIP, "Northmoor and Vale Safeguarding Partnership", "PARTNERSHIP");
        partner("ZLA", "Northmoor and Vale Council", "LA");
        partner("ZPO", "Northmoor Constabulary", "POLICE");
        partner(REGION, "Demonstration region", "REGION");
        partner(REGULATOR, "Demonstration regulator", "REGION");
    }

    private void partner(String code, String name, String kind) {
        all.add(new PlannedOrganisation(code, name, kind, LocalDate.of(2022, 7, 1), null, false, 0));
    }

    private void trusts() {
        provider(Stories.DECLINING_TRUST, "Harrowmere Hospitals NHS Foundation Trust", "ACUTE", 6100);
        provider(Stories.RESTATING_TRUST, "Vale of Eskmoor Hospitals NHS Trust", "ACUTE", 4300);
        provider(Stories.RECOVERED_TRUST, "Brackenfold Community Health NHS Trust", "COMMUNITY", 2400);
        provider(Stories.REBASED_TRUST, "Northmoor Mental Health NHS Foundation Trust", "MENTAL_HEALTH", 3200);
        provider(Stories.NEW_TRUST, "Tarnfold Integrated Care NHS Trust", "INTEGRATED", merged, null, 5200);
        provider(Stories.QUERIED_TRUST, "Northmoor and Saltfen Ambulance NHS Trust", "AMBULANCE", 2800);
        provider("ZTX", "Tarnfold District Hospital NHS Trust", "ACUTE", LONG_AGO, merged, 3600);
        provider("ZTY", "Upper Tarn Community NHS Trust", "COMMUNITY", LONG_AGO, merged, 1500);
    }

    private void others() {
        run(
                "ZH",
                "INDEPENDENT_HOSPITAL",
                230,
                "Larkholme Hospital",
                "Ravensyke Clinic",
                "Kestrelby Park Hospital",
                "Oxenfold Private Hospital",
                "Elmsyke Eye Hospital",
                "Heronby Neurological Centre");
        run(
                "ZS",
                "HOSPICE",
                110,
                "Fernmere Hospice",
                "Birchmoss Hospice",
                "Whinfold Children's Hospice",
                "Amberfold Hospice at Home");
        run(
                "ZN",
                "CARE_HOME_NURSING",
                62,
                "Cragmere Nursing Home",
                "Dunfold Court",
                "Foxmere House Nursing Home",
                "Gorsefold Lodge",
                "Ivesmoor Manor Nursing Home",
                "Junipergate Care Centre",
                "Kelderby Grange",
                "Lintmoor View Nursing Home");
        run("ZU", "NHS111_UTC_OOH", 240, "Northmoor Vale 111", "Valeside Urgent Doctors");
        run("ZV", "VCSE", 44, "Mosswick Young Carers", "Owlsyke Women's Refuge");
        run("ZL", "LA_PUBLIC_HEALTH", 165, "Northmoor and Vale 0 to 19 Service");
        run("ZD", "CHC_DOMICILIARY", 90, "Pennymoor Home Care");
        run("ZX", "SECURE_ESTATE", 72, "Quarrymere Secure Health Service");
    }

    private void run(String prefix, String kind, int staff, String... names) {
        for (int i = 0; i < names.length; i++) {
            var size = (int) Math.round(staff * (0.75 + new Chance(seed, prefix + i).between(0, 60) / 100.0));
            provider("%s%02d".formatted(prefix, i + 1), names[i], kind, size);
        }
    }

    private void practices() {
        for (int number = 1; number <= PRACTICES; number++) {
            var place = Names.PLACES.get((number - 1) % Names.PLACES.size());
            var name = place + " " + Names.PRACTICES.get((number - 1) / Names.PLACES.size());
            var staff = new Chance(seed, name).between(14, 46);
            provider(practiceCode(number), name, "GP", LONG_AGO, number >= MERGING_FROM ? merged : null, staff);
        }
        provider(Stories.MERGED_PRACTICE, "Two Becks Health Partnership", "GP", merged, null, 52);
    }

    private static String practiceCode(int number) {
        return "ZP%03d".formatted(number);
    }

    private void provider(String code, String name, String kind, int staff) {
        provider(code, name, kind, LONG_AGO, null, staff);
    }

    private void provider(
            String code, String name, String kind, LocalDate opened, @Nullable LocalDate closed, int staff) {
        all.add(new PlannedOrganisation(code, name, kind, opened, closed, true, staff));
    }
}

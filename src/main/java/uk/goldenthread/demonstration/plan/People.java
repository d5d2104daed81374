package uk.goldenthread.demonstration.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/// Who can sign in, one person a role, and who holds which post.
final class People {
    private static final String ICB = Organisations.ICB;

    /// Offered on the sign-in page, in this order: the role that the tour begins with first.
    static final List<PlannedAccount> ACCOUNTS = List.of(
            account("Bethan Pryce", "DESIGNATED_NURSE", ICB),
            account("Kwabena Osei-Tutu", "PROVIDER_NAMED_PROFESSIONAL", Stories.DECLINING_TRUST),
            account("Victoria Ashdown", "PROVIDER_EXECUTIVE_LEAD", Stories.DECLINING_TRUST),
            account("Parveen Sabir", "PRACTICE_LEAD", Stories.LATE_PRACTICE),
            account("Olusegun Adeyinka", "ICB_EXECUTIVE_LEAD", ICB),
            account("Eleanor Fairweather", "COMMITTEE_MEMBER", ICB),
            account("Imran Chaudhry", "DESIGNATED_DOCTOR", ICB),
            account("Sunita Raval", "ADULT_LEAD", ICB),
            account("Tomasz Wilk", "SAFEGUARDING_COORDINATOR", ICB),
            account("Mei-Ling Tsang", "ANALYST", ICB),
            account("Joanna Sutcliffe", "CONTRACT_MANAGER", ICB),
            account("Gurpreet Dhaliwal", "NAMED_GP", ICB),
            account("Niamh Gallagher", "PARTNERSHIP_MANAGER", Organisations.PARTNERSHIP),
            account("Alasdair Munro-Keith", "REGIONAL_LEAD", Organisations.REGION),
            account("Catriona Leask", "INSPECTOR", Organisations.REGULATOR),
            account("Yusuf Demirel", "INFORMATION_GOVERNANCE", ICB),
            account("Danuta Zielinska", "SYSTEM_ADMINISTRATOR", ICB));

    /// The people of other providers whose returns a story needs by name; not offered on the sign-in page.
    static final List<PlannedAccount> COLLEAGUES = List.of(
            account("Farida Rahimi", "PROVIDER_NAMED_PROFESSIONAL", Stories.LOCKED_HOME),
            account("Emeka Uzor", "PROVIDER_NAMED_PROFESSIONAL", Stories.QUERIED_TRUST),
            account("Beatriz Carvalho", "PROVIDER_NAMED_PROFESSIONAL", Stories.RESTATING_TRUST),
            account("Rhys Llewellyn-Hale", "PROVIDER_EXECUTIVE_LEAD", Stories.RESTATING_TRUST),
            account("Oluwaseun Bright", "PROVIDER_NAMED_PROFESSIONAL", Stories.RECOVERED_TRUST),
            account("Marguerite Dunmore", "PROVIDER_EXECUTIVE_LEAD", Stories.RECOVERED_TRUST),
            account("Pavel Hruska", "PROVIDER_NAMED_PROFESSIONAL", Stories.REBASED_TRUST),
            account("Constance Ilves", "PROVIDER_EXECUTIVE_LEAD", Stories.REBASED_TRUST),
            account("Siobhan Tierney", "PROVIDER_NAMED_PROFESSIONAL", Stories.NEW_TRUST),
            account("Amit Deshpande", "PROVIDER_EXECUTIVE_LEAD", Stories.NEW_TRUST),
            account("Greta Lindqvist", "PROVIDER_EXECUTIVE_LEAD", Stories.QUERIED_TRUST));

    /// Who of those with accounts holds which post, by organisation and post.
    private static final Map<String, String> HOLDERS = Map.ofEntries(
            Map.entry(ICB + " DN-SC", "Bethan Pryce"),
            Map.entry(ICB + " DD-SC", "Imran Chaudhry"),
            Map.entry(ICB + " DP-SA", "Sunita Raval"),
            Map.entry(ICB + " NGP", "Gurpreet Dhaliwal"),
            Map.entry(ICB + " ICB-EXEC", "Olusegun Adeyinka"),
            Map.entry(Stories.DECLINING_TRUST + " NP-SA", "Kwabena Osei-Tutu"),
            Map.entry(Stories.DECLINING_TRUST + " P-EXEC", "Victoria Ashdown"),
            Map.entry(Stories.LATE_PRACTICE + " GP-L", "Parveen Sabir"),
            Map.entry(Stories.QUERIED_TRUST + " NP-SA", "Emeka Uzor"),
            Map.entry(Stories.RECOVERED_TRUST + " NP-SA", "Oluwaseun Bright"),
            Map.entry(Stories.RECOVERED_TRUST + " P-EXEC", "Marguerite Dunmore"),
            Map.entry(Stories.REBASED_TRUST + " NP-SA", "Pavel Hruska"),
            Map.entry(Stories.REBASED_TRUST + " P-EXEC", "Constance Ilves"),
            Map.entry(Stories.NEW_TRUST + " NP-SA", "Siobhan Tierney"),
            Map.entry(Stories.NEW_TRUST + " P-EXEC", "Amit Deshpande"),
            Map.entry(Stories.QUERIED_TRUST + " P-EXEC", "Greta Lindqvist"),
            Map.entry(Stories.RESTATING_TRUST + " NP-SA", "Beatriz Carvalho"),
            Map.entry(Stories.RESTATING_TRUST + " P-EXEC", "Rhys Llewellyn-Hale"));

    /// Everybody else: nobody who signs in is somebody else elsewhere.
    private static final List<String> OTHERS = Names.PEOPLE.stream()
            .filter(name -> Stream.concat(ACCOUNTS.stream(), COLLEAGUES.stream())
                    .noneMatch(account -> account.name().equals(name)))
            .toList();

    /// Vacant at the trust in decline since the fall began to show.
    private static final String VACANT = "NN-SC";

    private People() {}

    static PlannedAccount account(String name, String role, String organisation) {
        var address = name.toLowerCase(Locale.ROOT).replace(' ', '.').replace("-", "") + "@demo.invalid";
        return new PlannedAccount(address, name, role, organisation);
    }

    /// Every statutory post of the ICB and of whom it assures, each held by another of the organisation's people.
    ///
    /// @param postsOf codes of the posts by kind of organisation
    static List<PlannedPost> posts(
            long seed, List<PlannedOrganisation> organisations, Map<String, List<String>> postsOf, LocalDate today) {
        return organisations.stream()
                .filter(each -> each.assured() || each.code().equals(ICB))
                .filter(each -> each.isOpenOn(today))
                .flatMap(each -> posts(seed, each, postsOf, today).stream())
                .toList();
    }

    /// Every statutory post of one organisation.
    static List<PlannedPost> posts(
            long seed, PlannedOrganisation organisation, Map<String, List<String>> postsOf, LocalDate today) {
        var posts = new ArrayList<PlannedPost>();
        var chance = new Chance(seed, "posts " + organisation.code());
        var next = chance.between(0, OTHERS.size() - 1);
        for (var post : postsOf.getOrDefault(organisation.kind(), List.of())) {
            var vacant = organisation.code().equals(Stories.DECLINING_TRUST) && post.equals(VACANT);
            var anyone = OTHERS.get(next++ % OTHERS.size());
            posts.add(new PlannedPost(
                    organisation.code(),
                    post,
                    HOLDERS.getOrDefault(organisation.code() + " " + post, anyone),
                    organisation.opened().isAfter(today.minusDays(700))
                            ? organisation.opened()
                            : today.minusDays(chance.between(720, 2400)),
                    vacant ? today.minusDays(150) : null));
        }
        return posts;
    }
}

package uk.goldenthread.demonstration.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

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
            account("Rhys Llewellyn-Hale", "PROVIDER_EXECUTIVE_LEAD", Stories.RESTATING_TRUST));

    /// Who of those with accounts holds which post of the ICB.
    private static final Map<String, String> ICB_POSTS = Map.of(
            "DN-SC", "Bethan Pryce",
            "DD-SC", "Imran Chaudhry",
            "DP-SA", "Sunita Raval",
            "NGP", "Gurpreet Dhaliwal",
            "ICB-EXEC", "Olusegun Adeyinka");

    /// Vacant at the trust in decline since the fall began to show.
    private static final String VACANT = "NN-SC";

    private People() {}

    private static PlannedAccount account(String name, String role, String organisation) {
        var address = name.toLowerCase(Locale.ROOT).replace(' ', '.').replace("-", "") + "@demo.invalid";
        return new PlannedAccount(address, name, role, organisation);
    }

    /// Every statutory post of the ICB and of whom it assures, each held by another of the organisation's people.
    ///
    /// @param postsOf codes of the posts by kind of organisation
    static List<PlannedPost> posts(
            long seed, List<PlannedOrganisation> organisations, Map<String, List<String>> postsOf, LocalDate today) {
        var posts = new ArrayList<PlannedPost>();
        for (var organisation : organisations) {
            var ours = organisation.code().equals(ICB);
            if ((!organisation.assured() && !ours) || !organisation.isOpenOn(today)) {
                continue;
            }
            var chance = new Chance(seed, "posts " + organisation.code());
            var next = chance.between(0, Names.PEOPLE.size() - 1);
            for (var post : postsOf.getOrDefault(organisation.kind(), List.of())) {
                var vacant = organisation.code().equals(Stories.DECLINING_TRUST) && post.equals(VACANT);
                var anyone = Names.PEOPLE.get(next++ % Names.PEOPLE.size());
                posts.add(new PlannedPost(
                        organisation.code(),
                        post,
                        ours ? ICB_POSTS.getOrDefault(post, anyone) : anyone,
                        organisation.opened().isAfter(today.minusDays(700))
                                ? organisation.opened()
                                : today.minusDays(chance.between(720, 2400)),
                        vacant ? today.minusDays(150) : null));
            }
        }
        return posts;
    }
}

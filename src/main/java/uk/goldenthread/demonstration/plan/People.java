package uk.goldenthread.demonstration.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

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

    private static final List<String> POSTS =
            List.of("NAMED_NURSE_CHILDREN", "NAMED_DOCTOR_CHILDREN", "ADULT_LEAD", "MCA_LEAD", "PREVENT_LEAD");

    private People() {}

    private static PlannedAccount account(String name, String role, String organisation) {
        var address = name.toLowerCase(Locale.ROOT).replace(' ', '.').replace("-", "") + "@demo.invalid";
        return new PlannedAccount(address, name, role, organisation);
    }

    /// The lead posts of trusts, hospitals and hospices, and each practice's lead.
    static List<PlannedPost> posts(long seed, List<PlannedOrganisation> organisations, LocalDate today) {
        var posts = new ArrayList<PlannedPost>();
        for (var organisation : organisations) {
            if (!organisation.assured() || !organisation.isOpenOn(today)) {
                continue;
            }
            var chance = new Chance(seed, "posts " + organisation.code());
            var wanted = organisation.staff() > 1000 ? POSTS : List.of("SAFEGUARDING_LEAD");
            for (var post : wanted) {
                var vacant = organisation.code().equals(Stories.DECLINING_TRUST) && post.equals("NAMED_NURSE_CHILDREN");
                var since = vacant ? today.minusDays(150) : today.minusDays(chance.between(120, 2400));
                posts.add(
                        new PlannedPost(organisation.code(), post, vacant ? null : chance.oneOf(Names.PEOPLE), since));
            }
        }
        return posts;
    }
}

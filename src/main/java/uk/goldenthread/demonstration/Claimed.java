package uk.goldenthread.demonstration;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import uk.goldenthread.assessments.model.Criterion;
import uk.goldenthread.assessments.service.Editions;
import uk.goldenthread.assessments.service.Typed;
import uk.goldenthread.demonstration.plan.Chance;
import uk.goldenthread.demonstration.plan.DemonstrationPlan;
import uk.goldenthread.demonstration.plan.PlannedOrganisation;

/// What providers without people of their own claimed in last year's round, and what the ICB made of it: each kind of
/// provider finds other standards hard.
@Component
class Claimed {
    private static final int LEANING = 25;
    private static final int OVER_RATED = 8;
    private static final int OVER_RATED_AT_HOMES = 18;

    /// Which standards a kind of provider finds easy, and which hard.
    private record Leaning(Set<String> easy, Set<String> hard) {}

    private static final Leaning NONE = new Leaning(Set.of(), Set.of());
    private static final Map<String, Leaning> LEANINGS = Map.of(
            "GP", new Leaning(Set.of("S1", "S4", "S8"), Set.of("S2", "S3", "S10")),
            "HOSPICE", new Leaning(Set.of("S3", "S10"), Set.of("S9")),
            "CARE_HOME_NURSING", new Leaning(Set.of("S7"), Set.of("S3", "S9", "S10")),
            "INDEPENDENT_HOSPITAL", new Leaning(Set.of("S7", "S8"), Set.of("S3", "S5")),
            "NHS111_UTC_OOH", new Leaning(Set.of("S5"), Set.of("S10")),
            "VCSE", new Leaning(Set.of("S3"), Set.of("S5", "S6")));

    private static final List<String> WORDS = List.of(
            "In the minutes of our team meetings.",
            "In the policy, which is in date.",
            "The lead looked at a sample of records in the spring.",
            "From our training log.");

    private final Editions editions;

    Claimed(Editions editions) {
        this.editions = editions;
    }

    private record Asked(String standard, Criterion criterion) {}

    private List<Asked> asked(PlannedOrganisation organisation) {
        var practice = organisation.kind().equals("GP");
        return editions
                .ofShipped(Answers.SECTION_11, "2023", practice ? "GP" : "INDEPENDENT", practice)
                .edition()
                .standards()
                .stream()
                .flatMap(standard -> standard.criteria().stream().map(each -> new Asked(standard.code(), each)))
                .toList();
    }

    private static Chance chance(PlannedOrganisation organisation, String what) {
        return new Chance(DemonstrationPlan.SEED, "last year %s %s".formatted(organisation.code(), what));
    }

    /// What it claimed of every line that it was asked.
    List<Typed> by(PlannedOrganisation organisation) {
        var leaning = LEANINGS.getOrDefault(organisation.kind(), NONE);
        var own = chance(organisation, "standing").between(-18, 14);
        var claims = new ArrayList<Typed>();
        for (var each : asked(organisation)) {
            var chance = chance(organisation, each.criterion().code());
            var harder = own
                    + (leaning.hard().contains(each.standard()) ? LEANING : 0)
                    - (leaning.easy().contains(each.standard()) ? LEANING : 0);
            claims.add(Answers.claim(each.criterion(), chance, harder, 0).saying(chance.oneOf(WORDS)));
        }
        return claims;
    }

    /// What the ICB made of it: mostly the same, at care homes less often.
    List<Typed> judged(PlannedOrganisation organisation) {
        var most = organisation.kind().equals("CARE_HOME_NURSING") ? OVER_RATED_AT_HOMES : OVER_RATED;
        return by(organisation).stream()
                .map(claim -> {
                    var value = Integer.parseInt(String.valueOf(claim.value()));
                    var lower = value > 0
                            && chance(organisation, "judged " + claim.code()).between(1, 100) <= most;
                    return lower
                            ? Typed.value(claim.code(), Integer.toString(value - 1))
                                    .saying("We were shown that it is written down, but not that it is done.")
                            : Typed.value(claim.code(), Integer.toString(value)).saying("");
                })
                .toList();
    }

    /// Whether nothing was judged to be less than mostly met.
    boolean needsNothing(PlannedOrganisation organisation) {
        return judged(organisation).stream()
                .mapToInt(each -> Integer.parseInt(String.valueOf(each.value())))
                .allMatch(value -> value >= 2);
    }
}

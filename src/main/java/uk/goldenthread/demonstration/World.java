package uk.goldenthread.demonstration;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import uk.goldenthread.access.Actor;
import uk.goldenthread.access.Actors;
import uk.goldenthread.demonstration.plan.DemonstrationPlan;
import uk.goldenthread.demonstration.plan.PlannedAccount;
import uk.goldenthread.demonstration.plan.PlannedOrganisation;

/// The demonstration as it was founded: its numbers by code, and its people.
///
/// @param accounts account numbers by sign-in name
record World(DemonstrationPlan plan, Map<String, Integer> organisations, Map<String, Integer> accounts, Actors actors) {

    /// Somebody who stands in the records of providers whose own people have no accounts.
    static final String STAFF = "staff@demo.invalid";

    /// The same for their executives.
    static final String EXECUTIVE = "executive@demo.invalid";

    int icb() {
        return organisation(plan.icb());
    }

    /// The ICB next door.
    int neighbour() {
        return organisation(plan.neighbour().icb());
    }

    /// The one with that role at the ICB next door.
    Actor atNeighbour(String role) {
        var person = planned(role, plan.neighbour().icb());
        return actors.of(account(person.signInName()), neighbour(), neighbour());
    }

    int organisation(String code) {
        var number = organisations.get(code);
        if (number == null) {
            throw new IllegalArgumentException("the demonstration has no " + code);
        }
        return number;
    }

    /// An organisation as it was planned.
    PlannedOrganisation planned(String code) {
        return plan.organisations().stream()
                .filter(each -> each.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the demonstration has no " + code));
    }

    int account(String signInName) {
        var number = accounts.get(signInName);
        if (number == null) {
            throw new IllegalArgumentException("the demonstration has no account " + signInName);
        }
        return number;
    }

    /// The one with that role at the ICB.
    Actor actor(String role) {
        return actor(role, plan.icb());
    }

    /// The one with that role at that organisation.
    Actor actor(String role, String organisation) {
        var person = planned(role, organisation);
        return actors.of(account(person.signInName()), icb(), organisation(organisation));
    }

    /// Who has that role at the ICB.
    PlannedAccount person(String role) {
        return planned(role, plan.icb());
    }

    private PlannedAccount planned(String role, String organisation) {
        return find(role, organisation)
                .orElseThrow(() -> new IllegalArgumentException("nobody is %s at %s".formatted(role, organisation)));
    }

    /// Who has that role there; empty where only a story's providers have people.
    Optional<PlannedAccount> find(String role, String organisation) {
        return Stream.of(plan.accounts(), plan.colleagues(), plan.neighbour().accounts())
                .flatMap(List::stream)
                .filter(each -> each.role().equals(role) && each.organisation().equals(organisation))
                .findFirst();
    }
}

package uk.goldenthread.demonstration;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import uk.goldenthread.access.Accounts;
import uk.goldenthread.access.Actors;
import uk.goldenthread.database.Replay;
import uk.goldenthread.demonstration.plan.DemonstrationPlan;
import uk.goldenthread.demonstration.plan.PlannedAccount;
import uk.goldenthread.demonstration.plan.PlannedOrganisation;
import uk.goldenthread.demonstration.plan.PlannedPost;
import uk.goldenthread.organisations.Founding;
import uk.goldenthread.organisations.Founding.Founded;
import uk.goldenthread.organisations.Founding.Holding;
import uk.goldenthread.organisations.Founding.Tie;

/// Lays down the demonstration's organisations and people.
@Component
class Settlement {
    private static final LocalDate IN_POST_SINCE = LocalDate.of(2022, 7, 1);

    private final Founding founding;
    private final Accounts accounts;
    private final Actors actors;
    private final Replay replay;

    Settlement(Founding founding, Accounts accounts, Actors actors, Replay replay) {
        this.founding = founding;
        this.accounts = accounts;
        this.actors = actors;
        this.replay = replay;
    }

    /// @param at when the organisations are recorded, before anything else happens
    World settle(DemonstrationPlan plan, Instant at) {
        var organisations = replay.at(
                at,
                () -> founding.found(
                        plan.icb(),
                        plan.organisations().stream()
                                .map(each -> new Founded(
                                        each.code(), each.name(), each.kind(), each.opened(), each.closed()))
                                .toList(),
                        plan.organisations().stream()
                                .filter(PlannedOrganisation::assured)
                                .map(PlannedOrganisation::code)
                                .toList(),
                        plan.links().stream()
                                .map(each -> new Tie(each.from(), each.to(), each.type(), each.validFrom()))
                                .toList()));
        var neighbour = plan.neighbour();
        replay.at(at, () -> {
            founding.assureToo(neighbour.icb(), neighbour.trusts());
            founding.appoint(
                    java.util.Objects.requireNonNull(organisations.get(neighbour.icb())), holdings(neighbour.posts()));
            founding.appoint(java.util.Objects.requireNonNull(organisations.get(plan.icb())), holdings(plan.posts()));
            return true;
        });
        return new World(plan, organisations, people(plan, organisations), actors);
    }

    private static List<Holding> holdings(List<PlannedPost> posts) {
        return posts.stream()
                .map(each -> new Holding(each.organisation(), each.post(), each.holder(), each.since(), each.until()))
                .toList();
    }

    private Map<String, Integer> people(DemonstrationPlan plan, Map<String, Integer> organisations) {
        var made = new HashMap<String, Integer>();
        var icb = java.util.Objects.requireNonNull(organisations.get(plan.icb()));
        for (var person : plan.accounts()) {
            made.put(person.signInName(), account(person, true, icb, organisations));
        }
        for (var person : plan.colleagues()) {
            made.put(person.signInName(), account(person, false, icb, organisations));
        }
        var neighbour = plan.neighbour();
        var nextDoor = java.util.Objects.requireNonNull(organisations.get(neighbour.icb()));
        for (var person : neighbour.accounts()) {
            made.put(person.signInName(), account(person, true, nextDoor, organisations));
        }
        for (var person : neighbour.both()) {
            var place = java.util.Objects.requireNonNull(organisations.get(person.organisation()));
            var account = java.util.Objects.requireNonNull(made.get(person.signInName()));
            accounts.grant(account, person.role(), nextDoor, place, IN_POST_SINCE);
        }
        made.put(World.STAFF, nobody(World.STAFF, "A provider's named professional"));
        made.put(World.EXECUTIVE, nobody(World.EXECUTIVE, "A provider's executive lead"));
        return made;
    }

    private int account(PlannedAccount person, boolean offered, int icb, Map<String, Integer> organisations) {
        var account = accounts.make(new Accounts.NewAccount(person.signInName(), person.name(), unknowable(), offered));
        var place = java.util.Objects.requireNonNull(organisations.get(person.organisation()));
        accounts.grant(account, person.role(), icb, place, IN_POST_SINCE);
        return account;
    }

    /// An account that nobody can sign in with: it has no role anywhere.
    private int nobody(String signInName, String name) {
        return accounts.make(new Accounts.NewAccount(signInName, name, unknowable(), false));
    }

    /// Demonstration accounts are entered by a press on the sign-in page, where that is allowed, and in no other way.
    private static String unknowable() {
        var bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}

package uk.goldenthread.access;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.goldenthread.database.Scope;

/// The person acting, for one organisation within one ICB, with the roles they hold there today.
///
/// @param account the account's number, as written in the ledger
/// @param name the person's name, for pages only: never in a log
/// @param icb the legal ICB acted for
/// @param organisation the organisation acted for: the ICB itself, or a provider of it
/// @param roles role codes of `catalogue/roles.yaml`, in order
/// @param roleNames the same in words
/// @param asAt the instant this person looks at; null for the present
public record Actor(
        int account,
        String name,
        int icb,
        String icbName,
        int organisation,
        String organisationName,
        String organisationCode,
        List<String> roles,
        List<String> roleNames,
        Set<Permission> permissions,
        Scope.Reach reach,
        boolean demonstration,
        @Nullable Instant asAt) {

    public Actor {
        roles = List.copyOf(roles);
        roleNames = List.copyOf(roleNames);
        permissions = Set.copyOf(permissions);
    }

    public boolean may(Permission permission) {
        return permissions.contains(permission);
    }

    /// What the database is told before the first statement.
    public Scope scope() {
        return new Scope(Integer.toString(account), icb, organisation, reach, asAt);
    }

    /// The same person looking at the records as they stood: whatever reads for this actor reads the past, and whatever
    /// writes for them is refused.
    public Actor at(AsAt instant) {
        return new Actor(
                account,
                name,
                icb,
                icbName,
                organisation,
                organisationName,
                organisationCode,
                roles,
                roleNames,
                permissions,
                reach,
                demonstration,
                instant.instant());
    }

    public boolean reachesWholeIcb() {
        return reach == Scope.Reach.ICB;
    }
}

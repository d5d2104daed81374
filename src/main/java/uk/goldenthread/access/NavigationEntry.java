package uk.goldenthread.access;

import org.jspecify.annotations.Nullable;
import uk.goldenthread.database.Scope;

/// A module's place in the navigation; each module contributes a bean. A person sees the entries their role may open.
///
/// @param order where it stands; the first seven that a person may see are shown
/// @param needs the permission without which it is not shown
/// @param reach only for people who see this far; null for all
public record NavigationEntry(int order, String label, String href, Permission needs, Scope.@Nullable Reach reach) {
    public NavigationEntry(int order, String label, String href, Permission needs) {
        this(order, label, href, needs, null);
    }

    boolean isFor(Actor actor) {
        return actor.may(needs) && (reach == null || reach == actor.reach());
    }
}

package uk.goldenthread.access;

import org.jspecify.annotations.Nullable;
import uk.goldenthread.database.Scope;

/// A module's place in the navigation; each module contributes a bean. A person sees the entries their role may open.
///
/// The bar shows seven, in the order that the role catalogue gives for the person's role; the account menu has the
/// rest.
///
/// @param order where it stands among places that the role catalogue does not order
/// @param needs the permission without which it is not shown
/// @param reach only for people who see this far; null for all
public record NavigationEntry(int order, String label, String href, Permission needs, Scope.@Nullable Reach reach) {
    public NavigationEntry(int order, String label, String href, Permission needs) {
        this(order, label, href, needs, null);
    }

    /// The first word of its address, by which the role catalogue orders it: `home` for `/`.
    String section() {
        return href.equals("/") ? "home" : href.substring(1);
    }

    boolean isFor(Actor actor) {
        return actor.may(needs) && (reach == null || reach == actor.reach());
    }
}

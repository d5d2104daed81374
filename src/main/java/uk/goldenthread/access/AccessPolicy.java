package uk.goldenthread.access;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The one place that decides who may do what to which record. Pages, lists, counts, pickers, searches, exports and
/// papers ask it; row-level security stands behind it.
@Component
public class AccessPolicy {
    private final Roles roles;

    public AccessPolicy(Roles roles) {
        this.roles = roles;
    }

    /// What is acted on: everything the policy needs to know of a record.
    ///
    /// @param icb the legal ICB whose record it is
    /// @param organisation whose record it is within that ICB, or null when it is the ICB's own
    public record Resource(int icb, @Nullable Integer organisation) {
        public static Resource ofIcb(int icb) {
            return new Resource(icb, null);
        }

        public static Resource of(int icb, int organisation) {
            return new Resource(icb, organisation);
        }
    }

    /// The answer.
    public sealed interface Decision {
        /// May be done.
        record Allowed() implements Decision {}

        /// The record is there, but this may not be done to it by this person.
        ///
        /// @param why a sentence for the person
        record Refused(String why) implements Decision {}

        /// Even whether the record exists is private.
        record Hidden() implements Decision {}
    }

    public Decision decide(Actor actor, Permission permission, Resource resource) {
        if (!withinReach(actor, resource)) {
            return new Decision.Hidden();
        }
        return decide(actor, permission);
    }

    /// Whether the person may do this at all, before any record is known.
    public Decision decide(Actor actor, Permission permission) {
        if (actor.may(permission)) {
            return new Decision.Allowed();
        }
        return new Decision.Refused(
                "Your role does not allow this. People who can: %s.".formatted(roles.namesThatMay(permission)));
    }

    public boolean allows(Actor actor, Permission permission, Resource resource) {
        return decide(actor, permission, resource) instanceof Decision.Allowed;
    }

    /// Stops the unit of work unless the person may do this to the record.
    ///
    /// @throws HiddenException when even existence is private
    /// @throws RefusedException when the role does not allow it
    public void require(Actor actor, Permission permission, Resource resource) {
        enforce(permission, decide(actor, permission, resource));
    }

    /// Stops the unit of work unless the person's role allows this at all.
    ///
    /// @throws RefusedException when the role does not allow it
    public void require(Actor actor, Permission permission) {
        enforce(permission, decide(actor, permission));
    }

    private static void enforce(Permission permission, Decision decision) {
        switch (decision) {
            case Decision.Allowed _ -> {}
            case Decision.Refused refused -> throw new RefusedException(permission, refused.why());
            case Decision.Hidden _ -> throw new HiddenException();
        }
    }

    private static boolean withinReach(Actor actor, Resource resource) {
        if (resource.icb() != actor.icb()) {
            return false;
        }
        return switch (actor.reach()) {
            case ICB -> true;
            case OWN -> resource.organisation() == null || resource.organisation() == actor.organisation();
            case AGGREGATE -> resource.organisation() == null;
            case SYSTEM -> false;
        };
    }
}

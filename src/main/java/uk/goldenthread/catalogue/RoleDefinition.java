package uk.goldenthread.catalogue;

import java.util.List;
import java.util.Set;

/// What a holder of one role may do, and over whose rows. Permissions are codes here; the access module gives them
/// their types.
///
/// @param restrictedScreens codes of the screens on which this role's session ends after the short idle limit
/// (BR-ACC-2)
/// @param secondFactor whether a holder must sign in with a one-time code as well
/// @param navigation the sections offered to this role, first the most used
public record RoleDefinition(
        String code,
        String name,
        Tier tier,
        Reach reach,
        Set<String> permissions,
        Set<String> restrictedScreens,
        SecondFactor secondFactor,
        List<String> navigation) {

    /// Copies the collections in.
    public RoleDefinition {
        permissions = Set.copyOf(permissions);
        restrictedScreens = Set.copyOf(restrictedScreens);
        navigation = List.copyOf(navigation);
    }

    /// Whether a one-time code is asked beside the password.
    public enum SecondFactor {
        REQUIRED,
        OPTIONAL
    }

    /// The kind of body a role belongs to.
    public enum Tier {
        /// An Integrated Care Board.
        ICB,
        /// A provider other than a general practice.
        PROVIDER,
        /// A general practice.
        PRACTICE,
        /// A partnership, local authority or police force.
        PARTNER,
        /// The region, the department or an inspectorate.
        NATIONAL,
        /// Whoever keeps the system running.
        SYSTEM
    }

    /// Whose rows a role's permissions reach.
    public enum Reach {
        /// All rows of the holder's ICB.
        ICB,
        /// Rows of the holder's own organisation only.
        OWN,
        /// Totals, and what was escalated; no other rows.
        AGGREGATE
    }
}

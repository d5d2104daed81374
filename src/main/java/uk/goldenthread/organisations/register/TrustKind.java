package uk.goldenthread.organisations.register;

import java.util.List;
import java.util.Locale;

/// What kind a trust most likely is, told by words of its name, because the register's file of trusts does not say.
/// Only a
/// starting point: a kind that is known is never overwritten, and the reviewer is told that these are guesses.
final class TrustKind {
    private static final List<String> SPECIALIST = List.of(
            "CHILDREN",
            "ORTHOPAEDIC",
            "HEART AND CHEST",
            "WOMEN'S",
            "EYE HOSPITAL",
            "CANCER",
            "MARSDEN",
            "WALTON CENTRE",
            "CHRISTIE",
            "PAPWORTH",
            "QUEEN VICTORIA");

    private TrustKind() {}

    /// A code of `catalogue/organisation-kinds.yaml`.
    static String of(String registeredName) {
        var name = registeredName.toUpperCase(Locale.ROOT);
        if (name.contains("AMBULANCE")) {
            return "AMBULANCE";
        }
        if (name.contains("MENTAL HEALTH") || name.contains("PARTNERSHIP")) {
            return "MENTAL_HEALTH";
        }
        if (name.contains("COMMUNITY")) {
            return "COMMUNITY";
        }
        if (name.contains("INTEGRATED CARE") || name.contains("HEALTH AND CARE")) {
            return "INTEGRATED";
        }
        return SPECIALIST.stream().anyMatch(name::contains) ? "SPECIALIST" : "ACUTE";
    }
}

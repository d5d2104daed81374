package uk.goldenthread.rulebook;

import java.util.Set;

/// An ICB changed rules of its own, or a change made earlier begins to hold. Published in the transaction that made it
/// so;
/// hearing it twice changes nothing.
///
/// @param kpis codes of the measures it is about
/// @param settings codes of the settings it is about
public record RulesChanged(int icb, Set<String> kpis, Set<String> settings) {
    /// Copies the sets in.
    public RulesChanged {
        kpis = Set.copyOf(kpis);
        settings = Set.copyOf(settings);
    }

    /// Whether a setting of this group is among them, such as `W01` or `SCORE`.
    public boolean touches(String group) {
        return settings.stream().anyMatch(code -> code.startsWith(group + "."));
    }
}

package uk.goldenthread.contracts.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.goldenthread.kernel.outcome.Clause;
import uk.goldenthread.kernel.outcome.Reason;

/// The safeguarding gateway of a contract: its checks as they were recorded, and the waiver of those that
/// failed.
///
/// @param passed by check; a check without an entry was not made
/// @param waivedUntil the last day of an executive's waiver; null without one
public record Gateway(Map<Check, Boolean> passed, @Nullable LocalDate waivedUntil) {
    /// BR-CON-2.
    public static final Clause CLAUSE = new Clause(
            "BR-CON-2",
            "A contract is signed when all eight checks pass, or an executive waives a failed one for 90 days");

    public Gateway {
        passed = Map.copyOf(passed);
    }

    /// Checks not made yet, in their order.
    public List<Check> missing() {
        return List.of(Check.values()).stream()
                .filter(check -> !passed.containsKey(check))
                .toList();
    }

    /// Checks that failed, in their order.
    public List<Check> failed() {
        return List.of(Check.values()).stream()
                .filter(check -> Boolean.FALSE.equals(passed.get(check)))
                .toList();
    }

    /// Whether a waiver is in force that day.
    public boolean isWaived(LocalDate on) {
        return waivedUntil != null && !on.isAfter(waivedUntil);
    }

    /// Everything that keeps the gateway shut that day; nothing when it is open.
    public List<Reason> shutBy(LocalDate on) {
        var reasons = new ArrayList<Reason>();
        missing()
                .forEach(check -> reasons.add(new Reason("", "Record the check: %s".formatted(check.words()), CLAUSE)));
        if (!failed().isEmpty() && !isWaived(on)) {
            failed().forEach(check -> reasons.add(new Reason(
                    "",
                    "%s failed. It must pass, or an ICB executive lead waives it for at most 90 days"
                            .formatted(check.words()),
                    CLAUSE)));
        }
        return reasons;
    }

    /// The gateway with checks as they are in a map by name, for what a store reads.
    public static Gateway of(Map<String, Boolean> byName, @Nullable LocalDate waivedUntil) {
        var passed = new EnumMap<Check, Boolean>(Check.class);
        byName.forEach((name, value) -> passed.put(Check.valueOf(name), value));
        return new Gateway(passed, waivedUntil);
    }
}

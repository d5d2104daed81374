package uk.goldenthread.database;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// For whom a transaction runs: what row-level security is told before the first statement.
///
/// @param account who acts, as written in the ledger
/// @param icb the legal ICB acted for, or null before anyone has signed in
/// @param organisation the organisation acted for
/// @param reach how far the actor's sight goes within that ICB
/// @param asAt the instant whose rows are read; null for the present, which alone can be changed
public record Scope(
        String account,
        @Nullable Integer icb,
        @Nullable Integer organisation,
        Reach reach,
        @Nullable Instant asAt) {

    /// Acts in the present.
    public Scope(String account, @Nullable Integer icb, @Nullable Integer organisation, Reach reach) {
        this(account, icb, organisation, reach, null);
    }

    /// How far an actor sees. The names are what the database policies compare with.
    public enum Reach {
        /// Every row of the acting ICB.
        ICB,
        /// The acting organisation's own rows within the acting ICB.
        OWN,
        /// No rows of any one organisation: published aggregates and papers only.
        AGGREGATE,
        /// The system before anyone is known: sign-in, sealing, start-up. Sees accounts, never the field's rows.
        SYSTEM
    }

    /// The same actor looking at the rows as they stood at an instant; at the present's when that is null.
    public Scope asAt(@Nullable Instant instant) {
        return new Scope(account, icb, organisation, reach, instant);
    }

    /// The system itself: sign-in, sealing, start-up.
    public static Scope system() {
        return new Scope("system", null, null, Reach.SYSTEM);
    }

    /// A scheduled job acting for one ICB.
    public static Scope jobFor(int icb) {
        return new Scope("system", icb, icb, Reach.ICB);
    }
}

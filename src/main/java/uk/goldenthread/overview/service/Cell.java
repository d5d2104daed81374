package uk.goldenthread.overview.service;

import org.jspecify.annotations.Nullable;
import uk.goldenthread.shell.charts.Icons.Assurance;
import uk.goldenthread.shell.charts.Icons.Variation;

/// One measure of one provider on the map.
public sealed interface Cell {
    /// The provider's kind is not asked for this measure, and gave none.
    record NotAsked() implements Cell {}

    /// It is asked for, and nothing has ever come, or the latest period came without a value.
    record Missing() implements Cell {}

    /// What process control says of the latest period.
    ///
    /// @param variation null on fewer than eight points, which are too few to say
    /// @param assurance null where there is no target or too few points
    /// @param stale whether a later period was due already
    record Reading(@Nullable Variation variation, @Nullable Assurance assurance, boolean stale) implements Cell {
        /// From the words the database keeps.
        static Reading of(String variation, @Nullable String assurance, String basis, boolean stale) {
            if (basis.equals("LINE_ONLY")) {
                return new Reading(null, null, stale);
            }
            return new Reading(
                    Variation.valueOf(variation), assurance == null ? null : Assurance.valueOf(assurance), stale);
        }

        /// Getting worse, or bound to miss its target.
        boolean isConcern() {
            return worsens() || assurance == Assurance.FAIL;
        }

        boolean worsens() {
            return variation == Variation.CONCERN_HIGH || variation == Variation.CONCERN_LOW;
        }
    }
}

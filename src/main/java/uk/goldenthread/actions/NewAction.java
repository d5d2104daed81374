package uk.goldenthread.actions;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.goldenthread.kernel.Reference;

/// An action that is to be proposed.
///
/// @param organisation who is to carry it out
/// @param title what is to be done, in a line
/// @param outcome what will be different
/// @param measure how that will be known
/// @param theme a code of the catalogue's themes; empty for none
/// @param critical whether it answers a critical criterion that is not met, which shortens its time
/// @param expects the classes of evidence that can show it, at least one
/// @param everyMonths 1, 3, 6 or 12 when it comes again; null when it does not
/// @param sources what asks for it, as `finding/7`
public record NewAction(
        int organisation,
        String title,
        String outcome,
        String measure,
        String theme,
        Priority priority,
        boolean critical,
        Set<Proof> expects,
        LocalDate due,
        @Nullable Integer everyMonths,
        List<Reference> sources) {
    public NewAction {
        expects = Set.copyOf(expects);
        sources = List.copyOf(sources);
    }
}

package uk.goldenthread.visits.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.goldenthread.shell.components.DateParts;
import uk.goldenthread.shell.components.FieldErrors;
import uk.goldenthread.shell.components.Option;

/// The page that plans one visit.
///
/// @param first the visit that it follows; null for one by itself
public record PlanPage(
        List<Option> organisations,
        List<Option> kinds,
        String organisation,
        String kind,
        String purpose,
        DateParts on,
        FieldErrors errors,
        @Nullable First first) {
    /// The visit whose findings are looked at again.
    ///
    /// @param words which visit, in words
    /// @param findings what it found and asked to be put right
    public record First(long id, String provider, String words, List<String> findings) {
        public First {
            findings = List.copyOf(findings);
        }
    }
}

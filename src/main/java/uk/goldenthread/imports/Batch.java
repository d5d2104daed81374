package uk.goldenthread.imports;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// An uploaded file and how far it has come.
///
/// @param organisation who uploaded it: the ICB itself, or a provider
/// @param kind the code of its [ImportTarget]
/// @param sha256 in hexadecimal
/// @param size in bytes
/// @param counts lines by verdict; verdicts without lines may be absent
/// @param ignored rows left aside on purpose, by reason
/// @param decision who approved it or put it aside; null while nobody has
/// @param undoing who took it back; null unless it was
public record Batch(
        long id,
        int organisation,
        String kind,
        String fileName,
        String sha256,
        long size,
        Person uploaded,
        BatchState state,
        @Nullable String failure,
        Map<Verdict, Integer> counts,
        Map<String, Integer> ignored,
        List<String> notes,
        @Nullable Decision decision,
        @Nullable Undoing undoing,
        int version) {
    public Batch {
        counts = Map.copyOf(counts);
        notes = List.copyOf(notes);
    }

    /// Who did something, and when.
    public record Person(int account, String name, Instant at) {}

    /// @param alone true when the one who uploaded it also approved it, because nobody else could
    public record Decision(Person by, boolean alone) {}

    public record Undoing(String byName, Instant at, String reason) {}

    /// Lines of one verdict.
    public int count(Verdict verdict) {
        return counts.getOrDefault(verdict, 0);
    }

    /// Lines that approving would act on, were every choice made to take something in.
    public int effects() {
        return count(Verdict.NEW) + count(Verdict.CHANGED) + count(Verdict.CLOSED) + count(Verdict.AMBIGUOUS);
    }
}

package uk.goldenthread.evidence;

import org.jspecify.annotations.Nullable;
import uk.goldenthread.kernel.Reference;

/// A thing that evidence may support: an answer, an action, a finding.
///
/// @param organisation whose it is: only that organisation's evidence may support it
/// @param words what it is, as "Section 11, 1.2: a named lead on the board"
/// @param href its page; null where this person may not open it
/// @param open whether evidence may still be added to it or taken from it
public record Claim(
        Reference reference,
        int organisation,
        String words,
        @Nullable String href,
        boolean open) {}

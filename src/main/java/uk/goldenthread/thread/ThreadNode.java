package uk.goldenthread.thread;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import uk.goldenthread.kernel.Reference;

/// One thing on the thread, told in a sentence.
///
/// @param reference its stable name
/// @param stage where on the thread it stands
/// @param sentence what it is and how it stands: "Alder Trust answered 'mostly met', moderated to 'partly met'"
/// @param on the day it was said, made or decided; null for what has no day
/// @param href its page; null when this person may not open it or it has none
public record ThreadNode(
        Reference reference,
        ThreadStage stage,
        String sentence,
        @Nullable LocalDate on,
        @Nullable String href) {}

package uk.goldenthread.notify.mail;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the HTML of a mail shows: the same words as its plain text.
///
/// @param organisation where the person acts
/// @param lines each kind with how many, in words
/// @param href where to see it
/// @param stop where to stop such mail; null for mail that cannot be stopped
/// @param choices where to choose when one is written to
public record LetterPage(
        String subject,
        String opening,
        String organisation,
        List<String> lines,
        String href,
        @Nullable String stop,
        String choices) {}

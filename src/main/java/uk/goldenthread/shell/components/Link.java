package uk.goldenthread.shell.components;

import org.jspecify.annotations.Nullable;

/// A place to go.
///
/// @param hidden words only a screen reader needs, so that "Change" says what it changes: "date of birth"; null for
/// none
public record Link(String text, String href, @Nullable String hidden) {
    public Link(String text, String href) {
        this(text, href, null);
    }
}

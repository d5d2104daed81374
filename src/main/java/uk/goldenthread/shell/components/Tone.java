package uk.goldenthread.shell.components;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The colour of a tag. The tag's word carries the meaning; the colour only helps the eye.
public enum Tone {
    PLAIN,
    WHITE,
    GREY,
    GREEN,
    AQUA_GREEN,
    BLUE,
    PURPLE,
    PINK,
    RED,
    ORANGE,
    YELLOW;

    /// The design system's class; null for the plain tag.
    public @Nullable String modifier() {
        return this == PLAIN
                ? null
                : "nhsuk-tag--" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

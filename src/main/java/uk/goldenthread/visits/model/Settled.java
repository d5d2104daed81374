package uk.goldenthread.visits.model;

import org.jspecify.annotations.Nullable;
import uk.goldenthread.kernel.words.TypedWords;

/// What a field of the form holds after it was saved, where several visitors write at once and some of them without a
/// line for hours. Words of both stay, those that were there first; of a choice or a number what was there stays.
///
/// @param value what the field holds now
public record Settled(String value, How how) {
    /// How it came to that.
    public enum How {
        /// It held that already.
        UNCHANGED,
        /// It is what was typed.
        WRITTEN,
        /// It is what somebody else had written meanwhile, and below it what was typed.
        BOTH,
        /// It is what somebody else had entered meanwhile.
        THEIRS
    }

    /// Settles words.
    ///
    /// @param was what the field held when its page was made; null where that is not known, so that what was typed
    ///     stands
    /// @param now what it holds
    public static Settled words(@Nullable String was, String now, String typed) {
        var mine = TypedWords.plain(typed);
        var before = was == null ? now : TypedWords.plain(was);
        if (mine.equals(now)) {
            return new Settled(now, How.UNCHANGED);
        }
        if (before.equals(now) || mine.startsWith(now)) {
            return new Settled(mine, How.WRITTEN);
        }
        if (mine.isEmpty() || mine.equals(before)) {
            return new Settled(now, How.THEIRS);
        }
        var added = now.startsWith(before) && mine.startsWith(before) ? mine.substring(before.length()) : mine;
        return new Settled(now + "\n" + added.strip(), How.BOTH);
    }

    /// Settles a choice or a number.
    ///
    /// @param was what the field held when its page was made; null where that is not known, so that what was typed
    ///     stands
    /// @param now what it holds
    public static Settled choice(@Nullable String was, String now, String typed) {
        var mine = typed.strip();
        if (mine.equals(now)) {
            return new Settled(now, How.UNCHANGED);
        }
        return was == null || was.strip().equals(now) || now.isEmpty()
                ? new Settled(mine, How.WRITTEN)
                : new Settled(now, How.THEIRS);
    }

    /// Whether somebody else's stands in it, with or without what was typed.
    public boolean overtaken() {
        return how == How.BOTH || how == How.THEIRS;
    }

    /// Whether the field changed.
    public boolean changed() {
        return how == How.WRITTEN || how == How.BOTH;
    }
}

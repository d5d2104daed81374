package uk.goldenthread.shell.components;

import gg.jte.Content;
import org.jspecify.annotations.Nullable;

/// One choice of a select, radios or checkboxes; or the divider before the last radio.
///
/// @param reveals further fields shown when this one is chosen (always shown without JavaScript); null for none
/// @param divider true for the word between choices, which is not itself a choice; in a select it is a line
/// @param exclusive true for a checkbox that unticks the others: "None of these"
public record Option(
        String value,
        String text,
        @Nullable String hint,
        @Nullable Content reveals,
        boolean divider,
        boolean exclusive) {
    public static Option of(String value, String text) {
        return new Option(value, text, null, null, false, false);
    }

    public static Option of(String value, String text, @Nullable String hint) {
        return new Option(value, text, hint, null, false, false);
    }

    public static Option divider(String word) {
        return new Option("", word, null, null, true, false);
    }

    /// A checkbox that cannot stand with the others.
    public static Option noneOfThese(String value, String text) {
        return new Option(value, text, null, null, false, true);
    }

    public Option revealing(Content fields) {
        return new Option(value, text, hint, fields, divider, exclusive);
    }
}

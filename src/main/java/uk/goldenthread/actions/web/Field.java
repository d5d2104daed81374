package uk.goldenthread.actions.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.goldenthread.shell.components.DateParts;
import uk.goldenthread.shell.components.Option;

/// A field of a page that asks for little.
public sealed interface Field {
    /// Several lines of words.
    record Words(String name, String label, @Nullable String hint, String value) implements Field {}

    /// One line of words.
    record Line(String name, String label, @Nullable String hint, String value) implements Field {}

    /// A date.
    record Day(String name, String label, @Nullable String hint, DateParts value) implements Field {}

    /// One of a list.
    record Pick(String name, String label, List<Option> options, String value) implements Field {}

    /// One of a few.
    record Choice(String name, String label, List<Option> options, String value) implements Field {}
}

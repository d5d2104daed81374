package uk.goldenthread.shell.components;

import gg.jte.Content;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One line of a summary list: what it is, what it says, and what may be done about it. The value is `text`, or
/// `content`
/// where it needs markup.
public record SummaryRow(
        String key, @Nullable String text, @Nullable Content content, List<Link> actions) {
    public SummaryRow {
        actions = List.copyOf(actions);
    }

    public static SummaryRow of(String key, @Nullable String text, Link... actions) {
        return new SummaryRow(key, text, null, List.of(actions));
    }

    public static SummaryRow of(String key, Content content, Link... actions) {
        return new SummaryRow(key, null, content, List.of(actions));
    }
}

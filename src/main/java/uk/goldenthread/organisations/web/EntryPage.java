package uk.goldenthread.organisations.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.goldenthread.shell.components.SummaryRow;

/// One organisation.
///
/// @param state one sentence: what it is, whether it is open, who assures it
/// @param back the list, at the same instant
/// @param problem why something just tried was refused; null otherwise
public record EntryPage(
        String code,
        String name,
        String state,
        String back,
        List<SummaryRow> facts,
        List<String> names,
        List<String> memberships,
        List<Relation> relations,
        List<Post> posts,
        List<Holder> holders,
        boolean mayEdit,
        boolean mayAppoint,
        @Nullable String problem) {
    /// @param words "was succeeded by"
    /// @param dates "from 1 April 2026"
    public record Relation(String words, String href, String name, String dates) {}

    /// How a mandatory post stands.
    public record Post(String role, String reading, String tone, String explanation) {}

    /// Someone in a post, now or before.
    ///
    /// @param mayEnd whether an end can be entered
    public record Holder(int id, String role, String person, String reach, String held, boolean now, boolean mayEnd) {}
}

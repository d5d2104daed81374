package uk.goldenthread.actions.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.goldenthread.shell.components.Cell;
import uk.goldenthread.shell.components.Column;
import uk.goldenthread.shell.components.Option;
import uk.goldenthread.shell.components.PageLinks;

/// The list of actions.
///
/// @param sentence how many there are, in words
/// @param marks what narrows the list when pressed
/// @param mayChange whether the person may change several at once
public record ActionsPage(
        boolean wholeIcb,
        boolean mayPropose,
        boolean mayUpload,
        boolean mayChange,
        String sentence,
        List<Mark> marks,
        Filters filters,
        List<Column> columns,
        List<List<Cell>> rows,
        PageLinks links,
        Files files) {

    /// A press that narrows the list.
    public record Mark(String words, String href, boolean current) {}

    /// What is chosen, and what may be.
    public record Filters(
            List<Option> states,
            List<Option> themes,
            List<Option> priorities,
            List<Option> froms,
            List<Option> owners,
            String state,
            String theme,
            String priority,
            String from,
            String owner,
            String organisation,
            @Nullable String mark,
            @Nullable String asAt) {}

    /// Where the same list can be downloaded, and looked at as a board.
    public record Files(String csv, String excel, String board) {}
}

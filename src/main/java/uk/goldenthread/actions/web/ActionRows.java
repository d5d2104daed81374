package uk.goldenthread.actions.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import uk.goldenthread.actions.ActionReading.Line;
import uk.goldenthread.actions.ActionRules;
import uk.goldenthread.actions.Priority;
import uk.goldenthread.actions.model.Standing;
import uk.goldenthread.actions.model.States;
import uk.goldenthread.shell.components.Cell;
import uk.goldenthread.shell.view.Dates;

/// A line of the list of actions, on the page and in files.
final class ActionRows {
    /// The columns of the files. They are a promise: the same file, changed, is taken back in. The
    /// last is left empty for whoever moves a date.
    static final List<String> COLUMNS = List.of(
            "action",
            "organisation_code",
            "organisation",
            "title",
            "theme",
            "priority",
            "owner",
            "state",
            "due_on",
            "original_due_on",
            "extensions",
            "standing",
            "updated_on",
            "reason");

    private ActionRows() {}

    /// The line as a file gives it.
    static List<String> file(Line line) {
        var row = line.row();
        return List.of(
                Long.toString(row.id()),
                row.code(),
                row.name(),
                row.title(),
                row.theme(),
                row.priority(),
                row.ownerName(),
                States.words(row.state()),
                row.due().toString(),
                row.originalDue().toString(),
                Integer.toString(row.extensions()),
                standing(line.standing()),
                ActionRules.day(row.updatedAt()).toString(),
                "");
    }

    /// The line as the page gives it.
    ///
    /// @param asAt what the address of another page that shows the same instant ends with
    static List<Cell> page(Line line, Map<String, String> themes, boolean whole, boolean choosing, String asAt) {
        var row = line.row();
        var cells = new ArrayList<Cell>();
        cells.add(Cell.naming(row.title(), "/actions/" + row.id() + asAt));
        if (whole) {
            cells.add(Cell.of(row.name()));
        }
        cells.add(Cell.of(row.ownerName().isEmpty() ? "Nobody yet" : row.ownerName()));
        cells.add(Cell.of(themes.getOrDefault(row.theme(), "")));
        cells.add(Cell.of(Priority.valueOf(row.priority()).word() + (row.critical() ? ", critical" : "")));
        cells.add(Cell.of(States.words(row.state())));
        cells.add(Cell.of(Dates.day(row.due())));
        cells.add(Cell.of(note(line)));
        if (choosing) {
            cells.add(Cell.of(output -> {
                output.writeContent("<span class=\"nhsuk-checkboxes nhsuk-checkboxes--small gt-pick\">"
                        + "<span class=\"nhsuk-checkboxes__item\"><input class=\"nhsuk-checkboxes__input\""
                        + " type=\"checkbox\" name=\"action\" id=\"pick-" + row.id() + "\" value=\"" + row.id()
                        + "\"><label class=\"nhsuk-label nhsuk-checkboxes__label\" for=\"pick-" + row.id()
                        + "\"><span class=\"nhsuk-u-visually-hidden\">Choose action " + row.id()
                        + "</span></label></span></span>");
            }));
        }
        return cells;
    }

    /// What a reader has to know besides the state: overdue, moved, stalled.
    static String note(Line line) {
        var notes = new ArrayList<String>();
        var standing = line.standing();
        if (standing.overdue()) {
            notes.add(standing.daysOverdue() == 1 ? "1 day overdue" : standing.daysOverdue() + " days overdue");
        }
        if (standing.checkDue()) {
            notes.add("look again whether it holds");
        }
        if (line.row().extensions() > 0) {
            notes.add(moved(line.row().extensions()));
        }
        if (standing.stalled()) {
            notes.add("no word since " + Dates.day(ActionRules.day(line.row().updatedAt())));
        }
        if (line.row().everyMonths() != null) {
            notes.add("comes again");
        }
        return String.join("; ", notes);
    }

    /// How often a date moved.
    static String moved(int times) {
        return switch (times) {
            case 1 -> "date moved once";
            case 2 -> "date moved twice";
            default -> "date moved %d times".formatted(times);
        };
    }

    /// How it stands, for a file.
    static String standing(Standing standing) {
        return standing.stalled() && !standing.overdue()
                ? standing.colour().words() + ", stalled"
                : standing.colour().words();
    }
}

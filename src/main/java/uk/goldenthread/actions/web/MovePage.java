package uk.goldenthread.actions.web;

import java.util.List;
import uk.goldenthread.shell.components.FieldErrors;
import uk.goldenthread.shell.components.SummaryRow;

/// A page on which one thing is done with an action.
///
/// @param title what is done
/// @param action the action's title
/// @param after what happens next
/// @param facts what a decision needs to see
public record MovePage(
        long id,
        String title,
        String action,
        String after,
        String href,
        List<SummaryRow> facts,
        List<Field> fields,
        FieldErrors errors) {}

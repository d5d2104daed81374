package uk.goldenthread.visits.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.goldenthread.actions.ActionSummary;
import uk.goldenthread.shell.components.Cell;
import uk.goldenthread.shell.components.Column;
import uk.goldenthread.shell.components.DateParts;
import uk.goldenthread.shell.components.FieldErrors;
import uk.goldenthread.shell.components.Link;
import uk.goldenthread.shell.components.Option;
import uk.goldenthread.shell.components.SummaryRow;

/// The pages of audits.
public final class AuditPage {
    private AuditPage() {}

    /// The list.
    public record Listed(boolean mayShare, String sentence, List<Column> columns, List<List<Cell>> rows, String asAt) {}

    /// One audit.
    ///
    /// @param chain the audit it repeats and the audit that repeats it
    /// @param actHref where an action is proposed for it; null for those who may not
    /// @param againHref where its re-audit begins; null where it was repeated, or for those who may not
    public record One(
            String title,
            String provider,
            String sentence,
            List<SummaryRow> facts,
            List<Link> chain,
            List<ActionSummary> actions,
            @Nullable String actHref,
            @Nullable String againHref,
            String asAt) {}

    /// The form that shares one.
    ///
    /// @param repeats the audit it repeats; empty for a first one
    public record Form(
            List<Option> organisations,
            List<Option> kinds,
            List<Option> confidences,
            List<Option> results,
            List<Option> topics,
            String repeats,
            @Nullable String repeated,
            Said said,
            FieldErrors errors) {}

    /// What was typed.
    public record Said(
            String organisation,
            String kind,
            String title,
            String question,
            String standard,
            String method,
            String topic,
            String sample,
            String met,
            String result,
            String confidence,
            String learning,
            DateParts from,
            DateParts to,
            DateParts again) {}
}

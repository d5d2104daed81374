package uk.goldenthread.evidence.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.goldenthread.evidence.EvidenceItem;
import uk.goldenthread.shell.components.Cell;
import uk.goldenthread.shell.components.Column;
import uk.goldenthread.shell.components.DateParts;
import uk.goldenthread.shell.components.FieldErrors;
import uk.goldenthread.shell.components.SummaryRow;

/// One item of evidence.
///
/// @param state how it stands, in one sentence
/// @param mayKeep whether this person may change it now
/// @param why who may, when this person may not; null when they may
/// @param policy a policy is confirmed with its new review date
/// @param reviewOn what was typed as that date
/// @param withdrawnWhy what was typed as the reason to withdraw
public record ItemPage(
        EvidenceItem item,
        String owner,
        String state,
        List<SummaryRow> facts,
        List<Supported> supports,
        List<Column> columns,
        List<List<Cell>> versions,
        boolean mayKeep,
        @Nullable String why,
        boolean policy,
        DateParts reviewOn,
        String withdrawnWhy,
        int version,
        FieldErrors errors) {
    /// Something the item supports.
    ///
    /// @param href null where this person may not open it
    /// @param how when it was linked, and from what it was carried
    /// @param mayUnlink whether the link can be taken away now
    public record Supported(
            String subject, String words, @Nullable String href, String how, boolean mayUnlink) {}
}

package uk.goldenthread.rulebook;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.goldenthread.shell.components.SummaryRow;

/// What a change of rules says and does, before it is confirmed.
///
/// @param effects what it would change, a sentence each
/// @param theirs what somebody else decided meanwhile; null when nobody did
public record ReviewPage(
        String title,
        @Nullable String caption,
        String action,
        String back,
        List<SummaryRow> rows,
        List<String> effects,
        int seen,
        List<RuleForm.Hidden> fields,
        @Nullable List<SummaryRow> theirs) {}

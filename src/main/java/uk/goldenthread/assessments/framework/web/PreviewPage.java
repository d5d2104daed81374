package uk.goldenthread.assessments.framework.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.goldenthread.shell.components.SummaryRow;

/// A framework that was read and may be published.
///
/// @param content what would be kept, sent back with the decision
/// @param difference from the newest edition of the same framework; null for a first
public record PreviewPage(
        String title,
        String fileName,
        String content,
        List<SummaryRow> facts,
        FrameworkBody body,
        @Nullable Difference difference) {}

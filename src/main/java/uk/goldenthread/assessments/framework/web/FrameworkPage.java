package uk.goldenthread.assessments.framework.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.goldenthread.shell.components.Link;
import uk.goldenthread.shell.components.SummaryRow;

/// One edition of a framework.
///
/// @param compare the address of this edition beside the one before; null for a first
/// @param editions the other editions
/// @param files to keep: workbook, exchange formats
public record FrameworkPage(
        String title,
        String caption,
        String sentence,
        List<SummaryRow> facts,
        @Nullable String compare,
        List<Link> editions,
        List<Link> files,
        FrameworkBody body,
        String back) {}

package uk.goldenthread.papers.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.goldenthread.papers.model.Cover;
import uk.goldenthread.shell.components.FieldErrors;
import uk.goldenthread.shell.components.Option;
import uk.goldenthread.shell.components.SummaryRow;

/// The cover sheet's form.
///
/// @param version of the paper it was read from
/// @param locked why it cannot be changed; empty where it can
/// @param theirs what another person saved meanwhile, where it differs; null without a conflict
public record CoverPage(
        int id,
        String title,
        int version,
        Cover cover,
        List<Option> purposes,
        List<Option> conflicts,
        List<Option> implications,
        String locked,
        FieldErrors errors,
        @Nullable List<SummaryRow> theirs) {}

package uk.goldenthread.papers.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.goldenthread.papers.model.Heading;
import uk.goldenthread.papers.service.PaperWords.PointForm;
import uk.goldenthread.papers.store.PointStore.Point;
import uk.goldenthread.shell.components.FieldErrors;

/// One point's form.
///
/// @param theirs what another person saved meanwhile; null without a conflict
public record PointPage(
        int id,
        String paper,
        PointForm form,
        String locked,
        @Nullable Point theirs,
        List<Heading> headings,
        FieldErrors errors) {}

package uk.goldenthread.intelligence.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.goldenthread.shell.components.FieldErrors;
import uk.goldenthread.shell.components.SummaryRow;

/// One thing that was heard.
///
/// @param closes whether the person may say that it counts no more
/// @param why what was typed
public record HeardPage(
        long id,
        String provider,
        String words,
        List<SummaryRow> rows,
        boolean closes,
        @Nullable String why,
        FieldErrors errors) {}

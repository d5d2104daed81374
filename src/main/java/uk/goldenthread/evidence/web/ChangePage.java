package uk.goldenthread.evidence.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.goldenthread.shell.components.FieldErrors;
import uk.goldenthread.shell.components.Option;

/// Describing an item anew, or giving a newer file of it.
///
/// @param policy its time is its review date
/// @param arrived the name of a file that is here already; null for none
public record ChangePage(
        long id,
        String title,
        boolean policy,
        List<Option> kinds,
        List<Option> documents,
        EvidenceForm form,
        @Nullable String arrived,
        boolean scanned,
        FieldErrors errors) {}

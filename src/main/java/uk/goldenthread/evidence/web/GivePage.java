package uk.goldenthread.evidence.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.goldenthread.shell.components.FieldErrors;
import uk.goldenthread.shell.components.Option;

/// Giving evidence: something given already, or a new item.
///
/// @param claim what it is to support, in words; null for nothing yet
/// @param subject the stable name of that; empty for nothing
/// @param back where the person came from; empty for the library
/// @param choices what could be linked, by number
/// @param owners whose evidence it can be; empty when there is no choice
/// @param arrived the name of a file that is here already; null for none
/// @param scanned whether files are scanned for viruses
/// @param months how long evidence is good for
public record GivePage(
        @Nullable String claim,
        String subject,
        String back,
        List<Option> choices,
        List<Option> owners,
        List<Option> kinds,
        List<Option> documents,
        EvidenceForm form,
        @Nullable String arrived,
        boolean scanned,
        int months,
        FieldErrors errors) {}

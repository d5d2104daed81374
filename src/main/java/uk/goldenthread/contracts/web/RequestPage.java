package uk.goldenthread.contracts.web;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.goldenthread.evidence.EvidenceItem;
import uk.goldenthread.shell.components.FieldErrors;
import uk.goldenthread.shell.components.SummaryRow;

/// A request for evidence and its answer.
///
/// @param addHref where to give evidence for it; null where none can be given now
/// @param mayAnswer whether this person may answer now
/// @param mayJudge whether this person may accept the answer or give it back now
public record RequestPage(
        long id,
        long contract,
        String provider,
        String asked,
        String state,
        List<SummaryRow> facts,
        List<EvidenceItem> evidence,
        @Nullable String addHref,
        LocalDate today,
        boolean mayAnswer,
        boolean mayJudge,
        String answer,
        String why,
        int version,
        FieldErrors errors) {}

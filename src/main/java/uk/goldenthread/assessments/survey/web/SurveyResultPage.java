package uk.goldenthread.assessments.survey.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.goldenthread.shell.components.Cell;
import uk.goldenthread.shell.components.Column;

/// One organisation's survey: its address, and to the ICB its result.
///
/// @param address to pass round; null where there is no survey
/// @param reads whether this person may read the result
/// @param enough whether enough replied for anything to be shown
public record SurveyResultPage(
        long id,
        String caption,
        @Nullable String address,
        String until,
        boolean reads,
        boolean enough,
        int least,
        String replies,
        List<Column> columns,
        List<List<Cell>> rows) {}

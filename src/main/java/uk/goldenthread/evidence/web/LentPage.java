package uk.goldenthread.evidence.web;

import java.util.List;
import uk.goldenthread.evidence.LentItem;
import uk.goldenthread.shell.components.SummaryRow;

/// One file of evidence that another ICB keeps, as it stood when its owner shared it.
///
/// @param owner whose evidence it is
/// @param state how it stands now, in one sentence
public record LentPage(LentItem item, String owner, String state, List<SummaryRow> facts) {}

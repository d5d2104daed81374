package uk.goldenthread.returns.model;

import org.jspecify.annotations.Nullable;
import uk.goldenthread.kernel.calendar.Period;

/// One line of a return.
///
/// @param definitionVersion the version of the measure's definition it is answered under
/// @param period the figure's own period; longer than the return's for yearly items
/// @param question what the ICB asked last; empty when nothing
/// @param reply what the provider answered to it; empty when nothing
/// @param revision 1, and one more with each restatement
/// @param enteredBy who changed it last; null when nobody has
/// @param version the version of the return at which this line last changed
public record ReturnLine(
        String kpi,
        int definitionVersion,
        Period period,
        Answer answer,
        LineState state,
        String question,
        String reply,
        int revision,
        @Nullable Integer enteredBy,
        int version) {}

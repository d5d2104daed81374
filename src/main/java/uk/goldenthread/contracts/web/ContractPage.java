package uk.goldenthread.contracts.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.goldenthread.shell.components.Cell;
import uk.goldenthread.shell.components.Column;
import uk.goldenthread.shell.components.DateParts;
import uk.goldenthread.shell.components.FieldErrors;
import uk.goldenthread.shell.components.Option;
import uk.goldenthread.shell.components.SummaryRow;

/// One contract.
///
/// @param state how it stands and which clock runs, in one or two sentences
/// @param figure what could at most be withheld, in words; null when that does not arise or is not
///     this person's to see yet
/// @param warning what it lacks (BR-CON-5); null when it lacks nothing
/// @param gateway the safeguarding gateway; null for a provider
/// @param may what this person may do now
public record ContractPage(
        long id,
        String title,
        String provider,
        String state,
        @Nullable String figure,
        @Nullable String warning,
        List<SummaryRow> facts,
        List<Column> reportColumns,
        List<List<Cell>> reports,
        @Nullable GatewayPart gateway,
        List<Column> requestColumns,
        List<List<Cell>> requests,
        List<Event> story,
        May may,
        Choices choices,
        Typed typed,
        int version,
        FieldErrors errors) {
    /// What this person may do.
    ///
    /// @param moves where it can be moved; empty when this person may not move it
    /// @param why who may take the next step, when this person may not; null when they may or nobody can
    public record May(
            List<Option> moves,
            boolean edit,
            boolean signOff,
            boolean check,
            boolean waive,
            boolean exempt,
            boolean agreePlan,
            boolean ask,
            @Nullable String why) {}

    /// What can be chosen in its forms.
    public record Choices(List<Option> routes, List<Option> clauses, List<Option> frequencies) {}

    /// The eight checks and the waiver.
    ///
    /// @param standing what keeps it shut or that it is open, in one sentence
    /// @param due whether checks are to be made now
    /// @param begun whether any was made
    public record GatewayPart(
            String standing,
            boolean due,
            boolean begun,
            List<CheckPart> checks,
            @Nullable String waiver,
            int waiverDays) {}

    /// One check.
    ///
    /// @param result `pass`, `fail` or an empty text
    /// @param by who made it and when; empty when nobody did
    public record CheckPart(String code, String name, String passesWhen, String result, String note, String by) {}

    /// One thing that happened.
    public record Event(String when, String what, String words) {}

    /// What was typed in a form that was refused.
    public record Typed(
            String to,
            DateParts day,
            String words,
            String route,
            DateParts endOn,
            String newReference,
            DateParts until,
            String reason,
            String exemption,
            String clause,
            String what,
            String asked) {
        static final Typed NOTHING =
                new Typed("", DateParts.BLANK, "", "", DateParts.BLANK, "", DateParts.BLANK, "", "", "", "", "");
    }
}

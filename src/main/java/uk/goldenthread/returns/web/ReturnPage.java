package uk.goldenthread.returns.web;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.goldenthread.shell.components.FieldErrors;
import uk.goldenthread.shell.components.Option;

/// One return, for whoever looks at it: to enter, to approve, to review, or only to read.
///
/// @param sentence how it stands, in one sentence
/// @param notice why it cannot be changed, or until when; null when there is nothing to say
/// @param waits whose turn it is, when it is not this person's; null otherwise
/// @param missing what keeps it from being submitted, one a figure, in the order they are asked
/// @param typed what was refused, by field name
/// @param was what the fields that can be typed in held when their reader first saw them, by name
/// @param asAt `?asAt=...` to carry along; empty for the present
public record ReturnPage(
        long id,
        int version,
        String title,
        String provider,
        String sentence,
        @Nullable String notice,
        @Nullable String waits,
        List<Missing> missing,
        Can can,
        boolean light,
        List<Line> lines,
        List<Step> steps,
        List<Option> people,
        FieldErrors errors,
        @Nullable Lift lift,
        String asAt,
        Map<String, String> typed,
        Map<String, String> was) {
    public ReturnPage {
        typed = Map.copyOf(typed);
        was = Map.copyOf(was);
    }

    /// Whether something typed about this line was refused at one of these fields, so that its form stands open.
    public boolean refused(String kpi, String... fields) {
        return Arrays.stream(fields).anyMatch(field -> errors.at(kpi + "." + field) != null);
    }

    /// What was typed about this line and refused; nothing when nothing was.
    public String typed(String kpi, String field) {
        return typed.getOrDefault(kpi + "." + field, "");
    }

    /// A figure that still needs something, and what.
    public record Missing(String kpi, String name, String message) {}

    /// What this person may do now.
    public record Can(
            boolean enter,
            boolean submit,
            boolean approve,
            boolean query,
            boolean accept,
            boolean unlock,
            boolean restate) {}

    /// What was typed into the form that lifts a lock, or what it proposes.
    public record Lift(String account, String day, String month, String year, String reason, String latest) {}

    /// One figure.
    ///
    /// @param check `integer` or `decimal`, for the checks while typing
    /// @param numeratorLabel what is counted
    /// @param denominatorLabel out of what; null for a single number
    /// @param yesNo whether the answer is yes or no
    /// @param previous last time's figures, in words; null when there are none
    /// @param figure this time's figures in words: `18 of 20 (90%)`
    /// @param confirm whether a large change of the denominator is to be confirmed
    /// @param words whether narrative is needed, given, or in error, so that its box stands open
    /// @param odd what is worth a second look
    public record Line(
            String kpi,
            String name,
            String period,
            String check,
            String numeratorLabel,
            @Nullable String denominatorLabel,
            boolean yesNo,
            String numerator,
            String denominator,
            String value,
            String narrative,
            String confidence,
            boolean confirmed,
            boolean confirm,
            @Nullable String previous,
            String figure,
            @Nullable String target,
            boolean words,
            List<String> odd,
            String state,
            String tone,
            String question,
            String reply,
            boolean editable,
            boolean queried,
            boolean accepted,
            int revision,
            int version) {}

    /// One thing that happened.
    public record Step(String when, String sentence, String words) {}

    /// How many figures are ready to be submitted.
    public int answered() {
        return asked() - missing.size();
    }

    /// How many figures it asks for.
    public int asked() {
        return lines.size();
    }
}

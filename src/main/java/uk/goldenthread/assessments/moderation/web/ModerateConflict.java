package uk.goldenthread.assessments.moderation.web;

import java.util.stream.Collectors;
import uk.goldenthread.assessments.moderation.JudgementConflict;
import uk.goldenthread.shell.components.FieldError;
import uk.goldenthread.shell.components.FieldErrors;

/// Two moderators on one judgement, in words: what the other wrote stands at the field, what one typed
/// stays in it.
final class ModerateConflict {
    private ModerateConflict() {}

    static FieldErrors errors(JudgementConflict conflict) {
        return new FieldErrors(conflict.fields().stream()
                .map(field -> new FieldError(field.code() + "." + field.field(), words(conflict, field)))
                .toList());
    }

    private static String words(JudgementConflict conflict, JudgementConflict.Field field) {
        var theirs = conflict.theirs(field);
        return "Somebody else changed %s meanwhile to: %s. Save again to keep yours."
                .formatted(field.code(), theirs.isEmpty() ? "nothing" : theirs);
    }

    static String sentence(JudgementConflict conflict) {
        return conflict.fields().stream().map(field -> words(conflict, field)).collect(Collectors.joining(" "));
    }
}

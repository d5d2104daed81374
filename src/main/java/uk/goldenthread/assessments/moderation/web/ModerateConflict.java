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
                .map(field -> new FieldError(field.code() + "." + field.field(), words(field)))
                .toList());
    }

    private static String words(JudgementConflict.Field field) {
        return "Somebody else changed %s meanwhile to: %s. Save again to keep yours."
                .formatted(field.code(), field.theirs().isEmpty() ? "nothing" : field.theirs());
    }

    static String sentence(JudgementConflict conflict) {
        return conflict.fields().stream().map(ModerateConflict::words).collect(Collectors.joining(" "));
    }
}

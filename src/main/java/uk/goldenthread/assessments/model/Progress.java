package uk.goldenthread.assessments.model;

import java.util.Collection;
import org.jspecify.annotations.Nullable;
import uk.goldenthread.assessments.model.Answer.Decision;
import uk.goldenthread.assessments.model.Answer.Origin;

/// How far an assessment has come. What was brought forward and not confirmed never counts as answered.
///
/// @param asked questions that are shown and must be answered
/// @param answered of those, with a judgement
/// @param carried answers brought forward
/// @param confirmed of those, where somebody said whether they still hold
/// @param filled answers whose judgement was filled from another framework
public record Progress(int asked, int answered, int carried, int confirmed, int filled) {
    /// Counts the answers to what is asked.
    ///
    /// @param required whether the question of a code is shown and must be answered
    public static Progress of(Collection<Answer> answers, java.util.function.Predicate<String> required) {
        var counted =
                answers.stream().filter(answer -> required.test(answer.code())).toList();
        var carried = counted.stream()
                .filter(answer -> answer.origin().kind() == Origin.Kind.CARRIED)
                .toList();
        return new Progress(
                counted.size(),
                (int) counted.stream().filter(Progress::isAnswered).count(),
                carried.size(),
                (int) carried.stream()
                        .filter(answer -> answer.decision() != Decision.NONE)
                        .count(),
                (int) counted.stream()
                        .filter(answer -> answer.origin().kind() == Origin.Kind.MAPPED
                                && !answer.origin().value().isEmpty())
                        .count());
    }

    private static boolean isAnswered(Answer answer) {
        return !answer.value().isEmpty() && !answer.isToConfirm();
    }

    /// The share of what was brought forward that was re-confirmed, in whole per cent rounded down, so that
    /// 100 means
    /// all; null when nothing was brought forward.
    public @Nullable Integer percentConfirmed() {
        return carried == 0 ? null : Integer.valueOf(100 * confirmed / carried);
    }

    /// Whether nothing remains.
    public boolean isComplete() {
        return answered == asked && confirmed == carried;
    }
}

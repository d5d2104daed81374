package uk.goldenthread.concerns.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.goldenthread.shell.components.FieldErrors;

/// What the ICB asks a provider.
public record QuestionsPage(String state, List<Open> open, List<Answered> answered, FieldErrors errors) {
    /// A question without an answer.
    ///
    /// @param answerBy the last day on which an answer is in time
    /// @param typed an answer that was refused, kept
    public record Open(
            long id,
            String question,
            String about,
            String askedOn,
            String answerBy,
            @Nullable String typed) {}

    /// A question with its answer.
    public record Answered(String question, String answer, String answeredOn) {}
}

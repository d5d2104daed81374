package uk.goldenthread.assessments.moderation.web;

import java.util.List;
import uk.goldenthread.assessments.model.Round;
import uk.goldenthread.assessments.moderation.RoundKeeping;
import uk.goldenthread.assessments.service.Words;
import uk.goldenthread.assessments.store.States;
import uk.goldenthread.shell.components.FieldErrors;

/// The end of a round: what keeps it open.
///
/// @param running whether it can be closed at all
public record ClosePage(long id, String caption, boolean running, List<Open> open, FieldErrors errors) {
    /// One organisation that keeps it open.
    public record Open(long assessment, String organisation, String state) {}

    static ClosePage of(RoundKeeping.Ending ending, FieldErrors errors) {
        return new ClosePage(
                ending.round().id(),
                ending.round().name(),
                ending.round().stage() == Round.Stage.PUBLISHED,
                ending.open().stream()
                        .map(each -> new Open(
                                each.assessment(), each.organisation(), Words.state(States.name(each.state()))))
                        .toList(),
                errors);
    }
}

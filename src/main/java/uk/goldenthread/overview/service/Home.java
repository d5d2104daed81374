package uk.goldenthread.overview.service;

import java.time.Instant;
import java.util.List;
import uk.goldenthread.notify.WorkItem;

/// A person's Home: three lists and what changed since they last looked.
///
/// @param since where what is shown as changed begins
public record Home(
        List<WorkItem> toDo, List<WorkItem> waiting, List<WorkItem> done, Instant since, List<Change> changes) {
    public Home {
        toDo = List.copyOf(toDo);
        waiting = List.copyOf(waiting);
        done = List.copyOf(done);
        changes = List.copyOf(changes);
    }

    /// One thing that happened, in a sentence.
    ///
    /// @param href where it can be seen
    public record Change(Instant at, String sentence, String href) {}
}

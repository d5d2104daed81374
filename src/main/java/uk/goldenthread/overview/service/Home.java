package uk.goldenthread.overview.service;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.goldenthread.notify.News;
import uk.goldenthread.notify.Notifications;
import uk.goldenthread.notify.WorkItem;
import uk.goldenthread.overview.store.ChangeStore;

/// A person's Home: three lists and what changed since they last looked.
///
/// @param since where what is shown as changed begins
/// @param news what else happened since then, newest first
/// @param toRead what the person comes here to read; null for who does not
/// @param told what the person was told and has not put away
public record Home(
        List<WorkItem> toDo,
        List<WorkItem> waiting,
        List<WorkItem> done,
        Instant since,
        List<ChangeStore.Happened> changes,
        List<News> news,
        @Nullable News toRead,
        List<Notifications.Told> told) {
    public Home {
        toDo = List.copyOf(toDo);
        waiting = List.copyOf(waiting);
        done = List.copyOf(done);
        changes = List.copyOf(changes);
        news = List.copyOf(news);
        told = List.copyOf(told);
    }
}

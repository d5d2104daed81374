package uk.goldenthread.notify;

import java.util.List;
import uk.goldenthread.access.Actor;

/// What a module has to tell on Home that is no work of anybody's. Each module that has news contributes a
/// bean. Called inside a unit of work for the actor.
public interface NewsSource {
    /// What happened last that this person may see, newest first, at most 20.
    List<News> latest(Actor actor);
}

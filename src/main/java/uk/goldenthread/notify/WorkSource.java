package uk.goldenthread.notify;

import java.util.List;
import uk.goldenthread.access.Actor;

/// What a module knows of a person's work. Each module that gives people something to do contributes a bean; Home and
/// the
/// weekly digest read them all. Called inside a unit of work for the actor.
public interface WorkSource {
    /// What waits for this person, at most 50 lines a source, soonest first.
    List<WorkItem> toDo(Actor actor);

    /// What this person handed on and others now hold.
    List<WorkItem> waitingOnOthers(Actor actor);

    /// What this person finished lately, newest first.
    List<WorkItem> doneLately(Actor actor);
}
